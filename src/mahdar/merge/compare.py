"""Are two tellings one meeting?"""

from __future__ import annotations

from typing import NamedTuple

from mahdar.merge.contradict import MANY, OPEN, common_people, contradiction, is_one_city, is_one_stay, sides_agree
from mahdar.merge.days import MONTH, MONTHS, WEEK, Days, relate
from mahdar.merge.fingerprint import Fingerprint
from mahdar.merge.verdict import NOTHING, Verdict, apart, possibly, same

STAYED, DAY, ROUND, SESSION, NEAR, SPAN, NEXT, UNDATED = 60, 40, 36, 30, 24, 20, 10, 0
"""How much a tie weighs; people, place and status add to it. Journeys come first, and undated reports last of all."""
PERSON, CITY, LIKE, WHOLE = 5, 4, 1, 3
NEWS = 21
"""Days between reports without a day that may tell of one meeting."""
SOON, LATER = 4, 10
"""Days after talks, and after a visit, up to which a report that tells no day still tells of these and no others."""
COMING, TRAVEL = 14, 30
"""Days before talks, and before a visit, from which a plan without a day is a plan of these."""
YEAR = 370
AHEAD = 60
"""Days before a planned meeting in which it may be called off without its day being told again."""
POSTPONED = "postponed"


class _Common(NamedTuple):
    """On how many sides two tellings name one person, whether they name one city, and how much that and the rest weigh."""

    people: int
    city: bool
    strength: int


def compare_meetings(one: Fingerprint, other: Fingerprint) -> Verdict:
    """Return how two tellings of a meeting stand; likeness of wording has no say."""
    against = contradiction(one, other)
    if against is not None:
        return apart(against)
    common = _common(one, other)
    if not sides_agree(one, other):
        return _nested(one, other, common)
    tie = _tie(one, other, common)
    return same(tie[0] + common.strength, tie[1]) if tie else _unsure(one, other, common)


def _common(one: Fingerprint, other: Fingerprint) -> _Common:
    people, city = common_people(one, other), is_one_city(one.city, other.city)
    alike = (one.form == other.form) + (one.status == other.status) + (one.manner == other.manner)
    strength = PERSON * min(people, MANY) + CITY * city + LIKE * alike + WHOLE * (one.sides == other.sides)
    return _Common(people=people, city=city, strength=strength)


def _tie(one: Fingerprint, other: Fingerprint, common: _Common) -> tuple[int, str] | None:
    """Return the strong agreement of two tellings whose sides agree, None where there is none."""
    people, city, _ = common
    if _is_one_round(one, other):
        return ROUND, "same sides and numbered round"
    if one.session and one.session == other.session and (one.gathering or _is_met_once(one, other, people)):
        return SESSION, f"same sides in the session {one.session}"
    if _is_called_off(one, other, people) or _is_called_off(other, one, people):
        return SPAN, "same people; the plan was called off or postponed before its day"
    if is_one_stay(one, other) and one.days and other.days and max(_span(one.days), _span(other.days)) <= MONTH:
        return STAYED, "one guest's journey to one state in the same days"
    if one.days is None or other.days is None:
        return _undated(one, other, people)
    relation = relate(one.days, other.days)
    numbered = one.ordinal is not None and one.ordinal == other.ordinal
    if relation == "same" and (people or city or numbered or one.gathering or not (one.people or other.people)):
        return DAY, "same sides and day"
    if relation == "near" and (people >= 2 or (people and (city or _is_alone(one, other)))):
        return NEAR, "same people on neighbouring days, one of them counted from publication"
    if relation == "next" and people >= 2 and city:
        return NEXT, "same people and city on days that follow each other"
    if relation == "overlap" and (people or city or one.gathering):
        return SPAN, "same sides in the same days"
    return _in_window(one, other, common) if relation == "wide" else None


def _undated(one: Fingerprint, other: Fingerprint, people: int) -> tuple[int, str] | None:
    """Return the agreement of two tellings of which one tells no day, but is published when the other's is the news."""
    is_stay = is_one_stay(one, other)
    is_one_talk = people >= 2 and not one.gathering and _several(one) == _several(other)
    if not (is_stay or is_one_talk or _is_one_plan(one, other, people) or _is_on_journey(one, other, people)):
        return None
    after, before = (LATER, TRAVEL) if is_stay else (SOON, COMING)
    if not _is_in_time(one, other, after, before) or not _is_in_time(other, one, after, before):
        return None
    return (
        UNDATED,
        "one guest's journey to one state, reported then" if is_stay else "same people, reported then",
    )


def _is_one_plan(one: Fingerprint, other: Fingerprint, people: int) -> bool:
    """Return True where both tell that one person plans to meet the same other side, of which neither names anybody."""
    return people == 1 and {one.status, other.status} == {OPEN} and _is_alone(one, other) and one.sides == other.sides


