"""Which day, month and year are written here?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from mahdar.annotate.date_clues import CLOSING, Clues
from mahdar.annotate.date_numbers import PLAIN_YEARS, YEARS, read_year

SAME = "same"
COMMAS = ",\N{ARABIC COMMA}"
DASHES = "-\N{EN DASH}\N{EM DASH}"
JOINTS = DASHES + "/"
QUOTES = '\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What is written of a day, month or year; `turn` is -1 last, 0 this, 1 next, SAME is «the same»."""

    calendar: str = "gregorian"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    turn: int | str | None = None
    month_turn: int | str | None = None
    year_turn: int | str | None = None


class Written(NamedTuple):
    """A written day, month or year, or the first and last of several, at tokens [first, last)."""

    first: int
    last: int
    start: Point
    end: Point
    rule: str


def read_written(clues: Clues, place: int, *, short: bool = False) -> Written | None:
    """Return the date that begins at a place with a day in figures or as an ordinal; `short` allows «5/7»."""
    found = _numeric(clues, place, short=short)
    if found:
        return found
    days = _days(clues, place)
    if days is None or _is_fraction(clues, place):
        return None
    first, last, at = days
    tail = _month_after(clues, at, place)
    if tail is None:
        return _until_numeric(clues, place, first)
    point, at = tail
    if point.year is None and not point.year_turn and _names_event(clues, place, at):
        return None
    rule = "date.range" if last != first else "date.hijri" if point.calendar == "hijri" else "date.full"
    if rule == "date.full" and point.year is None:
        rule = "date.day-month"
    return Written(place, at, replace(point, day=first), replace(point, day=last), rule)


def _until_numeric(clues: Clues, place: int, first: int) -> Written | None:
    """Return the days from one to a date in figures: «from 8 to 29/11/1433»."""
    begun = _day(clues, place)
    after = _joint(clues, begun[1]) if begun else None
    found = _numeric(clues, after, short=False) if after is not None else None
    if found is None or not found.start.day or first >= found.start.day:
        return None
    return Written(place, found.last, replace(found.start, day=first), found.end, "date.range")


def read_month(clues: Clues, place: int) -> Written | None:
    """Return the month, or the first and last of several, written at a place without a day."""
    tail = _month_tail(clues, place)
    if tail is None:
        return None
    point, at = tail
    end = point
    after = _joint(clues, at)
    if after is not None and point.turn is None:
        more = _month_tail(clues, after)
        if more and more[0].calendar == point.calendar:
            end, at = more
            if point.year is None:
                year = end.year - 1 if end.year and (point.month or 0) > (end.month or 0) else end.year
                point = replace(point, year=year, turn=end.turn, year_turn=end.year_turn)
    return Written(place, at, point, end, "date.month" if end == point else "date.range")


def _numeric(clues: Clues, place: int, *, short: bool) -> Written | None:
    """Return a date in figures alone: 2024-07-26, 26/7/2024, 7/26/2024 where no month fits else, 10/1/1436."""
    parts, at = [clues.figure(place, 4)], place + 1
    while len(parts) < 3 and parts[-1] is not None and _is_mark(clues, at):
        parts.append(clues.figure(at + 1, 4))
        at += 2
    if len(parts) < 3 or parts[2] is None:
        return _short(clues, place, parts) if short else None
    if _is_figured(clues, at, at + 1) or _is_figured(clues, place - 1, place - 2):
        return None
    first, second, third = (part or 0 for part in parts)
    year, month, day = (first, second, third) if first > 31 else (third, second, first)
    if month > 12 >= day:
        month, day = day, month
    era = clues.at(at, "era")
    calendar = next((name for name, years in YEARS.items() if year in years), None)
    if calendar is None or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    point = Point(calendar=calendar, year=year, month=month, day=day)
    return Written(place, era.last if era else at, point, point, "date.hijri" if calendar == "hijri" else "date.numeric")


def _short(clues: Clues, place: int, parts: list[int | None]) -> Written | None:
    """Return a day and month in figures, «5/7»."""
    if len(parts) < 2 or not clues.sign(place + 1, "/") or not parts[0] or not parts[1] or parts[0] > 31 or parts[1] > 12:
        return None
    point = Point(month=parts[1], day=parts[0])
    return Written(place, place + 3, point, point, "date.day-month")


def _is_figured(clues: Clues, mark: int, figure: int) -> bool:
    """Return True where a joining sign and more figures stand: a telephone number."""
    return _is_mark(clues, mark) and clues.figure(figure, 9) is not None


def _is_mark(clues: Clues, place: int) -> bool:
    """Return True where a sign stands that joins the figures of a date; a full stop must touch both of them."""
    if clues.sign(place, JOINTS):
        return True
    tokens = clues.scene.tokens
    return (
        clues.sign(place, ".")
        and 0 < place < len(tokens) - 1
        and tokens.ends[place - 1] == tokens.starts[place]
        and tokens.ends[place] == tokens.starts[place + 1]
    )


def _is_fraction(clues: Clues, place: int) -> bool:
    """Return True where figures end a number or a time: 2.5, 8:30."""
    tokens = clues.scene.tokens
    return clues.sign(place - 1, ".:") and tokens.ends[place - 1] == tokens.starts[place] and tokens.kinds[place - 2] == "n"


