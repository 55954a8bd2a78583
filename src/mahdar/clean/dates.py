"""Which day, and time, does a short line name?"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from hijridate import Hijri

from mahdar.language.months import Months

EARLIEST, LATEST = 1990, 2100
HIJRI = range(1410, 1501)
EVENING = ("\N{ARABIC LETTER MEEM}", "pm")
"""How the word after a time begins that makes it one of the second half of the day."""
MORNING = ("\N{ARABIC LETTER SAD}", "am")
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
    clock = rest.lstrip("Tt ")[:8]
    parts = clock.split(":")
    if len(parts) < 2 or not all(part[:2].isdigit() for part in parts[:2]):
        return day.isoformat()
    hour, minute = int(parts[0]), int(parts[1][:2])
    second = parts[2][:2] if len(parts) > 2 and parts[2][:2].isdigit() else "00"
    if hour > 23 or minute > 59 or second > "59":
        return day.isoformat()
    seconds = "" if second == "00" else f":{second}"
    return f"{day.isoformat()}T{hour:02d}:{minute:02d}{seconds}"


def _split_iso(text: str) -> tuple[datetime.date, str] | None:
    """Return the day at the head of a text in ISO 8601, with or without its hyphens, and what follows."""
    digits = text[:8]
    if len(digits) == 8 and digits.isdecimal() and (len(text) == 8 or text[8] in "Tt"):
        day = _date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        return (day, text[8:]) if day else None
    for mark in "-/.":
        head = text[:10].split(mark)
        if len(head) == 3 and all(part[:2].isdecimal() for part in head) and len(head[0]) == 4:
            number = head[2][:2] if head[2][:2].isdecimal() else head[2][:1]
            day = _date(int(head[0]), int(head[1]), int(number))
            return (day, text[len(head[0]) + len(head[1]) + 2 + len(number) :]) if day else None
    return None


def _date(year: int, month: int, day: int) -> datetime.date | None:
    """Return a day of the years in which pages were put up, None where there is none such."""
    try:
        return datetime.date(year, month, day) if EARLIEST <= year <= LATEST else None
    except ValueError:
        return None


def _gregorian(tokens: tuple[str, ...], months: Months) -> _Day | None:
    """Return the first Gregorian date: 26 July 2024, July 26 2024, 2024-07-26, 26/7/2024."""
    for at, token in enumerate(tokens):
        if not token.isdigit():
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
    if year < len(tokens) and len(tokens[year]) == 4 and tokens[year].isdigit():
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
    if len(three) < 3 or not all(part.isdigit() for part in three):
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
        month, end = _month(tokens, at + 1, months.hijri) if token.isdigit() and len(token) <= 2 else (0, at)
        if month and end < len(tokens) and tokens[end].isdigit() and int(tokens[end]) in HIJRI:
            try:
                day = Hijri(int(tokens[end]), month, int(token)).to_gregorian()
            except (ValueError, OverflowError):
                continue
            return _Day(datetime.date(day.year, day.month, day.day), at, end + 1)
    return None


def _time(tokens: tuple[str, ...], day: _Day) -> tuple[str, int]:
    """Return the time of day that stands beside a date, as `T20:36`, and how many words it takes; empty where none does."""
    for at, token in enumerate(tokens[:-2]):
        if token.isdigit() and tokens[at + 1] == ":" and tokens[at + 2][:2].isdigit() and not day.first <= at < day.last:
            hour, minute = int(token[:2]), int(tokens[at + 2][:2])
            if token.startswith(tuple("0123456789")) and hour <= 23 and minute <= 59 and len(token) <= 2:
                return _clock(tokens, at, hour, minute)
    return "", 0


def _clock(tokens: tuple[str, ...], at: int, hour: int, minute: int) -> tuple[str, int]:
    """Return a time with its seconds and its half of the day."""
    end, second = at + 3, ""
    if tokens[end : end + 1] == (":",) and end + 1 < len(tokens) and tokens[end + 1][:2].isdigit():
        second = "" if tokens[end + 1][:2] == "00" else f":{tokens[end + 1][:2]}"
        end += 2
    half = tokens[end] if end < len(tokens) else ""
    if half.startswith(EVENING) and hour < 12:
        hour += 12
    elif half.startswith(MORNING) and hour == 12:
        hour = 0
    named = half.startswith(EVENING + MORNING)
    return f"T{hour:02d}:{minute:02d}{second}", 2 + bool(second) + named
