"""Which days follow from the day of what a meeting is placed by, where the article itself tells that day?"""

from __future__ import annotations

from datetime import date, timedelta

from mahdar.extract.ground import Ground
from mahdar.extract.timings.objects import Placed
from mahdar.records.annotated import DateMention, When
from mahdar.records.claim import MeetingClaim
from mahdar.records.value import Evidence, Missing, Value

STEPS = {"eve": -1, "morrow": 1}
UNITS = {"day": 1, "week": 7}
COUNTS = {"one": 1, "two": 2}
BASIS = "from_named_event"
BEHIND = 4
"""Words after the name of a meeting within which its day is told."""
WITHIN = {"after": 2, "before": 5, "during": 2, "together": 2}


def interval_of(ground: Ground, relation: str, placed: Placed, other: MeetingClaim | None) -> Value[When] | Missing:
    """Return the days in which something lies that stands in a relation to what the article dates; never without that date."""
    told = _own_day(ground, placed) or _day_of(other)
    if told is None:
        return Missing(reason="absent", rule="timing.interval")
    day, evidence, basis = told
    when = _reckoned(ground, relation, placed, day)
    if when is None:
        return Missing(reason="absent", rule="timing.interval")
    return Value(value=when, certainty="computed", basis=BASIS, rule=f"timing.interval.{relation}.{basis}", evidence=evidence)


def _own_day(ground: Ground, placed: Placed) -> tuple[date, tuple[Evidence, ...], str] | None:
    """Return the day that is told with the name itself."""
    dates = [one for one in ground.doc.dates if placed.first < one.first <= placed.last + BEHIND]
    _, limit = ground.sentence_limits(placed.first)
    mention = next((one for one in dates if one.last <= limit and _is_near(ground, placed, one)), None)
    when = (mention.past or mention.future) if mention else None
    day = _exact(when) if when else None
    return (day, (ground.words(mention.span),), "told") if mention and day else None


def _is_near(ground: Ground, placed: Placed, mention: DateMention) -> bool:
    """Return True where no sign stands between a name and its day."""
    return all(ground.doc.tokens.kinds[place] != "p" for place in range(placed.last, mention.first))


def _day_of(meeting: MeetingClaim | None) -> tuple[date, tuple[Evidence, ...], str] | None:
    """Return the day of a meeting of the article."""
    if meeting is None or not isinstance(meeting.day, Value):
        return None
    day = _exact(meeting.day.value)
    return (day, meeting.day.evidence, "meeting") if day else None


def _exact(when: When) -> date | None:
    """Return a whole day, None for anything wider."""
    return date.fromisoformat(when.edtf) if when.precision == 1 and len(when.edtf) == 10 else None


def _reckoned(ground: Ground, relation: str, placed: Placed, day: date) -> When | None:
    """Return the days that a relation gives."""
    if relation in STEPS:
        return _one(day + timedelta(days=STEPS[relation]))
    steps = _steps(ground, placed.distance)
    if steps and relation in {"after", "before"}:
        return _one(day + timedelta(days=steps if relation == "after" else -steps))
    if relation == "before":
        return When(edtf=f"../{day.isoformat()}", precision=WITHIN[relation], basis=BASIS)
    if relation == "after":
        published = (ground.doc.published or "")[:10]
        if published and published >= day.isoformat():
            return _between(day, date.fromisoformat(published))
        return None
    return None


def _one(day: date) -> When:
    return When(edtf=day.isoformat(), precision=1, basis=BASIS)


def _between(first: date, last: date) -> When:
    """Return the days from one to another."""
    days = (last - first).days
    if days == 0:
        return _one(first)
    precision = 2 if days < 7 else 4 if days < 31 else 5
    return When(edtf=f"{first.isoformat()}/{last.isoformat()}", precision=precision, basis=BASIS)


def _steps(ground: Ground, distance: tuple[int, int] | None) -> int:
    """Return the days of an exact distance («two days», «a week»), 0 where it is none."""
    if distance is None:
        return 0
    for place in range(*distance):
        for hit in ground.hits_at.get(place, ()):
            if hit.kind == "datepart" and hit.form == "unit" and hit.detail[0] in UNITS:
                number = COUNTS.get(hit.detail[1], 0) if place == distance[0] else _number(ground, distance[0])
                return number * UNITS[hit.detail[0]]
    return 0


def _number(ground: Ground, place: int) -> int:
    """Return the number in figures or in one word at a place, 0 for none."""
    word = ground.word(place)
    if ground.doc.tokens.kinds[place] == "n":
        return int(word) if word.isdecimal() and len(word) < 3 else 0
    hits = ground.hits_at.get(place, ())
    return next((int(hit.detail[0]) for hit in hits if hit.kind == "datepart" and hit.form == "number"), 0)
