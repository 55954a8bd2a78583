"""Which rounds of a series, or sessions of a forum, are on record, and which are missing?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mahdar.export.views.means import Means
from mahdar.export.views.meeting import Meeting, meeting_of
from mahdar.export.views.shelf import open_shelf
from mahdar.language.tables import Session
from mahdar.store.about import records_of_field
from mahdar.store.database import Store

Kind = Literal["series", "forum"]
FIELDS: dict[Kind, str] = {"series": "series", "forum": "forum_id"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round or session: its number where one is told, and the meetings in it; without meetings no report tells of it."""

    ordinal: int | None
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """One series or forum with its rounds in order; those that lie between known ones and are missing stand in their place."""

    kind: Kind
    name: str
    rounds: tuple[Round, ...]
    meetings: tuple[Meeting, ...]
    sides: tuple[str, ...]
    sessions: tuple[Session, ...]
    """Those of a forum that the tables of `data/` list, the latest first."""


def series_of(store: Store, kind: Kind, name: str, means: Means) -> SeriesView | None:
    """Return what the page of a series or forum shows, None where neither the store nor `data/` knows it."""
    records = records_of_field(store, FIELDS[kind], name)
    sessions = [one for one in means.language.world.sessions if kind == "forum" and one.forum.partition(".")[0] == name]
    if not records and not sessions:
        return None
    shelf = open_shelf(store, (member.article_id for record in records for member in record.group.members))
    meetings = tuple(sorted((meeting_of(record, shelf, means) for record in records), key=Meeting.order))
    return SeriesView(
        kind=kind,
        name=name,
        rounds=_rounds(meetings),
        sessions=tuple(sorted(sessions, key=lambda one: one.since, reverse=True)),
        meetings=meetings,
        sides=tuple(sorted({side for meeting in meetings for side in meeting.sides})),
    )


def _rounds(meetings: Sequence[Meeting]) -> tuple[Round, ...]:
    """Return the rounds by number, with the gaps between them, then the meetings without a number."""
    held: dict[int, list[Meeting]] = {}
    for meeting in meetings:
        number = meeting.value("ordinal")
        if isinstance(number, int):
            held.setdefault(number, []).append(meeting)
    numbers = range(min(held, default=0), max(held, default=-1) + 1)
    told = [Round(ordinal=number, meetings=tuple(held.get(number, ()))) for number in numbers]
    loose = [Round(ordinal=None, meetings=(one,)) for one in meetings if not isinstance(one.value("ordinal"), int)]
    return (*told, *loose)
