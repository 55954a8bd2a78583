"""Which of many are compared? Those that share a key, so that the work grows with the claims and not with their pairs."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias

Pair: TypeAlias = tuple[int, int]
Key: TypeAlias = tuple[object, ...]
NONE: frozenset[Key] = frozenset()


class Keys(NamedTuple):
    """The keys of one: `told` is shared by both of a pair; what one asks for, the other is found under."""

    told: frozenset[Key] = NONE
    found: frozenset[Key] = NONE
    asked: frozenset[Key] = NONE


def numbers_of(keys: Keys) -> tuple[frozenset[int], frozenset[int]]:
    """Return the numbers under which one is put, and those under which it looks for others, the same in every run.

    >>> put, looked = numbers_of(Keys(told=frozenset({("a", 1)})))
    >>> put == looked and len(put) == 1
    True
    """
    told, found, asked = (
        frozenset(_number(tag, key) for key in own) for tag, own in (("t", keys.told), ("f", keys.found), ("a", keys.asked))
    )
    looked = (*(_number("f", key) for key in keys.asked), *(_number("a", key) for key in keys.found))
    return told | found | asked, told.union(looked)


def _number(tag: str, key: Key) -> int:
    return int.from_bytes(hashlib.blake2b(repr((tag, key)).encode(), digest_size=8).digest(), "big", signed=True)


def pairs_of(keys: Sequence[Keys]) -> set[Pair]:
    """Return the pairs of numbers that share a key, the smaller number first.

    >>> sorted(pairs_of([Keys(told=frozenset({("a",)})), Keys(told=frozenset({("a",)})), Keys(found=frozenset({("a",)}))]))
    [(0, 1)]
    """
    told: dict[Key, list[int]] = defaultdict(list)
    found: dict[Key, list[int]] = defaultdict(list)
    for number, own in enumerate(keys):
        for key in own.told:
            told[key].append(number)
        for key in own.found:
            found[key].append(number)
    pairs = {pair for block in told.values() for pair in combinations(block, 2)}
    for number, own in enumerate(keys):
        for key in own.asked:
            pairs.update((min(number, other), max(number, other)) for other in found.get(key, ()) if other != number)
    return pairs
