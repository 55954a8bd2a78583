"""Which day is meant? Every phrase that tells a day, and the days that it means in the past and in the future."""

from __future__ import annotations

import datetime
from dataclasses import replace

from mahdar.annotate.date_clues import Clues, gather
from mahdar.annotate.date_phrases import read_phrase
from mahdar.annotate.date_reasons import because_same
from mahdar.annotate.date_resolve import Meant, resolve_phrase, resolve_range
from mahdar.annotate.date_units import Told, read_count, read_point, read_season, read_unit, tell_months
from mahdar.annotate.date_written import Written, read_month
from mahdar.annotate.scene import Scene
from mahdar.arabic.calendars import Period, edtf, precision
from mahdar.records.annotated import DateMention, Hit, When

OPEN = ".."
SAME_DAY = 150
"""«The same day» points at a day told at most so many words before it."""
OTHER = "The words count from a day told before."


def find_dates(scene: Scene) -> tuple[DateMention, ...]:
    """Return the phrases that tell a day, week, month, year or season, in text order.

    `past` is what a phrase means if its clause tells the past, `future` if it tells the future; both are None where the words
    were seen and no day came of them.
    """
    today = _day(scene.day)
    clues, starts = gather(scene)
    found: list[DateMention] = []
    done = 0
    for place in starts:
        if place < done:
            continue
        mention = _read_same(clues, place, found) or _read(clues, place, today)
        if mention:
            found.append(mention)
            done = mention.last
    return tuple(found)


def _day(iso: str | None) -> datetime.date | None:
    """Return the day of publication, None where not even the day of it is known."""
    try:
        return datetime.date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def _read_same(clues: Clues, place: int, told: list[DateMention]) -> DateMention | None:
    """Return «the same day» and «the day after», counted from the last day told before unless a clause says which is meant."""
    word = clues.at(place, "same-day")
    if word is None:
        return None
    days = [mention for mention in told if place - mention.last <= SAME_DAY and _is_one_day(mention)]
    mention = _mention(clues, place, Told(word.last, Meant(None, None, "date.other-day", "stated", OTHER)))
    if not days or clues.denied(word.last, "not-after-same-day"):
        return mention
    last, turn = days[-1], int(word.detail[0])
    reasoning = because_same(clues.scene.letters[last.span.start : last.span.end], turn)
    past, future = _turned(last.past, turn), _turned(last.future, turn)
    return replace(mention, rule="date.same-day", past=past, future=future, reasoning=reasoning)


def _is_one_day(mention: DateMention) -> bool:
    """Return True for a phrase that means one day, whatever the tense."""
    return all(when and when.precision == 1 for when in (mention.past, mention.future))


def _turned(when: When | None, days: int) -> When | None:
    """Return the day so many days after another."""
    if when is None:
        return None
    day = datetime.date.fromisoformat(when.edtf) + datetime.timedelta(days)
    return replace(when, edtf=day.isoformat())


def _read(clues: Clues, place: int, today: datetime.date | None) -> DateMention | None:
    """Return the phrase that begins at a place."""
    word = clues.words.get(place)
    if word and word.form == "link":
        return _read_link(clues, word, today)
    told = _read_closed(clues, place, today)
    return _mention(clues, place, told) if told else None


def _read_closed(clues: Clues, place: int, today: datetime.date | None) -> Told | None:
    """Return what a phrase tells that has a beginning and an end."""
    word = clues.words.get(place)
    family = word.form if word else ""
    if word and family == "vague" and not clues.at(word.last, "of"):
        return Told(word.last, Meant(None, None, "date.vague", "stated", "The words tell a time without its bounds."))
    if family == "point":
        return read_point(clues, place, today)
    told = _read_phrases(clues, place, today)
    if told:
        return told
    if family in {"this", "unit"}:
        return read_unit(clues, place, today) or read_season(clues, place, today)
    if family == "season":
        return read_season(clues, place, today)
    if family == "month":
        return _read_bare_month(clues, place, today)
    if word and family == "relative" and (other := clues.valued(word.last, "adjective", "same")):
        return Told(other.last, Meant(None, None, "date.other-day", "stated", OTHER))
    return None


def _read_phrases(clues: Clues, place: int, today: datetime.date | None) -> Told | None:
    """Return what a phrase tells, or two of a kind that bound an interval: «from 28 January to 3 February»."""
    phrase = read_phrase(clues, place)
    if phrase is None:
        return None
    at = phrase.last
    between = any(clues.at(phrase.first - back, "between") for back in (1, 2, 3))
    joined = clues.at(at, "to") or clues.valued(at, "link", "until") or clues.sign(at, "-\N{EN DASH}")
    if joined or (between and clues.at(at, "and")):
        end = read_phrase(clues, at + 1)
    else:
        end = read_phrase(clues, at) if between and _has_and(clues, at) else None
    if end:
        meant = resolve_range(phrase, end, today)
        if meant:
            return Told(end.last, meant)
    return Told(phrase.last, resolve_phrase(phrase, today))


def _has_and(clues: Clues, place: int) -> bool:
    """Return True where a date word carries the conjunction."""
    word = clues.words.get(place)
    return (word is not None and bool(word.prefix)) or any(
        hit.kind == "ordinal" and hit.prefix for hit in clues.scene.hits_at.get(place, ())
    )


def _read_bare_month(clues: Clues, place: int, today: datetime.date | None) -> Told | None:
    """Return a month without a day, where a year, an adjective, a second name or «in» shows that a month is meant."""
    written = read_month(clues, place)
    if written is None or clues.in_name(written.first, written.last):
        return None
    return tell_months(written, today) if _is_month(clues, written) else None


def _is_month(clues: Clues, written: Written) -> bool:
    """Return True where something beside a month's name shows that no verb, name or number is meant."""
    end = written.end
    if end.year is not None or end.year_turn is not None:
        return True
    if clues.scene.raw(written.first).isascii():
        return False
    before = written.first - 1
    name = clues.words[written.first]
    cued = clues.at(before, "in") is not None or (clues.at(before, "link") is not None and not name.prefix)
    return end.turn is not None or cued or written.last > name.last


def _read_link(clues: Clues, link: Hit, today: datetime.date | None) -> DateMention | None:
    """Return an interval open to one side, or a day so many days away: «since Tuesday», «until 5 May», «two days ago»."""
    told = _read_closed(clues, link.last, today)
    if told is None:
        counted = read_count(clues, link, today)
        return _mention(clues, link.first, counted) if counted else None
    side = "since" if link.detail[0] in {"since", "after"} else "until"
    return _mention(clues, link.first, told, open_side=side)


def _mention(clues: Clues, first: int, told: Told, open_side: str = "") -> DateMention:
    """Return the mention of a phrase; `open_side` tells that it is the first or last day of an interval."""
    meant = told.meant
    resolved = open_side and (meant.past or meant.future)
    return DateMention(
        first=first,
        last=told.last,
        span=clues.scene.span(first, told.last),
        rule=f"date.{open_side}" if resolved else meant.rule,
        past=_when(meant.past, meant.basis, open_side),
        future=_when(meant.future, meant.basis, open_side),
        reasoning=meant.reasoning,
    )


def _when(period: Period | None, basis: str, open_side: str) -> When | None:
    """Return the days as EDTF with their precision; that of an open interval is not known."""
    if period is None:
        return None
    if open_side:
        days = edtf(period)
        first, _, last = days.partition("/")
        bounds = f"{first}/{OPEN}" if open_side == "since" else f"{OPEN}/{last or first}"
        return When(edtf=bounds, precision=0, basis=basis)
    return When(edtf=edtf(period), precision=precision(period), basis=basis)
