"""What does the store hold now?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, select

from mahdar.errors import StoreError
from mahdar.records.group import Group, Member
from mahdar.records.page import Page
from mahdar.records.problem import Problem
from mahdar.records.reading import Reading
from mahdar.records.record import LedgerLine, Record
from mahdar.records.text import Text
from mahdar.store.codec import claim_from, links_from, meta_from, text_from
from mahdar.store.database import Store
from mahdar.store.tables import article_pages, articles, claims, ledger, pages, problems, readings, record_members, records, texts

AT_ONCE = 500
"""Names that one question holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article of the store, with its current page and text."""

    article_id: str
    url: str | None
    page_id: str
    text_id: str
    outlet: str | None
    published: str | None
    title: str | None
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What is left of a record whose claims are all retired."""

    record_id: str
    kind: str
    reason: str
    updated: str


def find_articles(store: Store) -> tuple[Article, ...]:
    """Return all articles, in order of their ids."""
    with store.read() as connection:
        return tuple(article_from(row) for row in connection.execute(select(articles).order_by(articles.c.article_id)))


def newest_articles(store: Store, *, limit: int, offset: int = 0) -> tuple[Article, ...]:
    """Return the articles published last; those of unknown day come at the end."""
    order = (articles.c.published.is_(None), articles.c.published.desc(), articles.c.article_id)
    with store.read() as connection:
        rows = connection.execute(select(articles).order_by(*order).limit(limit).offset(offset))
        return tuple(article_from(row) for row in rows)


def articles_of(store: Store, article_ids: Iterable[str]) -> dict[str, Article]:
    """Return some articles by their ids; what is no id is left out."""
    with store.read() as connection:
        rows = (
            row
            for some in _batches(article_ids)
            for row in connection.execute(select(articles).where(articles.c.article_id.in_(some)))
        )
        return {row.article_id: article_from(row) for row in rows}


def texts_of(store: Store, article_ids: Iterable[str]) -> dict[str, Text]:
    """Return the current texts of some articles by the articles' ids."""
    query = select(readings, texts.c.letters).join(texts, texts.c.text_id == readings.c.text_id).where(readings.c.is_current)
    with store.read() as connection:
        found = (
            row for some in _batches(article_ids) for row in connection.execute(query.where(readings.c.article_id.in_(some)))
        )
        return {row.article_id: text_from(row.text_body, row.letters) for row in found}


def find_article(store: Store, name: str) -> Article:
    """Return an article by its id, its address, or the name that it was handed in with."""
    for column in (articles.c.article_id, articles.c.url, articles.c.name):
        with store.read() as connection:
            rows = connection.execute(select(articles).where(column == name).order_by(articles.c.article_id)).all()
        if len(rows) > 1:
            ids = ", ".join(row.article_id for row in rows)
            raise StoreError(f"{len(rows)} articles are called {name!r}: {ids}. Ask for one of these ids.")
        if rows:
            return article_from(rows[0])
    raise StoreError(f"no article {name!r} in this store. `mahdar list articles` shows what there is.")


def page_of(store: Store, article_id: str) -> Page:
    """Return the current page of an article, as it was handed in for this article."""
    came_with = (article_pages.c.article_id == articles.c.article_id) & (article_pages.c.page_id == articles.c.current_page)
    columns = (pages.c.page_id, pages.c.content, pages.c.media, article_pages.c.source, article_pages.c.meta)
    query = select(*columns).select_from(articles).join(article_pages, came_with)
    query = query.join(pages, pages.c.page_id == article_pages.c.page_id).where(articles.c.article_id == article_id)
    row = _one(store, query, article_id)
    return Page(page_id=row.page_id, content=bytes(row.content), media=row.media, source=row.source, meta=meta_from(row.meta))


def text_of(store: Store, article_id: str) -> Text:
    """Return the current text of an article."""
    row = _one(store, _current_reading(article_id), article_id)
    return text_from(row.text_body, row.letters)