def _is_on_journey(one: Fingerprint, other: Fingerprint, people: int) -> bool:
    """Return True where one tells of a guest's visit to a state, and the other of the guest's talks there."""
    is_mixed = one.is_journey != other.is_journey and one.sides == other.sides
    return is_mixed and people == 1 and _is_one_state(one, other) and _several(one) == _several(other) == 0


def _several(one: Fingerprint) -> int:
    """Return how many people are named beyond one a side: talks with several may be several talks."""
    return sum(len(people) - 1 for _, people in one.people)


def _is_in_time(told: Fingerprint, other: Fingerprint, after: int, before: int) -> bool:
    """Return True where a report without a day is published neither long after what the other tells nor long before."""
    if told.days is not None:
        return True
    first, last = (other.days.first, other.days.last) if other.days else (other.seen, other.seen)
    if told.seen is None or first is None or last is None or last - first >= WEEK:
        return False
    late = after if other.days or other.status != OPEN else before
    early = before if told.status == OPEN else (1 if other.days else after)
    return first - early <= told.seen <= last + late


def _span(days: Days) -> int:
    return days.last - days.first


def _is_called_off(plan: Fingerprint, end: Fingerprint, people: int) -> bool:
    """Return True where a report without a day tells, before its day, that a plan of the same people is off or put off."""
    if plan.status != "planned" or plan.days is None or end.days is not None or end.seen is None or not people:
        return False
    is_off = end.status == "cancelled" or (end.manner == POSTPONED and plan.manner != POSTPONED)
    return is_off and plan.days.first - AHEAD <= end.seen <= plan.days.last + 1


def _is_alone(one: Fingerprint, other: Fingerprint) -> bool:
    """Return True where each names the people of one side only."""
    return len(one.people) == len(other.people) == 1


def _in_window(one: Fingerprint, other: Fingerprint, common: _Common) -> tuple[int, str] | None:
    """Return the agreement of two tellings of which one tells a month or so: a plan's window, or the same people and city."""
    people, city, _ = common
    spans = [_span(days) for days in (one.days, other.days) if days]
    if max(spans) > MONTHS or not people:
        return None
    if {one.status, other.status} == {OPEN, "held"}:
        return (SPAN, "same people in the window planned") if min(spans) < WEEK else None
    if people < 2 or not (city or _is_one_state(one, other)):
        return None
    return SPAN, "same people and month in one city" if city else "same people and month in one state"


def _is_one_round(one: Fingerprint, other: Fingerprint) -> bool:
    if one.ordinal is None or one.ordinal != other.ordinal or one.reference is None or other.reference is None:
        return False
    if one.forum != other.forum or abs(one.reference - other.reference) > YEAR:
        return False
    return one.forum is not None or not set(one.forum_words).isdisjoint(other.forum_words)


def _is_met_once(one: Fingerprint, other: Fingerprint, people: int) -> bool:
    """Return True where the same people met in a session, or one of the reports names none."""
    return people > 0 or not one.people or not other.people


def _nested(one: Fingerprint, other: Fingerprint, common: _Common) -> Verdict:
    """Return how a telling stands to one that names more sides: never one by its day alone.

    The host who only lends the place or mediates is a party to some and not to others.
    """
    people, city, strength = common
    but_for_host = set(one.sides) ^ set(other.sides) == {one.country} == {other.country}
    if one.days is None or other.days is None:
        return _unsure(one, other, common) if but_for_host else NOTHING
    if relate(one.days, other.days) != "same":
        return NOTHING
    if city and but_for_host and (people or not (one.people and other.people)):
        return same(strength, "same sides but for the host, same day and city")
    if one.ordinal is not None and one.ordinal == other.ordinal:
        return same(strength, "same day and numbered round; one report names more sides")
    if people >= 2 and city:
        return same(strength, "same people, city and day; one report names more sides")
    return possibly(strength, "same day; one report names more sides") if people or city else NOTHING


def _unsure(one: Fingerprint, other: Fingerprint, common: _Common) -> Verdict:
    """Return how two tellings without a strong agreement stand."""
    people, city, strength = common
    if one.days and other.days:
        relation = relate(one.days, other.days)
        if relation == "wide" and not people and not city:
            return NOTHING
        close = relation in {"near", "next"}
        return possibly(strength, "same sides on neighbouring days" if close else "same sides, days not exact")
    if one.reference is None or other.reference is None:
        return possibly(strength, "same people and city, no time told") if people >= 2 and city else NOTHING
    if abs(one.reference - other.reference) > (AHEAD if OPEN in {one.status, other.status} else NEWS):
        return NOTHING
    if people >= 2 or (people and city):
        return possibly(strength, "same people, no day told")
    if city or (people and _is_alone(one, other)) or (OPEN in {one.status, other.status} and _is_one_state(one, other)):
        return possibly(strength, "same sides and place, no day told")
    return NOTHING


def _is_one_state(one: Fingerprint, other: Fingerprint) -> bool:
    return one.country is not None and one.country == other.country
