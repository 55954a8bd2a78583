"""Which claim of the last reading is this one?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from mahdar.records.claim import (
    ActorClaim,
    AgreementClaim,
    CapacityClaim,
    Claim,
    DocumentClaim,
    EventClaim,
    InitiativeClaim,
    MeetingClaim,
    StanceClaim,
    StatementClaim,
    TimingClaim,
)
from mahdar.records.value import Span, Value, value_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A stored claim; its spans were carried into the text that is read now, None where they are gone or it was retired."""

    claim_id: str
    kind: str
    key: str
    sides: tuple[str, ...]
    trigger: Span | None
    target: Span | None
    evidence: Span | None


def match_claims(held: Sequence[Held], claims: Sequence[Claim]) -> tuple[str | None, ...]:
    """Return for each claim the id that it takes over, None for a new one; `held` comes in the order of its reading.

    The surest way goes first: the same key, the same place, the same evidence and sides, the same trigger and a common side.
    """
    found: dict[int, str] = {}
    free = list(held)
    for likeness in (_by_key, _by_place, _by_evidence, _by_trigger):
        for claim_id, place in _pairs(free, [(i, c) for i, c in enumerate(claims) if i not in found], likeness):
            found[place] = claim_id
        taken = set(found.values())
        free = [one for one in free if one.claim_id not in taken]
    return tuple(found.get(place) for place in range(len(claims)))


def sides_of(claim: Claim) -> tuple[str, ...]:
    """Return the actors whom a claim is about, in order of their ids."""
    return tuple(sorted({side for side in _sides(claim) if side}))


def overlaps(one: Span | None, other: Span | None) -> float:
    """Return how far two spans cover each other, 0 to 1; less than half counts as nothing, unless one holds the other.

    >>> overlaps(Span(start=0, end=10), Span(start=2, end=5)), overlaps(Span(start=0, end=10), Span(start=9, end=20))
    (0.3, 0.0)
    """
    if one is None or other is None:
        return 0.0
    shared = min(one.end, other.end) - max(one.start, other.start)
    if shared <= 0:
        return 0.0
    union = max(one.end, other.end) - min(one.start, other.start)
    is_within = shared == min(one.end - one.start, other.end - other.start)
    return shared / union if is_within or 2 * shared >= union else 0.0


def _sides(claim: Claim) -> Iterable[str | None]:
    match claim:
        case ActorClaim():
            return (claim.actor,)
        case MeetingClaim():
            return (party.of or party.actor or party.name for party in claim.parties)
        case DocumentClaim():
            return claim.issuers
        case StatementClaim():
            return (claim.speaker_actor or value_of(claim.speaker), value_of(claim.of))
        case StanceClaim():
            return (claim.actor, claim.toward.value if isinstance(claim.toward, Value) else None)
        case AgreementClaim():
            return claim.parties
        case EventClaim():
            return (*claim.actors, *claim.recipients)
        case InitiativeClaim() | CapacityClaim() | TimingClaim():
            return _sides_beside(claim)


def _sides_beside(claim: InitiativeClaim | CapacityClaim | TimingClaim) -> Iterable[str | None]:
    match claim:
        case InitiativeClaim():
            sponsors = value_of(claim.sponsors)
            return sponsors or ()
        case CapacityClaim():
            return (party.of or party.actor or party.name for party in claim.holders)
        case TimingClaim():
            return ()


_Likeness = Callable[[Held, Claim], float]


def _pairs(held: Sequence[Held], claims: Sequence[tuple[int, Claim]], likeness: _Likeness) -> Iterable[tuple[str, int]]:
    """Give the likest pairs of one kind, each claim once; at a tie in the order of both readings."""
    pairs = [
        (-score, place, order)
        for order, one in enumerate(held)
        for place, claim in claims
        if (score := _score(one, claim, likeness))
    ]
    places: set[int] = set()
    orders: set[int] = set()
    for _, place, order in sorted(pairs):
        if place not in places and order not in orders:
            places.add(place)
            orders.add(order)
            yield held[order].claim_id, place


def _score(held: Held, claim: Claim, likeness: _Likeness) -> float:
    return likeness(held, claim) if held.kind == claim.kind else 0.0


def _by_key(held: Held, claim: Claim) -> float:
    # Where two claims share a key, their sides tell them apart; a retired one comes back only if no current one fits.
    if held.key != claim.anchor.key:
        return 0.0
    return 1.0 + 2.0 * (held.evidence is not None) + (held.sides == sides_of(claim))


def _by_place(held: Held, claim: Claim) -> float:
    if (held.trigger, held.target) != (claim.anchor.trigger, claim.anchor.target):
        return 0.0
    return 1.0 + (held.sides == sides_of(claim))


def _by_evidence(held: Held, claim: Claim) -> float:
    return overlaps(held.evidence, claim.anchor.evidence) if held.sides == sides_of(claim) else 0.0


def _by_trigger(held: Held, claim: Claim) -> float:
    if not overlaps(held.evidence, claim.anchor.evidence) or set(held.sides).isdisjoint(sides_of(claim)):
        return 0.0
    return overlaps(held.trigger, claim.anchor.trigger)