def _names_event(clues: Clues, place: int, last: int) -> bool:
    """Return True where the noun before, or marks around, make a day and month a name: the revolution of 14 October."""
    before = place - 1
    quoted = clues.sign(before, QUOTES)
    if quoted and clues.scene.word(last) in CLOSING:
        return True
    while before > place - 4 and (clues.at(before, "the") or clues.sign(before, QUOTES + "(")):
        before -= 1
    return clues.denied(before, "not-day")


def _day(clues: Clues, place: int) -> tuple[int, int] | None:
    """Return the day of a month at a place, in figures or as an ordinal, and the place after it."""
    number, opening = clues.figure(place, 2), clues.at(place, "first")
    if opening:
        return int(opening.detail[0]), opening.last
    found = (number, place + 1) if number is not None else clues.ordinal(place)
    return found if found and 1 <= found[0] <= 31 else None


def _days(clues: Clues, place: int) -> tuple[int, int, int] | None:
    """Return the first and the last of the days written at a place, and the place after them."""
    first = _day(clues, place)
    if first is None:
        return None
    last, at = first
    while True:
        after = _joint(clues, at, ordinal=True)
        more = _day(clues, after) if after is not None else None
        if more is None or more[0] <= last:
            return first[0], last, at
        last, at = more


def _joint(clues: Clues, at: int, *, ordinal: bool = False) -> int | None:
    """Return the place of what is joined to the words before `at`, None where nothing joins."""
    joined = clues.words.get(at)
    if joined is None and ordinal:
        prefixed = any(hit.kind == "ordinal" and hit.prefix for hit in clues.scene.hits_at.get(at, ()))
        if prefixed:
            return at
    if joined is not None and joined.form in {"month", "weekday"} and joined.prefix:
        return at
    signs = DASHES + COMMAS if ordinal else DASHES
    if not (clues.sign(at, signs) or clues.at(at, "and", "to") or clues.valued(at, "link", "until")):
        return None
    after = at + 1
    for family in ("the", "weekday", "the"):
        if ordinal and clues.at(after, family):
            after += 1
    return after


def _month_after(clues: Clues, at: int, place: int) -> tuple[Point, int] | None:
    """Return the month and year after a day: «of the month of May», «of this month», «May last»."""
    if clues.sign(at, JOINTS):
        at += 1
    if clues.at(at, "of"):
        at += 1
    turned = clues.at(at, "adjective")
    if turned and _is_cued(clues, place):
        return Point(month_turn=_turn(turned.detail[0])), turned.last
    noun = clues.valued(at, "unit", "month")
    if noun and noun.detail[1] == "one":
        turned = clues.at(noun.last, "adjective")
        if turned:
            return Point(month_turn=_turn(turned.detail[0])), turned.last
        at = noun.last
    elif noun is None and (this := clues.at(at, "this")) and clues.valued(this.last, "unit", "month"):
        return Point(month_turn=0), this.last + 1
    return _month_tail(clues, at)


def _is_cued(clues: Clues, place: int) -> bool:
    """Return True where words before a bare number show that it counts a day: «on the 12th»."""
    before = place - 2 if clues.at(place - 1, "the") else place - 1
    cues = (clues.valued(before, "unit", "day"), clues.at(before, "of", "in", "weekday"), clues.valued(before, "link", "until"))
    return any(cues)


def _month_tail(clues: Clues, at: int) -> tuple[Point, int] | None:
    """Return a month by name with its second name, adjective and year, and the place after them."""
    name = clues.at(at, "month")
    if name is None:
        return None
    calendar, month = name.detail[0], int(name.detail[1])
    at = _second_name(clues, name.last, name.detail)
    point = Point(calendar=calendar, month=month)
    turned = clues.at(at, "adjective")
    if turned:
        return replace(point, turn=_turn(turned.detail[0])), turned.last
    return _with_year(clues, point, at)


def _second_name(clues: Clues, at: int, detail: tuple[str, ...]) -> int:
    """Return the place after the second name of the same month: «July/Tammuz», «July (Tammuz)»."""
    opened = clues.sign(at, "(")
    other = clues.at(at + 1 if opened or clues.sign(at, JOINTS) else at, "month")
    if other is None or other.detail != detail or other.prefix:
        return at
    return other.last + 1 if opened and clues.sign(other.last, ")") else other.last


def _with_year(clues: Clues, point: Point, at: int) -> tuple[Point, int]:
    """Return a month with the year that follows it, if any, and the place after."""
    after = at
    if clues.sign(after, COMMAS + JOINTS):
        after += 1
    if clues.at(after, "of", "in"):
        after += 1
    noun = clues.valued(after, "unit", "year")
    if noun and noun.detail[1] == "one":
        turned = clues.at(noun.last, "adjective")
        if turned:
            return replace(point, year_turn=_turn(turned.detail[0])), turned.last
        after = noun.last
    found = read_year(clues, after)
    if found is None:
        return point, at
    year, calendar, end = found
    plain = calendar == "hijri" or year in PLAIN_YEARS or noun is not None or clues.at(end - 1, "era") is not None
    if calendar != point.calendar or not plain:
        return point, at
    return replace(point, year=year), end


def _turn(value: str) -> int | str:
    """Return the turn that an adjective's value stands for."""
    return SAME if value == SAME else int(value)
