"""Which days may be meant, and can two tellings mean one day?"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Literal, NamedTuple

from mahdar.records.annotated import When

Relation = Literal["same", "near", "next", "overlap", "wide", "apart"]

SLACK = 1
"""Days by which «today» and «yesterday» of two papers may miss each other."""
WEEK = 7
MONTH = 31
MONTHS = 62
"""Days that a span may hold to say anything; a year says nothing."""
COUNTED = "from_publication"


class Days(NamedTuple):
    """The first and last day, counted from the year 1; `loose` where the words count from the day of publication."""

    first: int
    last: int
    loose: bool


def days_of(when: When | None) -> Days | None:
    """Return the days of a date, None for no date, one with an open end, or one that no calendar holds.

    >>> days = days_of(When(edtf="2024-02", precision=4, basis="stated"))
    >>> days.last - days.first
    28
    """
    if when is None:
        return None
    first, _, last = when.edtf.partition("/")
    start, end = _limits(first), _limits(last or first)
    if start is None or end is None or end[1] < start[0]:
        return None
    return Days(first=start[0], last=end[1], loose=when.basis == COUNTED)


def day_number(published: str | None) -> int | None:
    """Return the day of a time in ISO 8601, counted from the year 1.

    >>> day_number("0001-01-02T10:00")
    2
    """
    limits = _limits(published[:10]) if published else None
    return limits[0] if limits and limits[0] == limits[1] else None


def relate(one: Days, other: Days) -> Relation:
    """Return how two dates stand: one day, neighbours within the slack or without it, spans in common, or apart.

    >>> relate(Days(5, 5, False), Days(6, 6, True)), relate(Days(5, 5, False), Days(6, 6, False))
    ('near', 'next')
    >>> relate(Days(5, 5, False), Days(7, 7, True))
    'apart'
    """
    longest = max(one.last - one.first, other.last - other.first)
    if longest == 0 and one.first == other.first:
        return "same"
    slack = SLACK if one.loose or other.loose else 0
    if longest == 0 and not slack and abs(one.first - other.first) == 1:
        return "next"
    if one.first > other.last + slack or other.first > one.last + slack:
        return "apart"
    if longest == 0:
        return "near"
    return "overlap" if longest < WEEK else "wide"


def months_of(days: Days) -> tuple[tuple[int, int], ...]:
    """Return the months that a date touches, none where it touches more than three."""
    if days.last - days.first > MONTHS:
        return ()
    first, last = date.fromordinal(days.first), date.fromordinal(days.last)
    count = (last.year - first.year) * 12 + last.month - first.month
    return tuple((first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1) for n in range(count + 1))


def _limits(edtf: str) -> tuple[int, int] | None:
    """Return the first and last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, with or without a sign of doubt."""
    parts = edtf.rstrip("?~%").split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or len(parts) > 3:
        return None
    year, month, day = (*(int(part) for part in parts), 0, 0)[:3]
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first.toordinal(), first.toordinal()
    end = month or 12
    return first.toordinal(), date(year, end, monthrange(year, end)[1]).toordinal()
