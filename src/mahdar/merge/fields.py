"""What does each report tell of each field, and do two reports agree on it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TypeAlias

from mahdar.language.language import Language
from mahdar.merge.contradict import is_one_city
from mahdar.merge.days import days_of, relate
from mahdar.merge.people import is_one_person, who_is
from mahdar.merge.words import plain_words
from mahdar.records.annotated import When
from mahdar.records.claim import Claim, MeetingClaim, Place
from mahdar.records.value import Missing, Value, Words

Held: TypeAlias = "Value[object] | Missing"
Person: TypeAlias = tuple[str, str, str | None]
"""Side, name or listed id, and the id."""


def told_fields(claim: Claim) -> dict[str, Held]:
    """Return the fields of a claim that hold a value or a reason; of a meeting its sides and people too."""
    found: dict[str, Held] = {}
    if isinstance(claim, MeetingClaim):
        found["sides"], found["people"] = _sides(claim), _people(claim)
    for each in fields(claim):
        held = getattr(claim, each.name)
        if isinstance(held, Value | Missing):
            found[each.name] = held
    return found


def agree(one: object, other: object, language: Language) -> bool:
    """Return True where two values of one field may both be right: a month holds its day, a state its city."""
    if isinstance(one, When) and isinstance(other, When):
        mine, his = days_of(one), days_of(other)
        return one == other if mine is None or his is None else relate(mine, his) not in {"apart", "near", "next"}
    if isinstance(one, Place) and isinstance(other, Place):
        same_state = not (one.country and other.country) or one.country == other.country
        return same_state and (not (one.city_id and other.city_id) or is_one_city(one.city_id, other.city_id))
    if isinstance(one, str) and isinstance(other, str):
        mine_words, his_words = (set(plain_words(text, language.folding)) for text in (one, other))
        return one == other or (bool(mine_words) and bool(his_words) and (mine_words <= his_words or his_words <= mine_words))
    if isinstance(one, tuple) and isinstance(other, tuple) and _are_people(one) and _are_people(other):
        return not [side for side in {person[0] for person in one} if not _share(side, one, other, language)]
    return one == other


def fullness(held: object) -> int:
    """Return how exact a value is; of values that agree the most exact is shown."""
    if isinstance(held, When):
        return -(held.precision or 9)
    if isinstance(held, Place):
        return (held.city_id is not None) * 2 + (held.country is not None)
    return len(held) if isinstance(held, str | tuple) else 0


def _sides(claim: MeetingClaim) -> Held:
    sides = tuple(sorted({party.of for party in claim.parties if party.of}))
    if not sides:
        return Missing(reason="absent", rule="settle.sides")
    return Value(value=sides, certainty="stated", basis="words", rule="settle.sides", evidence=tuple(_words(claim)))


def _people(claim: MeetingClaim) -> Held:
    people: tuple[Person, ...] = tuple(
        sorted((party.of or "", party.name or party.actor or "", party.actor) for party in claim.parties if party.actor)
    )
    if not people:
        return Missing(reason="absent", rule="settle.people")
    return Value(value=people, certainty="stated", basis="words", rule="settle.people", evidence=tuple(_words(claim)))


def _words(claim: MeetingClaim) -> Iterator[Words]:
    for party in claim.parties:
        for span in party.evidence:
            yield Words(text=claim.anchor.text, start=span.start, end=span.end)


def _are_people(held: tuple[object, ...]) -> bool:
    return all(isinstance(one, tuple) and len(one) == 3 for one in held)


def _share(side: str, one: tuple[object, ...], other: tuple[object, ...], language: Language) -> bool:
    """Return True where both name a person of a side in common, or one names none."""
    mine, his = ([who_is(person[2], person[1], language) for person in people if person[0] == side] for people in (one, other))  # type: ignore[index]
    return not his or any(is_one_person(a, b) for a in mine if a for b in his if b)
