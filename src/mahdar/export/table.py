"""What does a page hold as rows and columns, so that other programs can read it?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.export.reader import Language
from mahdar.export.views.shelf import Cite
from mahdar.records.annotated import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: a name that stays the same in every language, its heading, and what it holds."""

    name: str
    title: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a page: its cells in the order of the columns, and what feeds, calendars and citations need of it.

    `row_id` is the id of its record, or of its claim where it has no record; `path` leads to it.
    """

    row_id: str
    path: str
    title: str
    cells: tuple[str, ...]
    cites: tuple[Cite, ...] = ()
    when: When | None = None
    place: str = ""
    status: str = ""
    updated: str | None = None
    """When something that the record shows last changed, in ISO 8601."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A record that is no more: a feed that showed it says so."""

    path: str
    when: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The few words of a file that stand in no cell, in the language of its reader."""

    rows: str = "Record"
    columns: str = "Columns"
    left_out: str = "Not known to the day, and left out: {n}"
    comma: str = ", "


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A page as rows, in the language of its reader; `site` and `path` together are its address."""

    title: str
    site: str
    path: str
    lang: Language
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    gone: tuple[Gone, ...] = ()
    said: Said = Said()

    def address(self, path: str) -> str:
        """Return the full address of a path.

        >>> Table(title="", site="https://a.example/", path="/", lang="en", columns=(), rows=()).address("/m-1")
        'https://a.example/m-1'
        """
        return self.site.rstrip("/") + path


def cites_once(rows: tuple[Row, ...]) -> tuple[tuple[Cite, tuple[str, ...]], ...]:
    """Return the first citation of each article among some rows, with the ids of all rows that cite it."""
    first: dict[str, Cite] = {}
    ids: dict[str, dict[str, None]] = {}
    for row in rows:
        for cite in row.cites:
            first.setdefault(cite.article.article_id, cite)
            ids.setdefault(cite.article.article_id, {})[row.row_id] = None
    return tuple((cite, tuple(ids[name])) for name, cite in first.items())
