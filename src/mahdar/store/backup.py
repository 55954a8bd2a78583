"""How is a whole store kept in a file, and brought back from it, into either kind of database?"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Integer, Table, bindparam, func, select, text

from mahdar.errors import StoreError
from mahdar.store.database import Store, open_store
from mahdar.store.tables import metadata, search_rows

AT_ONCE = 2_000
"""Rows that are written with one statement."""
KEPT = tuple(table for table in metadata.sorted_tables if table is not search_rows)
"""What a backup holds, each table after those that it points at; the index of search is made anew from it."""


def back_up(store: Store, file: Path) -> int:
    """Write one state of a store into a new file, itself a store, and return how many articles it holds.

    Raises StoreError where the file is there already: a backup is never overwritten. It appears whole or not at all.
    """
    if file.exists():
        raise StoreError(f"{file} is there already, and a backup is never overwritten. Give another name, or move it away.")
    if not file.absolute().parent.is_dir():
        raise StoreError(f"{file}: no such folder. Make the folder first, or give another path.")
    with tempfile.TemporaryDirectory(dir=file.absolute().parent, prefix=".mahdar-backup-") as folder:
        draft = Path(folder) / "store.db"
        with open_store(f"sqlite:///{draft}") as copy:
            many = _copy(store, copy)
            _to_one_file(copy)
        draft.replace(file)
    return many


def restore(store: Store, file: Path) -> int:
    """Bring all that a backup holds into an empty store, all or nothing, and return how many articles that is.

    The file stays as it is, whichever version of us wrote it. Raises StoreError where the store holds anything.
    """
    if not file.is_file():
        raise StoreError(f"{file}: there is no such file. Give one that `mahdar backup` wrote.")
    with tempfile.TemporaryDirectory(prefix="mahdar-restore-") as folder:
        draft = Path(shutil.copyfile(file, Path(folder) / "store.db"))
        with open_store(f"sqlite:///{draft}") as copy:
            return _copy(copy, store)


def _copy(source: Store, target: Store) -> int:
    """Copy all tables in one transaction of either side; return how many articles there were."""
    with source.read() as here, target.write() as there:
        _refuse_full(there)
        for table in KEPT:
            _copy_table(here, there, table)
        return int(there.scalar(select(func.count()).select_from(metadata.tables["articles"])) or 0)


def _refuse_full(connection: Connection) -> None:
    full = [table.name for table in KEPT if connection.execute(select(table).limit(1)).first() is not None]
    if full:
        raise StoreError(
            f"the store to restore into is not empty (it has {', '.join(full)}), and nothing of it may be lost."
            " Give an empty one with --db."
        )


def _copy_table(here: Connection, there: Connection, table: Table) -> None:
    later = [column for column in table.columns if any(key.column.table is table for key in column.foreign_keys)]
    many = 0
    for rows in _batches(here, table):
        there.execute(table.insert(), [{**row, **{column.name: None for column in later}} for row in rows])
        many += len(rows)
    _point_back(here, there, later)
    _go_on_counting(there, table)
    kept = there.scalar(select(func.count()).select_from(table))
    if kept != many:
        raise StoreError(f"{many} rows of {table.name} were copied and {kept} are there. Nothing was kept; repeat it.")


def _batches(here: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    for part in here.execute(select(table).execution_options(yield_per=AT_ONCE)).mappings().partitions():
        yield [dict(row) for row in part]


def _point_back(here: Connection, there: Connection, columns: Iterable[Column[Any]]) -> None:
    """Fill the columns that point into their own table, now that all its rows are there."""
    for column in columns:
        [ident] = column.table.primary_key.columns
        filled = here.execute(select(ident.label("this_row"), column.label("points_at")).where(column.is_not(None)))
        rows: list[Mapping[str, Any]] = [dict(row) for row in filled.mappings()]
        if rows:
            table = metadata.tables[column.table.name]
            there.execute(table.update().where(ident == bindparam("this_row")).values({column: bindparam("points_at")}), rows)


def _go_on_counting(there: Connection, table: Table) -> None:
    """Let the numbers that PostgreSQL gives begin after those that were copied; SQLite sees that by itself."""
    keys = list(table.primary_key.columns)
    if there.dialect.name == "postgresql" and len(keys) == 1 and isinstance(keys[0].type, Integer) and keys[0].autoincrement:
        last = there.scalar(select(func.max(keys[0])))
        if last is not None:
            names = {"table": table.name, "column": keys[0].name, "last": last}
            there.execute(text("SELECT setval(pg_get_serial_sequence(:table, :column), :last)"), names)


def _to_one_file(copy: Store) -> None:
    """Write what stands in the journal beside the file into it."""
    raw = copy.engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = DELETE")
    finally:
        raw.close()
