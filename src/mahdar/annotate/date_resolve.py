"""Which days are meant, seen from the day of publication?"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from mahdar.annotate.date_phrases import Phrase
from mahdar.annotate.date_reasons import (
    because_calendars,
    because_relative,
    because_stated,
    because_weekday,
    because_written,
    no_day,
)
from mahdar.annotate.date_written import SAME, Point
from mahdar.arabic.calendars import (
    Period,
    gregorian,
    hijri,
    hijri_year,
    month_from,
    week_from,
    weekday_from,
    weekday_until,
)

DAY = datetime.timedelta(1)
NEAR = datetime.timedelta(2)
"""A page may be put up so long after the day on which its report says «today»."""
REACH = 8
"""The 29th of February comes back within so many years."""


class Meant(NamedTuple):
    """The days that words mean if the clause tells the past, and if it tells the future, and why."""

    past: Period | None
    future: Period | None
    rule: str
    basis: str
    reasoning: str


def resolve_phrase(phrase: Phrase, today: datetime.date | None) -> Meant:
    """Return the days that a phrase means."""
    if phrase.written:
        return _resolve_dated(phrase, today)
    rule = "date.relative" if phrase.relative else "date.weekday"
    if phrase.relative and phrase.weekdays:
        rule = "date.relative-weekday"
    if today is None:
        return Meant(None, None, rule, "from_publication", no_day())
    if phrase.relative:
        return _resolve_relative(phrase, today, rule)
    return _resolve_weekday(phrase, today)


def resolve_points(start: Point, end: Point, today: datetime.date | None, near: datetime.date | None = None) -> Meant:
    """Return the days from one written point to another; `near` is a day that the words around them tell."""
    rule = "date.hijri" if start.calendar == "hijri" else "date.day-month" if start.day else "date.month"
    if (start.month, start.day) != (end.month, end.day):
        rule = "date.range"
    if start.year is not None and end.year is not None:
        period = _span(start, end, start.year, end.year)
        return Meant(period, period, rule, "stated", because_stated(period))
    if SAME in (start.turn, end.turn, end.month_turn, end.year_turn):
        return Meant(None, None, "date.other-day", "stated", "The words point at a day told before.")
    if today is None:
        return Meant(None, None, rule, "from_publication", no_day())
    if isinstance(end.month_turn, int):
        month = month_from(today, end.month_turn)
        found = gregorian(month.start.year, month.start.month, start.day) if month else None
        until = gregorian(month.start.year, month.start.month, end.day) if month else None
        period = Period(found.start, until.end) if found and until else None
        return Meant(period, period, "date.month-turn", "from_publication", because_written(period, period, today))
    if isinstance(end.year_turn, int):
        year = (today.year if end.calendar == "gregorian" else hijri_year(today)) + end.year_turn
        period = _span(start, end, year, year)
        return Meant(period, period, rule, "from_publication", because_written(period, period, today))
    past, future = _by_turn(list(_candidates(start, end, today)), end.turn, today, near)
    return Meant(past, future, rule, "from_publication", because_written(past, future, today))


def _span(start: Point, end: Point, first: int, last: int) -> Period | None:
    """Return the days from one point to another in the given years."""
    read = gregorian if start.calendar == "gregorian" else hijri
    begun, ended = read(first, start.month, start.day), read(last, end.month, end.day)
    if begun is None or ended is None or ended.end < begun.start:
        return None
    return Period(begun.start, ended.end)


def _candidates(start: Point, end: Point, today: datetime.date) -> Iterable[Period]:
    """Yield the days of the years around the day of publication, in order."""
    now = today.year if start.calendar == "gregorian" else hijri_year(today)
    leap = (start.month, start.day) == (2, 29)
    reach = REACH if leap else 2
    for year in range(now - reach, now + reach + 1):
        first = year - 1 if (start.month or 0) > (end.month or 0) else year
        period = _span(start, end, first, year)
        if period:
            yield period


def _by_turn(
    periods: list[Period], turn: int | str | None, today: datetime.date, near: datetime.date | None
) -> tuple[Period | None, Period | None]:
    """Return the last period on or before, and the first on or after, a day; an adjective settles both at once."""
    if not periods:
        return None, None
    if near or turn == 0:
        best = min(periods, key=lambda period: abs(period.start - (near or today)))
        return best, best
    before = [period for period in periods if (period.end < today if turn else period.start <= today)]
    after = [period for period in periods if (period.start > today if turn else period.end >= today)]
    if isinstance(turn, int):
        chosen = before[turn:][:1] if turn < 0 else after[turn - 1 :][:1]
        return (chosen[0], chosen[0]) if chosen else (None, None)
    return before[-1] if before else None, after[0] if after else None


def _resolve_dated(phrase: Phrase, today: datetime.date | None) -> Meant:
    """Return the days of a phrase with a written date; weekday, «today» and the Hijri date confirm it."""
    written = phrase.written
    if written is None:
        return Meant(None, None, "date.full", "stated", no_day())
    near = today + DAY * phrase.relative[0] if today and phrase.relative else None
    other = phrase.other
    twin = resolve_points(other.start, other.end, today, near) if other else None
    if twin and twin.past and other and other.end.year is not None and written.end.year is None:
        near = twin.past.start
    meant = resolve_points(written.start, written.end, today or near, near)
    if written.rule in {"date.numeric", "date.full", "date.range"} and meant.rule != "date.hijri":
        meant = meant._replace(rule=written.rule)
    if twin:
        meant = meant._replace(reasoning=because_calendars(meant.reasoning, meant.past, twin.past))
    if phrase.weekdays and phrase.weekdays[0] == phrase.weekdays[1]:
        meant = meant._replace(reasoning=meant.reasoning + _confirmed(meant.past, phrase.weekdays[0]))
    return meant


def _confirmed(period: Period | None, weekday: int) -> str:
    """Return what a weekday adds: nothing where it fits."""
    if period is None or period.start != period.end or period.start.weekday() == weekday:
        return ""
    return " The weekday that stands beside it does not fit that day."


def _resolve_relative(phrase: Phrase, today: datetime.date, rule: str) -> Meant:
    """Return today, yesterday or tomorrow; a weekday beside it corrects a page that was put up a day or two off."""
    first, last = phrase.relative or (0, 0)
    start = today + DAY * first
    if phrase.weekdays and phrase.weekdays[0] == phrase.weekdays[1]:
        around = (weekday_until(start, phrase.weekdays[0]), weekday_from(start, phrase.weekdays[0]))
        fitting = min(around, key=lambda day: abs(day - start))
        if abs(fitting - start) > NEAR:
            late = Period(around[0], around[0])
            return Meant(late, None, rule, "weekday_resolved", because_weekday(late, None, today, phrase.weekdays[0]))
        period = Period(fitting, fitting)
        why = (
            because_relative(period, today, first)
            if fitting == start
            else because_weekday(period, period, today, fitting.weekday())
        )
        return Meant(period, period, rule, "weekday_resolved", why)
    period = Period(start, start + DAY * (last - first))
    return Meant(period, period, rule, "from_publication", because_relative(period, today, first))


def _resolve_weekday(phrase: Phrase, today: datetime.date) -> Meant:
    """Return the days of a weekday, or of two as an interval."""
    first, last = phrase.weekdays or (0, 0)
    if phrase.week is not None:
        week = week_from(today, phrase.week).start
        start = weekday_from(week, first)
        period = Period(start, weekday_from(start, last))
        rule = "date.weekday-turn"
        return Meant(period, period, rule, "weekday_resolved", because_weekday(period, period, today, first))
    past_end = weekday_until(today if phrase.turn is None or phrase.turn == 0 else today - DAY, last)
    past = Period(weekday_until(past_end, first), past_end)
    # On a Thursday «the ministers will meet Thursday» means that very day; only «next Thursday» is surely another.
    next_start = weekday_from(today if phrase.turn is None else today + DAY, first)
    future = Period(next_start, weekday_from(next_start, last))
    if phrase.turn is None:
        rule = "date.weekday" if first == last else "date.range"
        return Meant(past, future, rule, "weekday_resolved", because_weekday(past, future, today, first))
    if phrase.turn == 0:
        start = weekday_from(week_from(today, 0).start, first)
        one = Period(start, weekday_from(start, last))
    else:
        shift = DAY * 7 * (phrase.turn + 1 if phrase.turn < 0 else phrase.turn - 1)
        base = past if phrase.turn < 0 else future
        one = Period(base.start + shift, base.end + shift)
    return Meant(one, one, "date.weekday-turn", "weekday_resolved", because_weekday(one, one, today, first))


def resolve_range(first: Phrase, last: Phrase, today: datetime.date | None) -> Meant | None:
    """Return the days from one phrase to another, None where they are not of one kind or out of order."""
    if first.written and last.written:
        start, end = first.written.start, last.written.end
        if start.calendar != end.calendar:
            return None
        if start.year is None and end.year is not None:
            start = replace(start, year=end.year - 1 if (start.month or 0) > (end.month or 0) else end.year)
        if end.year is None and start.year is not None:
            end = replace(end, year=start.year)
        meant = resolve_points(start, end, today)
        return meant._replace(rule="date.range") if meant.past or meant.future else None
    if today is None or first.written or last.written or not (first.weekdays and last.weekdays):
        return None
    ended, begun = _resolve_weekday(last, today), _resolve_weekday(first, today)
    if last.turn is not None or ended.past is None or begun.future is None:
        return None
    past_start = weekday_until(ended.past.end, first.weekdays[0])
    future_end = weekday_from(begun.future.start, last.weekdays[1])
    past, future = Period(past_start, ended.past.end), Period(begun.future.start, future_end)
    return Meant(past, future, "date.range", "weekday_resolved", because_weekday(past, future, today, first.weekdays[0]))
