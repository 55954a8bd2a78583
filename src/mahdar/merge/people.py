"""Are two names one person?"""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from mahdar.language.language import Language
from mahdar.merge.words import plain_words

UNLISTED = "p:"
"""How the id of a person begins that holds in one article only."""
ALIKE = 80
"""Likeness of two spellings of one word of a name, of 100."""
SHORT = 4
"""Letters below which a word of a name must be spelled alike."""


_VOWELS = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER WAW}\N{ARABIC LETTER YEH}\N{ARABIC LETTER ALEF MAKSURA}\N{ARABIC LETTER HEH}"
_VELARS = "\N{ARABIC LETTER GHAIN}\N{ARABIC LETTER JEEM}\N{ARABIC LETTER QAF}"
_BARE = str.maketrans({**dict.fromkeys(_VOWELS, ""), **dict.fromkeys(_VELARS, "\N{ARABIC LETTER KAF}")})


class Who(NamedTuple):
    """A person: the listed id, None for others, and the folded words of the name."""

    actor: str | None
    words: tuple[str, ...]


def who_is(actor: str | None, name: str | None, language: Language) -> Who | None:
    """Return the person that a party names, None for a side alone."""
    if actor is None and name is None:
        return None
    listed = actor if actor is not None and not actor.startswith(UNLISTED) else None
    person = language.world.people.get(listed) if listed else None
    written = name or (person.arabic if person else "")
    return Who(actor=listed, words=plain_words(written, language.folding))


def is_one_person(one: Who, other: Who) -> bool:
    """Return True where two people are listed as one, or one name is part of the other, word by word.

    >>> is_one_person(Who(None, ("ramadan", "kadyrov")), Who(None, ("kadyrov",)))
    True
    """
    if one.actor and other.actor:
        return one.actor == other.actor
    short, long = sorted((one.words, other.words), key=len)
    if not short:
        return False
    return all(any(_is_one_word(word, against) for against in long) for word in short)


def skeleton(word: str) -> str:
    """Return the letters of a folded name that its spellings have in common: no long vowels, one letter for g, gh, j, k and q.

    >>> skeleton("kadyrov")  # names in other letters stay as they are
    'kadyrov'
    """
    return word.translate(_BARE) or word


def _is_one_word(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) >= SHORT and ratio(one, other) >= ALIKE
