"""Which week, month, year or season is told, and which day so many days from now?"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from mahdar.annotate.date_clues import Clues
from mahdar.annotate.date_numbers import PLAIN_YEARS, read_number, read_year
from mahdar.annotate.date_reasons import because_stated, because_written, no_day
from mahdar.annotate.date_resolve import DAY, Meant, resolve_points
from mahdar.annotate.date_written import SAME, Written, read_month
from mahdar.arabic.calendars import Period, gregorian, hijri, month_from, week_from, weekday_from, weekday_until
from mahdar.records.annotated import Hit

FRIDAY = 4
LATEST = "adjective.latest"
"""«The latest» tells a weekday, but of weeks and months as many as one likes."""
WINTER = 12
MANY_DAYS = 10
"""More days than these are counted in round numbers."""


class Told(NamedTuple):
    """What the words up to token `last` mean."""

    last: int
    meant: Meant


def read_unit(clues: Clues, place: int, today: datetime.date | None) -> Told | None:
    """Return the week, month or year that is named at a place: «last week», «this year», «the year 2016»."""
    this = clues.at(place, "this")
    noun = clues.at(this.last if this else place, "unit")
    if noun is None or clues.in_name(noun.first, noun.last):
        return None
    return (
        _named_year(clues, noun, today) or _named_month(clues, noun, today) or _turned(clues, noun, today, this=this is not None)
    )


def _named_year(clues: Clues, noun: Hit, today: datetime.date | None) -> Told | None:
    """Return the year, or the years, in figures after the word «year»."""
    if noun.detail[0] != "year" or noun.detail[1] == "many":
        return None
    first = read_year(clues, noun.last)
    if first is None:
        return None
    at, last = first[2], first
    joined = clues.at(at, "and", "to") or clues.valued(at, "link", "until") or clues.sign(at, "-/")
    more = read_year(clues, at + 1) if joined else None
    if more and more[1] == first[1] and more[0] > first[0]:
        last = more
    read = gregorian if first[1] == "gregorian" else hijri
    begun, ended = read(first[0]), read(last[0])
    period = Period(begun.start, ended.end) if begun and ended else None
    return Told(last[2], Meant(period, period, "date.year", "stated", because_stated(period)))


def _named_month(clues: Clues, noun: Hit, today: datetime.date | None) -> Told | None:
    """Return the month named after the word «month»; a Hijri month needs its year."""
    if noun.detail[0] != "month" or noun.detail[1] == "many":
        return None
    written = read_month(clues, noun.last)
    if written is None:
        return None
    return tell_months(written, today)


def tell_months(written: Written, today: datetime.date | None) -> Told | None:
    """Return what written months mean; a Hijri month alone is a season of the year, not a date."""
    end = written.end
    if end.calendar == "hijri" and end.year is None and end.turn is None and end.year_turn is None:
        return None
    return Told(written.last, resolve_points(written.start, end, today))


def _turned(clues: Clues, noun: Hit, today: datetime.date | None, *, this: bool) -> Told | None:
    """Return the week, month or year that an adjective or «this» tells."""
    if not clues.is_definite(noun) or (noun.detail[0] == "year" and clues.denied(noun.first - 1, "not-year")):
        return None
    few = clues.at(noun.last, "few")
    turned = clues.at(few.last if few else noun.last, "adjective")
    if noun.detail[1] != "one":
        last = turned.last if turned else few.last if few else None
        return Told(last, _vague()) if last else None
    if noun.detail[0] == "day":
        return Told(turned.last, _other()) if turned else None
    if turned and turned.detail[0] == SAME:
        return Told(turned.last, _other())
    if turned is None and not this:
        return None
    last = turned.last if turned else noun.last
    figured = read_year(clues, last) if noun.detail[0] == "year" else None
    if figured and figured[1] == "gregorian" and figured[0] in PLAIN_YEARS:
        return Told(figured[2], _stated_year(figured[0]))
    if turned and turned.entry == LATEST:
        return Told(last, _vague())
    turn = int(turned.detail[0]) if turned else 0
    return Told(last, _from_now(noun.detail[0], turn, today, f"date.{noun.detail[0]}-turn"))


def _stated_year(year: int) -> Meant:
    """Return what a year in figures means."""
    period = gregorian(year)
    return Meant(period, period, "date.year", "stated", because_stated(period))


def _vague() -> Meant:
    """Return that no day is told."""
    return Meant(None, None, "date.vague", "stated", "The words tell a time without its bounds.")


def _other() -> Meant:
    """Return that the day is that of another event."""
    return Meant(None, None, "date.other-day", "stated", "The words count from a day told before.")


def _from_now(unit: str, turn: int, today: datetime.date | None, rule: str) -> Meant:
    """Return the day, week (Sunday to Saturday), month or year so many after the present one."""
    if today is None:
        return Meant(None, None, rule, "from_publication", no_day())
    period: Period | None
    if unit == "day":
        day = today + DAY * turn
        period = week_from(day, 0) if abs(turn) > MANY_DAYS else Period(day, day)
    elif unit == "week":
        period = week_from(today, turn)
    elif unit == "month":
        period = month_from(today, turn)
    else:
        period = gregorian(today.year + turn)
    return Meant(period, period, rule, "from_publication", because_written(period, period, today))


def read_count(clues: Clues, link: Hit, today: datetime.date | None) -> Told | None:
    """Return the day so many days ago or from now: «two days ago», «after three weeks»."""
    counted = _count(clues, link.last)
    if counted is None or link.detail[0] == "until":
        return None
    number, unit, last = counted
    if clues.at(last, "away", "few", "month") or _is_repeated(clues, link, unit):
        return None
    if clues.at(last, "of"):
        now = clues.at(last + 1, "now")
        if now is None:
            return None
        last = now.last
    if link.detail[0] == "after":
        meant = _from_now(unit, number, today, "date.ahead")
        return Told(last, meant._replace(past=None))
    return Told(last, _from_now(unit, -number, today, "date.ago"))


def _is_repeated(clues: Clues, link: Hit, unit: str) -> bool:
    """Return True for «day after day»."""
    before = clues.at(link.first - 1, "unit")
    return before is not None and before.detail[0] == unit


def _count(clues: Clues, at: int) -> tuple[int, str, int] | None:
    """Return the number, the unit and the place after them: two days, 3 weeks, a month."""
    about = clues.at(at, "about")
    at = about.last if about else at
    noun = clues.at(at, "unit")
    if noun and not noun.prefix and not clues.is_definite(noun):
        if noun.detail[1] == "two":
            return 2, noun.detail[0], noun.last
        if noun.detail[1] == "one" and clues.figure(noun.last, 4) is None:
            one = clues.valued(noun.last, "number", "1")
            return 1, noun.detail[0], one.last if one else noun.last
        return None
    number, at = read_number(clues, at)
    noun = clues.at(at, "unit") if number else None
    if noun is None or noun.prefix or noun.detail[1] not in {"one", "many"} or clues.is_definite(noun):
        return None
    return number, noun.detail[0], noun.last


def read_point(clues: Clues, place: int, today: datetime.date | None) -> Told | None:
    """Return the week, month or year whose beginning, middle or end is told."""
    point = clues.at(place, "point")
    if point is None:
        return None
    told = _of_week(clues, point, today) or read_unit(clues, point.last, today) or read_season(clues, point.last, today)
    if told:
        return told
    written = read_month(clues, point.last)
    if written:
        return tell_months(written, today)
    year = read_year(clues, point.last)
    if year and year[1] == "gregorian" and year[0] in PLAIN_YEARS:
        return Told(year[2], _stated_year(year[0]))
    return _bare_point(clues, point, today)


def _of_week(clues: Clues, point: Hit, today: datetime.date | None) -> Told | None:
    """Return a weekend, Friday to Sunday, for papers keep either Friday or Sunday; none for the beginning of a week."""
    noun = clues.valued(point.last, "unit", "week")
    if noun is None or point.detail[0] != "end" or noun.detail[1] != "one" or not clues.is_definite(noun):
        return None
    turned = clues.at(noun.last, "adjective")
    last = turned.last if turned else noun.last
    if today is None or (turned and turned.detail[0] == SAME):
        return Told(last, Meant(None, None, "date.weekend", "from_publication", no_day()))
    before, after = weekday_until(today, FRIDAY), weekday_from(today, FRIDAY)
    if turned:
        before = after = week_from(today, int(turned.detail[0])).start + DAY * 5
    past, future = Period(before, before + DAY * 2), Period(after, after + DAY * 2)
    return Told(last, Meant(past, future, "date.weekend", "from_publication", because_written(past, future, today)))


def _bare_point(clues: Clues, point: Hit, today: datetime.date | None) -> Told | None:
    """Return the month or year whose beginning or end is told without an adjective, as far as the day settles it."""
    noun = clues.at(point.last, "unit")
    if noun is None or noun.detail[1] != "one" or not clues.is_definite(noun) or noun.detail[0] == "day":
        return None
    if clues.denied(noun.last, "not-after-year"):
        return None
    rule = f"date.{noun.detail[0]}-turn"
    meant = _from_now(noun.detail[0], 0, today, rule)
    if today is None or meant.past is None:
        return Told(noun.last, meant)
    share = (today - meant.past.start) / (meant.past.end - meant.past.start)
    since, until = {"start": (0.0, 0.0), "middle": (0.3, 0.7), "end": (0.6, 1.0)}[point.detail[0]]
    past = meant.past if share >= since else None
    future = meant.future if share <= until else None
    return Told(noun.last, meant._replace(past=past, future=future, reasoning=because_written(past, future, today)))


def read_season(clues: Clues, place: int, today: datetime.date | None) -> Told | None:
    """Return the season of a year in figures, or the last, this or the next one; winter falls into two years."""
    this = clues.at(place, "this")
    season = clues.at(this.last if this else place, "season")
    if season is None:
        return None
    noun = clues.valued(season.last, "unit", "year")
    year = read_year(clues, noun.last if noun else season.last)
    month = int(season.detail[0])
    if year and year[1] == "gregorian" and year[0] in PLAIN_YEARS:
        period = gregorian(year[0]) if month == WINTER else _season(year[0], month)
        return Told(year[2], Meant(period, period, "date.season", "stated", because_stated(period)))
    of_year = read_unit(clues, season.last, today) if noun else None
    if of_year and of_year.meant.past:
        return of_year._replace(meant=_in_season(of_year.meant, month))
    turned = clues.at(season.last, "adjective")
    if not clues.is_definite(season) or (turned is None and not this) or (turned and turned.detail[0] == SAME):
        return None
    last = turned.last if turned else season.last
    if today is None:
        return Told(last, Meant(None, None, "date.season", "from_publication", no_day()))
    turn = int(turned.detail[0]) if turned else 0
    period = _season_from(today, month, turn)
    return Told(last, Meant(period, period, "date.season", "from_publication", because_written(period, period, today)))


def _in_season(meant: Meant, month: int) -> Meant:
    """Return the season of the year that is meant."""
    if meant.past is None or month == WINTER:
        return meant
    period = _season(meant.past.start.year, month)
    return Meant(period, period, "date.season", meant.basis, because_stated(period))


def _season(year: int, month: int) -> Period | None:
    """Return the three months from a month on."""
    first = gregorian(year, month)
    return Period(first.start, (month_from(first.start, 2) or first).end) if first else None


def _season_from(today: datetime.date, month: int, turn: int) -> Period | None:
    """Return the last season that ended, the one that runs (else that of the year), or the next that begins."""
    found = [season for year in range(today.year - 2, today.year + 3) if (season := _season(year, month))]
    if turn < 0:
        return [season for season in found if season.end < today][-1]
    if turn > 0:
        return next(season for season in found if season.start > today)
    return next((season for season in found if season.start <= today <= season.end), _season(today.year, month))
