"""What of an article goes into the index: its title and content as one row, and a row for each of its claims."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from mahdar.records.claim import Claim
from mahdar.records.text import Text
from mahdar.records.value import Span, value_of
from mahdar.store.codec import claim_from, text_from
from mahdar.store.database import Store
from mahdar.store.search.names import Lexis
from mahdar.store.search.naming import actors_of, names_said, people_of, spans_of
from mahdar.store.search.terms import MARK, Terms, places_in, terms_of
from mahdar.store.search.words import ACTOR, GAP, KIND, NAME, Row, drop_rows, outlet_token, put_rows
from mahdar.store.tables import articles, claims, readings, search_rows, texts

SHIFT = 40
"""A place is a day and, in so many bits, a number of its own: the newest row has the highest place."""
MOST = 20_000
"""Words of a text that are indexed; PostgreSQL takes a megabyte of terms."""
AT_ONCE = 100
"""Articles that are indexed anew in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """An article with the reading that is indexed."""

    article_id: str
    reading_id: str
    text: Text
    claims: tuple[tuple[str, Claim], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A row on its way into the index."""

    kind: str
    claim_id: str | None
    spans: tuple[Span, ...]
    names: tuple[str, ...]
    said: tuple[str, ...]


def index_article(connection: Connection, shelf: Shelf, lexis: Lexis | None) -> None:
    """Put an article and its claims into the index, in place of what was there; without a lexis only that is taken out."""
    unindex_article(connection, shelf.article_id)
    if lexis is None:
        return
    shown = connection.execute(
        select(articles.c.outlet, articles.c.published, articles.c.title).where(articles.c.article_id == shelf.article_id)
    ).one()
    terms = terms_of(shelf.text.letters, lexis)
    rows: list[Row] = []
    held = []
    for draft in _drafts(shelf, shown.title):
        place = _free_place(connection, shown.published, draft.claim_id or shelf.article_id, {row.place for row in rows})
        outlet = (outlet_token(shown.outlet),) if shown.outlet else ()
        rows.append(_row(place, draft, outlet, (terms, lexis)))
        held.append(
            {
                "place": place,
                "kind": draft.kind,
                "article_id": shelf.article_id,
                "reading_id": shelf.reading_id,
                "claim_id": draft.claim_id,
                "spans": [[span.start, span.end] for span in draft.spans],
                "mark": MARK,
            }
        )
    connection.execute(search_rows.insert(), held)
    put_rows(connection, rows)


def unindex_article(connection: Connection, article_id: str) -> None:
    """Take an article and its claims out of the index."""
    here = search_rows.c.article_id == article_id
    drop_rows(connection, connection.scalars(select(search_rows.c.place).where(here)).all())
    connection.execute(search_rows.delete().where(here))


def reindex(store: Store, lexis: Lexis) -> int:
    """Index all articles anew, some at a time, each whole or not at all, and return how many there were."""
    with store.read() as connection:
        ids = connection.scalars(select(articles.c.article_id).order_by(articles.c.article_id)).all()
    for first in range(0, len(ids), AT_ONCE):
        with store.write() as connection:
            for article_id in ids[first : first + AT_ONCE]:
                shelf = _shelf(connection, article_id)
                if shelf is not None:
                    index_article(connection, shelf, lexis)
    return len(ids)


def count_unindexed(store: Store) -> int:
    """Return how many articles a search does not see, or sees as an older version of us read them."""
    fresh = (search_rows.c.reading_id == readings.c.reading_id) & (search_rows.c.mark == MARK) & search_rows.c.claim_id.is_(None)
    query = select(func.count()).select_from(readings).outerjoin(search_rows, fresh)
    with store.read() as connection:
        return connection.scalar(query.where(readings.c.is_current, search_rows.c.place.is_(None))) or 0


def first_place(day: str | None) -> int:
    """Return the lowest place of a day.

    >>> first_place("2024-01-02") - first_place("2024-01-01") == 2**40
    True
    """
    if day is None:
        return 0
    try:
        return date.fromisoformat((day + "-01-01")[:10] if len(day) < 10 else day[:10]).toordinal() << SHIFT
    except ValueError:
        return 0


def _shelf(connection: Connection, article_id: str) -> Shelf | None:
    """Return an article as it stands in the store."""
    query = select(readings, texts.c.letters).join(texts, texts.c.text_id == readings.c.text_id)
    row = connection.execute(query.where(readings.c.article_id == article_id, readings.c.is_current)).one_or_none()
    if row is None:
        return None
    current = select(claims.c.claim_id, claims.c.body).where(claims.c.article_id == article_id, claims.c.state == "current")
    held = tuple((each.claim_id, claim_from(each.body)) for each in connection.execute(current.order_by(claims.c.place)))
    return Shelf(article_id=article_id, reading_id=row.reading_id, text=text_from(row.text_body, row.letters), claims=held)


def _drafts(shelf: Shelf, title: str | None) -> list[_Draft]:
    """Return what becomes a row: the article without its furniture, and each claim but those that only name somebody."""
    told = [claim for _, claim in shelf.claims]
    content = tuple(label.span for label in shelf.text.labels if label.part != "furniture")
    is_titled = any(label.part == "title" for label in shelf.text.labels)
    whole = _Draft(
        kind="article",
        claim_id=None,
        spans=content,
        names=_tokens(told),
        said=() if is_titled else tuple(part for part in (title or value_of(shelf.text.title),) if part),
    )
    return [whole] + [
        _Draft(kind=claim.kind, claim_id=claim_id, spans=spans_of(claim), names=_tokens([claim]), said=names_said(claim))
        for claim_id, claim in shelf.claims
        if claim.kind != "actor"
    ]


def _tokens(told: Sequence[Claim]) -> tuple[str, ...]:
    actors = sorted({actor for claim in told for actor in actors_of(claim)})
    people = sorted({person for claim in told for person in people_of(claim)})
    return (*(ACTOR + actor for actor in actors), *(NAME + person for person in people))


def _row(place: int, draft: _Draft, outlet: tuple[str, ...], known: tuple[Terms, Lexis]) -> Row:
    terms, lexis = known
    words, lemmas, names = _taken(terms, draft.spans)
    for said in draft.said:
        more, lemmas_too, names_too = _taken(terms_of(said, lexis), [Span(start=0, end=len(said))])
        words, lemmas, names = [*words, GAP, *more], [*lemmas, *lemmas_too], [*names, *names_too]
    tokens = dict.fromkeys((KIND + draft.kind, *outlet, *draft.names, *names))
    return Row(place=place, words=tuple(words), lemmas=tuple(lemmas), names=tuple(tokens))


def _taken(terms: Terms, spans: Iterable[Span]) -> tuple[list[str], list[str], list[str]]:
    """Return the words, lemmas and names of the terms inside some spans."""
    places = places_in(terms, spans)[:MOST]
    words: list[str] = []
    for before, place in zip((-1, *places), places, strict=False):
        if words and before + 1 != place:
            words.append(GAP)
        words.append(terms.words[place] or GAP)
    lemmas = [lemma for place in places for lemma in terms.lemmas[place] if lemma]
    inside = set(places)
    names = [NAME + name.id for name in terms.names if name.sure and name.first in inside]
    return words, lemmas, names


def _free_place(connection: Connection, day: str | None, seed: str, taken: set[int]) -> int:
    """Return a place of a day that is free."""
    place = first_place(day) + int.from_bytes(hashlib.sha256(seed.encode()).digest()[:5], "big")
    while place in taken or connection.scalar(select(search_rows.c.place).where(search_rows.c.place == place)) is not None:
        place += 1
    return place
