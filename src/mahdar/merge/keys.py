"""Which tellings of meetings are worth comparing?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

from mahdar.merge.contradict import MANY
from mahdar.merge.days import SLACK, WEEK, months_of
from mahdar.merge.fingerprint import Fingerprint
from mahdar.merge.near import Pair, neighbours, pairs_by_key

Key: TypeAlias = tuple[object, ...]
MOST_SIDES = 6
"""Sides of a gathering by whose pairs it is looked up."""


def candidate_pairs(prints: Sequence[Fingerprint]) -> set[Pair]:
    """Return the numbers of those that share a key, each pair once; linear in the number of tellings.

    `prints` come in an order that does not depend on the order in which claims came.
    """
    likeness = [(str(one.people), str(one.city)) for one in prints]
    found = pairs_by_key(([*_exact(one)] for one in prints), lambda number: likeness[number])
    rows: dict[Key, list[int]] = defaultdict(list)
    for number, one in enumerate(prints):
        for pair in _pairs_of(one):
            rows[pair].append(number)
    for row in rows.values():
        found.update(_floating(row, prints))
    return found


def _pairs_of(one: Fingerprint) -> Iterator[Key]:
    """Give the pairs of sides under which a telling is looked up; a forum's own session has the forum alone."""
    if one.gathering:
        yield ("forum", one.gathering)
        return
    yield from combinations(one.sides[:MOST_SIDES], 2)
    if len(one.sides) > MANY and (one.city or one.country):
        yield ("many", one.city or one.country)


def _exact(one: Fingerprint) -> Iterator[Key]:
    """Give the keys of what is told: the pair with the day, the session, the round, the city and month."""
    told = [*_told(one)]
    for pair in _pairs_of(one):
        for key in told:
            yield (*pair, *key)


def _told(one: Fingerprint) -> Iterator[Key]:
    if one.session:
        yield ("session", one.session)
    if one.ordinal is not None:
        yield ("round", one.ordinal)
    if one.days is None:
        return
    if one.days.last - one.days.first < WEEK:
        for day in range(one.days.first, one.days.last + SLACK + 1):
            yield ("day", day)
    if one.city:
        for month in months_of(one.days):
            yield ("month", one.city.partition("/")[0], month)


def _floating(row: Sequence[int], prints: Sequence[Fingerprint]) -> Iterator[Pair]:
    """Give the pairs of sides in which one tells no day or week, each with its neighbours in time."""
    if not any(prints[number].floats for number in row):
        return
    if any(prints[number].reference is None for number in row):
        likeness = {number: (str(prints[number].people), str(prints[number].city)) for number in row}
        for one, other in neighbours(sorted(row, key=lambda number: (likeness[number], number))):
            if prints[one].reference is None or prints[other].reference is None:
                yield one, other
    for one, other in neighbours(sorted(row, key=lambda number: (prints[number].reference or 0, number))):
        if prints[one].floats or prints[other].floats:
            yield one, other
