"""Short opaque names, made from what they first stood for, so that two machines name alike."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from itertools import count

ARTICLE_LENGTH = 10
CLAIM_LENGTH = 12
READING_LENGTH = 20


def short_name(prefix: str, seed: str, length: int) -> str:
    """Return a prefix and so many base32 letters of the seed's sha256.

    >>> short_name("a-", "https://example.org/1", 10)
    'a-ddaxighvvw'
    """
    return prefix + base64.b32encode(hashlib.sha256(seed.encode()).digest()).decode("ascii").lower()[:length]


def free_name(prefix: str, seed: str, length: int, *, is_taken: Callable[[str], bool]) -> str:
    """Return the first name of a seed that is not taken: other seeds may share its first letters.

    >>> free_name("a-", "x", 4, is_taken=lambda name: name == short_name("a-", "x", 4)) == short_name("a-", "x|1", 4)
    True
    """
    seeds = (f"{seed}|{attempt}" if attempt else seed for attempt in count())
    return next(name for name in (short_name(prefix, each, length) for each in seeds) if not is_taken(name))
