"""When does a series meet, which rounds are missing, and when would it meet next?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Literal

from mahdar.export.dates import first_day
from mahdar.export.views.means import Means
from mahdar.export.views.meeting import Meeting, meeting_of
from mahdar.export.views.shelf import open_shelf
from mahdar.records.claim import MeetingClaim
from mahdar.records.value import value_of
from mahdar.store.about import records_of_field
from mahdar.store.database import Store
from mahdar.store.query import current_claims

Kind = Literal["series", "forum"]
FIELDS: dict[Kind, str] = {"series": "series", "forum": "forum_id"}
LEAST = 3
"""Dated rounds without which nothing is said of the next."""
ONE_ROUND = 10
"""Days in which meetings of a series without a number are one round: its session lasts, and has talks beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round: its number, its first day (ISO), its level, what became of it, and the meetings that tell of it."""

    ordinal: int | None
    day: str | None
    level: str | None
    status: str
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """When the next round would be: the last day, the days between the dated rounds, and what follows from them."""

    last: str
    gaps: tuple[int, ...]
    """Days between one dated round and the next."""
    day: str
    """The last day and the median gap."""
    earliest: str
    latest: str
    """The last day and the shortest and the longest gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounds:
    """The rounds of a series or forum by day; `missing` are numbers between known ones that no report tells of."""

    kind: Kind
    name: str
    rounds: tuple[Round, ...]
    missing: tuple[int, ...]
    planned: tuple[Round, ...]
    """Rounds that are announced and not told as held."""
    next: Next | None
    """None where fewer than three held rounds have a day, or one is announced."""


def rounds_of(store: Store, kind: Kind, name: str, means: Means) -> Rounds:
    """Return the rounds of a series or forum that the store holds; none where it knows no such series."""
    records = records_of_field(store, FIELDS[kind], name)
    shelf = open_shelf(store, (member.article_id for record in records for member in record.group.members))
    return rounds_among([meeting_of(record, shelf, means) for record in records], kind, name)


def names_of_rounds(store: Store) -> tuple[tuple[Kind, str], ...]:
    """Return the series and forums that any report of the store tells of."""
    claims = [member.claim for member in current_claims(store, kind="meeting")]
    meetings = [claim for claim in claims if isinstance(claim, MeetingClaim)]
    series = {name for claim in meetings if (name := value_of(claim.series))}
    forums = {name for claim in meetings if (name := value_of(claim.forum_id))}
    return (*(("series", name) for name in sorted(series)), *(("forum", name) for name in sorted(forums)))


def rounds_among(meetings: Sequence[Meeting], kind: Kind, name: str) -> Rounds:
    """Return the rounds that some meetings are."""
    rounds = sorted(
        (_round(held) for held in _by_round(meetings)), key=lambda one: (one.day is None, one.day or "", one.ordinal or 0)
    )
    told = [one for one in rounds if one.status != "planned"]
    planned = tuple(one for one in rounds if one.status == "planned")
    numbers = {one.ordinal for one in rounds if one.ordinal is not None}
    missing = set(range(min(numbers, default=0), max(numbers, default=-1) + 1)) - numbers
    held = [one.day for one in told if one.status == "held" and one.day]
    return Rounds(
        kind=kind,
        name=name,
        rounds=tuple(told),
        missing=tuple(sorted(missing)),
        planned=planned,
        next=None if planned else next_after(held),
    )


def next_after(days: Sequence[str]) -> Next | None:
    """Return when the next of some rounds would be, None for fewer than three days.

    >>> found = next_after(["2021-05-01", "2022-05-01", "2023-05-01"])
    >>> (found.gaps, found.day)
    ((365, 365), '2024-04-30')
    """
    dated = sorted({date.fromisoformat(day) for day in days})
    if len(dated) < LEAST:
        return None
    gaps = tuple((later - earlier).days for earlier, later in pairwise(dated))
    last = dated[-1]
    return Next(
        last=last.isoformat(),
        gaps=gaps,
        day=(last + timedelta(days=round(median(gaps)))).isoformat(),
        earliest=(last + timedelta(days=min(gaps))).isoformat(),
        latest=(last + timedelta(days=max(gaps))).isoformat(),
    )


def _by_round(meetings: Sequence[Meeting]) -> list[list[Meeting]]:
    """Return meetings by round: by their number, else those of neighbouring days together."""
    numbered: dict[int, list[Meeting]] = {}
    loose: list[list[Meeting]] = []
    for meeting in sorted(meetings, key=Meeting.order):
        number, day = meeting.value("ordinal"), first_day(meeting.day)
        if isinstance(number, int):
            numbered.setdefault(number, []).append(meeting)
        elif loose and day and _are_near(first_day(loose[-1][0].day), day):
            loose[-1].append(meeting)
        else:
            loose.append([meeting])
    return [*numbered.values(), *loose]


def _are_near(one: str | None, other: str) -> bool:
    return one is not None and abs((date.fromisoformat(other) - date.fromisoformat(one)).days) <= ONE_ROUND


def _round(meetings: Sequence[Meeting]) -> Round:
    days = sorted(day for meeting in meetings if (day := first_day(meeting.day)))
    levels = [level for meeting in meetings if isinstance(level := meeting.value("level"), str)]
    statuses = [meeting.status for meeting in meetings]
    number = meetings[0].value("ordinal")
    return Round(
        ordinal=number if isinstance(number, int) else None,
        day=days[0] if days else None,
        level=levels[0] if levels else None,
        status="held" if "held" in statuses else statuses[0],
        meetings=tuple(meetings),
    )
