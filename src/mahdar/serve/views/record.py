"""What is on record of one meeting, from whom, and what do people say of it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
from mahdar.export.views.shelf import open_shelf
from mahdar.records.claim import ActorClaim, MeetingClaim, StatementClaim
from mahdar.records.group import Member
from mahdar.records.record import Record
from mahdar.serve.views.other import OtherView, other_of
from mahdar.store.database import Store
from mahdar.store.judgements import Judged, find_judgements
from mahdar.store.membership import records_of_articles
from mahdar.store.query import Tombstone, claims_of, find_record, find_records, updated_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another record, in which relation it stands, and why."""

    meeting: Meeting
    relation: str
    why: str


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
    judged: tuple[Judged, ...]
    related: tuple[Related, ...]
    previous: Meeting | None
    next: Meeting | None


def record_of(store: Store, record_id: str, means: Means) -> RecordView | OtherView | Tombstone:
    """Return what the page of a record shows, by any id that it ever had; a retired record leaves a tombstone."""
    record = find_record(store, record_id)
    if isinstance(record, Tombstone):
        return record
    if record.group.kind != "meeting":
        return other_of(store, record_id, record)
    others = [other for other in find_records(store, kind="meeting") if other.record_id != record.record_id]
    shelf = open_shelf(store, _articles([record, *_near(record, others)]))
    meeting = meeting_of(record, shelf, means)
    told = _told(store, meeting)
    named = records_of_articles(store, shelf.texts)
    same_sides = [meeting_of(other, shelf, means) for other in others if set(sides_of(other)) == set(meeting.sides)]
    before, after = _neighbours(meeting, same_sides)
    known = {other.record_id: other for other in others}
    return RecordView(
        asked=record_id,
        meeting=meeting,
        updated=updated_of(store)[record.record_id],
        statements=told_once(statement_lines(told, shelf), named),
        stances=told_once(stance_lines(told, shelf), named),
        agreements=told_once(agreement_lines(told, shelf), named),
        events=told_once(event_lines(told, shelf), named),
        judged=_judged(store, meeting),
        related=tuple(
            Related(meeting=meeting_of(known[link.other], shelf, means), relation=link.relation, why=link.why)
            for link in record.links
            if link.other in known
        ),
        previous=before,
        next=after,
    )


def _near(record: Record, others: Sequence[Record]) -> list[Record]:
    """Return the records that the page names: those linked, and those of the same sides."""
    linked, sides = {link.other for link in record.links}, set(sides_of(record))
    return [other for other in others if other.record_id in linked or set(sides_of(other)) == sides]


def _articles(records: Sequence[Record]) -> list[str]:
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
            said_in = member.claim.meeting if isinstance(member.claim, StatementClaim) else None
            if (article.article_id, said_in) in own or (said_in is None and is_lead):
                found.append(member)
    return tuple(found)


def _lead(members: Sequence[Member]) -> str | None:
    """Return the key of the first meeting that an article is about: what names no meeting is told with that one."""
    return next((m.claim.anchor.key for m in members if isinstance(m.claim, MeetingClaim) and m.claim.central), None)


def _judged(store: Store, meeting: Meeting) -> tuple[Judged, ...]:
    """Return what people said of the claims of a record."""
    claims = {member.claim_id for member in meeting.members}
    return tuple(one for one in find_judgements(store) if any(spot.claim_id in claims for spot in one.attachments))


def _neighbours(meeting: Meeting, others: Sequence[Meeting]) -> tuple[Meeting | None, Meeting | None]:
    """Return the meetings of the same sides before and after this one."""
    before = [other for other in others if other.order() < meeting.order()]
    after = [other for other in others if other.order() > meeting.order()]
    return max(before, key=Meeting.order, default=None), min(after, key=Meeting.order, default=None)
