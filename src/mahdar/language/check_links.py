"""Does every id that a table names stand in the table that it belongs to?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from mahdar.language.check_finding import Finding
from mahdar.language.load import Row, read_entries, read_table


class Link(NamedTuple):
    """A column whose cells are ids (several are parted by `;`) of some tables."""

    table: str
    column: str
    to: tuple[str, ...]


LINKS = (
    Link("world/state_names.tsv", "code", ("states",)),
    Link("world/states.tsv", "claimed_by", ("states", "orgs")),
    Link("world/cities.tsv", "state", ("states",)),
    Link("world/not_places.tsv", "hides", ("states", "cities")),
    Link("world/not_orgs.tsv", "hides", ("orgs",)),
    Link("world/orgs.tsv", "seat", ("states",)),
    Link("world/orgs.tsv", "members", ("states", "orgs")),
    Link("world/org_names.tsv", "code", ("orgs",)),
    Link("world/series.tsv", "members", ("states", "orgs")),
    Link("world/sessions.tsv", "city", ("cities",)),
    Link("world/sessions.tsv", "state", ("states",)),
    Link("world/initiatives.tsv", "sponsors", ("states", "orgs")),
    Link("world/people/people*.tsv", "side", ("states", "orgs")),
    Link("world/people/posts*.tsv", "side", ("states", "orgs")),
    Link("world/people/names*.tsv", "person", ("people",)),
    Link("world/people/tenures*.tsv", "person", ("people",)),
    Link("world/people/tenures*.tsv", "post", ("posts",)),
    Link("outlets/relays.tsv", "state", ("states",)),
)
IDS = {
    "states": ("world/states.tsv", "code"),
    "orgs": ("world/orgs.tsv", "code"),
    "cities": ("world/cities.tsv", "id"),
    "people": ("world/people/people*.tsv", "id"),
    "posts": ("world/people/posts*.tsv", "id"),
}
ONCE = ("states", "orgs", "people")
"""Tables with one row an id; the others have one row a name."""


def check_links(root: Path) -> Iterator[Finding]:
    """Give dead links, ids that stand for two things, and sessions of forums that are no organisation."""
    rows = {table: read_table(root, place) for table, (place, _) in IDS.items()}
    ids = {table: {row.text(IDS[table][1]) for row in rows[table]} for table in IDS}
    for table in ONCE:
        yield from _twice(rows[table], IDS[table][1])
    for link in LINKS:
        for row in read_table(root, link.table):
            yield from _dead(row, link, ids)
    for row in read_table(root, "world/sessions.tsv"):
        if row.text("forum").split(".")[0] not in ids["orgs"]:
            remedy = "Begin it with a code of world/orgs.tsv."
            yield Finding(at=row.at, what=f"the forum {row.text('forum')!r} is of no organisation", remedy=remedy)
    for row in read_entries(root, "outlets/outlets.yaml"):
        if row.text("state") and row.text("state") not in ids["states"]:
            what = f"the state {row.text('state')!r} is in no table"
            yield Finding(at=row.at, what=what, remedy="Write its code of world/states.tsv.")
    yield from _one_side(rows["posts"])


def _dead(row: Row, link: Link, ids: Mapping[str, set[str]]) -> Iterator[Finding]:
    for name in filter(None, row.text(link.column).split(";")):
        if not any(name in ids[table] for table in link.to):
            places = " or ".join(IDS[table][0] for table in link.to)
            remedy = f"Mend the spelling, or add it to {places}."
            yield Finding(at=row.at, what=f"the {link.column} {name!r} is in no table", remedy=remedy)


def _twice(rows: tuple[Row, ...], column: str) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for row in rows:
        first = seen.setdefault(row.text(column), row.at)
        if first != row.at:
            what = f"the {column} {row.text(column)!r} stands at {first} already"
            yield Finding(at=row.at, what=what, remedy="Keep one of the two rows.")


def _one_side(posts: tuple[Row, ...]) -> Iterator[Finding]:
    """Give posts whose rows disagree about their side or role."""
    seen: dict[str, Row] = {}
    for row in posts:
        first = seen.setdefault(row.text("id"), row)
        if any(first.text(column) != row.text(column) for column in ("side", "role")):
            what = f"the post {row.text('id')!r} has another side or role at {first.at}"
            yield Finding(at=row.at, what=what, remedy="Let all rows of a post say the same.")
