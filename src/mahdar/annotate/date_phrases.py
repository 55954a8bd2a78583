"""Which weekday, relative day or date do these words name together? «yesterday evening, Tuesday 5 July»."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.annotate.date_clues import Clues
from mahdar.annotate.date_written import COMMAS, DASHES, SAME, Written, read_written
from mahdar.arabic.clitics import WAW
from mahdar.records.annotated import Hit

OPENED = "("
CLOSED = ")"


@dataclass(slots=True, kw_only=True)
class Phrase:
    """What the words from `first` to `last` say of a day; it grows while it is read."""

    first: int
    last: int
    relative: tuple[int, int] | None = None
    weekdays: tuple[int, int] | None = None
    turn: int | None = None
    week: int | None = None
    written: Written | None = None
    other: Written | None = None
    """The same day in the Hijri calendar."""
    noun: bool = False
    part: bool = False

    @property
    def says(self) -> bool:
        """True where the words name a day."""
        return self.relative is not None or self.weekdays is not None or self.written is not None


def read_phrase(clues: Clues, place: int) -> Phrase | None:
    """Return what the words that begin at a place say of a day, None where they name none."""
    phrase = Phrase(first=place, last=place)
    at = place
    while True:
        after = _piece(clues, phrase, at)
        if after is None and phrase.says:
            after = _after_sign(clues, phrase, at)
        if after is None:
            break
        at = after
    return phrase if phrase.says and not clues.in_name(phrase.first, phrase.last) else None


def _piece(clues: Clues, phrase: Phrase, at: int) -> int | None:
    """Add the piece at a place to a phrase and return the place after it, None where none fits."""
    hit = clues.words.get(at)
    if hit is not None:
        if hit.form == "part" and (not phrase.part or phrase.says):
            return _part(clues, phrase, hit)
        if hit.form == "unit" and hit.detail[0] == "day" and hit.detail[1] in {"one", "pair"} and not phrase.says:
            phrase.noun = True
            return hit.last
        if hit.form == "relative" and phrase.relative is None:
            return _relative(clues, phrase, hit)
        if hit.form == "weekday" and phrase.weekdays is None:
            return _weekdays(clues, phrase, hit)
        if hit.form == "adjective" and phrase.weekdays and phrase.turn is None and hit.detail[0] != SAME:
            phrase.turn = int(hit.detail[0])
            phrase.last = hit.last
            return hit.last
    return _week(clues, phrase, at) or _written(clues, phrase, at)


def _part(clues: Clues, phrase: Phrase, hit: Hit) -> int:
    """Add a part of the day; after the day it belongs to the phrase unless another day follows it."""
    following = clues.words.get(hit.last)
    if phrase.says and not (following and following.form in {"weekday", "relative"} and phrase.weekdays):
        phrase.last = hit.last
    phrase.part = True
    return hit.last


def _relative(clues: Clues, phrase: Phrase, hit: Hit) -> int | None:
    """Add today, yesterday, tomorrow; two that follow each other become an interval."""
    days, last = int(hit.detail[0]), hit.last
    if phrase.says and hit.prefix:
        return None
    if last - hit.first == 2 and clues.ordinal(last - 1) and read_written(clues, last - 1):
        days, last = -1, last - 1
    elif not _is_day(clues, phrase, hit):
        return None
    more = clues.at(last, "relative")
    phrase.relative = (days, days)
    if more and more.prefix == WAW and int(more.detail[0]) == days + 1:
        phrase.relative, last = (days, days + 1), more.last
    phrase.last = last
    return last


def _is_day(clues: Clues, phrase: Phrase, hit: Hit) -> bool:
    """Return True where a relative word tells a day, not part of a name, «the second day», «on that day», «today's world»."""
    weekday = clues.at(hit.last, "weekday")
    if weekday:
        return True
    if hit.detail[1] == "weak":
        return phrase.noun or phrase.part
    if hit.detail[0] == "-1":
        return not clues.denied(hit.last, "not-after-yesterday")
    if hit.detail[0] != "0":
        return True
    before = hit.first - 1
    return not (
        clues.ordinal(hit.last)
        or any(other.kind == "ordinal" for other in clues.scene.hits_at.get(hit.last, ()))
        or clues.denied(hit.last, "not-after-today")
        or (clues.denied(before, "not-before-today") and not hit.prefix and not phrase.part)
        or clues.in_name(hit.first, hit.last)
    )


