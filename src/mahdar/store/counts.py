"""How much does the store hold of whom and of what? Counted by the database; each count is of reports or of records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select

from mahdar.records.claim import ClaimKind
from mahdar.store.database import Store
from mahdar.store.tables import articles, claims, record_members, records


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A value with the number of reports that give it, and the first and last day of these."""

    value: str
    reports: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A living record of a meeting with the sides that one of its reports names."""

    record_id: str
    article_id: str
    published: str | None
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """How many articles and living records of each kind there are, and the first and last day of publication."""

    articles: int
    records: tuple[tuple[str, int], ...]
    first: str | None
    last: str | None

    def of(self, kind: str) -> int:
        """Return how many living records of a kind there are."""
        return dict(self.records).get(kind, 0)


def holdings_of(store: Store) -> Holdings:
    """Return what the store holds in all."""
    live = select(records.c.kind, func.count()).where(records.c.state == "live").group_by(records.c.kind)
    days = select(func.count(), func.min(articles.c.published), func.max(articles.c.published))
    with store.read() as connection:
        many, first, last = connection.execute(days).one()
        kinds = tuple((kind, int(number)) for kind, number in connection.execute(live.order_by(records.c.kind)))
    return Holdings(articles=many, records=kinds, first=first, last=last)


def count_actors(store: Store, types: Iterable[str]) -> tuple[Count, ...]:
    """Return the actors of some types (state, org, person) that articles name, the most named first."""
    kind = claims.c.body["type"].as_string().in_(sorted(types))
    return _counted(store, _counts(claims.c.body["actor"].as_string(), "actor").where(kind))


def count_field(store: Store, field: str, kind: ClaimKind) -> tuple[Count, ...]:
    """Return the values of a field of claims of a kind, the one that most reports give first."""
    return _counted(store, _counts(claims.c.body[field]["value"].as_string(), kind))


def count_outlets(store: Store) -> tuple[Count, ...]:
    """Return the outlets, that with the most reports first; reports without one are not counted."""
    many = func.count().label("reports")
    query = select(articles.c.outlet.label("value"), many, *_days()).where(articles.c.outlet.is_not(None))
    return _counted(store, query.group_by(articles.c.outlet).order_by(many.desc(), articles.c.outlet))


def met_sides(store: Store) -> tuple[Met, ...]:
    """Return the sides of all meetings, report by report."""
    query = select(record_members.c.record_id, claims.c.article_id, articles.c.published, claims.c.sides)
    query = query.join(claims, claims.c.claim_id == record_members.c.claim_id)
    query = query.join(articles, articles.c.article_id == claims.c.article_id)
    query = query.join(records, records.c.record_id == record_members.c.record_id)
    query = query.where(records.c.kind == "meeting", records.c.state == "live", claims.c.state == "current")
    with store.read() as connection:
        rows = connection.execute(query.order_by(record_members.c.record_id, claims.c.claim_id)).all()
    return tuple(
        Met(record_id=row.record_id, article_id=row.article_id, published=row.published, sides=tuple(row.sides)) for row in rows
    )


def _counts(value: Any, kind: ClaimKind) -> Select[Any]:
    many = func.count(claims.c.article_id.distinct()).label("reports")
    query = select(value.label("value"), many, *_days()).join(articles, articles.c.article_id == claims.c.article_id)
    query = query.where(claims.c.kind == kind, claims.c.state == "current", value.is_not(None))
    return query.group_by(value).order_by(many.desc(), value)


def _days() -> tuple[Any, Any]:
    return func.min(articles.c.published).label("first"), func.max(articles.c.published).label("last")


def _counted(store: Store, query: Select[Any]) -> tuple[Count, ...]:
    with store.read() as connection:
        rows = connection.execute(query).all()
    return tuple(Count(value=row.value, reports=row.reports, first=row.first, last=row.last) for row in rows)
