"""Under what is a telling of a meeting looked up? Only tellings that share a key are compared."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from mahdar.merge.contradict import MANY, STAY
from mahdar.merge.days import SLACK, WEEK
from mahdar.merge.fingerprint import Fingerprint
from mahdar.merge.near import NONE, Key, Keys
from mahdar.merge.people import Who, skeleton

MOST_SIDES = 6
"""Sides of a gathering by whose pairs it is looked up."""
SEASON = 32
"""Days of a season, in which a telling without a day looks for others."""
AROUND = 2
"""Seasons before and after its own in which it looks: it may be a plan of two months ahead."""


def keys_of(one: Fingerprint) -> Keys:
    """Return the keys of a telling; those of what it tells, those under which it is found, and those under which it asks.

    They depend on nothing but the telling, so that a new one finds all that it must be compared with.
    """
    pairs = [*_pairs_of(one)]
    told = [*_told(one)]
    found = [(*pair, *key) for pair in pairs for key in _found(one)]
    return Keys(
        told=frozenset((*pair, *key) for pair in pairs for key in told),
        found=frozenset((*key, when) for key in found for when in (None, *_season(one, 0))),
        asked=frozenset((*key, when) for key in found for when in _season(one, AROUND) or (None,)) if one.floats else NONE,
    )


def _pairs_of(one: Fingerprint) -> Iterator[Key]:
    """Give the pairs of sides under which a telling is looked up; a forum's own session has the forum alone."""
    if one.gathering:
        yield ("forum", one.gathering)
        return
    yield from combinations(one.sides[:MOST_SIDES], 2)
    if len(one.sides) > MANY and (one.city or one.country):
        yield ("many", one.city or one.country)


def _told(one: Fingerprint) -> Iterator[Key]:
    """Give the keys of a day, a session and a round; a visit lasts some days."""
    if one.session:
        yield ("session", one.session)
    if one.ordinal is not None:
        yield ("round", one.ordinal)
    if one.days is None or one.days.last - one.days.first >= WEEK:
        return
    for day in range(one.days.first, one.days.last + (STAY if one.is_journey else SLACK) + 1):
        yield ("day", day)


def _found(one: Fingerprint) -> Iterator[Key]:
    """Give the keys of people and place: what a telling without a day has in common with others."""
    for side, people in one.people:
        for who in people:
            for name in _names(who):
                yield ("who", side, name)
    if one.country:
        yield ("state", one.country)
    if one.gathering:
        yield ("itself",)


def _names(who: Who) -> Iterator[str]:
    if who.actor:
        yield who.actor
    if who.words:
        yield skeleton(who.words[-1])


def _season(one: Fingerprint, around: int) -> tuple[int, ...]:
    """Return the season of a telling with so many before and after it; none where nothing tells its time."""
    if one.reference is None:
        return ()
    season = one.reference // SEASON
    return tuple(range(season - around, season + around + 1))
