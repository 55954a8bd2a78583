"""What a stage met and did not understand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Which article, which stage, what was met, and what its owner can do."""

    article: str
    stage: str
    what: str
    remedy: str
