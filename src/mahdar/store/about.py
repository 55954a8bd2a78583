"""Which records and claims are about an actor, a series, an issue? Asked of the database, so that no page loads them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, select

from mahdar.records.claim import ClaimKind
from mahdar.records.group import Member
from mahdar.records.record import Record
from mahdar.store.database import Store
from mahdar.store.query import members_where, records_where
from mahdar.store.tables import articles, claims, record_members, records


def records_of_sides(store: Store, sides: Sequence[str], *, kind: ClaimKind = "meeting") -> tuple[Record, ...]:
    """Return the living records of a kind whose sources name each of these sides, the oldest first."""
    wanted = [records.c.record_id.in_(_with_claims(kind, _names(side))) for side in sides]
    return _living(store, kind, wanted)


def records_of_field(store: Store, field: str, value: str, *, kind: ClaimKind = "meeting") -> tuple[Record, ...]:
    """Return the living records of a kind in which a source gives this value to a field, the oldest first."""
    return _living(store, kind, [records.c.record_id.in_(_with_claims(kind, _holds(field, value)))])


def records_in_articles(store: Store, article_ids: Iterable[str], *, kind: ClaimKind = "meeting") -> tuple[Record, ...]:
    """Return the living records of a kind that any of these articles tells of, the oldest first."""
    held = claims.c.article_id.in_(sorted(set(article_ids)))
    return _living(store, kind, [records.c.record_id.in_(_with_claims(kind, held))])


def records_of_ids(store: Store, record_ids: Iterable[str]) -> tuple[Record, ...]:
    """Return those of some records that live, the oldest first."""
    with store.read() as connection:
        wanted = records.c.record_id.in_(sorted(set(record_ids)))
        return tuple(records_where(connection, [wanted, records.c.state == "live"]))


def records_of_kind(store: Store, kind: ClaimKind, *, limit: int, offset: int = 0) -> tuple[Record, ...]:
    """Return living records of a kind, those last reported first; a limit and an offset count records."""
    latest = select(record_members.c.record_id)
    latest = latest.join(claims, claims.c.claim_id == record_members.c.claim_id)
    latest = latest.join(articles, articles.c.article_id == claims.c.article_id)
    latest = latest.join(records, records.c.record_id == record_members.c.record_id)
    latest = latest.where(records.c.kind == kind, records.c.state == "live", claims.c.state == "current")
    order = (articles.c.published.is_(None), articles.c.published.desc(), record_members.c.record_id)
    with store.read() as connection:
        ids = list(dict.fromkeys(connection.scalars(latest.order_by(*order))))[offset : offset + limit]
        found = {one.record_id: one for one in records_where(connection, [records.c.record_id.in_(ids)])}
    return tuple(found[one] for one in ids if one in found)


def articles_naming(store: Store, actor: str) -> tuple[str, ...]:
    """Return the ids of the articles that name a state, an organisation or a listed person, in order."""
    query = select(claims.c.article_id).distinct().where(claims.c.kind == "actor", claims.c.state == "current", _names(actor))
    with store.read() as connection:
        return tuple(connection.scalars(query.order_by(claims.c.article_id)))


def articles_of_outlet(store: Store, outlet: str) -> tuple[str, ...]:
    """Return the ids of an outlet's articles, those published last first."""
    query = select(articles.c.article_id).where(articles.c.outlet == outlet)
    order = (articles.c.published.is_(None), articles.c.published.desc(), articles.c.article_id)
    with store.read() as connection:
        return tuple(connection.scalars(query.order_by(*order)))


def claims_of_actor(store: Store, actor: str, kind: ClaimKind) -> tuple[Member, ...]:
    """Return the current claims of a kind that are about an actor, in order of publication."""
    return _claims(store, [claims.c.kind == kind, _names(actor)])


def claims_of_field(store: Store, field: str, value: str, kind: ClaimKind) -> tuple[Member, ...]:
    """Return the current claims of a kind that give this value to a field, in order of publication."""
    return _claims(store, [claims.c.kind == kind, _holds(field, value)])


def claims_of_articles(store: Store, article_ids: Iterable[str]) -> tuple[Member, ...]:
    """Return the current claims of some articles, article by article, in the order in which they were found."""
    wanted = claims.c.article_id.in_(sorted(set(article_ids)))
    with store.read() as connection:
        return members_where(connection, [wanted], articles.c.article_id, claims.c.place)


def _claims(store: Store, wanted: Sequence[ColumnElement[bool]]) -> tuple[Member, ...]:
    with store.read() as connection:
        return members_where(connection, wanted, articles.c.published, articles.c.article_id, claims.c.place)


def _living(store: Store, kind: ClaimKind, wanted: Sequence[ColumnElement[bool]]) -> tuple[Record, ...]:
    with store.read() as connection:
        return tuple(records_where(connection, [records.c.kind == kind, records.c.state == "live", *wanted]))


def _with_claims(kind: ClaimKind, wanted: ColumnElement[bool]) -> Select[Any]:
    """Return the question for the records that hold a current claim of a kind which meets a condition."""
    query = select(record_members.c.record_id).join(claims, claims.c.claim_id == record_members.c.claim_id)
    return query.where(claims.c.kind == kind, claims.c.state == "current", wanted)


def _names(actor: str) -> ColumnElement[bool]:
    return cast(claims.c.sides, String).contains(f'"{actor}"', autoescape=True)


def _holds(field: str, value: str) -> ColumnElement[bool]:
    held: ColumnElement[str] = claims.c.body[field]["value"].as_string()
    return held == value
