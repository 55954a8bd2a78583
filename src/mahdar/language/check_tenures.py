"""Does every post have one holder on one day, unless it is disputed?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from mahdar.language.check_finding import Finding
from mahdar.language.check_tables import OPEN
from mahdar.language.load import Row, read_table

LAST = "9999-12-31"


def check_tenures(root: Path) -> Iterator[Finding]:
    """Give pairs of holders of one post whose days certainly overlap; days that are not known overlap with none."""
    shared = {row.text("role") for row in read_table(root, "world/people/shared_roles.tsv")}
    posts = {row.text("id"): row.text("role") for row in read_table(root, "world/people/posts*.tsv")}
    held: dict[str, list[Row]] = {}
    for row in read_table(root, "world/people/tenures*.tsv"):
        if row.text("disputed") != "yes" and posts.get(row.text("post")) not in shared:
            held.setdefault(row.text("post"), []).append(row)
    for post, rows in held.items():
        for one, other in combinations(rows, 2):
            if one.text("person") != other.text("person") and overlap(one, other):
                what = f"{other.text('person')} and {one.text('person')} ({one.at}) hold {post} at the same time"
                remedy = "Close the earlier one, or write `yes` under `disputed` for both."
                yield Finding(at=other.at, what=what, remedy=remedy)


def overlap(one: Row, other: Row) -> bool:
    """Return True where two periods share more than a day, however their unsure days are read."""
    return _late(one) < _early(other) and _late(other) < _early(one)


def _late(row: Row) -> str:
    """Return the last day on which a period may begin, later than all days where that is not known."""
    day = row.text("from").rstrip("~?")
    return (day + "-12-31"[len(day) - 4 :] if day else LAST)[:10]


def _early(row: Row) -> str:
    """Return the first day on which a period may end, earlier than all days where that is not known."""
    day = row.text("until").rstrip("~?")
    if day == OPEN:
        return LAST
    return (day + "-01-01"[len(day) - 4 :])[:10] if day else ""
