"""Why is this the day? One English sentence for each way of reading."""

from __future__ import annotations

import datetime

from mahdar.arabic.calendars import Period

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
RELATIVES = {-2: "Two days before", -1: "The day before", 0: "Today, seen from", 1: "The day after", 2: "Two days after"}

SAME = {-1: "The day before", 0: "The same day as", 1: "The day after"}


def in_english(day: datetime.date) -> str:
    """Return a day in English.

    >>> in_english(datetime.date(2025, 12, 3))
    '3 December 2025'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_in_english(period: Period) -> str:
    """Return a period in English."""
    if period.start == period.end:
        return in_english(period.start)
    return f"{in_english(period.start)} to {in_english(period.end)}"


def no_day() -> str:
    """Return why nothing is resolved without a day of publication."""
    return "The day of publication is not known, and the words do not settle the day without it."


def because_stated(period: Period | None) -> str:
    """Return why a full date means what it does."""
    return f"The words state {days_in_english(period)}." if period else "The words name a day that no calendar holds."


def because_written(past: Period | None, future: Period | None, today: datetime.date) -> str:
    """Return why a date without its year means what it does."""
    if past is None and future is None:
        return "The words name a day that the years around publication do not hold."
    return f"The words, seen from {in_english(today)}, the day of publication, mean {_both(past, future)}."


def because_weekday(past: Period | None, future: Period | None, today: datetime.date, weekday: int) -> str:
    """Return why a weekday means what it does."""
    seen = f"{WEEKDAYS[weekday]}, seen from {in_english(today)}, the day of publication, is"
    if past and past != future:
        seen = f"{WEEKDAYS[weekday]} on or before {in_english(today)}, the day of publication, is"
    return f"{seen} {_both(past, future)}."


def because_relative(period: Period | None, today: datetime.date, days: int) -> str:
    """Return why «yesterday» means what it does."""
    start = f"{RELATIVES[days]} {in_english(today)}, the day of publication,"
    return f"{start} is {days_in_english(period)}." if period else f"{start} is another weekday than the one named."


def because_calendars(reasoning: str, day: Period | None, twin: Period | None) -> str:
    """Return a reasoning with what the date in the other calendar adds; the moon is seen a day earlier or later."""
    if day is None or twin is None:
        return reasoning
    if abs((day.start - twin.start).days) <= 1:
        return f"{reasoning} The Hijri date agrees."
    return f"{reasoning} The Hijri date does not agree: it is {days_in_english(twin)}."


def _both(past: Period | None, future: Period | None) -> str:
    """Return the days of the past and of the future, once where they are the same."""
    if past == future or future is None:
        return days_in_english(past) if past else "no day"
    if past is None:
        return days_in_english(future)
    return f"{days_in_english(past)} in the past and {days_in_english(future)} in the future"


def because_same(told: str, turn: int) -> str:
    """Return why a day is counted from another that the text told before.

    >>> because_same("5 May", 1)
    'The day after «5 May», the last day told before.'
    """
    return f"{SAME[turn]} «{told}», the last day told before."
