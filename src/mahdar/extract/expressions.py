"""Where may an expression of several words open, and what does none cross?"""

from __future__ import annotations

from mahdar.arabic.clitics import splits
from mahdar.language.language import Language
from mahdar.language.lexicon import SUFFIXES
from mahdar.records.annotated import Annotated

STOPS = frozenset(".;:!\N{ARABIC SEMICOLON}\N{ARABIC QUESTION MARK}?")
COMMAS = frozenset({",", "\N{ARABIC COMMA}"})
LONGEST = tuple(sorted(SUFFIXES, key=len, reverse=True))


def object_suffix(word: str) -> str | None:
    """Return the pronoun of the object that a verb may end in, None where it ends in none."""
    return next((ending for ending in LONGEST if word.endswith(ending) and len(word) > len(ending) + 3), None)


def openers_of(doc: Annotated, language: Language) -> frozenset[int]:
    """Return the tokens that may open an expression, or be a verb that carries its object."""
    found: set[int] = set()
    known: dict[str, bool] = {}
    for place, word in enumerate(doc.tokens.words):
        if doc.tokens.kinds[place] != "w":
            continue
        opens = known.get(word)
        if opens is None:
            opens = known[word] = _may_open(language, word)
        if opens:
            found.add(place)
    return frozenset(found)


def _may_open(language: Language, word: str) -> bool:
    """Return True where a word may open an expression, or be a verb that carries its object."""
    stems = language.gapped.stems
    if any(rest in stems for _, rest in splits(word)):
        return True
    suffix = object_suffix(word)
    return suffix is not None and any(rest in language.trie for _, rest in splits(word[: -len(suffix)]))


def cuts_of(doc: Annotated) -> tuple[int, ...]:
    """Return the tokens that no expression crosses, the end of the text last."""
    tokens = doc.tokens
    signs = STOPS | COMMAS
    found = {place for place, kind in enumerate(tokens.kinds) if kind == "b" or (kind == "p" and tokens.words[place] in signs)}
    found.update(hit.first for hit in doc.hits if hit.kind == "clause" and hit.detail[:1] == ("break",))
    return (*sorted(found), len(tokens))
