"""How do claims of one shape, compared by one rule, become groups?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Generic, TypeVar

from mahdar.merge.join import Joined, Pair, join
from mahdar.merge.judged import ClaimPair
from mahdar.merge.near import Keys, pairs_of
from mahdar.merge.nodes import Node, compare_nodes, make_nodes
from mahdar.merge.verdict import Verdict
from mahdar.records.group import Group, Member

P = TypeVar("P", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[P]):
    """How two shapes stand, and under which keys those are found that are worth comparing."""

    compare: Callable[[P, P], Verdict]
    keys: Callable[[P], Keys]


def gather(
    members: Sequence[Member],
    shapes: Mapping[str, P],
    judged: Mapping[ClaimPair, Verdict],
    rule: Rule[P],
) -> tuple[Group, ...]:
    """Return claims of one kind, which come in order of their ids, as groups.

    `shapes` tells what of each claim is compared.
    """
    if not members:
        return ()
    nodes = make_nodes(members, shapes, judged, rule.compare)
    wanted = pairs_of([rule.keys(node.shape) for node in nodes]) | _other_pairs(nodes, judged)
    joined = join(len(nodes), wanted, compare_nodes(nodes, judged, rule.compare))
    return tuple(_group(nodes, one, members[0].claim.kind) for one in joined)


def _other_pairs(nodes: Sequence[Node[Any]], judged: Mapping[ClaimPair, Verdict]) -> set[Pair]:
    """Return the pairs of nodes that a person spoke of, and those that hold the same words of the same text."""
    place = {member.claim_id: number for number, node in enumerate(nodes) for member in node.members}
    twins: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        for member in node.members:
            twins[member.claim.anchor.text, member.claim.anchor.key].append(number)
    found = [(place[one], place[other]) for one, other in judged if one in place and other in place]
    found += [pair for numbers in twins.values() for pair in combinations(sorted(set(numbers)), 2)]
    return {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}


def _group(nodes: Sequence[Node[Any]], joined: Joined, kind: str) -> Group:
    """Return joined nodes as a group; claims of one node agree in all that is compared."""
    held = [member for number in joined.members for member in nodes[number].members]
    equal = any(len(nodes[number].members) > 1 for number in joined.members)
    return Group(
        kind=kind,
        members=tuple(sorted(held, key=lambda member: member.claim_id)),
        why=(*joined.why, "all that is compared is equal") if equal else joined.why,
        possibly=tuple((nodes[number].members[0].claim_id, why) for number, why in joined.possibly),
    )
