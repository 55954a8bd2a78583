"""Who and what is on record, each with the reports that name it?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mahdar.language.tables import World
from mahdar.store.counts import Count, count_actors, count_field, count_outlets
from mahdar.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Counts of one kind: `person`, `side`, `issue`, `series`, `forum` or `outlet`, which is the address of each too."""

    name: str
    kind: str
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """A list of what is on record, in groups."""

    name: str
    groups: tuple[Group, ...]


def people_counts(store: Store, world: World) -> Counts:
    """Return the listed people whom articles name."""
    found = tuple(one for one in count_actors(store, ["person"]) if one.value in world.people)
    return Counts(name="people", groups=(Group(name="people", kind="person", counts=found),))


def side_counts(store: Store, world: World) -> Counts:
    """Return the states and organisations that articles name."""
    states = tuple(one for one in count_actors(store, ["state"]) if one.value in world.states)
    orgs = tuple(one for one in count_actors(store, ["org"]) if one.value in world.orgs)
    groups = (Group(name="states", kind="side", counts=states), Group(name="orgs", kind="side", counts=orgs))
    return Counts(name="sides", groups=groups)


def issue_counts(store: Store, _world: World) -> Counts:
    """Return the issues on which positions were read."""
    return Counts(name="issues", groups=(Group(name="issues", kind="issue", counts=count_field(store, "issue", "stance")),))


def series_counts(store: Store, _world: World) -> Counts:
    """Return the series of talks and the forums in which meetings stood."""
    series = Group(name="series", kind="series", counts=count_field(store, "series", "meeting"))
    forums = Group(name="forums", kind="forum", counts=count_field(store, "forum_id", "meeting"))
    return Counts(name="series", groups=(series, forums))


def outlet_counts(store: Store, _world: World) -> Counts:
    """Return the outlets whose reports are in the store."""
    return Counts(name="outlets", groups=(Group(name="outlets", kind="outlet", counts=count_outlets(store)),))


LISTS: Mapping[str, Callable[[Store, World], Counts]] = {
    "people": people_counts,
    "sides": side_counts,
    "issues": issue_counts,
    "series": series_counts,
    "outlets": outlet_counts,
}
"""The lists by the names of their addresses."""
