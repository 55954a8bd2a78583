"""Which claims may new ones change the groups of? Those that ties lead to, and no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from mahdar.language.language import Language
from mahdar.merge.judged import SAID, ClaimPair
from mahdar.merge.kinds import compare_claims, keys_around, shape_of
from mahdar.merge.near import Key, Keys
from mahdar.merge.verdict import Verdict
from mahdar.records.group import Member

Found: TypeAlias = "tuple[Sequence[Member], Mapping[str, str]]"
"""Claims, and the letters of their texts by text id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A claim of the surroundings (`one`) and one outside (`other`) that are possibly the same."""

    one: str
    other: str
    strength: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """All claims whose groups may change, in order of their ids, the letters of their texts, and the doubts that lead out."""

    members: tuple[Member, ...]
    letters: Mapping[str, str]
    doubts: tuple[Doubt, ...]


@dataclass(slots=True)
class _Walk:
    """The claims seen so far with their shapes, and where they are found by their keys."""

    language: Language
    seen: dict[str, tuple[Member, Any]] = field(default_factory=dict)
    keys: dict[str, Keys] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    told: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))
    found: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))
    asked: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))

    def see(self, found: Found) -> None:
        members, letters = found
        self.letters.update(letters)
        for member in members:
            if member.claim_id in self.seen:
                continue
            shape = shape_of(member, self.language, self.letters)
            keys = keys_around(member, shape)
            self.seen[member.claim_id], self.keys[member.claim_id] = (member, shape), keys
            for shelf, own in ((self.told, keys.told), (self.found, keys.found), (self.asked, keys.asked)):
                for key in own:
                    shelf[key].add(member.claim_id)

    def near(self, claim_id: str) -> set[str]:
        """Return all seen claims that a claim must be compared with."""
        keys, near = self.keys[claim_id], set[str]()
        for shelf, own in ((self.told, keys.told), (self.found, keys.asked), (self.asked, keys.found)):
            for key in own:
                near |= shelf.get(key, set())
        return near - {claim_id}


def surroundings(
    seeds: Found, near: Callable[[Iterable[Keys]], Found], judged: Mapping[ClaimPair, Verdict], language: Language
) -> Surroundings:
    """Return what ties lead to from some claims; `near` finds the claims that share keys.

    What a tie does not lead to cannot change its group, so that grouping these claims alone gives what grouping all gives.
    """
    walk = _Walk(language=language)
    walk.see(seeds)
    inside = {member.claim_id for member in seeds[0]}
    doubts: dict[ClaimPair, Verdict] = {}
    frontier = sorted(inside)
    while frontier:
        walk.see(near([walk.keys[claim_id] for claim_id in frontier]))
        reached: set[str] = set()
        for pair, verdict in _verdicts(frontier, walk, judged):
            if verdict.relation == "same" or verdict.strength >= SAID:
                reached.add(pair[1])
            elif verdict.relation == "possibly":
                doubts[pair] = verdict
        frontier = sorted(reached - inside)
        inside |= reached
    return Surroundings(
        members=tuple(walk.seen[claim_id][0] for claim_id in sorted(inside)),
        letters=walk.letters,
        doubts=tuple(
            Doubt(one=one, other=other, strength=verdict.strength, why=verdict.why)
            for (one, other), verdict in sorted(doubts.items(), key=lambda item: item[0])
            if other not in inside
        ),
    )


def _verdicts(frontier: Sequence[str], walk: _Walk, judged: Mapping[ClaimPair, Verdict]) -> Iterator[tuple[ClaimPair, Verdict]]:
    """Give how the claims of a frontier stand to all that are near; what people said counts first."""
    said: dict[str, set[str]] = defaultdict(set)
    for one, other in judged:
        if one in walk.seen and other in walk.seen:
            said[one].add(other)
            said[other].add(one)
    for one in frontier:
        for other in sorted(walk.near(one) | said[one]):
            told = judged.get((min(one, other), max(one, other)))
            yield (one, other), told or compare_claims(walk.seen[one], walk.seen[other])
