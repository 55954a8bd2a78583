"""What did a run gain, lose and change?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, func, select

from mahdar.errors import StoreError
from mahdar.store.database import Store
from mahdar.store.names import short_name
from mahdar.store.rows import insert_new
from mahdar.store.tables import changes, runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One go of the program; `started` in ISO 8601, UTC."""

    run_id: str
    started: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A field of a claim that shows something else than before."""

    claim_id: str
    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What became of the claims of one article: ids of those gained and lost, and the fields that changed."""

    article_id: str
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    changed: tuple[FieldChange, ...] = ()

    def is_empty(self) -> bool:
        """Tell whether nothing changed."""
        return not (self.gained or self.lost or self.changed)


def run_at(moment: datetime) -> Run:
    """Return the run that starts at a moment.

    >>> run_at(datetime(2024, 7, 26, 12, tzinfo=UTC)).started
    '2024-07-26T12:00:00+00:00'
    """
    started = moment.astimezone(UTC).isoformat()
    return Run(run_id=short_name("run-", started, 8), started=started)


def diff(store: Store, earlier: str | None, later: str) -> tuple[Changes, ...]:
    """Return what the runs after `earlier`, up to and with `later`, came to; None stands for the empty store.

    What was gained and lost again, or changed and changed back, is not told.
    """
    with store.read() as connection:
        first = 0 if earlier is None else _place(connection, earlier)
        last = _place(connection, later)
        query = select(changes).join(runs, runs.c.run_id == changes.c.run_id).where(runs.c.place > first, runs.c.place <= last)
        rows = connection.execute(query.order_by(changes.c.place)).all()
    articles = dict.fromkeys(row.article_id for row in rows)
    settled = (_net(article, [row for row in rows if row.article_id == article]) for article in sorted(articles))
    return tuple(each for each in settled if not each.is_empty())


def changes_of(store: Store, run_id: str) -> tuple[Changes, ...]:
    """Return what one run came to, article by article."""
    with store.read() as connection:
        place = _place(connection, run_id)
        before = connection.scalar(select(runs.c.run_id).where(runs.c.place < place).order_by(runs.c.place.desc()).limit(1))
    return diff(store, before, run_id)


def runs_of(store: Store) -> tuple[Run, ...]:
    """Return all runs that changed something, the first first."""
    with store.read() as connection:
        rows = connection.execute(select(runs).order_by(runs.c.place)).all()
    return tuple(Run(run_id=row.run_id, started=row.started) for row in rows)


def keep_run(connection: Connection, run: Run) -> None:
    """Write a run down, once; a run that changes nothing is never written."""
    insert_new(connection, runs, [{"run_id": run.run_id, "started": run.started}])


def keep_changes(connection: Connection, found: Changes, run: Run) -> None:
    """Write down what became of an article's claims."""
    common = {"run_id": run.run_id, "article_id": found.article_id, "field": None, "old_value": None, "new_value": None}
    rows = [{**common, "claim_id": claim_id, "act": "gained"} for claim_id in found.gained]
    rows += [{**common, "claim_id": claim_id, "act": "lost"} for claim_id in found.lost]
    rows += [
        {**common, "claim_id": one.claim_id, "act": "changed", "field": one.field, "old_value": one.old, "new_value": one.new}
        for one in found.changed
    ]
    if rows:
        connection.execute(changes.insert(), rows)


def _place(connection: Connection, run_id: str) -> int:
    place = connection.scalar(select(runs.c.place).where(runs.c.run_id == run_id))
    if place is None:
        many = connection.scalar(select(func.count()).select_from(runs))
        raise StoreError(f"no run {run_id!r} among the {many} of this store. `mahdar runs` lists them.")
    return int(place)


def _net(article_id: str, rows: Sequence[Row[tuple[object, ...]]]) -> Changes:
    before, after = _states(rows)
    lasting = {claim_id for claim_id in before if before[claim_id] and after[claim_id]}
    return Changes(
        article_id=article_id,
        gained=tuple(sorted(claim_id for claim_id in before if after[claim_id] and not before[claim_id])),
        lost=tuple(sorted(claim_id for claim_id in before if before[claim_id] and not after[claim_id])),
        changed=tuple(_net_fields(row for row in rows if row.act == "changed" and row.claim_id in lasting)),
    )


def _states(rows: Sequence[Row[tuple[object, ...]]]) -> tuple[dict[str, bool], dict[str, bool]]:
    """Return for each claim whether it was there before the first row, and after the last."""
    before: dict[str, bool] = {}
    after: dict[str, bool] = {}
    for row in rows:
        before.setdefault(row.claim_id, row.act != "gained")
        after[row.claim_id] = row.act != "lost"
    return before, after


def _net_fields(rows: Iterable[Row[tuple[object, ...]]]) -> Iterable[FieldChange]:
    olds: dict[tuple[str, str], str | None] = {}
    news: dict[tuple[str, str], str | None] = {}
    for row in rows:
        place = (row.claim_id, row.field)
        olds.setdefault(place, row.old_value)
        news[place] = row.new_value
    for (claim_id, field), old in sorted(olds.items(), key=lambda item: item[0]):
        if old != news[claim_id, field]:
            yield FieldChange(claim_id=claim_id, field=field, old=old, new=news[claim_id, field])
