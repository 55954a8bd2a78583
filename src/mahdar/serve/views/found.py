"""What does a search find?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.store.search.find import Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundView:
    """What answers a query, in the order that was asked for."""

    words: str
    hits: tuple[Hit, ...]
