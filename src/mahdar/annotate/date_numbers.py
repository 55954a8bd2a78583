"""Which year, or number of days, is told in figures or words?"""

from __future__ import annotations

from mahdar.annotate.date_clues import Clues
from mahdar.arabic.clitics import WAW

YEARS = {"gregorian": range(1800, 2101), "hijri": range(1300, 1501)}
PLAIN_YEARS = range(1900, 2101)
"""Years that need no word «year» before them."""


def read_year(clues: Clues, place: int) -> tuple[int, str, int] | None:
    """Return the year at a place, in figures or as «two thousand and nine», its calendar, and the place after it and its era."""
    year, last = clues.figure(place, 4), place + 1
    thousand = clues.at(place, "thousand")
    if thousand:
        more, last = _in_words(clues, thousand.last, WAW)
        year = int(thousand.detail[0]) + more
    if year is None:
        return None
    era = clues.at(last, "era")
    calendar = era.detail[0] if era else "hijri" if year in YEARS["hijri"] else "gregorian"
    if year not in YEARS[calendar]:
        return None
    return year, calendar, era.last if era else last


def read_number(clues: Clues, at: int) -> tuple[int, int]:
    """Return the number in figures or words at a place and the place after it, 0 where none stands."""
    value = clues.figure(at, 3)
    return (value, at + 1) if value is not None else _in_words(clues, at)


def _in_words(clues: Clues, at: int, prefix: str = "") -> tuple[int, int]:
    """Return the number in words at a place, its first word with the given particle, and the place after it."""
    word = clues.at(at, "number")
    if word is None or word.prefix != prefix:
        return 0, at
    tens = clues.at(word.last, "number")
    if tens and tens.prefix and int(tens.detail[0]) >= 20:
        return int(word.detail[0]) + int(tens.detail[0]), tens.last
    return int(word.detail[0]), word.last
