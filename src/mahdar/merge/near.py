"""Which of those that share a key are compared? All of a few; of many each with its neighbours, so that the work stays linear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any, TypeAlias

Pair: TypeAlias = tuple[int, int]
CAP = 24
"""Claims of one key up to which all are compared with all."""
REACH = 8
"""Neighbours on each side that a claim of a larger key is compared with."""


def pairs_by_key(keys: Iterable[Iterable[Hashable]], order: Callable[[int], Any]) -> set[Pair]:
    """Return the pairs of numbers that share a key; `keys` come one set for each number, `order` lays like beside like.

    >>> sorted(pairs_by_key([["a"], ["b", "a"], ["b"]], order=lambda number: 0))
    [(0, 1), (1, 2)]
    """
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for number, own in enumerate(keys):
        for key in own:
            blocks[key].append(number)
    found: set[Pair] = set()
    for block in blocks.values():
        found.update(pairs_within(block, order))
    return found


def pairs_within(block: Sequence[int], order: Callable[[int], Any]) -> Iterable[Pair]:
    """Return the pairs of one key."""
    if len(block) <= CAP:
        return combinations(sorted(block), 2)
    return neighbours(sorted(block, key=lambda number: (order(number), number)))


def neighbours(ordered: Sequence[int]) -> Iterator[Pair]:
    """Give the pairs of each number with those that follow it closely."""
    for place, number in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + REACH]:
            yield (number, other) if number < other else (other, number)
