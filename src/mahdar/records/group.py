"""Claims of several articles that are one event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mahdar.records.claim import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A claim in a group, with the stored id of the claim and the article that makes it."""

    claim_id: str
    article_id: str
    outlet: str | None
    published: str | None
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two groups that may be the same, or that stand in a relation, and why."""

    other: str
    relation: Literal["possibly_same", "within", "split_from"]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Members of one event, in the order of their ids; `why` tells which keys and judgements joined them."""

    kind: str
    members: tuple[Member, ...]
    why: tuple[str, ...]
    possibly: tuple[tuple[str, str], ...] = ()
    """Pairs of (claim id outside this group, reason) that were not sure enough to join."""
