"""What came into the store since a moment?"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from mahdar.store.database import Store
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
