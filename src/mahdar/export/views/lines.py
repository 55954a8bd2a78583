"""What was said, held, agreed and done, one line a claim?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from mahdar.export.views.beside import CapacityLine, TimingLine
from mahdar.export.views.shelf import Cite, Shelf
from mahdar.records.claim import AgreementClaim, EventClaim, Hop, StanceClaim, StatementClaim
from mahdar.records.group import Member
from mahdar.records.value import value_of


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """What somebody is reported to have said; `cite` holds its words, `also` those of other reports of the same."""

    claim_id: str
    speaker: str | None
    actor: str | None
    of: str | None
    mode: str
    act: str
    via: str | None
    chain: tuple[Hop, ...]
    voice: str
    complete: bool
    cite: Cite
    also: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceLine:
    """A position: whose, which, on what words, toward whom; `cite` holds its sentence."""

    claim_id: str
    actor: str
    stance: str
    object: Cite
    toward: str | None
    issue: str | None
    negated: bool
    hedged: bool
    cite: Cite
    also: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """What sides agreed, signed, planned or called off."""

    claim_id: str
    parties: tuple[str, ...]
    status: str
    cite: Cite
    also: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """An event of one of the sixteen types: who did it to whom; `unnamed` are the words for an adversary without a name."""

    claim_id: str
    type: str
    mode: str | None
    context: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    unnamed: tuple[Cite, ...]
    alleged: bool
    cite: Cite
    also: tuple[Cite, ...] = ()


L = TypeVar("L", bound="StatementLine | StanceLine | AgreementLine | EventLine | CapacityLine | TimingLine")


def told_once(lines: Iterable[L], records: Mapping[str, str]) -> tuple[L, ...]:
    """Return one line for each record, with the words of its other sources under `also`; what is in no record stands alone."""
    first: dict[str, L] = {}
    for line in lines:
        name = records.get(line.claim_id, line.claim_id)
        first[name] = replace(first[name], also=(*first[name].also, line.cite)) if name in first else line
    return tuple(first.values())


def statement_lines(members: Iterable[Member], shelf: Shelf) -> tuple[StatementLine, ...]:
    """Return the statements among some claims, in their order."""
    return tuple(_statement(member, member.claim, shelf) for member in members if isinstance(member.claim, StatementClaim))


def stance_lines(members: Iterable[Member], shelf: Shelf) -> tuple[StanceLine, ...]:
    """Return the positions among some claims, in their order."""
    return tuple(_stance(member, member.claim, shelf) for member in members if isinstance(member.claim, StanceClaim))


def agreement_lines(members: Iterable[Member], shelf: Shelf) -> tuple[AgreementLine, ...]:
    """Return the agreements among some claims, in their order."""
    return tuple(
        AgreementLine(
            claim_id=member.claim_id,
            parties=claim.parties,
            status=claim.status.value,
            cite=shelf.cite(member.article_id, claim.content),
        )
        for member in members
        if isinstance(claim := member.claim, AgreementClaim)
    )


def event_lines(members: Iterable[Member], shelf: Shelf) -> tuple[EventLine, ...]:
    """Return the events among some claims, in their order."""
    return tuple(
        EventLine(
            claim_id=member.claim_id,
            type=claim.type.value,
            mode=value_of(claim.mode),
            context=value_of(claim.context),
            actors=claim.actors,
            recipients=claim.recipients,
            unnamed=tuple(shelf.cite(member.article_id, span) for span in claim.unnamed),
            alleged=claim.alleged,
            cite=shelf.cite(member.article_id, claim.anchor.evidence),
        )
        for member in members
        if isinstance(claim := member.claim, EventClaim)
    )


def _statement(member: Member, claim: StatementClaim, shelf: Shelf) -> StatementLine:
    return StatementLine(
        claim_id=member.claim_id,
        speaker=value_of(claim.speaker),
        actor=claim.speaker_actor,
        of=value_of(claim.of),
        mode=claim.mode,
        act=claim.act.value,
        via=value_of(claim.via),
        chain=claim.chain,
        voice=claim.voice,
        complete=claim.complete,
        cite=shelf.cite(member.article_id, claim.content),
    )


def _stance(member: Member, claim: StanceClaim, shelf: Shelf) -> StanceLine:
    return StanceLine(
        claim_id=member.claim_id,
        actor=claim.actor,
        stance=claim.stance.value,
        object=shelf.cite(member.article_id, claim.object),
        toward=value_of(claim.toward),
        issue=value_of(claim.issue),
        negated=claim.negated,
        hedged=claim.hedged,
        cite=shelf.cite(member.article_id, claim.anchor.evidence),
    )