def letters_of(store: Store, text_id: str) -> str:
    """Return the letters of any text that was ever read."""
    return str(_one(store, select(texts.c.letters).where(texts.c.text_id == text_id), text_id).letters)


def reading_of(store: Store, article_id: str) -> Reading:
    """Return the current reading of an article."""
    with store.read() as connection:
        row = connection.execute(_current_reading(article_id)).one_or_none()
        if row is None:
            raise _missing(article_id)
        met = connection.execute(select(problems).where(problems.c.reading_id == row.reading_id).order_by(problems.c.place))
        return Reading(
            text=text_from(row.text_body, row.letters),
            version=row.version,
            data_digest=row.data_digest,
            claims=tuple(
                member.claim for member in members_where(connection, [claims.c.article_id == article_id], claims.c.place)
            ),
            problems=tuple(_problem(each) for each in met),
        )


def claims_of(store: Store, article_id: str) -> tuple[Member, ...]:
    """Return the current claims of an article, in the order in which they were found."""
    with store.read() as connection:
        return members_where(connection, [claims.c.article_id == article_id], claims.c.place)


def current_claims(store: Store, *, kind: str | None = None) -> tuple[Member, ...]:
    """Return the current claims of all articles, or those of one kind, in order of their ids."""
    wanted = [claims.c.kind == kind] if kind is not None else []
    with store.read() as connection:
        return members_where(connection, wanted, claims.c.claim_id)


def find_claim(store: Store, claim_id: str) -> Member:
    """Return a claim by its id, also one that was retired."""
    row = _one(store, _claim_rows().where(claims.c.claim_id == claim_id), claim_id)
    return _member(row)


def find_records(store: Store, *, kind: str | None = None) -> tuple[Record, ...]:
    """Return all living records, or those of one kind, the oldest first."""
    wanted = [records.c.state == "live", *([records.c.kind == kind] if kind is not None else [])]
    with store.read() as connection:
        return tuple(records_where(connection, wanted))


def find_record(store: Store, record_id: str) -> Record | Tombstone:
    """Return a record by any id that it ever had; a retired one leaves a tombstone."""
    with store.read() as connection:
        row = _last(connection, record_id)
        living = next(iter(records_where(connection, [records.c.record_id == row.record_id, records.c.state == "live"])), None)
        if living is not None:
            return living
        query = select(ledger.c.reason).where(ledger.c.record_id == row.record_id).order_by(ledger.c.place.desc()).limit(1)
        reason = connection.scalar(query) or ""
    return Tombstone(record_id=row.record_id, kind=row.kind, reason=reason, updated=row.updated)


def ledger_of(store: Store, *, run_id: str | None = None) -> tuple[LedgerLine, ...]:
    """Return the acts of naming, of all runs or one, the first first."""
    query = select(ledger).order_by(ledger.c.place)
    with store.read() as connection:
        rows = connection.execute(query if run_id is None else query.where(ledger.c.run_id == run_id)).all()
    return tuple(LedgerLine(record_id=row.record_id, act=row.act, other=row.other, reason=row.reason) for row in rows)


def find_problems(store: Store) -> tuple[Problem, ...]:
    """Return the problems of all current readings, and those of pages that were never read."""
    query = select(problems).outerjoin(readings, readings.c.reading_id == problems.c.reading_id)
    query = query.where(problems.c.reading_id.is_(None) | readings.c.is_current).order_by(problems.c.place)
    with store.read() as connection:
        return tuple(_problem(row) for row in connection.execute(query))


def updated_of(store: Store) -> dict[str, str]:
    """Return for each living record when something that it shows last changed, in ISO 8601."""
    with store.read() as connection:
        rows = connection.execute(select(records.c.record_id, records.c.updated).where(records.c.state == "live")).all()
    return {row.record_id: row.updated for row in rows}


