"""Which expressions of the lexicon stand here with other words between theirs («imposed, did Washington, sanctions»)?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mahdar.arabic.clitics import CONJUNCTIONS, splits
from mahdar.arabic.letters import ALEF, ARTICLE, LAM, key
from mahdar.arabic.nisba import HEH
from mahdar.arabic.verbs import participle_forms, past_forms, present_forms
from mahdar.language.lexicon import SUFFIXES, noun_forms
from mahdar.language.tables import Sense
from mahdar.records.annotated import Hit

WIDEST = 13
"""Words that may stand between the first word of an expression and its second."""
LOOSEST = 1
"""Words that may stand between two later words: «voiced its (deep) concern»."""
INFLECTIONS = (("past", past_forms), ("present", present_forms), ("active", participle_forms), ("masdar", noun_forms))


class Phrase(NamedTuple):
    """What follows the first word of an expression: each word in the forms it may take; `owner` ends in the subject's pronoun."""

    rest: tuple[frozenset[str], ...]
    bare: str
    kind: str
    sense: str


class Apart(NamedTuple):
    """An expression found: the hit as a whole, and the token where its second word stands."""

    hit: Hit
    tail: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gapped:
    """Expressions of several words: by the written first word its stems, by stem what may follow."""

    stems: Mapping[str, tuple[tuple[str, str, str], ...]]
    """Written word → (stem, form, person)."""
    phrases: Mapping[tuple[str, str], Mapping[str, tuple[Phrase, ...]]]
    """(stem, form) → second word as written → what may follow from there."""


def build_gapped(senses: Iterable[Sense], table: Mapping[int, str]) -> Gapped:
    """Return the expressions of several words of some lexica."""
    stems: dict[str, list[tuple[str, str, str]]] = {}
    phrases: dict[tuple[str, str], dict[str, list[Phrase]]] = {}
    for sense in senses:
        for form, inflect in (*INFLECTIONS, ("passive", _as_it_is)):
            for written in sense.row.words(form):
                head, *rest = written.split()
                phrase = _phrase(sense, rest, table)
                stem = key(head, table)
                if phrase is None or len(stem) < 3:
                    continue
                if (stem, form) not in phrases:
                    for word, person in inflect(stem).items():
                        stems.setdefault(word, []).append((stem, form, person))
                seconds = phrases.setdefault((stem, form), {})
                for second in {*phrase.rest[0], phrase.bare if len(phrase.rest) == 1 else ""} - {""}:
                    seconds.setdefault(second, []).append(phrase)
    return Gapped(
        stems={word: tuple(found) for word, found in stems.items()},
        phrases={place: {second: tuple(found) for second, found in seconds.items()} for place, seconds in phrases.items()},
    )


def _as_it_is(word: str) -> dict[str, str]:
    """Return a passive as the lexicon writes it."""
    return {word: "3ms"}


def _phrase(sense: Sense, rest: list[str], table: Mapping[int, str]) -> Phrase | None:
    """Return what follows the first word, None for nothing; a preposition of one letter at the end is left out."""
    words = [word for place, word in enumerate(rest) if not (len(word) == 1 and place == len(rest) - 1)]
    if not words or any(len(word) == 1 for word in words):
        return None
    owned = words[-1].endswith(HEH) and len(words[-1]) > 3
    last = key(words[-1], table)
    bare = last[:-1] if owned else ""
    forms = [_forms(key(word, table)) for word in words[:-1]]
    ending = frozenset(bare + suffix for suffix in SUFFIXES) if owned else _forms(last)
    return Phrase(rest=(*forms, ending), bare=bare, kind=sense.kind, sense=sense.id)


def _forms(word: str) -> frozenset[str]:
    """Return a folded word with and without the article and the alef of the accusative."""
    if word.startswith(ARTICLE):
        return frozenset({word, word[2:]})
    stem = word[:-1] if word.endswith(ALEF) and len(word) > 4 else word
    return frozenset({word, stem, ARTICLE + stem, stem + ALEF})


def find_gapped(gapped: Gapped, words: Sequence[str], place: int, limit: int) -> list[Apart]:
    """Return the expressions that begin at a place and end before `limit`, the next token that none may cross."""
    found: list[Apart] = []
    for prefix, word in splits(words[place]):
        for stem, form, person in gapped.stems.get(word, ()):
            if prefix and not _may_carry(form, prefix):
                continue
            seconds = gapped.phrases[stem, form]
            for tail in range(place + 1, min(place + 1 + WIDEST, limit)):
                for phrase in seconds.get(words[tail], ()):
                    end = _end(phrase, words, tail, limit)
                    if end:
                        found.append(Apart(Hit(place, end, prefix, phrase.kind, phrase.sense, form, (person,)), tail))
                if found and found[-1].tail == tail:
                    break
    return found


def _may_carry(form: str, prefix: str) -> bool:
    """Return True where the form may stand after a particle: verbs take conjunctions only, a present verb also lam."""
    return form == "masdar" or prefix in CONJUNCTIONS or (form == "present" and prefix[-1] == LAM)


def _end(phrase: Phrase, words: Sequence[str], tail: int, limit: int) -> int | None:
    """Return the place after the last word of an expression whose second word stands at `tail`."""
    if not _fits(phrase, 0, words, tail):
        return None
    place = tail + 1
    for number in range(1, len(phrase.rest)):
        near = range(place, min(place + LOOSEST + 1, limit))
        at = next((other for other in near if _fits(phrase, number, words, other)), None)
        if at is None:
            return None
        place = at + 1
    return place


def _fits(phrase: Phrase, number: int, words: Sequence[str], place: int) -> bool:
    """Return True where a word of the expression stands at a place; «his support» also as «the support of his country»."""
    word = words[place]
    if word in phrase.rest[number]:
        return True
    if not phrase.bare or number != len(phrase.rest) - 1 or word != phrase.bare:
        return False
    after = words[place + 1] if place + 1 < len(words) else ""
    return len(after) > 4 and after.endswith(SUFFIXES) and not after.startswith(ARTICLE)
