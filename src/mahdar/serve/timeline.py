"""Where does each meeting stand on a line of time?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mahdar.export.views.meeting import Meeting
from mahdar.merge.days import days_of

WIDTH, EDGE, STEP, ROWS, BASE = 1000, 30, 22, 4, 81


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A meeting on the line: the middle of its days, and the bar from the first to the last of them."""

    x: int
    y: int
    since: int
    until: int
    meeting: Meeting
    is_exact: bool
    """True where the one day is known; False for several days, and for the day of the first report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """The beginning of a quarter; of a year's first one, or the line's, with the year."""

    x: int
    year: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Dots and ticks in a space of 1000 by 130."""

    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """The days that the line runs from and to."""

    first: date
    last: date

    def place(self, day: date) -> int:
        share = (day - self.first).days / (self.last - self.first).days
        return EDGE + round(share * (WIDTH - 2 * EDGE))


def timeline_of(meetings: Sequence[Meeting]) -> Timeline | None:
    """Return the line of the meetings that have days, or a first report; None where all of them are one day."""
    days = [(*limits, meeting) for meeting in meetings if (limits := _limits(meeting)) is not None]
    if len({(first, last) for first, last, _ in days}) < 2:
        return None
    scale = _Scale(first=_quarter(min(first for first, _, _ in days)), last=_next(_quarter(max(last for _, last, _ in days))))
    taken: dict[int, int] = {}
    dots = []
    for first, last, meeting in sorted(days, key=lambda one: (one[0], one[1], one[2].record_id)):
        since, until = scale.place(first), scale.place(last)
        row = next((row for row in range(ROWS) if since - taken.get(row, -STEP) >= STEP), ROWS - 1)
        taken[row] = until
        is_exact = meeting.day is not None and first == last
        y = BASE - row * STEP
        dots.append(Dot(x=(since + until) // 2, y=y, since=since, until=until, meeting=meeting, is_exact=is_exact))
    return Timeline(dots=tuple(dots), ticks=tuple(_ticks(scale)))


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
    if len(ticks) > 1 and ticks[1].year and ticks[1].x - ticks[0].x < 60:
        ticks[0] = Tick(x=ticks[0].x, year=None)
    return ticks


def _quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _next(day: date) -> date:
    return date(day.year + (day.month > 9), (day.month + 2) % 12 + 1, 1)
