"""Which days do a month, a year, a week or a day of a calendar cover, and how are they written?"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from hijridate import Gregorian, Hijri

GREGORIAN_YEARS = range(1800, 2101)
HIJRI_YEARS = range(1343, 1501)
"""The years that the tables of the Umm al-Qura calendar hold."""
SUNDAY = 6


class Period(NamedTuple):
    """The days from `start` to `end`, both included."""

    start: datetime.date
    end: datetime.date


def gregorian(year: int, month: int | None = None, day: int | None = None) -> Period | None:
    """Return a year, a month of it or a day, None where there is none such.

    >>> gregorian(2024, 2)
    Period(start=datetime.date(2024, 2, 1), end=datetime.date(2024, 2, 29))
    """
    if year not in GREGORIAN_YEARS:
        return None
    try:
        start = datetime.date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return Period(start, start)
    after = datetime.date(year + 1, 1, 1) if month in (None, 12) else datetime.date(year, (month or 0) + 1, 1)
    return Period(start, after - datetime.timedelta(1))


def hijri(year: int, month: int | None = None, day: int | None = None) -> Period | None:
    """Return a year, month or day of the Hijri calendar (Umm al-Qura) as Gregorian days, None where there is none such.

    >>> hijri(1445, 9, 1)
    Period(start=datetime.date(2024, 3, 11), end=datetime.date(2024, 3, 11))
    """
    if year not in HIJRI_YEARS:
        return None
    try:
        first = Hijri(year, month or 1, day or 1)
        last = first if day else Hijri(year, month or 12, Hijri(year, month or 12, 1).month_length())
    except (ValueError, OverflowError):
        return None
    return Period(_date(first.to_gregorian()), _date(last.to_gregorian()))


def hijri_year(day: datetime.date) -> int:
    """Return the Hijri year in which a day lies.

    >>> hijri_year(datetime.date(2024, 3, 11))
    1445
    """
    return int(Gregorian(day.year, day.month, day.day).to_hijri().year)


def _date(day: datetime.date) -> datetime.date:
    """Return a plain date."""
    return datetime.date(day.year, day.month, day.day)


def month_from(day: datetime.date, months: int) -> Period | None:
    """Return the month so many months after that of a day.

    >>> month_from(datetime.date(2024, 1, 31), -1)
    Period(start=datetime.date(2023, 12, 1), end=datetime.date(2023, 12, 31))
    """
    count = day.year * 12 + day.month - 1 + months
    return gregorian(count // 12, count % 12 + 1)


def week_from(day: datetime.date, weeks: int) -> Period:
    """Return the week, Sunday to Saturday, so many weeks after that of a day.

    >>> week_from(datetime.date(2024, 7, 25), 0)
    Period(start=datetime.date(2024, 7, 21), end=datetime.date(2024, 7, 27))
    """
    start = weekday_until(day, SUNDAY) + datetime.timedelta(7 * weeks)
    return Period(start, start + datetime.timedelta(6))


def weekday_until(day: datetime.date, weekday: int) -> datetime.date:
    """Return the last such weekday (Monday is 0) on or before a day.

    >>> weekday_until(datetime.date(2025, 12, 3), 1)
    datetime.date(2025, 12, 2)
    """
    return day - datetime.timedelta((day.weekday() - weekday) % 7)


def weekday_from(day: datetime.date, weekday: int) -> datetime.date:
    """Return the first such weekday (Monday is 0) on or after a day.

    >>> weekday_from(datetime.date(2025, 12, 3), 1)
    datetime.date(2025, 12, 9)
    """
    return day + datetime.timedelta((weekday - day.weekday()) % 7)


def edtf(period: Period) -> str:
    """Return a period as an EDTF expression, whole months and years as such.

    >>> edtf(Period(datetime.date(2024, 7, 1), datetime.date(2024, 7, 31)))
    '2024-07'
    """
    start, end = period
    whole = start.day == 1 and (end + datetime.timedelta(1)).day == 1
    size = 10
    if whole:
        size = 4 if start.month == 1 and end.month == 12 else 7
    first, last = start.isoformat()[:size], end.isoformat()[:size]
    return first if first == last else f"{first}/{last}"


def precision(period: Period) -> int:
    """Return the UCDP precision of a period: 1 a day, 2 up to six days, 3 a week, 4 a month, 5 longer.

    >>> precision(Period(datetime.date(2024, 7, 1), datetime.date(2024, 7, 31)))
    4
    """
    days = (period.end - period.start).days + 1
    return next(value for value, most in ((1, 1), (2, 6), (3, 7), (4, 31), (5, days)) if days <= most)
