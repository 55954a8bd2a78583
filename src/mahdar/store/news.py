"""What came into the store since a moment?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from mahdar.store.database import Store
from mahdar.store.query import AT_ONCE
from mahdar.store.tables import ledger, records, runs


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A living record that was given, or that shows something else, after a moment; `updated` in ISO 8601."""

    record_id: str
    kind: str
    updated: str
    is_new: bool


def last_run(store: Store) -> str | None:
    """Return when something was last read into the store, in ISO 8601; None where nothing ever was."""
    with store.read() as connection:
        return connection.scalar(select(runs.c.started).order_by(runs.c.place.desc()).limit(1))


def news_since(store: Store, moment: str) -> tuple[News, ...]:
    """Return the living records that are new or changed since a moment in ISO 8601, the newest first."""
    given = select(ledger.c.record_id).join(runs, runs.c.run_id == ledger.c.run_id)
    given = given.where(ledger.c.act.in_(("given", "split")), runs.c.started > moment)
    columns = (records.c.record_id, records.c.kind, records.c.updated)
    query = select(*columns).where(records.c.state == "live", records.c.updated > moment)
    with store.read() as connection:
        new = set(connection.scalars(given))
        rows = connection.execute(query.order_by(records.c.updated.desc(), records.c.age.desc())).all()
    return tuple(News(record_id=row.record_id, kind=row.kind, updated=row.updated, is_new=row.record_id in new) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """A record that is no more: retired, or led on to another (`went_to`); when in ISO 8601, and why."""

    record_id: str
    kind: str
    when: str
    why: str
    went_to: str | None


def moments_of(store: Store, record_ids: Iterable[str]) -> dict[str, str]:
    """Return for some living records when something that they show last changed, in ISO 8601."""
    wanted = sorted(set(record_ids))
    found: dict[str, str] = {}
    with store.read() as connection:
        for first in range(0, len(wanted), AT_ONCE):
            query = select(records.c.record_id, records.c.updated).where(records.c.record_id.in_(wanted[first : first + AT_ONCE]))
            found.update({row.record_id: row.updated for row in connection.execute(query)})
    return found


def retired_records(store: Store, *, limit: int) -> tuple[Retired, ...]:
    """Return the records that are no more, those that went last first."""
    query = select(records).where(records.c.state != "live").order_by(records.c.updated.desc(), records.c.age.desc()).limit(limit)
    with store.read() as connection:
        rows = connection.execute(query).all()
        why = {
            row.record_id: row.reason
            for row in connection.execute(
                select(ledger.c.record_id, ledger.c.reason)
                .where(ledger.c.record_id.in_([row.record_id for row in rows]))
                .order_by(ledger.c.place)
            )
        }
    return tuple(
        Retired(
            record_id=row.record_id,
            kind=row.kind,
            when=row.updated,
            why=why.get(row.record_id, ""),
            went_to=row.redirect_to,
        )
        for row in rows
    )
