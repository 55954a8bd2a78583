"""Which words does a run of letters hold, and how many of them does another hold too?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from mahdar.arabic.letters import key
from mahdar.language.language import Language
from mahdar.language.patterns import find

_WORD = re.compile(r"[^\W_]+")
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
NAMES = frozenset({"state", "nisba", "org", "person", "role", "city", "function", "sides"})
"""Kinds of entries of the lexicon that tell who and where, not what."""
_STEM = 2
"""Letters that must be left of a word once the article is off."""


def words_of(letters: str, folding: Mapping[int, str]) -> tuple[str, ...]:
    """Return the folded words of some letters, in their order, without signs.

    >>> words_of("One, two.", {})
    ('one', 'two')
    """
    return tuple(_WORD.findall(key(letters, folding)))


def plain_words(letters: str, folding: Mapping[int, str]) -> tuple[str, ...]:
    """Return the folded words of some letters without the article."""
    return tuple(_without_article(word) for word in words_of(letters, folding))


def content_words(letters: str, language: Language) -> tuple[str, ...]:
    """Return the folded words of some letters that name no party, place or office, and are no particles."""
    words = words_of(letters, language.folding)
    named = {
        place for hit in find(language.trie, words, "w" * len(words)) if hit.kind in NAMES for place in range(hit.first, hit.last)
    }
    return tuple(_without_article(word) for place, word in enumerate(words) if place not in named)


def runs(words: tuple[str, ...], length: int) -> frozenset[tuple[str, ...]]:
    """Return all runs of so many words; a shorter text is one run.

    >>> sorted(runs(("a", "b", "c"), 2))
    [('a', 'b'), ('b', 'c')]
    """
    if len(words) <= length:
        return frozenset([words]) if words else frozenset()
    return frozenset(words[place : place + length] for place in range(len(words) - length + 1))


def contained(one: Iterable[object], other: Iterable[object]) -> float:
    """Return the share of the smaller set that the larger one holds too, 0 where one is empty.

    >>> contained("ab", "abcd")
    1.0
    """
    mine, others = frozenset(one), frozenset(other)
    smaller = min(len(mine), len(others))
    return len(mine & others) / smaller if smaller else 0.0


def _without_article(word: str) -> str:
    return word[len(_ARTICLE) :] if word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + _STEM else word
