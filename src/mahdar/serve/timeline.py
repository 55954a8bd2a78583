"""Where does each meeting stand on a line of time?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mahdar.export.dates import first_day
from mahdar.export.views.meeting import Meeting

WIDTH, EDGE, STEP, ROWS = 1000, 30, 22, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A meeting on the line; `is_known` tells a known day from that of the first report."""

    x: int
    y: int
    meeting: Meeting
    is_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """The beginning of a year or quarter."""

    x: int
    year: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Dots and ticks in a space of 1000 by 120."""

    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]


def timeline_of(meetings: Sequence[Meeting]) -> Timeline | None:
    """Return the line of the meetings that have a day, or a first report, None for fewer than two."""
    days = [(day, meeting) for meeting in meetings if (day := _day(meeting)) is not None]
    if len({day for day, _ in days}) < 2:
        return None
    first, last = _quarter(min(day for day, _ in days)), max(day for day, _ in days)
    end = _next(_quarter(last))
    span = (end - first).days
    taken: dict[int, int] = {}
    dots = []
    for day, meeting in sorted(days, key=lambda one: one[0]):
        x = EDGE + round((day - first).days / span * (WIDTH - 2 * EDGE))
        row = next((row for row in range(ROWS) if x - taken.get(row, -STEP) >= STEP), ROWS - 1)
        taken[row] = x
        dots.append(Dot(x=x, y=70 - row * STEP + STEP // 2, meeting=meeting, is_known=meeting.day is not None))
    return Timeline(dots=tuple(dots), ticks=tuple(_ticks(first, end, span)))


def _ticks(first: date, end: date, span: int) -> list[Tick]:
    ticks = []
    day = first
    while day <= end:
        x = EDGE + round((day - first).days / span * (WIDTH - 2 * EDGE))
        ticks.append(Tick(x=x, year=str(day.year) if day.month == 1 or day == first else None))
        day = _next(day)
    if len(ticks) > 1 and ticks[1].year and ticks[1].x - ticks[0].x < 60:
        ticks[0] = Tick(x=ticks[0].x, year=None)
    return ticks


def _day(meeting: Meeting) -> date | None:
    shown = first_day(meeting.day) or meeting.reported
    if not shown:
        return None
    year, month, day = ([*shown.split("-"), "01", "01"])[:3]
    return date(int(year), _whole(month, 12), _whole(day[:2], 31))


def _whole(part: str, most: int) -> int:
    """Return a part of a date as a number; a season or an unknown part stands at the beginning of its year or month."""
    return int(part) if part.isdecimal() and 1 <= int(part) <= most else 1


def _quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _next(day: date) -> date:
    return date(day.year + (day.month > 9), (day.month + 2) % 12 + 1, 1)
