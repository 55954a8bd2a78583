"""Which meetings are on record, those last reported first?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.export.views.means import Means
from mahdar.export.views.meeting import Meeting, meeting_of
from mahdar.export.views.shelf import open_shelf
from mahdar.serve.views.documents import PAGE, Sheet
from mahdar.store.about import records_of_kind
from mahdar.store.counts import holdings_of
from mahdar.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsView:
    """One page of all meetings, those last reported first."""

    meetings: tuple[Meeting, ...]
    sheet: Sheet


def meetings_of(store: Store, means: Means, *, page: int) -> MeetingsView:
    """Return one page of all meetings."""
    records = records_of_kind(store, "meeting", limit=PAGE, offset=(page - 1) * PAGE)
    shelf = open_shelf(store, (member.article_id for record in records for member in record.group.members))
    sheet = Sheet(page=page, many=holdings_of(store).of("meeting"))
    return MeetingsView(meetings=tuple(meeting_of(record, shelf, means) for record in records), sheet=sheet)
