"""What is on record of a statement, a position, an agreement, an event, a document or a name, and from whom?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mahdar.export.views.beside import (
    CapacityLine,
    InitiativeLine,
    TimingLine,
    capacity_lines,
    initiative_lines,
    timing_lines,
)
from mahdar.export.views.lines import (
    AgreementLine,
    EventLine,
    StanceLine,
    StatementLine,
    agreement_lines,
    event_lines,
    stance_lines,
    statement_lines,
)
from mahdar.export.views.shelf import Cite, open_shelf
from mahdar.records.claim import ActorClaim
from mahdar.records.group import Member
from mahdar.records.record import Record
from mahdar.serve.views.documents import DocumentLine, document_line
from mahdar.store.database import Store
from mahdar.store.judgements import Judged, find_judgements


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """An actor as one article names it: a person only with the side and the title that the article gives."""

    type: str
    actor: str
    name: object
    of: object
    role: object
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherView:
    """A record that is no meeting, with a line for each source."""

    asked: str
    record_id: str
    kind: str
    statements: tuple[StatementLine, ...]
    stances: tuple[StanceLine, ...]
    agreements: tuple[AgreementLine, ...]
    events: tuple[EventLine, ...]
    documents: tuple[DocumentLine, ...]
    namings: tuple[Naming, ...]
    initiatives: tuple[InitiativeLine, ...]
    capacities: tuple[CapacityLine, ...]
    timings: tuple[TimingLine, ...]
    why: tuple[str, ...]
    judged: tuple[Judged, ...]


def other_of(store: Store, asked: str, record: Record) -> OtherView:
    """Return what the page of a record shows that is no meeting."""
    members = sorted(record.group.members, key=lambda one: (one.published or "~", one.article_id, one.claim_id))
    shelf = open_shelf(store, (member.article_id for member in members))
    return OtherView(
        asked=asked,
        record_id=record.record_id,
        kind=record.group.kind,
        statements=statement_lines(members, shelf),
        stances=stance_lines(members, shelf),
        agreements=agreement_lines(members, shelf),
        events=event_lines(members, shelf),
        documents=tuple(line for one in members if (line := document_line(record, one, shelf)) is not None),
        initiatives=initiative_lines(members, shelf),
        capacities=capacity_lines(members, shelf),
        timings=timing_lines(members, shelf),
        namings=tuple(
            Naming(
                type=claim.type,
                actor=claim.actor,
                name=claim.name,
                of=claim.of,
                role=claim.role,
                cite=shelf.cite(member.article_id, claim.anchor.evidence),
            )
            for member in members
            if isinstance(claim := member.claim, ActorClaim)
        ),
        why=record.group.why,
        judged=judged_of(store, members),
    )


def judged_of(store: Store, members: Iterable[Member]) -> tuple[Judged, ...]:
    """Return what people said of the claims of a record."""
    claims = {member.claim_id for member in members}
    return tuple(one for one in find_judgements(store) if any(spot.claim_id in claims for spot in one.attachments))
