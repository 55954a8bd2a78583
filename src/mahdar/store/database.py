"""Which database do we speak to, and is it of our version?"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError, SQLAlchemyError

from mahdar.errors import StoreError
from mahdar.store.tables import SCHEMA

PATIENCE = 60
"""Seconds to wait for another process that is writing."""
_UPGRADE_LOCK = 0x6D61686461
_SCHEMES = "sqlite:///path/to/file.db or postgresql+psycopg://user@host/database"


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """An open database; `read` and `write` give a connection in a transaction that ends with the block."""

    engine: Engine

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the store."""
        one_state = {"isolation_level": "REPEATABLE READ"} if self.engine.dialect.name == "postgresql" else {}
        with _named(self.engine), self.engine.connect().execution_options(**one_state) as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a connection whose changes are all kept when the block ends, or none if it fails."""
        with _named(self.engine), self.engine.connect().execution_options(mahdar_write=True) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Let the database go."""
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def open_store(url: str) -> Store:
    """Return the store at an address, made or brought up to date if need be."""
    store = Store(engine=_engine(_address(url)))
    try:
        if store.engine.dialect.name == "sqlite":
            _use_wal(store.engine)
        with store.read() as connection:
            found = schema_of(connection)
        if found != SCHEMA:
            _upgrade(store)
    except BaseException:
        store.close()
        raise
    return store


def schema_of(connection: Connection) -> str | None:
    """Return the revision of the tables in a database, None where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise StoreError(f"{url!r} is no address of a store. Give {_SCHEMES}.") from error
    if address.drivername == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
    if address.drivername not in {"sqlite", "postgresql+psycopg"}:
        raise StoreError(f"Mahdar keeps its store in SQLite or PostgreSQL, not in {address.drivername!r}. Give {_SCHEMES}.")
    if address.drivername == "sqlite" and (not address.database or not Path(address.database).absolute().parent.is_dir()):
        raise StoreError(f"{url}: no such folder. Make the folder first, or give another path.")
    return address


def _engine(address: URL) -> Engine:
    try:
        engine = create_engine(address, json_serializer=_dump, pool_pre_ping=address.drivername != "sqlite")
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise StoreError("PostgreSQL needs its driver. Run `pip install 'mahdar[postgres]'`.") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _prepare_sqlite(raw: Any, _record: object) -> None:
    raw.isolation_level = None
    raw.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
    raw.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later cannot wait for another writer; one that says so at once can.
    is_write = connection.get_execution_options().get("mahdar_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_write else "BEGIN")


def _use_wal(engine: Engine) -> None:
    # Changing the journal does not wait as other statements do, so two processes that open a new file may meet here.
    until = time.monotonic() + PATIENCE
    with _named(engine):
        while not _try_wal(engine, last=time.monotonic() > until):
            time.sleep(0.05)


def _try_wal(engine: Engine, *, last: bool) -> bool:
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    except engine.dialect.loaded_dbapi.OperationalError as error:
        if last or "locked" not in str(error):
            raise OperationalError("PRAGMA journal_mode = WAL", None, error) from error
        return False
    except engine.dialect.loaded_dbapi.DatabaseError as error:
        raise OperationalError("PRAGMA journal_mode = WAL", None, error) from error
    finally:
        raw.close()
    return True


def _upgrade(store: Store) -> None:
    from mahdar.store.migrations.run import is_known, upgrade  # alembic is slow to import and rarely needed

    with store.write() as connection:
        if store.engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
        found = schema_of(connection)
        if found is not None and not is_known(found):
            raise StoreError(
                f"{_shown(store.engine)} was written by a newer Mahdar (schema {found}; this one knows up to {SCHEMA})."
                " Install that version, or give another store."
            )
        upgrade(connection, SCHEMA)


@contextmanager
def _named(engine: Engine) -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        cause = str(getattr(error, "orig", None) or error).strip()
        raise StoreError(
            f"{_shown(engine)}: {cause}. Nothing of this step was kept;"
            " check that the database is there and may be written, then repeat it."
        ) from error


def _shown(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=True)
