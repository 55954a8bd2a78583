"""Which claims form one group? The strongest ties first, and never two that contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby
from typing import TypeAlias

from mahdar.merge.verdict import Verdict

Pair: TypeAlias = tuple[int, int]
MOST_LINKS = 12
"""Other groups that a group is said to be possibly the same as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Numbers of the claims of one group, why they are joined, and who else may belong to them: number and reason."""

    members: tuple[int, ...]
    why: tuple[str, ...]
    possibly: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class _Clusters:
    """The groups so far, while they grow; `parent` leads from each claim to the first of its group."""

    compare: Callable[[int, int], Verdict]
    parent: list[int]
    members: dict[int, list[int]]
    why: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    unsure: dict[Pair, tuple[int, str]] = field(default_factory=dict)

    def root(self, number: int) -> int:
        while self.parent[number] != number:
            self.parent[number] = self.parent[self.parent[number]]
            number = self.parent[number]
        return number

    def clash(self, one: int, other: int) -> str | None:
        """Return why two groups cannot be one."""
        for mine in self.members[one]:
            for his in self.members[other]:
                verdict = self.compare(min(mine, his), max(mine, his))
                if verdict.relation == "apart":
                    return verdict.why
        return None

    def unite(self, one: int, other: int, why: str) -> None:
        keep, lose = sorted((one, other))
        self.parent[lose] = keep
        self.members[keep] += self.members.pop(lose)
        self.why[keep] |= self.why.pop(lose, set()) | {why}

    def part(self, pair: Pair, why: str) -> None:
        """Note that a person told two claims apart."""
        for number in pair:
            self.why[number].add(why)

    def doubt(self, pair: Pair, strength: int, why: str) -> None:
        self.unsure[pair] = max(self.unsure.get(pair, (0, "")), (strength, why))


def join(count: int, pairs: Iterable[Pair], compare: Callable[[int, int], Verdict]) -> tuple[Joined, ...]:
    """Return the groups of claims 0 … count-1, in the order of their first members.

    `compare` judges any two, the smaller number first. Ties of one strength are taken together: a claim that two groups claim
    with equal right, though they contradict each other, joins neither.
    """
    clusters = _Clusters(compare=compare, parent=list(range(count)), members={number: [number] for number in range(count)})
    edges: list[tuple[int, Pair, str]] = []
    for pair in sorted(pairs):
        verdict = compare(*pair)
        if verdict.relation == "same":
            edges.append((-verdict.strength, pair, verdict.why))
        elif verdict.relation == "possibly":
            clusters.doubt(pair, verdict.strength, verdict.why)
        elif verdict.relation == "apart" and verdict.strength:
            clusters.part(pair, verdict.why)
    for _, tier in groupby(sorted(edges), key=lambda edge: edge[0]):
        _join_tier(clusters, list(tier))
    return _joined(clusters)


def _join_tier(clusters: _Clusters, edges: Sequence[tuple[int, Pair, str]]) -> None:
    """Join what ties of one strength bind, but for claims that they tear between groups that contradict each other."""
    torn = _torn(clusters, edges)
    for strength, pair, why in edges:
        one, other = clusters.root(pair[0]), clusters.root(pair[1])
        if one == other:
            continue
        if pair in torn:
            clusters.doubt(pair, -strength, f"{why}, but as much ties it to another group")
            continue
        clash = clusters.clash(one, other)
        if clash is None:
            clusters.unite(one, other, why)
        else:
            clusters.doubt(pair, -strength, f"{why}, but {clash}")


def _torn(clusters: _Clusters, edges: Sequence[tuple[int, Pair, str]]) -> set[Pair]:
    """Return the ties of groups whose partners contradict each other."""
    partners: dict[int, dict[int, list[Pair]]] = defaultdict(lambda: defaultdict(list))
    for _, pair, _ in edges:
        one, other = clusters.root(pair[0]), clusters.root(pair[1])
        if one != other:
            partners[one][other].append(pair)
            partners[other][one].append(pair)
    torn: set[Pair] = set()
    for near in partners.values():
        for one, other in combinations(sorted(near), 2):
            if clusters.clash(one, other) is not None:
                torn.update(near[one], near[other])
    return torn


def _joined(clusters: _Clusters) -> tuple[Joined, ...]:
    roots = [clusters.root(number) for number in range(len(clusters.parent))]
    links: dict[int, dict[int, tuple[int, int, str]]] = defaultdict(dict)
    for (one, other), (strength, why) in sorted(clusters.unsure.items()):
        for mine, his in ((one, other), (other, one)):
            if roots[mine] != roots[his]:
                best = links[roots[mine]].get(roots[his])
                if best is None or strength > best[0]:
                    links[roots[mine]][roots[his]] = (strength, his, why)
    return tuple(
        Joined(
            members=tuple(sorted(clusters.members[root])),
            why=tuple(sorted(clusters.why.get(root, ()))),
            possibly=_strongest(links.get(root, {})),
        )
        for root in sorted(clusters.members)
    )


def _strongest(links: Mapping[int, tuple[int, int, str]]) -> tuple[tuple[int, str], ...]:
    best = sorted(links.values(), key=lambda link: (-link[0], link[1]))[:MOST_LINKS]
    return tuple((number, why) for _, number, why in sorted(best, key=lambda link: link[1]))
