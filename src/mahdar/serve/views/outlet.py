"""How does one outlet report: when is it first, when alone, and what does it leave out that others tell?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.export.views.means import Means
from mahdar.export.views.meeting import Meeting, meeting_of, newest_first
from mahdar.export.views.shelf import open_shelf
from mahdar.store.about import articles_of_outlet, records_in_articles
from mahdar.store.database import Store
from mahdar.store.query import Article, articles_of

MOST = 300
"""Of an outlet's newest reports so many are compared with those of others."""
SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """A field that the outlet does not tell while another report of the same meeting does: how often, of how many."""

    field: str
    left_out: int
    told_by_others: int
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletView:
    """One outlet: its reports, and how its newest ones stand to those of others about the same meetings."""

    outlet: str
    reports: int
    shared: int
    first: tuple[Meeting, ...]
    alone: tuple[Meeting, ...]
    many_alone: int
    differs: tuple[Meeting, ...]
    omissions: tuple[Omission, ...]
    articles: tuple[Article, ...]


def outlet_of(store: Store, outlet: str, means: Means) -> OutletView:
    """Return what the page of an outlet shows."""
    ids = articles_of_outlet(store, outlet)
    held = articles_of(store, ids[:MOST])
    records = records_in_articles(store, held)
    shelf = open_shelf(store, (member.article_id for record in records for member in record.group.members))
    meetings = newest_first(meeting_of(record, shelf, means) for record in records)
    central = [meeting for meeting in meetings if meeting.central]
    shared = [meeting for meeting in central if len(meeting.outlets()) > 1]
    alone = [meeting for meeting in central if len(meeting.outlets()) == 1]
    return OutletView(
        outlet=outlet,
        reports=len(ids),
        shared=len(shared),
        first=tuple(meeting for meeting in shared if _is_first(meeting, outlet))[:SHOWN],
        alone=tuple(alone[:SHOWN]),
        many_alone=len(alone),
        differs=tuple(meeting for meeting in shared if _cells(meeting, outlet, "differs"))[:SHOWN],
        omissions=_omissions(shared, outlet),
        articles=tuple(held[one] for one in ids[:SHOWN]),
    )


def _is_first(meeting: Meeting, outlet: str) -> bool:
    """Tell whether the outlet published before all others; where two published at one time nobody did."""
    own = [one.published for one in meeting.sources if one.outlet == outlet and one.published]
    others = [one.published for one in meeting.sources if one.outlet != outlet and one.published]
    return bool(own and others) and min(own)[: len(min(others))] < min(others)[: len(min(own))]


def _cells(meeting: Meeting, outlet: str, standing: str) -> bool:
    """Tell whether a report of the outlet stands so to the record in any field."""
    return any(
        cell.standing == standing
        for field in meeting.fields
        for article, cell in zip(meeting.sources, field.cells, strict=True)
        if article.outlet == outlet
    )


def _omissions(meetings: Sequence[Meeting], outlet: str) -> tuple[Omission, ...]:
    """Return the fields that the outlet leaves out: only where its report has no word of them, never where one was not read."""
    told: Counter[str] = Counter()
    out: dict[str, list[Meeting]] = {}
    for meeting in meetings:
        for field in meeting.fields:
            name = "person" if field.name.startswith("person:") else field.name
            pairs = list(zip(meeting.sources, field.cells, strict=True))
            own = [cell for article, cell in pairs if article.outlet == outlet]
            if any(cell.value for article, cell in pairs if article.outlet != outlet):
                told[name] += 1
                if own and all(cell.value is None and cell.reason == "absent" for cell in own):
                    out.setdefault(name, []).append(meeting)
    lines = [
        Omission(field=name, left_out=len(those), told_by_others=told[name], meetings=tuple(dict.fromkeys(those)))
        for name, those in out.items()
    ]
    return tuple(sorted(lines, key=lambda one: (-one.left_out, one.field)))
