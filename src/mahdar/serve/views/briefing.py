"""Which lines does a briefing of chosen records, or of what a search finds, hold?"""

from __future__ import annotations

from collections.abc import Iterable
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
from mahdar.export.views.meeting import Meeting, meeting_of
from mahdar.export.views.shelf import open_shelf
from mahdar.records.record import Record
from mahdar.store.database import Store
from mahdar.store.query import Tombstone, find_record
from mahdar.store.search.find import Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingView:
    """A briefing: what it is called, its lines by kind, and the ids that are no more."""

    title: str
    meetings: tuple[Meeting, ...]
    agreements: tuple[AgreementLine, ...]
    stances: tuple[StanceLine, ...]
    statements: tuple[StatementLine, ...]
    events: tuple[EventLine, ...]
    reports: tuple[Hit, ...]
    gone: tuple[str, ...]


def briefing_view(store: Store, ids: Iterable[str], means: Means, *, title: str, hits: tuple[Hit, ...] = ()) -> BriefingView:
    """Return a briefing of records, by any id that they ever had, and of hits: a hit of a record is that record."""
    asked = dict.fromkeys([*ids, *[hit.record_id for hit in hits if hit.record_id]])
    found = {name: find_record(store, name) for name in asked}
    records = list({one.record_id: one for one in found.values() if isinstance(one, Record)}.values())
    shelf = open_shelf(store, (member.article_id for record in records for member in record.group.members))
    members = [member for record in records for member in record.group.members]
    named = {member.claim_id: record.record_id for record in records for member in record.group.members}
    return BriefingView(
        title=title,
        meetings=tuple(meeting_of(record, shelf, means) for record in records if record.group.kind == "meeting"),
        agreements=told_once(agreement_lines(members, shelf), named),
        stances=told_once(stance_lines(members, shelf), named),
        statements=told_once(statement_lines(members, shelf), named),
        events=told_once(event_lines(members, shelf), named),
        reports=tuple(hit for hit in hits if not hit.record_id),
        gone=tuple(name for name, one in found.items() if isinstance(one, Tombstone)),
    )
