"""Which two sides met, how often, and when last?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from mahdar.export.views.pair import MOST_SIDES
from mahdar.language.tables import World
from mahdar.store.counts import Met, met_sides
from mahdar.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    """Two sides, how many records and reports there are of them, and the first and last day of a report."""

    sides: tuple[str, str]
    meetings: int
    reports: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsView:
    """All relations on record."""

    pairs: tuple[PairLine, ...]


def pair_lines(store: Store, world: World) -> tuple[PairLine, ...]:
    """Return each two listed sides that met, the pair with the most records first."""
    rows: dict[str, list[Met]] = {}
    for met in met_sides(store):
        rows.setdefault(met.record_id, []).append(met)
    found: dict[tuple[str, str], list[list[Met]]] = {}
    for those in rows.values():
        sides = sorted({side for met in those for side in met.sides if side in world.states or side in world.orgs})
        if len(sides) <= MOST_SIDES:
            for a, b in combinations(sides, 2):
                found.setdefault((a, b), []).append(those)
    lines = [_line(sides, records) for sides, records in found.items()]
    return tuple(sorted(lines, key=lambda line: (-line.meetings, line.sides)))


def _line(sides: tuple[str, str], records: Iterable[list[Met]]) -> PairLine:
    held = list(records)
    days = sorted(met.published for those in held for met in those if met.published)
    reports = {met.article_id for those in held for met in those}
    return PairLine(
        sides=sides,
        meetings=len(held),
        reports=len(reports),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )
