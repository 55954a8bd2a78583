"""What is on record, at one glance?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.export.views.means import Means
from mahdar.export.views.meeting import Meeting, meeting_of
from mahdar.export.views.pair import pairs_of
from mahdar.export.views.shelf import open_shelf
from mahdar.records.record import Record
from mahdar.store.database import Store
from mahdar.store.query import Article, find_articles, find_records, updated_of

MOST_PAIRS = 24
MOST_RECORDS = 12
MOST_ARTICLES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    """Two sides, how many records and reports there are of them, and the first and last day of those that have one."""

    sides: tuple[str, str]
    meetings: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The most frequent pairs, the newest records and reports, and how many of each there are."""

    pairs: tuple[PairLine, ...]
    meetings: tuple[Meeting, ...]
    articles: tuple[Article, ...]
    many_pairs: int
    many_records: int
    many_articles: int


def home_of(store: Store, means: Means) -> Home:
    """Return what the first page shows."""
    records = find_records(store, kind="meeting")
    pairs = pairs_of(records)
    newest = _newest(records, updated_of(store))
    shelf = open_shelf(store, (member.article_id for record in newest for member in record.group.members))
    articles = sorted(find_articles(store), key=lambda article: (article.published or "", article.article_id), reverse=True)
    return Home(
        pairs=tuple(_line(sides, those) for sides, those in list(pairs.items())[:MOST_PAIRS]),
        meetings=tuple(meeting_of(record, shelf, means) for record in newest),
        articles=tuple(articles[:MOST_ARTICLES]),
        many_pairs=len(pairs),
        many_records=len(records),
        many_articles=len(articles),
    )


def _newest(records: Sequence[Record], updated: dict[str, str]) -> tuple[Record, ...]:
    """Return the records that changed last; of equals those that reports are about, then those published last."""

    def rank(record: Record) -> tuple[str, bool, str, str]:
        members = record.group.members
        is_central = any(getattr(member.claim, "central", False) for member in members)
        return updated.get(record.record_id, ""), is_central, max(m.published or "" for m in members), record.record_id

    return tuple(sorted(records, key=rank, reverse=True)[:MOST_RECORDS])


def _line(sides: tuple[str, str], records: Sequence[Record]) -> PairLine:
    reports = {member.article_id for record in records for member in record.group.members}
    return PairLine(sides=sides, meetings=len(records), reports=len(reports))
