"""Which day, and time, does a short line name?"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from hijridate import Hijri

from mahdar.language.months import Months

EARLIEST, LATEST = 1990, 2100
HIJRI = range(1410, 1501)
EVENING = ("\N{ARABIC LETTER MEEM}", "pm")
"""How the word after a time begins that makes it one of the second half of the day."""
MORNING = ("\N{ARABIC LETTER SAD}", "am")
_SPLIT = re.compile(r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)", re.ASCII)
_SOLID = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?=[Tt]|$)", re.ASCII)
_CLOCK = re.compile(r"[Tt ]\s*(\d{1,2}):(\d\d)(?::(\d\d))?", re.ASCII)
Names: TypeAlias = Mapping[tuple[str, ...], int]


class Found(NamedTuple):
    """A day with its time, if any, in ISO 8601, and how many of the line's words they take."""

    iso: str
    words: int


class _Place(NamedTuple):
    first: int
    last: int


class _Day(NamedTuple):
    day: datetime.date
    first: int
    last: int


def find_date(tokens: tuple[str, ...], months: Months) -> Found | None:
    """Return the full date that the folded words of a line name; a date of the Hijri calendar only where there is no other."""
    day = _gregorian(tokens, months) or _hijri(tokens, months)
    if day is None:
        return None
    time, words = _time(tokens, day)
    taken = sum(token.isalnum() for token in tokens[day.first : day.last]) + words
    return Found(day.day.isoformat() + time, taken)


def iso_day(text: str) -> str | None:
    """Return the day and time of a text in ISO 8601 or in figures, as written, without its zone; None where it is neither.

    >>> iso_day("2024-07-26T20:36:00+04:00")
    '2024-07-26T20:36'
    """
    found = _split_iso(text.strip())
    if found is None:
        return None
    day, rest = found
    clock = _CLOCK.match(rest)
    if clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:
        return day.isoformat()
    seconds = f":{clock[3]}" if clock[3] and "00" < clock[3] < "60" else ""
    return f"{day.isoformat()}T{int(clock[1]):02d}:{clock[2]}{seconds}"


def _split_iso(text: str) -> tuple[datetime.date, str] | None:
    """Return the day at the head of a text in ISO 8601, with or without its hyphens, and what follows."""
    found = _SPLIT.match(text) or _SOLID.match(text)
    day = _date(int(found["year"]), int(found["month"]), int(found["day"])) if found else None
    return (day, text[found.end() :]) if found and day else None


def _date(year: int, month: int, day: int) -> datetime.date | None:
    """Return a day of the years in which pages were put up, None where there is none such."""
    try:
        return datetime.date(year, month, day) if EARLIEST <= year <= LATEST else None
    except ValueError:
        return None


def _gregorian(tokens: tuple[str, ...], months: Months) -> _Day | None:
    """Return the first Gregorian date: 26 July 2024, July 26 2024, 2024-07-26, 26/7/2024."""
    for at, token in enumerate(tokens):
        if not token.isdecimal():
            continue
        found = _named(tokens, at, months.gregorian) or _figures(tokens, at)
        if found:
            return found
    return None


def _named(tokens: tuple[str, ...], at: int, names: Names) -> _Day | None:
    """Return a date with its month's name, after the day or before it; a second name of the same month may follow."""
    if len(tokens[at]) > 2:
        return None
    month, end = _month(tokens, at + 1, names)
    if month:
        again, after = _month(tokens, end, names)
        return _day(tokens, _Place(at, after if again == month else end), month, at)
    for width in (1, 2):
        month, end = _month(tokens, at - width, names)
        if month and end == at:
            return _day(tokens, _Place(at - width, at + 1), month, at)
    return None


def _day(tokens: tuple[str, ...], place: _Place, month: int, at: int) -> _Day | None:
    """Return the date of a day and month whose year stands after `place`, None where no year does."""
    year = place.last
    if year < len(tokens) and len(tokens[year]) == 4 and tokens[year].isdecimal():
        day = _date(int(tokens[year]), month, int(tokens[at]))
        return _Day(day, place.first, year + 1) if day else None
    return None


def _month(tokens: tuple[str, ...], at: int, names: Names) -> tuple[int, int]:
    """Return the month that is named at word `at` and the place after it; month 0 where none is."""
    if at >= 0:
        for width in (2, 1):
            month = names.get(tokens[at : at + width])
            if month:
                return month, at + width
    return 0, at


def _figures(tokens: tuple[str, ...], at: int) -> _Day | None:
    """Return a date of three numbers: year, month, day; or day, month, year, where the month may come first if it must."""
    three = tokens[at : at + 3]
    if len(three) < 3 or not all(part.isdecimal() and len(part) <= 4 for part in three):
        return None
    first, second, third = (int(part) for part in three)
    if len(three[0]) == 4:
        day = _date(first, second, third)
    elif len(three[2]) == 4:
        day = _date(third, second, first) or _date(third, first, second)
    else:
        day = None
    return _Day(day, at, at + 3) if day else None


def _hijri(tokens: tuple[str, ...], months: Months) -> _Day | None:
    """Return the first date of the Hijri calendar as its Gregorian day."""
    for at, token in enumerate(tokens):
        if not token.isdecimal() or len(token) > 2:
            continue
        month, end = _month(tokens, at + 1, months.hijri)
        figure = tokens[at + 1] if at + 1 < len(tokens) else ""
        if not month and figure.isdecimal() and len(figure) <= 2:
            month, end = int(figure), at + 2
        day = _from_hijri(tokens[end : end + 1], month, int(token))
        if day:
            return _Day(day, at, end + 1)
    return None


def _from_hijri(year: tuple[str, ...], month: int, day: int) -> datetime.date | None:
    """Return a day of the Hijri calendar as a Gregorian one, None where there is none such."""
    if not month or not year or len(year[0]) != 4 or not year[0].isdecimal() or int(year[0]) not in HIJRI:
        return None
    try:
        found = Hijri(int(year[0]), month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return datetime.date(found.year, found.month, found.day)


def _time(tokens: tuple[str, ...], day: _Day) -> tuple[str, int]:
    """Return the time of day that stands beside a date, as `T20:36`, and how many words it takes; empty where none does."""
    for at, token in enumerate(tokens[:-2]):
        if token.isdecimal() and tokens[at + 1] == ":" and tokens[at + 2][:2].isdecimal() and not day.first <= at < day.last:
            hour, minute = int(token[:2]), int(tokens[at + 2][:2])
            if token.startswith(tuple("0123456789")) and hour <= 23 and minute <= 59 and len(token) <= 2:
                return _clock(tokens, at, hour, minute)
    return "", 0


def _clock(tokens: tuple[str, ...], at: int, hour: int, minute: int) -> tuple[str, int]:
    """Return a time with its seconds and its half of the day."""
    end, second = at + 3, ""
    if tokens[end : end + 1] == (":",) and end + 1 < len(tokens) and tokens[end + 1][:2].isdecimal():
        second = "" if tokens[end + 1][:2] == "00" else f":{tokens[end + 1][:2]}"
        end += 2
    half = tokens[end] if end < len(tokens) else ""
    if half.startswith(EVENING) and hour < 12:
        hour += 12
    elif half.startswith(MORNING) and hour == 12:
        hour = 0
    named = half.startswith(EVENING + MORNING)
    return f"T{hour:02d}:{minute:02d}{second}", 2 + bool(second) + named