def updated_at(store: Store, record_id: str) -> str:
    """Return when something that a record shows last changed, in ISO 8601."""
    return str(_one(store, select(records.c.updated).where(records.c.record_id == record_id), record_id).updated)


def _batches(names: Iterable[str]) -> Iterable[list[str]]:
    """Give names in lots that a database takes as one list."""
    wanted = sorted(set(names))
    return (wanted[first : first + AT_ONCE] for first in range(0, len(wanted), AT_ONCE))


def _one(store: Store, query: Select[Any], name: str) -> Row[Any]:
    with store.read() as connection:
        row = connection.execute(query).first()
    if row is None:
        raise _missing(name)
    return row


def _missing(name: str) -> StoreError:
    return StoreError(f"nothing called {name!r} in this store. `mahdar list` shows what there is.")


def _current_reading(article_id: str) -> Select[Any]:
    query = select(readings, texts.c.letters).join(texts, texts.c.text_id == readings.c.text_id)
    return query.where(readings.c.article_id == article_id, readings.c.is_current)


def article_from(row: Row[Any]) -> Article:
    """Return the article that a row of `articles` holds."""
    return Article(
        article_id=row.article_id,
        url=row.url,
        page_id=row.current_page,
        text_id=row.current_text,
        outlet=row.outlet,
        published=row.published,
        title=row.title,
        name=row.name,
    )


def _problem(row: Row[Any]) -> Problem:
    return Problem(article=row.article, stage=row.stage, what=row.what, remedy=row.remedy)


def _claim_rows() -> Select[Any]:
    columns = (claims.c.claim_id, claims.c.article_id, articles.c.outlet, articles.c.published, claims.c.body)
    return select(*columns).join(articles, articles.c.article_id == claims.c.article_id)


def _member(row: Row[Any]) -> Member:
    claim = claim_from(row.body)
    return Member(claim_id=row.claim_id, article_id=row.article_id, outlet=row.outlet, published=row.published, claim=claim)


def members_where(
    connection: Connection, wanted: Sequence[ColumnElement[bool]], *order: ColumnElement[Any]
) -> tuple[Member, ...]:
    """Return the current claims that meet some conditions, in an order."""
    query = _claim_rows().where(claims.c.state == "current", *wanted).order_by(*order)
    return tuple(_member(row) for row in connection.execute(query))


def records_where(connection: Connection, wanted: Sequence[ColumnElement[bool]]) -> Iterable[Record]:
    """Give records with their current members; split links tell where a record came from."""
    query = _claim_rows().add_columns(records.c.record_id, records.c.kind, records.c.body.label("record_body"))
    query = query.join(record_members, record_members.c.claim_id == claims.c.claim_id)
    query = query.join(records, records.c.record_id == record_members.c.record_id)
    query = query.where(claims.c.state == "current", *wanted).order_by(records.c.age, claims.c.claim_id)
    for _, rows in groupby(connection.execute(query), key=lambda row: row.record_id):
        yield _record(list(rows))


def _record(rows: Sequence[Row[Any]]) -> Record:
    first = rows[0]
    body = first.record_body
    group = Group(
        kind=first.kind,
        members=tuple(_member(row) for row in rows),
        why=tuple(body["why"]),
        possibly=tuple((other, reason) for other, reason in body["possibly"]),
    )
    return Record(record_id=first.record_id, group=group, links=links_from(body["links"]))


def _last(connection: Connection, record_id: str) -> Row[Any]:
    """Return the row where a chain of redirects ends."""
    seen: list[str] = []
    wanted: str | None = record_id
    while wanted is not None and wanted not in seen:
        seen.append(wanted)
        row = connection.execute(select(records).where(records.c.record_id == wanted)).one_or_none()
        if row is None:
            raise StoreError(f"no record {wanted!r} in this store. `mahdar list records` shows what there is.")
        if row.redirect_to is None:
            return row
        wanted = row.redirect_to
    raise StoreError(f"the record {record_id!r} redirects in a circle: {' → '.join(seen)}. Report this with the store.")
