"""How do the answers to a query spread over outlets, months and actors?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, select

from mahdar.store.database import Store
from mahdar.store.search.ask import Query
from mahdar.store.search.find import asked_of
from mahdar.store.search.names import Lexis
from mahdar.store.search.words import find_places
from mahdar.store.tables import articles, claims, search_rows

MOST = 2000
"""The newest answers that are counted; more would be slow for a frequent word."""
AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetCount:
    """A value with how many of the reports found have it."""

    value: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """The spread of the reports found; `is_whole` is False where only the newest of the answers were counted."""

    reports: int
    is_whole: bool
    outlets: tuple[FacetCount, ...]
    months: tuple[FacetCount, ...]
    actors: tuple[FacetCount, ...]


def facets_of(store: Store, query: Query, lexis: Lexis) -> Facets:
    """Return how the answers to a query spread; the months are in order, all else by count."""
    with store.read() as connection:
        places = find_places(connection, asked_of(connection, query, lexis), by="date", limit=MOST, offset=0)
        found = _articles(connection, places)
        actors = _actors(connection, sorted(found))
    months = Counter(day[:7] for _, day in found.values() if day)
    return Facets(
        reports=len(found),
        is_whole=len(places) < MOST,
        outlets=_ranked(Counter(outlet for outlet, _ in found.values() if outlet)),
        months=tuple(FacetCount(value=month, reports=months[month]) for month in sorted(months)),
        actors=_ranked(actors),
    )


def _articles(connection: Connection, places: tuple[int, ...]) -> dict[str, tuple[str | None, str | None]]:
    """Return the outlet and day of each article in which some rows of the index stand."""
    query = select(articles.c.article_id, articles.c.outlet, articles.c.published)
    query = query.join(search_rows, search_rows.c.article_id == articles.c.article_id)
    found: dict[str, tuple[str | None, str | None]] = {}
    for first in range(0, len(places), AT_ONCE):
        rows = connection.execute(query.where(search_rows.c.place.in_(places[first : first + AT_ONCE])))
        found.update({row.article_id: (row.outlet, row.published) for row in rows})
    return found


def _actors(connection: Connection, article_ids: list[str]) -> Counter[str]:
    """Return the actors of some articles with how many of these name each."""
    query = select(claims.c.article_id, claims.c.sides).where(claims.c.kind == "actor", claims.c.state == "current")
    pairs: set[tuple[str, str]] = set()
    for first in range(0, len(article_ids), AT_ONCE):
        rows = connection.execute(query.where(claims.c.article_id.in_(article_ids[first : first + AT_ONCE])))
        pairs.update((row.article_id, side) for row in rows for side in row.sides)
    return Counter(side for _, side in pairs)


def _ranked(counted: Counter[str]) -> tuple[FacetCount, ...]:
    ranked = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    return tuple(FacetCount(value=value, reports=many) for value, many in ranked)
