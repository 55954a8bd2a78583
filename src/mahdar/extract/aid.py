"""What may help the rules: something that is asked for claims after the finders, and what it gave."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from mahdar.extract.ground import Ground
from mahdar.records.claim import Claim
from mahdar.records.problem import Problem


class Aided(NamedTuple):
    """The claims that an aid adds to those found before, and what could not be had or used of it."""

    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()


class Aid(Protocol):
    """A finder from outside, such as a language model; its name stands on the reading and on each of its claims."""

    @property
    def name(self) -> str:
        """The name by which its claims are marked."""

    def find(self, ground: Ground, found: tuple[Claim, ...]) -> Aided:
        """Return its own claims, given those of the rules."""
