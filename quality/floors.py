"""Which scores may not fall?"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from quality.material import Scored

FLOORS = Path(__file__).parent / "floors.json"
SLACK = 0.0005
"""Scores are kept with three digits."""


def scores_of(table: dict[str, Any]) -> dict[str, float]:
    """Return the figures of a set by their names: the F1 of each layer that found something, and the share of all items of
    which a field is right, so that an item more whose place is wrong is no loss."""
    layers = {f"{layer} f1": row["f1"] for layer, row in table["layers"].items() if row["predicted"]}
    of_all = {layer: row["matched"] / row["gold"] for layer, row in table["layers"].items() if row["gold"]}
    fields = {f"{layer} {name}": share * of_all[layer] for layer, row in table["fields"].items() for name, share in row.items()}
    return {name: round(score, 3) for name, score in {**layers, **fields}.items()}


def read_floors() -> dict[str, Any]:
    """Return the floors, by set: the corpus digest, the scores, and the reasons for which some were lowered."""
    held: dict[str, Any] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    return held


def fallen(found: Iterable[Scored], floors: dict[str, Any]) -> list[str]:
    """Return what fell below its floor, in words; a set of another digest has no floor."""
    return [line for one in found for line in _fallen(one, floors.get(one.name, {}))]


def raised(found: Iterable[Scored], floors: dict[str, Any], *, lower_because: str | None) -> dict[str, Any]:
    """Return new floors: the better of old and new, or the new ones with the reason why they may be lower."""
    result = dict(floors)
    for one in found:
        old = floors.get(one.name, {})
        new = scores_of(one.table)
        is_same = old.get("corpus") == one.digest
        kept = old.get("scores", {}) if is_same and lower_because is None else {}
        lowered = [*old.get("lowered", []), *([lower_because] if lower_because and _fallen(one, old) else [])]
        scores = {name: max(score, kept.get(name, 0.0)) for name, score in {**kept, **new}.items()}
        result[one.name] = {
            "corpus": one.digest,
            "articles": one.table["articles"],
            "scores": dict(sorted(scores.items())),
            "lowered": lowered,
        }
    return result


def write_floors(floors: dict[str, Any]) -> None:
    """Write the floors down."""
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")


def _fallen(one: Scored, floor: dict[str, Any]) -> list[str]:
    if floor.get("corpus") != one.digest:
        return []
    now = scores_of(one.table)
    return [
        f"{one.name}: {name} is {now.get(name, 0.0):.3f}, its floor {least:.3f}"
        for name, least in floor["scores"].items()
        if now.get(name, 0.0) < least - SLACK
    ]
