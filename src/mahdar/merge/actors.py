"""Which claims name one actor?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mahdar.language.language import Language
from mahdar.merge.gather import Rule, gather
from mahdar.merge.judged import ClaimPair
from mahdar.merge.near import NONE, Keys
from mahdar.merge.people import UNLISTED
from mahdar.merge.verdict import NOTHING, Verdict, apart, possibly, same
from mahdar.merge.words import plain_words
from mahdar.records.claim import ActorClaim
from mahdar.records.group import Group, Member
from mahdar.records.value import value_of

AGREES, NAMESAKE = 60, 5


class Unlisted(NamedTuple):
    """A person without an entry: the folded name, the side, and the office or, without one, the title's words."""

    name: tuple[str, ...]
    side: str | None
    office: tuple[str, ...]


def group_actors(members: Sequence[Member], judged: Mapping[ClaimPair, Verdict], language: Language) -> tuple[Group, ...]:
    """Return one group for each listed actor; an unlisted person is one per article, unless name, side and office agree.

    Listed actors are told apart in `data/`, so nothing that is judged of two claims joins or parts them.
    """
    listed: dict[str, list[Member]] = defaultdict(list)
    shapes: dict[str, Unlisted] = {}
    others: list[Member] = []
    for member in members:
        if not isinstance(member.claim, ActorClaim):
            continue
        if member.claim.actor.startswith(UNLISTED):
            others.append(member)
            shapes[member.claim_id] = unlisted(member.claim, language)
        else:
            listed[member.claim.actor].append(member)
    known = tuple(
        Group(kind="actor", members=tuple(held), why=(f"listed as {actor}",) if len(held) > 1 else ())
        for actor, held in listed.items()
    )
    return known + gather(others, shapes, judged, PEOPLE)


def compare_people(one: Unlisted, other: Unlisted) -> Verdict:
    """Return how two people of one name stand."""
    if one.name != other.name or not one.name:
        return NOTHING
    if one.side and other.side and one.side != other.side:
        return apart("one name, other sides")
    if one.side and one == other and one.office:
        return same(AGREES, "name, side and office agree")
    return possibly(NAMESAKE, "one name; side or office is not told alike")


def _keys(one: Unlisted) -> Keys:
    """Return the keys of a person: the name with the side, or the name alone where no side is told."""
    if not one.name:
        return Keys()
    name = frozenset([("name", *one.name)])
    return Keys(told=frozenset([("of", one.side, *one.name)]), found=name, asked=NONE if one.side else name)


def listed_actor(claim: ActorClaim) -> str | None:
    """Return the id of a listed actor, None for one that holds in one article only."""
    return None if claim.actor.startswith(UNLISTED) else claim.actor


def unlisted(claim: ActorClaim, language: Language) -> Unlisted:
    """Return what of a person without an entry is compared."""
    office = value_of(claim.office) or value_of(claim.role) or ""
    return Unlisted(
        name=plain_words(value_of(claim.name) or "", language.folding),
        side=value_of(claim.of),
        office=plain_words(office, language.folding),
    )


PEOPLE = Rule(compare=compare_people, keys=_keys)
"""How people without an entry are compared."""
