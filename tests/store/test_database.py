"""Opening, upgrading, refusing; and what other processes may do meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from tests.store.made import meeting, page, reading, run, stance
from tests.store.test_save import counts

from mahdar.errors import StoreError
from mahdar.store.database import Store, open_store, schema_of
from mahdar.store.migrations.run import downgrade, head, upgrade
from mahdar.store.query import current_claims, find_articles
from mahdar.store.save import save_reading
from mahdar.store.tables import SCHEMA, metadata

WRITER = """
import sys
from tests.store.made import meeting, page, reading, run, stance
from mahdar.store.database import open_store
from mahdar.store.save import save_reading
with open_store(sys.argv[1]) as store:
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        url = f"https://example.org/{number}"
        save_reading(store, reading(meeting(), stance(), url=url), page(url=url), run=run(1))
        print(url, flush=True)
"""


def write(url: str, first: int, last: int) -> subprocess.Popen[str]:
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", WRITER, url, str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=here)


def is_ours(name: str | None, kind: str, _: object) -> bool:
    """Return False for the index of search, which each database keeps in its own way."""
    return not (kind == "table" and name is not None and name.startswith("search_words"))


def test_the_migrations_make_the_tables(store: Store) -> None:
    assert head() == SCHEMA
    with store.read() as connection:
        opts = {"compare_type": True, "compare_server_default": True, "include_name": is_ours}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []
        for table in metadata.sorted_tables:
            found = {
                index["name"] for index in inspect(connection).get_indexes(table.name) if not index.get("duplicates_constraint")
            }
            assert found == {index.name for index in table.indexes}


def test_down_and_up_again_with_data(store: Store, url: str) -> None:
    save_reading(store, reading(meeting()), page(), run=run())
    with store.write() as connection:
        downgrade(connection, "base")
    with store.read() as connection:
        assert schema_of(connection) is None or inspect(connection).get_table_names() == ["alembic_version"]
    with store.write() as connection:
        upgrade(connection, SCHEMA)
    assert not any(counts(store).values())
    save_reading(store, reading(meeting()), page(), run=run())
    with open_store(url) as again:
        assert len(current_claims(again)) == 1


def test_a_store_of_a_newer_version_is_refused(store: Store, url: str) -> None:
    with store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"newer Mahdar \(schema 9999"):
        open_store(url)


def test_a_failed_block_keeps_nothing(store: Store) -> None:
    with pytest.raises(KeyError), store.write() as connection:
        connection.execute(text("INSERT INTO texts (text_id, letters) VALUES ('t', 'x')"))
        raise KeyError
    assert not any(counts(store).values())


def test_odd_addresses_are_refused(tmp_path: Path) -> None:
    for url, message in (
        ("nonsense", "no address"),
        ("mysql://host/db", "not in 'mysql'"),
        (f"sqlite:///{tmp_path}/none/store.db", "no such folder"),
        ("sqlite://", "no such folder"),
        ("postgresql://nobody:secret@127.0.0.1:1/none", "Nothing of this step was kept"),
    ):
        with pytest.raises(StoreError, match=message) as caught:
            open_store(url)
        assert "secret" not in str(caught.value)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("not a database, but some notes\n" * 100)
    with pytest.raises(StoreError, match="file is not a database"):
        open_store(f"sqlite:///{file}")


def test_two_processes_at_once(url: str) -> None:
    """Both open the empty store together, and both read articles 4 to 7."""
    first, second = write(url, 0, 8), write(url, 4, 12)
    for process in (first, second):
        process.communicate(timeout=60)
    assert (first.returncode, second.returncode) == (0, 0)
    with open_store(url) as store:
        assert len(find_articles(store)) == 12
        assert len(current_claims(store)) == 24
        assert counts(store)["changes"] == 24


def test_a_killed_writer_loses_nothing_that_it_acknowledged(url: str) -> None:
    with write(url, 0, 10_000) as process:
        assert process.stdout is not None
        said = [process.stdout.readline().strip() for _ in range(5)]
        process.send_signal(signal.SIGKILL)
        said += process.stdout.read().split()
    with open_store(url) as store:
        assert set(said) <= {article.url for article in find_articles(store)}
        assert len(current_claims(store)) == 2 * len(find_articles(store))
        [kept] = save_reading(
            store, reading(meeting(), stance(), url="https://example.org/new"), page(url=None), run=run()
        ).gained[:1]
        assert kept