def _weekdays(clues: Clues, phrase: Phrase, hit: Hit) -> int | None:
    """Add a weekday, or two as the first and last day."""
    between = clues.at(hit.first - 1, "between") is not None
    second, last = _second_weekday(clues, phrase, hit, between=between)
    lone = between and second is None
    if clues.denied(hit.first - 1, "not-weekday") or clues.denied(hit.last, "not-after-weekday") or (lone and not phrase.says):
        return None
    if phrase.says and hit.prefix:
        return None
    number = int(hit.detail[0])
    phrase.weekdays = (number, number if second is None else second)
    phrase.last = last
    return last


def _second_weekday(clues: Clues, phrase: Phrase, hit: Hit, *, between: bool) -> tuple[int | None, int]:
    """Return the weekday that ends an interval which `hit` begins, if any, and the place after both."""
    at, joined = hit.last, False
    if clues.sign(at, DASHES + "/") or clues.at(at, "to") or clues.valued(at, "link", "until"):
        at, joined = at + 1, True
    noun = clues.valued(at, "unit", "day")
    if joined and noun:
        at = noun.last
    other = clues.at(at, "weekday")
    if other is None:
        return None, hit.last
    follows = (int(other.detail[0]) - int(hit.detail[0])) % 7 == 1
    linked = joined or (other.prefix == WAW and (between or follows)) or (phrase.part and follows and not other.prefix)
    return (int(other.detail[0]), other.last) if linked else (None, hit.last)


def _week(clues: Clues, phrase: Phrase, at: int) -> int | None:
    """Add the week after a weekday: «Tuesday of next week»."""
    if not phrase.weekdays or phrase.week is not None or phrase.turn is not None:
        return None
    if clues.at(at, "of", "in"):
        at += 1
    this = clues.at(at, "this")
    noun = clues.valued(this.last if this else at, "unit", "week")
    if noun is None or noun.detail[1] != "one":
        return None
    turned = clues.at(noun.last, "adjective")
    if turned and turned.detail[0] != SAME:
        phrase.week = int(turned.detail[0])
        phrase.last = turned.last
    elif this:
        phrase.week = 0
        phrase.last = noun.last
    else:
        return None
    return phrase.last


def _written(clues: Clues, phrase: Phrase, at: int) -> int | None:
    """Add a written date, one of each calendar."""
    short = phrase.noun or phrase.weekdays is not None
    found = read_written(clues, at, short=short)
    if found is None:
        return None
    if phrase.written is None:
        phrase.written = found
    elif phrase.other is None and phrase.written.start.calendar != found.start.calendar:
        pair = (phrase.written, found)
        phrase.written, phrase.other = pair if found.start.calendar == "hijri" else pair[::-1]
    else:
        return None
    phrase.last = found.last
    return found.last


def _after_sign(clues: Clues, phrase: Phrase, at: int) -> int | None:
    """Add the piece after a comma, bracket, dash, «corresponding to» or «on»; None where none follows."""
    start, opened, commas, bound = at, False, False, False
    while at - start < 4:
        if clues.sign(at, OPENED):
            opened = True
        elif clues.sign(at, COMMAS + DASHES + "/"):
            commas = True
        elif clues.at(at, "equals", "in"):
            bound = True
        else:
            break
        word = clues.words.get(at)
        at = word.last if word and word.form == "equals" else at + 1
    if at == start:
        return None
    if clues.at(at, "part", "adjective", "unit") or (clues.at(at, "relative") and not opened):
        return None
    if clues.at(at, "weekday") and (phrase.written or bound or (commas and phrase.relative is None)):
        return None
    after = _piece(clues, phrase, at)
    if after is not None and opened and clues.sign(after, CLOSED):
        after += 1
        phrase.last = after
    return after
