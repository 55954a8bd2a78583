"""Which listed people, states, organisations and cities do some words name?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import simplemma
from rapidfuzz.fuzz import ratio

from mahdar.arabic.lemma import Lemmas
from mahdar.arabic.tokens import tokenize
from mahdar.language.language import Language
from mahdar.language.patterns import find
from mahdar.language.tables import Person

FORMS = {
    "person": frozenset({"full", "famous", "alias", "family"}),
    "state": frozenset({"short", "official", "press"}),
    "org": frozenset({"full", "short", "press", "latin"}),
}
"""The forms that are spellings of a name; a capital or an adjective stands for a state and does not spell it."""
FAMILY = "family"
LIKE = 70
"""How alike two Latin spellings of a given name must be, of 100."""
LONGEST = 100
"""Letters of a word that count: PostgreSQL takes no term of more than two kilobytes."""
SURNAME = 4
"""Letters that a Latin family name has at least, to stand alone."""


class Named(NamedTuple):
    """A listed name at tokens [first, last), after the letters of `prefix`; `sure` unless a family name may be a plain word's."""

    first: int
    last: int
    prefix: str
    id: str
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexis:
    """What search knows of words: the language, the lemmas, and the English names of what is listed."""

    language: Language
    lemmas: Lemmas
    english: Mapping[tuple[str, ...], tuple[str, ...]]
    """Ids by the words of a full English name."""
    families: Mapping[str, tuple[tuple[str, str], ...]]
    """Given name and id of each listed person by the English family name."""


def open_lexis(language: Language) -> Lexis:
    """Return what search needs, from a language."""
    world = language.world
    english: dict[tuple[str, ...], tuple[str, ...]] = {}
    families: dict[str, tuple[tuple[str, str], ...]] = {}
    cities = ((name, city) for city, (_, name) in world.cities.items())
    sides = ((name, code) for table in (world.states, world.orgs) for code, name in table.items())
    people = [(person.english, person.id) for person in world.people.values()]
    for name, ident in (*sides, *cities, *people):
        words = latin_words(name)
        english[words] = (*english.get(words, ()), ident)
    for person in world.people.values():
        words = latin_words(person.english)
        family, given = (words[0], words[-1]) if _is_family_first(person, language) else (words[-1], words[0])
        if len(family) >= SURNAME or family == words[0]:
            families[family] = (*families.get(family, ()), (given, person.id))
    return Lexis(language=language, lemmas=Lemmas(language.folding), english=english, families=families)


def _is_family_first(person: Person, language: Language) -> bool:
    """Return True where the family name opens the full one, as in China, Korea and Vietnam: the Arabic names tell."""
    tokens = tokenize(person.arabic, language.folding)
    opens = find(language.trie, tokens.words[:1], tokens.kinds[:1])
    return len(tokens.words) > 1 and any(hit.entry == person.id and hit.form == FAMILY for hit in opens)


def latin_words(name: str) -> tuple[str, ...]:
    """Return the words of a Latin name without accents, in small letters.

    >>> latin_words("Blaise Compaor\N{LATIN SMALL LETTER E WITH ACUTE}")
    ('blaise', 'compaore')
    """
    tokens = tokenize(name, {})
    return tuple(plain(word) for word, kind in zip(tokens.words, tokens.kinds, strict=True) if kind in "wn")


def names_in(words: Sequence[str], kinds: str, written: Sequence[str], lexis: Lexis) -> tuple[Named, ...]:
    """Return the listed names among folded tokens; a longer phrase that means something else hides those inside it."""
    hits = find(lexis.language.trie, words, kinds)
    taken = [(hit.first, hit.last) for hit in hits if hit.kind == "other"]
    found = []
    bearers: dict[tuple[int, int], int] = {}
    for hit in hits:
        if hit.form == FAMILY:
            bearers[hit.first, hit.last] = bearers.get((hit.first, hit.last), 0) + 1
    for hit in hits:
        allowed = hit.kind == "city" or hit.form in FORMS.get(hit.kind, ())
        if not allowed or "weak" in hit.detail or any(first <= hit.first and hit.last <= last for first, last in taken):
            continue
        sure = hit.form != FAMILY or (bearers[hit.first, hit.last] == 1 and not _is_plain(written[hit.first : hit.last]))
        found.append(Named(hit.first, hit.last, hit.prefix, hit.entry, sure))
    return tuple(_outermost(found))


def english_names(words: Sequence[str], lexis: Lexis) -> tuple[Named, ...]:
    """Return the listed names that Latin words spell: in full, or a family name after a given name much like the listed one."""
    found: list[Named] = []
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            ids = lexis.english.get(tuple(words[first:last]), ())
            found += [Named(first, last, "", ident, True) for ident in ids]
    for place, word in enumerate(words):
        bearers = lexis.families.get(word, ())
        before = words[place - 1] if place else ""
        alike = [ident for given, ident in bearers if before[:1] == given[:1] and ratio(before, given) >= LIKE]
        found += [Named(place - 1, place + 1, "", ident, True) for ident in alike]
        found += [Named(place, place + 1, "", ident, False) for _, ident in bearers]
    return tuple(_outermost(found))


def plain(word: str) -> str:
    """Return a folded word without the accents of Latin letters and without ligatures.

    >>> plain("erdo\N{LATIN SMALL LETTER G WITH BREVE}an")
    'erdogan'
    """
    if word.isascii() or all("\N{ARABIC LETTER HAMZA}" <= c <= "\N{ARABIC LETTER AE}" for c in word):
        return word[:LONGEST]
    return ("".join(c for c in unicodedata.normalize("NFKD", word) if c.isalnum()).lower() or word)[:LONGEST]


def _outermost(found: Iterable[Named]) -> list[Named]:
    """Return the names that do not stand inside a longer one."""
    names = list(dict.fromkeys(found))
    spans = {(name.first, name.last) for name in names}

    def is_inside(name: Named) -> bool:
        here = (name.first, name.last)
        return any(first <= name.first and name.last <= last and (first, last) != here for first, last in spans)

    return [name for name in names if not is_inside(name)]


def _is_plain(written: Sequence[str]) -> bool:
    """Return True where a family name is a word that the dictionary has as well."""
    return any(bool(word) and simplemma.is_known(word, lang="ar") for word in written)
