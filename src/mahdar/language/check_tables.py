"""Is a table in shape: its cells, its order, each row once, its days?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from mahdar.language.check_finding import FIX, Finding

DAYS = ("from", "until")
_EDTF = re.compile(r"(\d{4})(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[~?]?")
OPEN = ".."
SOURCE = "source"


def check_tables(name: str, text: str, *, in_order: bool) -> Iterator[Finding]:
    """Give what is wrong with a table's shape; without `in_order` the order of its rows is not asked for."""
    lines = _lines(text)
    if not lines:
        yield Finding(at=name, what="the table has no header", remedy="Name its columns in its first line.", is_shape=True)
        return
    header = lines[0][1].split("\t")
    rows = [(number, line.split("\t")) for number, line in lines[1:]]
    if SOURCE not in header:
        yield Finding(at=name, what="there is no column `source`", remedy="Add it: where a row comes from.")
    for number, cells in rows:
        if len(cells) != len(header):
            what = f"{len(cells)} cells where the header has {len(header)}"
            yield Finding(at=f"{name}:{number}", what=what, remedy="Put one tab between two cells.", is_shape=True)
    whole = [(number, cells) for number, cells in rows if len(cells) == len(header)]
    yield from _doubles(name, header, whole)
    yield from _days(name, header, whole)
    if in_order:
        yield from _order(name, whole)


def sorted_table(name: str, text: str) -> str:
    """Return a table's text with its rows in order and each once; comment lines go to its top. One out of shape stays as it is.

    >>> sorted_table("x.tsv", "id\\tsource\\nb\\t\\na\\t\\na\\t\\n")
    'id\\tsource\\na\\t\\nb\\t\\n'
    """
    comments = [line for line in text.split("\n") if line.startswith("#")]
    lines = [line for _, line in _lines(text)]
    if len({line.count("\t") for line in lines}) > 1:
        return text
    rows = list(dict.fromkeys(lines[1:]))
    rows.sort(key=lambda line: row_order(line.split("\t")))
    return "\n".join([*comments, *lines[:1], *rows, ""])


def row_order(cells: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Return what the order of rows goes by: the first two columns, numbers by their value.

    >>> row_order(["a", "10"]) > row_order(["a", "9"])
    True
    """
    return tuple((int(cell), "") if cell.isdecimal() and cell.isascii() else (-1, cell) for cell in cells[:2])


def _lines(text: str) -> list[tuple[int, str]]:
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip() and not line.startswith("#")]


def _order(name: str, rows: Sequence[tuple[int, list[str]]]) -> Iterator[Finding]:
    """Give the first row that stands before its place; the others follow from it."""
    for (_, before), (number, cells) in itertools.pairwise(rows):
        if row_order(cells) < row_order(before):
            what = f"{cells[0]!r} stands after {before[0]!r}"
            yield Finding(at=f"{name}:{number}", what=what, remedy=f"The rows go by their first two columns. {FIX}")
            return


def _doubles(name: str, header: Sequence[str], rows: Sequence[tuple[int, list[str]]]) -> Iterator[Finding]:
    """Give rows that say again what a row above says, whatever their source."""
    seen: dict[tuple[str, ...], int] = {}
    for number, cells in rows:
        said = tuple(cell for column, cell in zip(header, cells, strict=True) if column != SOURCE)
        first = seen.setdefault(said, number)
        if first != number:
            what = f"the row stands in line {first} already"
            yield Finding(at=f"{name}:{number}", what=what, remedy="Delete one of the two.")


def _days(name: str, header: Sequence[str], rows: Sequence[tuple[int, list[str]]]) -> Iterator[Finding]:
    """Give days that are no EDTF, and periods that end before they begin."""
    places = [header.index(column) for column in DAYS if column in header]
    for number, cells in rows:
        days = [cells[place] for place in places]
        for day in days:
            if day and day != OPEN and not _EDTF.fullmatch(day):
                remedy = "Write a year, 2024, 2024-03 or 2024-03-05 (EDTF), `..` for still open, nothing for not known."
                yield Finding(at=f"{name}:{number}", what=f"{day!r} is no day", remedy=remedy)
        if len(days) == 2 and all(_EDTF.fullmatch(day) for day in days) and is_before(days[1], days[0]):
            what = f"it ends ({days[1]}) before it begins ({days[0]})"
            yield Finding(at=f"{name}:{number}", what=what, remedy="Look both days up.")


def is_before(one: str, other: str) -> bool:
    """Return True where an EDTF day lies wholly before another.

    >>> is_before("2023", "2024-03"), is_before("2024", "2024-03")
    (True, False)
    """
    shared = min(len(one.rstrip("~?")), len(other.rstrip("~?")))
    return one[:shared] < other[:shared]
