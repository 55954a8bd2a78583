"""Which articles and claims answer a query?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, select

from mahdar.arabic.letters import key
from mahdar.errors import StoreError
from mahdar.records.value import Span
from mahdar.store.database import Store
from mahdar.store.search.ask import Query
from mahdar.store.search.index import SHIFT, first_place
from mahdar.store.search.names import Lexis
from mahdar.store.search.sight import Snippet, snippet_of
from mahdar.store.search.words import Asked, find_places
from mahdar.store.tables import articles, claims, readings, record_members, records, search_rows, texts

Order = Literal["date", "rank"]
_NEVER = (1 << 63) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that answers a query, or a claim: then with its record, if it has one, and how many more claims of it do."""

    kind: str
    article_id: str
    claim_id: str | None
    record_id: str | None
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    snippet: Snippet
    others: int


def find(store: Store, query: Query, lexis: Lexis, *, limit: int = 20, by: Order = "date") -> tuple[Hit, ...]:
    """Return what answers a query: the newest first, or the best; claims of one record are one hit."""
    with store.read() as connection:
        asked = asked_of(connection, query, lexis)
        rows: dict[str, Row[Any]] = {}
        others: dict[str, int] = {}
        offset, batch = 0, 2 * limit
        while len(rows) < limit:
            places = find_places(connection, asked, by=by, limit=batch, offset=offset)
            for row in _rows(connection, places):
                name = row.record_id or row.claim_id or row.article_id
                others[name] = others.get(name, -1) + 1
                rows.setdefault(name, row)
            offset += batch
            if len(places) < batch:
                break
        kept = list(rows.items())[:limit]
        letters = _letters(connection, [row for _, row in kept])
    return tuple(_hit(row, letters[row.text_id], (query, lexis), others[name]) for name, row in kept)


def asked_of(connection: Connection, query: Query, lexis: Lexis) -> Asked:
    """Return a query with the outlets that it means and the places between which it looks; what has no day has no place there."""
    outlets: tuple[str, ...] = ()
    if query.outlet is not None:
        known = [name for name in connection.scalars(select(articles.c.outlet).distinct()) if name]
        outlets = tuple(name for name in known if query.outlet in key(name, lexis.language.folding))
        if not outlets:
            raise StoreError(
                f"outlet:{query.outlet} is no outlet of this store. There are: {', '.join(sorted(known)) or 'none'}."
            )
    low = first_place(query.since) if query.since else 1 << SHIFT if query.until else 0
    high = first_place(query.until) + (1 << SHIFT) - 1 if query.until else _NEVER
    return Asked(query=query, outlets=outlets, low=low, high=high)


def _rows(connection: Connection, places: Sequence[int]) -> list[Row[Any]]:
    """Return the rows of places in the same order, with their articles and records."""
    shown = (articles.c.outlet, articles.c.published, articles.c.title, articles.c.url)
    query = select(search_rows, readings.c.text_id, records.c.record_id, *shown)
    query = query.join(articles, articles.c.article_id == search_rows.c.article_id)
    query = query.join(readings, readings.c.reading_id == search_rows.c.reading_id)
    query = query.outerjoin(claims, claims.c.claim_id == search_rows.c.claim_id)
    query = query.outerjoin(record_members, record_members.c.claim_id == search_rows.c.claim_id)
    query = query.outerjoin(records, (records.c.record_id == record_members.c.record_id) & (records.c.state == "live"))
    query = query.where(search_rows.c.place.in_(places), search_rows.c.claim_id.is_(None) | (claims.c.state == "current"))
    found: dict[int, Row[Any]] = {}
    for row in connection.execute(query.order_by(records.c.age)):
        if row.place not in found or found[row.place].record_id is None:
            found[row.place] = row
    return [found[place] for place in places if place in found]


def _letters(connection: Connection, rows: Sequence[Row[Any]]) -> Mapping[str, str]:
    ids = {row.text_id for row in rows}
    found = connection.execute(select(texts.c.text_id, texts.c.letters).where(texts.c.text_id.in_(ids)))
    return {row.text_id: row.letters for row in found}


def _hit(row: Row[Any], letters: str, asked: tuple[Query, Lexis], others: int) -> Hit:
    spans = [Span(start=start, end=end) for start, end in row.spans]
    spans.sort(key=lambda span: letters[span.start : span.end].strip() == row.title)  # the title is shown anyway
    return Hit(
        kind=row.kind,
        article_id=row.article_id,
        claim_id=row.claim_id,
        record_id=row.record_id,
        outlet=row.outlet,
        published=row.published,
        title=row.title,
        url=row.url,
        snippet=snippet_of(letters, spans, *asked),
        others=others,
    )
