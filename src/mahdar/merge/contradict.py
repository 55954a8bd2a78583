"""What forbids that two tellings are one meeting?"""

from __future__ import annotations

from mahdar.merge.days import relate
from mahdar.merge.fingerprint import Fingerprint
from mahdar.merge.people import is_one_person

OPEN = "planned"
SHARED = 0.5
"""Share of all sides that two lists of a gathering of many must have in common."""
MANY = 3
STAY = 3
"""Days by which reports of one visit to a state may lie apart: it lasts, and goes to several cities."""
SITE = "/"


def contradiction(one: Fingerprint, other: Fingerprint) -> str | None:
    """Return in what two tellings contradict each other, None where nothing speaks against one meeting."""
    if one == other:
        return None
    return (
        _kinds(one, other)
        or _sides(one, other)
        or _days(one, other)
        or _places(one, other)
        or _people(one, other)
        or _rounds(one, other)
        or _states(one, other)
    )


def sides_agree(one: Fingerprint, other: Fingerprint) -> bool:
    """Return True where both name the same sides, or most of many."""
    if one.gathering or other.gathering or one.sides == other.sides:
        return one.gathering == other.gathering
    mine, others = set(one.sides), set(other.sides)
    return min(len(mine), len(others)) >= MANY and len(mine & others) >= SHARED * len(mine | others)


def common_people(one: Fingerprint, other: Fingerprint) -> int:
    """Return on how many sides both name the same person."""
    others = dict(other.people)
    return sum(any(is_one_person(mine, his) for mine in people for his in others.get(side, ())) for side, people in one.people)


def is_one_city(one: str | None, other: str | None) -> bool:
    """Return True where two cities are one, or a site of it.

    >>> is_one_city("fra:paris", "fra:paris/elysee-palace"), is_one_city(None, None)
    (True, False)
    """
    return one is not None and other is not None and one.partition(SITE)[0] == other.partition(SITE)[0]


def is_one_stay(one: Fingerprint, other: Fingerprint) -> bool:
    """Return True where both tell of one guest's journey to one state, within the days that a visit lasts."""
    if not (one.is_journey and other.is_journey) or one.country != other.country or one.country is None:
        return False
    if one.days and other.days:
        gap = max(one.days.first, other.days.first) - min(one.days.last, other.days.last)
        if gap > STAY:
            return False
    return common_people(one, other) > 0


def _kinds(one: Fingerprint, other: Fingerprint) -> str | None:
    if one.gathering != other.gathering:
        return "another forum's session" if one.gathering and other.gathering else "a forum's session and a meeting beside it"
    if one.format and other.format and one.format != other.format:
        return f"{min(one.format, other.format)} and {max(one.format, other.format)}"
    return None


def _sides(one: Fingerprint, other: Fingerprint) -> str | None:
    if sides_agree(one, other):
        return None
    mine, others = set(one.sides), set(other.sides)
    nested = mine <= others or others <= mine
    return None if nested and len(mine & others) > 1 else "other sides"


def _days(one: Fingerprint, other: Fingerprint) -> str | None:
    if one.gathering and one.session and one.session == other.session:
        return None
    if one.days and other.days:
        return "other days" if relate(one.days, other.days) == "apart" and not is_one_stay(one, other) else None
    for dated, told in ((one.days, other), (other.days, one)):
        if dated and told.days is None and told.seen is not None and told.status == "held" and dated.first > told.seen + 1:
            return "told as held before the other's day"
    return None


def _places(one: Fingerprint, other: Fingerprint) -> str | None:
    if one.country and other.country and one.country != other.country:
        return "other countries"
    if one.city is None or other.city is None or is_one_city(one.city, other.city) or is_one_stay(one, other):
        return None
    return None if _holds(one.city, other.city) or _holds(other.city, one.city) else "other cities"


def _holds(capital: str, site: str) -> bool:
    """Return True where a capital, told by its state's code, may hold the site."""
    return ":" not in capital and SITE in site and site.startswith(capital.lower())


def _people(one: Fingerprint, other: Fingerprint) -> str | None:
    others = dict(other.people)
    for side, people in one.people:
        his = others.get(side)
        if his and not any(is_one_person(mine, yours) for mine in people for yours in his):
            return f"other people of {side}"
    return None


def _rounds(one: Fingerprint, other: Fingerprint) -> str | None:
    if one.session and other.session and one.session != other.session and one.forum == other.forum:
        return "other sessions"
    if one.ordinal is None or other.ordinal is None or one.ordinal == other.ordinal or one.forum != other.forum:
        return None
    return "other rounds"


def _states(one: Fingerprint, other: Fingerprint) -> str | None:
    """A plan and its outcome are one; held and called off contradict each other."""
    if OPEN in {one.status, other.status} or one.status == other.status:
        return None
    return "told as held and as called off"
