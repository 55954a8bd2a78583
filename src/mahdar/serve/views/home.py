"""What is on record, what is new to this reader, and what stands first?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mahdar.export.views.means import Means
from mahdar.export.views.meeting import Meeting, meeting_of
from mahdar.export.views.shelf import Cite, Shelf, open_shelf
from mahdar.records.record import Record
from mahdar.serve.views.pairs import PairLine, pair_lines
from mahdar.store.about import records_of_ids, records_of_kind
from mahdar.store.counts import Count, Holdings, count_field, holdings_of
from mahdar.store.database import Store
from mahdar.store.news import News, last_run, news_since
from mahdar.store.query import Article, newest_articles

MOST_PAIRS = 10
MOST_RECORDS = 12
MOST_NEWS = 10
MOST_ARTICLES = 12
LOOKED_AT = 24
CLOSE = 12
"""Hours within which a second origin makes a report breaking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A record with the words that first told it, and the hours between its first two origins where these are few."""

    meeting: Meeting
    cite: Cite
    hours: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A record that is new to the reader, or that shows something else."""

    meeting: Meeting
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The story that stands first, what is new, the newest records and reports, the most frequent pairs and issues."""

    holdings: Holdings
    read: str | None
    since: str | None
    lead: Story | None
    fresh: tuple[Fresh, ...]
    many_new: int
    meetings: tuple[Meeting, ...]
    pairs: tuple[PairLine, ...]
    many_pairs: int
    issues: tuple[Count, ...]
    articles: tuple[Article, ...]


def home_of(store: Store, means: Means, *, since: str | None = None) -> Home:
    """Return what the first page shows; `since` is the moment after which things are new to the reader."""
    news = news_since(store, since) if since else ()
    new = {one.record_id: one for one in news if one.kind == "meeting"}
    newest = records_of_kind(store, "meeting", limit=LOOKED_AT)
    known = {record.record_id: record for record in (*newest, *records_of_ids(store, list(new)[:LOOKED_AT]))}
    shelf = open_shelf(store, (member.article_id for record in known.values() for member in record.group.members))
    told = {name: meeting_of(record, shelf, means) for name, record in known.items()}
    central = [told[record.record_id] for record in newest if told[record.record_id].central]
    lead = _lead(central, known, shelf)
    pairs = pair_lines(store, means.language.world)
    first = lead.meeting.record_id if lead else None
    return Home(
        holdings=holdings_of(store),
        read=last_run(store),
        since=since,
        lead=lead,
        fresh=_fresh(told, new),
        many_new=len(new),
        meetings=tuple(meeting for meeting in central if meeting.record_id != first)[:MOST_RECORDS],
        pairs=pairs[:MOST_PAIRS],
        many_pairs=len(pairs),
        issues=tuple(one for one in count_field(store, "issue", "stance") if one.value != "other")[:MOST_PAIRS],
        articles=newest_articles(store, limit=MOST_ARTICLES),
    )


def _fresh(told: Mapping[str, Meeting], new: Mapping[str, News]) -> tuple[Fresh, ...]:
    """Return what is new, what reports are about before what they mention, the last reported first."""
    fresh = [Fresh(meeting=told[name], is_new=one.is_new) for name, one in new.items() if name in told]
    fresh.sort(key=lambda one: (one.meeting.central, one.meeting.reported or "", one.meeting.record_id), reverse=True)
    return tuple(fresh[:MOST_NEWS])


def _lead(meetings: Sequence[Meeting], records: Mapping[str, Record], shelf: Shelf) -> Story | None:
    """Return the newest record that two origins tell; where there is none, the newest."""
    chosen = next((one for one in meetings if len(one.origins) > 1), next(iter(meetings), None))
    if chosen is None:
        return None
    member = chosen.members[0]
    cite = shelf.cite(member.article_id, member.claim.anchor.evidence)
    return Story(meeting=chosen, cite=cite, hours=hours_apart(chosen))


def hours_apart(meeting: Meeting) -> int | None:
    """Return how many hours after its first origin the second one told a meeting; None where unknown, or not within twelve."""
    published = {article.article_id: article.published for article in meeting.sources}
    firsts = [_first([published.get(article) for article in origin.articles]) for origin in meeting.origins]
    known = sorted(first for first in firsts if first is not None)
    if len(known) < 2:
        return None
    hours = (known[1] - known[0]).total_seconds() / 3600
    return max(round(hours), 1) if hours <= CLOSE else None


def _first(moments: Sequence[str | None]) -> datetime | None:
    """Return the first of some moments whose hour is known."""
    return min((datetime.fromisoformat(one[:16]) for one in moments if one and "T" in one), default=None)
