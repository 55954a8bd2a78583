"""What came in since a moment: what two origins tell within hours, what is new, what changed?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.export.views.means import Means
from mahdar.export.views.meeting import Meeting, meeting_of, newest_first
from mahdar.export.views.shelf import open_shelf
from mahdar.serve.views.home import hours_apart
from mahdar.store.about import records_of_ids
from mahdar.store.database import Store
from mahdar.store.news import news_since

MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestView:
    """Meetings that reports are about, each once: breaking before new before changed."""

    since: str
    breaking: tuple[Meeting, ...]
    new: tuple[Meeting, ...]
    changed: tuple[Meeting, ...]
    left_out: int
    """How many more came in than a digest holds."""


def digest_of(store: Store, since: str, means: Means) -> DigestView:
    """Return what came into the store after a moment in ISO 8601."""
    news = [one for one in news_since(store, since) if one.kind == "meeting"]
    new = {one.record_id for one in news if one.is_new}
    records = records_of_ids(store, [one.record_id for one in news[:MOST]])
    shelf = open_shelf(store, (member.article_id for record in records for member in record.group.members))
    meetings = [one for one in newest_first(meeting_of(record, shelf, means) for record in records) if one.central]
    breaking = tuple(one for one in meetings if one.record_id in new and hours_apart(one) is not None)
    told = {one.record_id for one in breaking}
    rest = [one for one in meetings if one.record_id not in told]
    return DigestView(
        since=since,
        breaking=breaking,
        new=tuple(one for one in rest if one.record_id in new),
        changed=tuple(one for one in rest if one.record_id not in new),
        left_out=max(len(news) - MOST, 0),
    )
