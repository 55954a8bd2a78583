"""What must be known of the press to tell an article from the page it stands on?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mahdar.language.furniture import FurnitureRules, load_letters, load_rules, tokens_of
from mahdar.language.load import read_table
from mahdar.language.months import Months, load_months
from mahdar.language.outlets import Outlets, load_outlets


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePatterns:
    """Furniture rules, month names, outlets, and the places that reports are sent from (folded words; may be empty)."""

    furniture: FurnitureRules
    months: Months
    outlets: Outlets
    places: frozenset[tuple[str, ...]]


def load_page_patterns(root: Path) -> PagePatterns:
    """Return the patterns that `clean_page` needs, from the folder `data/`."""
    letters = load_letters(root)
    outlets = load_outlets(root, letters)
    rules = load_rules(root, outlets.names)
    return PagePatterns(furniture=rules, months=load_months(root, letters), outlets=outlets, places=_places(root, letters))


def _places(root: Path, letters: Mapping[int, str]) -> frozenset[tuple[str, ...]]:
    """Return the names of cities and states, folded."""
    rows = [*read_table(root, "world/state_names.tsv"), *read_table(root, "world/citie[s].tsv")]
    wanted = ("", "capital", "short", "official", "press")
    return frozenset(tokens_of(row.text("arabic"), letters) for row in rows if row.text("kind") in wanted)
