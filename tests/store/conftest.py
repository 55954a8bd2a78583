"""Every store test runs on SQLite and on a real PostgreSQL, which is started here."""

from __future__ import annotations

import io
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from tests.serve.filled import SAMPLE

from mahdar.batch.intake import take_in
from mahdar.batch.local import read_many
from mahdar.language.language import Language
from mahdar.read.files import find_pages
from mahdar.store.changes import run_at
from mahdar.store.database import Store, open_store

_NUMBERS = count()
DAY = datetime(2026, 1, 5, 9, tzinfo=UTC)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Give the address of a PostgreSQL server of our own, without a database name."""
    binaries = _binaries()
    if binaries is None:
        if os.environ.get("CI") == "true":
            pytest.fail("PostgreSQL is not installed. Run `apt-get install postgresql`.")
        pytest.skip("PostgreSQL is not installed")
    home = Path(tempfile.mkdtemp(prefix="mahdar-pg-"))
    become = _as_postgres(home)
    data = str(home / "data")
    start = [*become, str(binaries / "initdb"), "-D", data, "-U", "mahdar", "-A", "trust", "-E", "UTF8", "--no-sync"]
    subprocess.run([*start, "--locale=C.UTF-8"], check=True, capture_output=True, cwd="/")
    port = _free_port()
    fast = ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "shared_buffers=16MB", "-c", "listen_addresses="]
    command = [*become, str(binaries / "postgres"), "-D", data, "-p", str(port), "-k", str(home), *fast]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, cwd="/")
    try:
        yield _ready(f"postgresql+psycopg://mahdar@/{{name}}?host={home}&port={port}", server)
    finally:
        server.terminate()
        server.wait(timeout=30)
        shutil.rmtree(home)


@pytest.fixture
def new_database(request: pytest.FixtureRequest) -> Iterator[Callable[[], str]]:
    """Give a function that makes an empty database in PostgreSQL and returns its address."""
    made: list[str] = []

    def make() -> str:
        server = str(request.getfixturevalue("postgres"))
        made.append(f"store_{next(_NUMBERS)}")
        _run(server, f"CREATE DATABASE {made[-1]} STRATEGY file_copy")
        return server.format(name=made[-1])

    yield make
    for name in made:
        _run(str(request.getfixturevalue("postgres")), f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path, new_database: Callable[[], str]) -> str:
    """Give the address of an empty store, on each backend in turn."""
    return f"sqlite:///{tmp_path / 'store.db'}" if request.param == "sqlite" else new_database()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """Give an open, empty store."""
    with open_store(url) as opened:
        yield opened


def _binaries() -> Path | None:
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)


def _as_postgres(home: Path) -> list[str]:
    """Return the words that run a command as another user: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return []
    user = pwd.getpwnam("postgres")
    os.chown(home, user.pw_uid, user.pw_gid)
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _ready(server: str, process: subprocess.Popen[bytes]) -> str:
    until = time.monotonic() + 60
    while True:
        try:
            _run(server, "SELECT 1")
        except Exception:
            if time.monotonic() > until or process.poll() is not None:
                raise
            time.sleep(0.1)
        else:
            return server


def _run(server: str, command: str) -> None:
    engine = create_engine(server.format(name="postgres"), isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(command))
    finally:
        engine.dispose()


@pytest.fixture
def full(url: str, language: Language) -> Iterator[Store]:
    """Give a store that holds the sample."""
    with open_store(url) as store:
        take_in(store, read_many(find_pages([SAMPLE], io.BytesIO()), language), language, run=run_at(DAY))
        yield store
