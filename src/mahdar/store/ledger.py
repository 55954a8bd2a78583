"""What must change in the store when groups are named?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Connection, func, select, text

from mahdar.records.record import LedgerLine, Record
from mahdar.store.changes import Run, keep_run
from mahdar.store.codec import Body, links_body
from mahdar.store.database import Store
from mahdar.store.tables import ledger, record_members, records

KnownRow: TypeAlias = tuple[str, str, tuple[str, ...], str | None]
"""Record id, state (live, redirected, retired), claim ids, and the record that it was split from."""

Named: TypeAlias = tuple[tuple[Record, ...], tuple[LedgerLine, ...]]


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
        if connection.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE records IN SHARE ROW EXCLUSIVE MODE"))
        named, lines = name(_known(connection))
        if lines:
            keep_run(connection, run)
        _give(connection, lines, {record.record_id: record for record in named}, run)
        _keep(connection, named, run)
        _leave(connection, lines, run)
        _write_down(connection, lines, run)
    return named, lines


def _known(connection: Connection) -> tuple[KnownRow, ...]:
    members: dict[str, list[str]] = {}
    for row in connection.execute(select(record_members).order_by(record_members.c.claim_id)):
        members.setdefault(row.record_id, []).append(row.claim_id)
    rows = connection.execute(select(records.c.record_id, records.c.state, records.c.split_from).order_by(records.c.age))
    return tuple((row.record_id, row.state, tuple(members.get(row.record_id, ())), row.split_from) for row in rows)


def _give(connection: Connection, lines: Sequence[LedgerLine], named: Mapping[str, Record], run: Run) -> None:
    """Make the rows of new ids, and bring back those that were retired."""
    age = connection.scalar(select(func.coalesce(func.max(records.c.age), 0))) or 0
    there = set(connection.scalars(select(records.c.record_id)))
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
    held = {record_id: set(claims) for record_id, _, claims, _ in _known(connection)}
    bodies = {row.record_id: row.body for row in connection.execute(select(records.c.record_id, records.c.body))}
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
