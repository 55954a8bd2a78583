"""What is on record of one meeting, from whom, and what do people say of it?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

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
    told_once,
)
from mahdar.export.views.means import Means
from mahdar.export.views.meeting import Meeting, meeting_of, sides_of
from mahdar.export.views.shelf import Shelf, open_shelf
from mahdar.records.claim import ActorClaim, CapacityClaim, InitiativeClaim, MeetingClaim, StatementClaim, TimingClaim
from mahdar.records.group import Member
from mahdar.records.record import Record
from mahdar.records.value import value_of
from mahdar.serve.views.other import OtherView, judged_of, other_of
from mahdar.store.about import records_of_field, records_of_ids, records_of_sides
from mahdar.store.database import Store
from mahdar.store.judgements import Judged
from mahdar.store.membership import records_of_articles
from mahdar.store.query import Tombstone, claims_of, find_record, updated_at

TOLD_OF = (StatementClaim, InitiativeClaim, CapacityClaim, TimingClaim)
"""Claims that name the meeting to which they belong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another record, in which relation it stands, and why."""

    meeting: Meeting
    relation: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The meetings right before and after one: of the same sides, of its series, or in its forum."""

    kind: Literal["pair", "series", "forum"]
    name: str | None
    previous: Meeting | None
    next: Meeting | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """One record with all that its page shows."""

    asked: str
    """The id that was asked for; another than the record's own where that was redirected."""
    meeting: Meeting
    updated: str
    statements: tuple[StatementLine, ...]
    stances: tuple[StanceLine, ...]
    agreements: tuple[AgreementLine, ...]
    events: tuple[EventLine, ...]
    initiatives: tuple[InitiativeLine, ...]
    capacities: tuple[CapacityLine, ...]
    timings: tuple[TimingLine, ...]
    judged: tuple[Judged, ...]
    related: tuple[Related, ...]
    neighbours: tuple[Neighbours, ...]


def record_of(store: Store, record_id: str, means: Means) -> RecordView | OtherView | Tombstone:
    """Return what the page of a record shows, by any id that it ever had; a retired record leaves a tombstone."""
    record = find_record(store, record_id)
    if isinstance(record, Tombstone):
        return record
    if record.group.kind != "meeting":
        return other_of(store, record_id, record)
    rows = _rows(store, record)
    linked = records_of_ids(store, (link.other for link in record.links))
    shelf = open_shelf(store, _articles([record, *linked, *(other for row in rows for other in row.records)]))
    meeting = meeting_of(record, shelf, means)
    told = _told(store, meeting)
    named = records_of_articles(store, dict.fromkeys(article.article_id for article in meeting.sources))
    known = {other.record_id: other for other in linked}
    return RecordView(
        asked=record_id,
        meeting=meeting,
        updated=updated_at(store, record.record_id),
        statements=told_once(statement_lines(told, shelf), named),
        stances=told_once(stance_lines(told, shelf), named),
        agreements=told_once(agreement_lines(told, shelf), named),
        events=told_once(event_lines(told, shelf), named),
        initiatives=initiative_lines(told, shelf),
        capacities=told_once(capacity_lines(told, shelf), named),
        timings=told_once(timing_lines(told, shelf), named),
        judged=judged_of(store, meeting.members),
        related=tuple(
            Related(meeting=meeting_of(known[link.other], shelf, means), relation=link.relation, why=link.why)
            for link in record.links
            if link.other in known
        ),
        neighbours=tuple(_neighbours(meeting, row, shelf, means) for row in rows if row.records),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """Other records that stand in a row with one."""

    kind: Literal["pair", "series", "forum"]
    name: str | None
    records: tuple[Record, ...]


def _rows(store: Store, record: Record) -> tuple[_Row, ...]:
    """Return the rows in which a record stands: that of its sides, of its series, of its forum."""
    sides = sides_of(record)
    claims = [member.claim for member in record.group.members if isinstance(member.claim, MeetingClaim)]
    series = next((name for claim in claims if (name := value_of(claim.series))), None)
    forum = next((name for claim in claims if (name := value_of(claim.forum_id))), None)
    same = [one for one in records_of_sides(store, sides) if set(sides_of(one)) == set(sides)] if sides else []
    rows = [
        _Row(kind="pair", name=None, records=_others(same, record)),
        _Row(kind="series", name=series, records=_others(records_of_field(store, "series", series), record) if series else ()),
        _Row(kind="forum", name=forum, records=_others(records_of_field(store, "forum_id", forum), record) if forum else ()),
    ]
    return tuple(rows)


def _others(records: Iterable[Record], record: Record) -> tuple[Record, ...]:
    return tuple(one for one in records if one.record_id != record.record_id)


def _articles(records: Iterable[Record]) -> list[str]:
    return [member.article_id for record in records for member in record.group.members]


def _told(store: Store, meeting: Meeting) -> tuple[Member, ...]:
    """Return the claims of the sources that belong to this meeting: those that name it, and those of sides that met in it."""
    own = {(member.article_id, member.claim.anchor.key) for member in meeting.members}
    found: list[Member] = []
    for article in dict.fromkeys(meeting.sources):
        members = claims_of(store, article.article_id)
        lead = _lead(members)
        is_lead = (article.article_id, lead) in own
        for member in members:
            if isinstance(member.claim, ActorClaim | MeetingClaim):
                continue
            said_in = member.claim.meeting if isinstance(member.claim, TOLD_OF) else None
            if (article.article_id, said_in) in own or (said_in is None and is_lead):
                found.append(member)
    return tuple(found)


def _lead(members: Sequence[Member]) -> str | None:
    """Return the key of the first meeting that an article is about: what names no meeting is told with that one."""
    return next((m.claim.anchor.key for m in members if isinstance(m.claim, MeetingClaim) and m.claim.central), None)


def _neighbours(meeting: Meeting, row: _Row, shelf: Shelf, means: Means) -> Neighbours:
    """Return the meetings of a row before and after one."""
    others = [meeting_of(other, shelf, means) for other in row.records]
    before = [other for other in others if other.order() < meeting.order()]
    after = [other for other in others if other.order() > meeting.order()]
    return Neighbours(
        kind=row.kind,
        name=row.name,
        previous=max(before, key=Meeting.order, default=None),
        next=min(after, key=Meeting.order, default=None),
    )
