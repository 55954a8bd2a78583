"""What does a reading look like in the shape of the annotation guide?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from mahdar.records.claim import ActorClaim, AgreementClaim, Claim, EventClaim, MeetingClaim, StanceClaim, StatementClaim
from mahdar.records.reading import Reading
from mahdar.records.value import value_of

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"


def gold_reading(reading: Reading) -> dict[str, Json]:
    """Return a reading as `actors, meetings, statements, stances, agreements, events`."""
    claims = reading.claims
    letters = reading.text.letters
    return {
        "id": reading.text.name,
        "actors": {
            "states": [claim.actor for claim in _of(claims, "state")],
            "orgs": [claim.actor for claim in _of(claims, "org")],
            "persons": [
                {"name": value_of(claim.name), "of": value_of(claim.of), "role": value_of(claim.role)}
                for claim in _of(claims, "person")
            ],
        },
        "meetings": [_meeting(claim, letters) for claim in claims if isinstance(claim, MeetingClaim)],
        "statements": [
            _statement(claim, letters) for claim in claims if isinstance(claim, StatementClaim) and claim.voice == "attributed"
        ],
        "stances": [_stance(claim, letters) for claim in claims if isinstance(claim, StanceClaim)],
        "agreements": [_agreement(claim, letters) for claim in claims if isinstance(claim, AgreementClaim)],
        "events": [_event(claim, letters) for claim in claims if isinstance(claim, EventClaim) and not claim.alleged],
    }


def _of(claims: Iterable[Claim], kind: str) -> list[ActorClaim]:
    """Return the actors of one type."""
    return [claim for claim in claims if isinstance(claim, ActorClaim) and claim.type == kind]


def _meeting(claim: MeetingClaim, letters: str) -> dict[str, Json]:
    """Return a meeting in the guide's shape."""
    place, day = value_of(claim.place), value_of(claim.day)
    return {
        "who": [{"name": party.name, "of": party.of} for party in claim.parties],
        "when": guide_date(day.edtf) if day else None,
        "where": {"city": place.city, "country": place.country} if place else None,
        "format": value_of(claim.format) or "unknown",
        "forum": value_of(claim.forum),
        "ordinal": value_of(claim.ordinal),
        "status": claim.status.value,
        "central": claim.central,
        "evidence": letters[claim.anchor.evidence.start : claim.anchor.evidence.end],
    }


def _statement(claim: StatementClaim, letters: str) -> dict[str, Json]:
    """Return a statement in the guide's shape."""
    return {
        "speaker": {"name": value_of(claim.speaker), "of": value_of(claim.of)},
        "kind": claim.mode,
        "text": letters[claim.content.start : claim.content.end],
        "via": value_of(claim.via),
    }


def _stance(claim: StanceClaim, letters: str) -> dict[str, Json]:
    """Return a position in the guide's shape; a file that could not be told is `other`."""
    return {
        "actor": claim.actor,
        "stance": claim.stance.value,
        "object": letters[claim.object.start : claim.object.end],
        "toward": value_of(claim.toward),
        "issue": value_of(claim.issue) or "other",
        "evidence": letters[claim.anchor.evidence.start : claim.anchor.evidence.end],
    }


def _agreement(claim: AgreementClaim, letters: str) -> dict[str, Json]:
    """Return an agreement in the guide's shape."""
    return {
        "parties": list(claim.parties),
        "status": claim.status.value,
        "text": letters[claim.content.start : claim.content.end],
    }


def _event(claim: EventClaim, letters: str) -> dict[str, Json]:
    """Return an event in the guide's shape."""
    return {
        "type": claim.type.value,
        "actor": list(claim.actors),
        "recipient": list(claim.recipients),
        "evidence": letters[claim.anchor.evidence.start : claim.anchor.evidence.end],
    }


def guide_date(edtf: str) -> str | None:
    """Return an EDTF day or interval as the guide writes it: the day, else the month or year that holds it whole.

    >>> guide_date("2024-07-25/2024-07-26"), guide_date("2024-12-30/2025-01-02"), guide_date("../2024-04-09")
    ('2024-07', None, None)
    """
    bounds = edtf.rstrip("?~").split("/")
    if ".." in bounds or "" in bounds:
        return None
    if len(bounds) == 1:
        return bounds[0]
    shared = [a for a, b in zip(bounds[0].split("-"), bounds[1].split("-"), strict=False) if a == b]
    same = 0
    for a, b in zip(bounds[0].split("-"), bounds[1].split("-"), strict=False):
        if a != b:
            break
        same += 1
    return "-".join(shared[:same][:2]) or None
