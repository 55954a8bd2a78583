"""What does each report tell of each field, and do two reports agree on it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import TypeAlias

from mahdar.language.language import Language
from mahdar.merge.contradict import is_one_city
from mahdar.merge.days import days_of, relate
from mahdar.merge.people import Who, is_one_person, who_is
from mahdar.merge.words import plain_words
from mahdar.records.annotated import When
from mahdar.records.claim import Claim, MeetingClaim, Party, Place
from mahdar.records.value import Missing, Value, Words

Held: TypeAlias = "Value[object] | Missing"
PERSON = "person:"
"""How the name of the field of one person begins; the side and the id or name follow."""
APART = frozenset({"call", "letter"})
"""Forms that no other form holds."""


def told_fields(claim: Claim) -> dict[str, Held]:
    """Return the fields of a claim that hold a value or a reason; of a meeting its sides too."""
    found: dict[str, Held] = {}
    if isinstance(claim, MeetingClaim):
        found["sides"] = _sides(claim)
    for each in fields(claim):
        held = getattr(claim, each.name)
        if isinstance(held, Value | Missing):
            found[each.name] = held
    return found


def agree(name: str, one: object, other: object, language: Language) -> bool:
    """Return True where two values of a field may both be right: a month holds its day, a state its city, a visit its talks.

    The level follows from who is named, so it is never in dispute by itself.
    """
    if one == other or name == "level" or name.startswith(PERSON):
        return True
    if name == "form":
        return APART.isdisjoint((one, other))
    if isinstance(one, When) and isinstance(other, When):
        mine, his = days_of(one), days_of(other)
        return mine is not None and his is not None and relate(mine, his) not in {"apart", "near", "next"}
    if isinstance(one, Place) and isinstance(other, Place):
        same_state = not (one.country and other.country) or one.country == other.country
        return same_state and (not (one.city_id and other.city_id) or is_one_city(one.city_id, other.city_id))
    if isinstance(one, str) and isinstance(other, str):
        mine_words, his_words = (set(plain_words(text, language.folding)) for text in (one, other))
        return bool(mine_words) and bool(his_words) and (mine_words <= his_words or his_words <= mine_words)
    return False


def told_people(claims: Mapping[str, Claim], language: Language) -> dict[str, dict[str, Held]]:
    """Return for each person whom any of some meetings names what each of them tells: the name, or that it names none."""
    rows: list[tuple[str, Who, str, dict[str, Held]]] = []
    for claim_id, claim in claims.items():
        for party in claim.parties if isinstance(claim, MeetingClaim) else ():
            who = who_is(party.actor, party.name, language)
            if who is None or not isinstance(claim, MeetingClaim):
                continue
            side = party.of or ""
            row = next((told for of, known, _, told in rows if of == side and is_one_person(known, who)), None)
            if row is None:
                row = {}
                rows.append((side, who, party.name or str(party.actor), row))
            row.setdefault(claim_id, _named(claim, party))
    absent = Missing(reason="absent", rule="settle.person")
    return {
        f"{PERSON}{side}:{who.actor or label}": {claim_id: row.get(claim_id, absent) for claim_id in claims}
        for side, who, label, row in rows
    }


def _named(claim: MeetingClaim, party: Party) -> Held:
    name = party.name or str(party.actor)
    return Value(value=name, certainty="stated", basis="words", rule=party.rule, evidence=tuple(_words_of(claim, party)))


def fullness(held: object) -> int:
    """Return how exact a value is; of values that agree the most exact is shown."""
    if isinstance(held, When):
        return -(held.precision or 9)
    if isinstance(held, Place):
        return (held.city_id is not None) * 2 + (held.country is not None)
    return len(held) if isinstance(held, tuple) else 0


def _sides(claim: MeetingClaim) -> Held:
    sides = tuple(sorted({party.of for party in claim.parties if party.of}))
    if not sides:
        return Missing(reason="absent", rule="settle.sides")
    return Value(value=sides, certainty="stated", basis="words", rule="settle.sides", evidence=tuple(_words(claim)))


def _words(claim: MeetingClaim) -> Iterator[Words]:
    for party in claim.parties:
        yield from _words_of(claim, party)


def _words_of(claim: MeetingClaim, party: Party) -> Iterator[Words]:
    for span in party.evidence:
        yield Words(text=claim.anchor.text, start=span.start, end=span.end)
