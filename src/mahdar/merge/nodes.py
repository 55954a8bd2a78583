"""Which claims are compared as one, because what is compared is equal?"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from mahdar.merge.judged import ClaimPair
from mahdar.merge.verdict import Verdict, apart, same
from mahdar.records.group import Member

P = TypeVar("P", bound=Hashable)
TWIN = 900
"""Strength of the tie between a claim and the same words of the same text, kept under another article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node(Generic[P]):
    """Claims that compare alike: what is compared, and whose they are."""

    shape: P
    members: tuple[Member, ...]


def make_nodes(
    members: Sequence[Member],
    shapes: Mapping[str, P],
    judged: Mapping[ClaimPair, Verdict],
    compare: Callable[[P, P], Verdict],
) -> tuple[Node[P], ...]:
    """Return the claims in nodes, in the order of their first ids; those that a person judged stand alone.

    Claims of equal shape are one node only where that shape is enough to be one event: two undated reports are not.
    """
    alone = {claim_id for pair in judged for claim_id in pair}
    held: dict[object, list[Member]] = {}
    enough: dict[P, bool] = {}
    for member in members:
        shape = shapes[member.claim_id]
        if shape not in enough:
            enough[shape] = compare(shape, shape).relation == "same"
        together = enough[shape] and member.claim_id not in alone
        held.setdefault(("all", shape) if together else ("one", member.claim_id), []).append(member)
    return tuple(Node(shape=shapes[group[0].claim_id], members=tuple(group)) for group in held.values())


def compare_nodes(
    nodes: Sequence[Node[P]], judged: Mapping[ClaimPair, Verdict], compare: Callable[[P, P], Verdict]
) -> Callable[[int, int], Verdict]:
    """Return a function that judges two nodes by their numbers: people's words first, then the article, then what is told."""
    known: dict[tuple[int, int], Verdict] = {}
    articles = [{member.article_id: member for member in node.members} for node in nodes]

    def judge(one: int, other: int) -> Verdict:
        if (one, other) not in known:
            mine, his = nodes[one], nodes[other]
            said = judged.get(_ids(mine.members[0], his.members[0])) if judged else None
            known[one, other] = said or _in_articles(articles[one], articles[other], compare(mine.shape, his.shape))
        return known[one, other]

    return judge


def _ids(one: Member, other: Member) -> ClaimPair:
    return (one.claim_id, other.claim_id) if one.claim_id < other.claim_id else (other.claim_id, one.claim_id)


def _in_articles(mine: Mapping[str, Member], his: Mapping[str, Member], verdict: Verdict) -> Verdict:
    """Return the verdict, but for claims that one article tells apart, and for one claim kept under two articles.

    Several claims may stand at one place: a tour of three states is told by one verb.
    """
    if verdict.relation == "apart":
        return verdict
    short, long = sorted((mine, his), key=len)
    if any(_place(short[article]) != _place(long[article]) for article in short if article in long):
        return apart("one article tells of both")
    if len(mine) == len(his) == 1 and _place(*mine.values()) == _place(*his.values()):
        return same(TWIN, "the same words of the same text")
    return verdict


def _place(member: Member) -> tuple[str, str]:
    return member.claim.anchor.text, member.claim.anchor.key
