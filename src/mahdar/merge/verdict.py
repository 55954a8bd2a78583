"""How do two claims stand to each other?"""

from __future__ import annotations

from typing import Literal, NamedTuple

Relation = Literal["same", "possibly", "apart", "nothing"]


class Verdict(NamedTuple):
    """One event, possibly one, not one, or nothing that ties them; the higher the strength, the more agrees."""

    relation: Relation
    strength: int
    why: str


NOTHING = Verdict(relation="nothing", strength=0, why="")


def same(strength: int, why: str) -> Verdict:
    """Return the verdict that two claims are one event."""
    return Verdict(relation="same", strength=strength, why=why)


def possibly(strength: int, why: str) -> Verdict:
    """Return the verdict that two claims may be one event."""
    return Verdict(relation="possibly", strength=strength, why=why)


def apart(why: str, strength: int = 0) -> Verdict:
    """Return the verdict that two claims cannot be one event; with a strength where a person said so."""
    return Verdict(relation="apart", strength=strength, why=why)
