"""Which month does a word name?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mahdar.errors import DataError
from mahdar.language.furniture import tokens_of
from mahdar.language.load import Row, read_entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """Folded month names, as tuples of words, with the number of their month, for each of the two calendars."""

    gregorian: Mapping[tuple[str, ...], int]
    hijri: Mapping[tuple[str, ...], int]


def load_months(root: Path, letters: Mapping[int, str]) -> Months:
    """Return the months of `arabic/months.yaml` below `root`, folded by the table `letters`."""
    found: dict[str, dict[tuple[str, ...], int]] = {"gregorian": {}, "hijri": {}}
    for row in read_entries(root, "arabic/months.yaml"):
        names = found.get(row.text("calendar"))
        if names is None:
            raise DataError(f"data/{row.at}: calendar `{row.text('calendar')}` is not known. Write gregorian or hijri.")
        for word in row.words("words"):
            names[tokens_of(word, letters)] = _number(row)
    return Months(gregorian=found["gregorian"], hijri=found["hijri"])


def _number(row: Row) -> int:
    """Return the month's number, 1 to 12."""
    number = row.text("number")
    if not number.isdecimal() or not 1 <= int(number) <= 12:
        raise DataError(f"data/{row.at}: month number `{number}` is not 1 to 12. Mend the line `number:`.")
    return int(number)
