"""What must change in the store when groups are named?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Column, Connection, Row, Select, func, select, text
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from mahdar.records.record import LedgerLine, Record
from mahdar.store.changes import Run, keep_run
from mahdar.store.codec import Body, links_body
from mahdar.store.database import Store
from mahdar.store.tables import ledger, record_members, records

KnownRow: TypeAlias = tuple[str, str, tuple[str, ...], str | None]
"""Record id, state (live, redirected, retired), claim ids, and the record that it was split from."""

Named: TypeAlias = tuple[tuple[Record, ...], tuple[LedgerLine, ...]]


AT_ONCE = 500
"""Ids that a database takes as one list."""


def known_ids(store: Store) -> tuple[KnownRow, ...]:
    """Return all record ids that were ever given, the oldest first, with the claims that they stand for."""
    with store.read() as connection:
        return _known(connection)


def save_records(store: Store, name: Callable[[tuple[KnownRow, ...]], Named], *, run: Run) -> Named:
    """Name all groups of the store and keep the outcome, all or nothing; return what `name` returned.

    `name` gets the rows of `known_ids` and gives records and ledger lines. It is called while no other process can give ids.
    Naming the same groups again changes nothing.
    """
    with store.write() as connection:
        lock_records(connection)
        return keep_named(connection, name(_known(connection)), run=run)


def lock_records(connection: Connection) -> None:
    """Let no other process give ids until the transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE records IN SHARE ROW EXCLUSIVE MODE"))


def keep_named(connection: Connection, found: Named, *, run: Run) -> Named:
    """Keep some named records and the acts of naming, and return them; other records stay as they are."""
    named, lines = found
    if lines:
        keep_run(connection, run)
    _give(connection, lines, {record.record_id: record for record in named}, run)
    _keep(connection, named, run)
    _leave(connection, lines, run)
    _write_down(connection, lines, run)
    return found


def known_among(connection: Connection, record_ids: Iterable[str]) -> tuple[KnownRow, ...]:
    """Return some of the ids that were ever given, the oldest first, with the claims that they stand for."""
    return _known(connection, sorted(set(record_ids)))


def _known(connection: Connection, record_ids: Sequence[str] | None = None) -> tuple[KnownRow, ...]:
    members: dict[str, list[str]] = {}
    for row in _rows(connection, select(record_members).order_by(record_members.c.claim_id), record_members.c, record_ids):
        members.setdefault(row.record_id, []).append(row.claim_id)
    query = select(records.c.record_id, records.c.state, records.c.split_from, records.c.age)
    rows = sorted(_rows(connection, query, records.c, record_ids), key=lambda row: int(row.age))
    return tuple((row.record_id, row.state, tuple(members.get(row.record_id, ())), row.split_from) for row in rows)


def _rows(
    connection: Connection, query: Select[Any], columns: ReadOnlyColumnCollection[str, Column[Any]], names: Sequence[str] | None
) -> Iterator[Row[Any]]:
    """Give the rows of all records, or of those with some ids."""
    if names is None:
        yield from connection.execute(query)
        return
    for first in range(0, len(names), AT_ONCE):
        yield from connection.execute(query.where(columns.record_id.in_(names[first : first + AT_ONCE])))


def _give(connection: Connection, lines: Sequence[LedgerLine], named: Mapping[str, Record], run: Run) -> None:
    """Make the rows of new ids, and bring back those that were retired."""
    age = connection.scalar(select(func.coalesce(func.max(records.c.age), 0))) or 0
    named_now = [line.record_id for line in lines if line.act in {"given", "split"}]
    there = {row.record_id for row in _rows(connection, select(records.c.record_id), records.c, named_now)}
    for line in (line for line in lines if line.act in {"given", "split"}):
        if line.record_id in there:
            back = records.update().where(records.c.record_id == line.record_id)
            connection.execute(back.values(state="live", updated=run.started))
            continue
        age += 1
        row: Body = {
            "record_id": line.record_id,
            "age": age,
            "kind": named[line.record_id].group.kind,
            "state": "live",
            "body": {},
        }
        connection.execute(records.insert(), {**row, "split_from": line.other, "updated": run.started})


def _keep(connection: Connection, named: Sequence[Record], run: Run) -> None:
    """Let records hold their members and what was found out about them; touch only those that differ."""
    names = [record.record_id for record in named]
    held = {record_id: set(claims) for record_id, _, claims, _ in _known(connection, names)}
    bodies = {row.record_id: row.body for row in _rows(connection, select(records.c.record_id, records.c.body), records.c, names)}
    for record in named:
        new = {member.claim_id for member in record.group.members}
        body = _body(record)
        if held[record.record_id] != new or bodies[record.record_id] != body:
            keep_run(connection, run)
            _change_members(connection, record.record_id, held[record.record_id], new)
            here = records.c.record_id == record.record_id
            connection.execute(records.update().where(here).values(body=body, updated=run.started))


def _change_members(connection: Connection, record_id: str, old: set[str], new: set[str]) -> None:
    if old - new:
        here = record_members.c.record_id == record_id
        connection.execute(record_members.delete().where(here, record_members.c.claim_id.in_(old - new)))
    if new - old:
        rows = [{"record_id": record_id, "claim_id": claim_id} for claim_id in sorted(new - old)]
        connection.execute(record_members.insert(), rows)


def move_claims(connection: Connection, record_id: str, *, gone: set[str], come: set[str], run: Run) -> None:
    """Take claims out of a record that keeps others, and bring claims into it."""
    if gone or come:
        keep_run(connection, run)
        _change_members(connection, record_id, gone, come)
        connection.execute(records.update().where(records.c.record_id == record_id).values(updated=run.started))


def relink(connection: Connection, record_id: str, body: Body, run: Run) -> None:
    """Let a record show other links."""
    keep_run(connection, run)
    connection.execute(records.update().where(records.c.record_id == record_id).values(body=body, updated=run.started))


def bodies_of(connection: Connection, record_ids: Iterable[str]) -> dict[str, Body]:
    """Return what is known of some living records beside their members."""
    query = select(records.c.record_id, records.c.body).where(records.c.state == "live")
    return {row.record_id: row.body for row in _rows(connection, query, records.c, sorted(set(record_ids)))}


def _leave(connection: Connection, lines: Sequence[LedgerLine], run: Run) -> None:
    """Let ids go that no group took; a retired one keeps its last members, so that it is known if they come back."""
    for line in lines:
        here = records.c.record_id == line.record_id
        if line.act == "redirected":
            connection.execute(record_members.delete().where(record_members.c.record_id == line.record_id))
            gone: dict[str, Any] = {"state": "redirected", "redirect_to": line.other}
            connection.execute(records.update().where(here).values(**gone, updated=run.started))
        elif line.act == "retired":
            connection.execute(records.update().where(here).values(state="retired", updated=run.started))


def _write_down(connection: Connection, lines: Sequence[LedgerLine], run: Run) -> None:
    rows = [
        {"run_id": run.run_id, "record_id": line.record_id, "act": line.act, "other": line.other, "reason": line.reason}
        for line in lines
    ]
    if rows:
        connection.execute(ledger.insert(), rows)


def _body(record: Record) -> Body:
    return {
        "why": list(record.group.why),
        "possibly": [[other, reason] for other, reason in record.group.possibly],
        "links": links_body(record.links),
    }
