"""Where does each meeting stand on a line of time?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mahdar.export.views.meeting import Meeting
from mahdar.merge.days import days_of

EDGE, STEP, ROWS, BASE, RISE = 3.0, 2.6, 5, 92, 18
"""Shares of the width in percent: the free edge, and what lies between two dots of a row; then rows, and heights in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A meeting on the line: the middle of its days, and the bar from the first to the last of them."""

    x: float
    y: int
    since: float
    until: float
    meeting: Meeting
    is_exact: bool
    """True where the one day is known; False for several days, and for the day of the first report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """The beginning of a quarter; of a year's first one, or the line's, with the year."""

    x: float
    year: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Dots and ticks, and the meetings of which no day is known, not even that of a report.

    Across, a place is a share of the width in percent, so that it fits a phone as well as a desk; down, it is in pixels.
    """

    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    undated: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """The days that the line runs from and to."""

    first: date
    last: date

    def place(self, day: date) -> float:
        share = (day - self.first).days / (self.last - self.first).days
        return round(EDGE + share * (100 - 2 * EDGE), 2)


def timeline_of(meetings: Sequence[Meeting]) -> Timeline | None:
    """Return the line of the meetings that have days, or a first report; None where all of them are one day."""
    days = [(*limits, meeting) for meeting in meetings if (limits := _limits(meeting)) is not None]
    if len({(first, last) for first, last, _ in days}) < 2:
        return None
    scale = _Scale(first=_quarter(min(first for first, _, _ in days)), last=_next(_quarter(max(last for _, last, _ in days))))
    taken: dict[int, float] = {}
    dots = []
    for first, last, meeting in sorted(days, key=lambda one: (one[0], one[1], one[2].record_id)):
        since, until = scale.place(first), scale.place(last)
        row = next((row for row in range(ROWS) if since - taken.get(row, -STEP) >= STEP), ROWS - 1)
        taken[row] = until
        is_exact = meeting.day is not None and first == last
        y = BASE - row * RISE
        dots.append(Dot(x=round((since + until) / 2, 2), y=y, since=since, until=until, meeting=meeting, is_exact=is_exact))
    undated = tuple(meeting for meeting in meetings if _limits(meeting) is None)
    return Timeline(dots=tuple(dots), ticks=tuple(_ticks(scale)), undated=undated)


def _limits(meeting: Meeting) -> tuple[date, date] | None:
    """Return the first and last day on which a meeting may have been; for want of them the day of its first report."""
    days = days_of(meeting.day)
    if days is not None:
        return date.fromordinal(days.first), date.fromordinal(days.last)
    if not meeting.reported or len(meeting.reported) < 10:
        return None
    reported = date.fromisoformat(meeting.reported[:10])
    return reported, reported


def _ticks(scale: _Scale) -> list[Tick]:
    ticks = []
    day = scale.first
    while day <= scale.last:
        ticks.append(Tick(x=scale.place(day), year=str(day.year) if day.month == 1 or day == scale.first else None))
        day = _next(day)
    if len(ticks) > 1 and ticks[1].year and ticks[1].x - ticks[0].x < 8:
        ticks[0] = Tick(x=ticks[0].x, year=None)
    return ticks


def _quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _next(day: date) -> date:
    return date(day.year + (day.month > 9), (day.month + 2) % 12 + 1, 1)
