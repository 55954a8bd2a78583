"""How often is the program right, by its own measure?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from mahdar.language.cache import SHIPPED

FLOORS = "floors.json"
PLACES = (SHIPPED / "quality" / FLOORS, Path(__file__).parents[4] / "quality" / FLOORS)
"""Where the scores stand: in a wheel beside the data, in a checkout in `quality/`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One measured share of one layer: of each set, None where a set has no such measure."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """The scores of every set; the sets with how many articles each has."""

    sets: tuple[tuple[str, int], ...]
    scores: tuple[Score, ...]


def quality_of(places: tuple[Path, ...] = PLACES) -> Quality:
    """Return the scores that were written down when the program was last measured; none where no file holds them."""
    path = next((one for one in places if one.exists()), None)
    held = json.loads(path.read_text("utf-8")) if path else {}
    names = sorted({name for one in held.values() for name in one["scores"]})
    return Quality(
        sets=tuple((name, one["articles"]) for name, one in held.items()),
        scores=tuple(Score(name=name, values=tuple(one["scores"].get(name) for one in held.values())) for name in names),
    )
