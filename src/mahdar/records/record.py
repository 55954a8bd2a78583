"""A group with a name that lasts."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.records.group import Group, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A named group; the id comes from the append-only ledger and never changes its meaning."""

    record_id: str
    group: Group
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One act of naming: an id was given, inherited by what holds most of its claims, redirected to another, or retired."""

    record_id: str
    act: str
    """given, redirected, split, retired."""
    other: str | None
    reason: str
