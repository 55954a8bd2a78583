"""Whom does a claim name, and which of an article's letters tell it?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
from mahdar.records.value import Span, value_of

LOCAL = "p:"
"""Begins the id of an unlisted person, which holds in one article only."""


def actors_of(claim: Claim) -> tuple[str, ...]:
    """Return the listed actors of a claim and the sides that they act for."""
    return tuple(dict.fromkeys(actor for actor in _actors(claim) if actor and not actor.startswith(LOCAL)))


def people_of(claim: Claim) -> tuple[str, ...]:
    """Return the listed people of a claim: a family name in the text is theirs, as its reading found."""
    return tuple(actor for actor in actors_of(claim) if ":" in actor)


def names_said(claim: Claim) -> tuple[str, ...]:
    """Return the names of people that a claim knows from elsewhere in its article."""
    match claim:
        case MeetingClaim():
            return tuple(dict.fromkeys(party.name for party in claim.parties if party.name))
        case CapacityClaim():
            return tuple(dict.fromkeys(party.name for party in claim.holders if party.name))
        case StatementClaim():
            return tuple(name for name in (value_of(claim.speaker),) if name)
        case _:
            return ()


def spans_of(claim: Claim) -> tuple[Span, ...]:
    """Return the letters that tell a claim, in order, joined where they touch."""
    found: list[Span] = []
    for span in sorted(_spans(claim)):
        if found and span.start <= found[-1].end:
            found[-1] = Span(start=found[-1].start, end=max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _actors(claim: Claim) -> Iterable[str | None]:
    match claim:
        case ActorClaim():
            return (claim.actor, value_of(claim.of))
        case MeetingClaim():
            return [actor for party in claim.parties for actor in (party.actor, party.of)]
        case DocumentClaim():
            return claim.issuers
        case StatementClaim():
            return (claim.speaker_actor, value_of(claim.of))
        case StanceClaim():
            return (claim.actor, value_of(claim.toward))
        case AgreementClaim():
            return claim.parties
        case EventClaim():
            return (*claim.actors, *claim.recipients)
        case InitiativeClaim() | CapacityClaim() | TimingClaim():
            return _actors_beside(claim)


def _actors_beside(claim: InitiativeClaim | CapacityClaim | TimingClaim) -> Iterable[str | None]:
    match claim:
        case InitiativeClaim():
            sponsors, backers = value_of(claim.sponsors), value_of(claim.backers)
            return (*(sponsors or ()), *(backers or ()))
        case CapacityClaim():
            return [*(actor for party in claim.holders for actor in (party.actor, party.of)), value_of(claim.body_id)]
        case TimingClaim():
            return ()


def _spans(claim: Claim) -> Iterator[Span]:
    yield claim.anchor.evidence
    if isinstance(claim, StatementClaim | AgreementClaim):
        yield claim.content
    if isinstance(claim, StanceClaim):
        yield claim.object
