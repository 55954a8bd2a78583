"""A store goes into a file and comes back whole, into either database."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.store.made import CALL, meeting, page, reading, run, stance
from tests.store.test_ledger import name
from tests.store.test_save import counts

from mahdar.batch.judging import Said, judge
from mahdar.errors import StoreError
from mahdar.store.backup import KEPT, back_up, restore
from mahdar.store.database import Store, open_store
from mahdar.store.save import save_reading


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.read() as connection:
        return {table.name: sorted(map(tuple, connection.execute(select(table))), key=repr) for table in KEPT}


@pytest.fixture
def full(store: Store) -> Store:
    """Return a store with past readings, a record that moved, and a judgement."""
    told = reading(meeting(), meeting(CALL, "وبحث", sides=("EGY", "UN")), stance())
    one, two, _ = save_reading(store, told, page(), run=run()).gained
    name(store, one, two)
    name(store, f"{one} {two}", number=2)
    judge(store, Said(verdict="wrong", about=(one,), field="day", value=None, who="desk", when="2024-05-05", why="a day late"))
    save_reading(store, reading(meeting(), version="0.2.0"), page(), run=run(3))
    return store


def test_there_and_back(full: Store, tmp_path: Path) -> None:
    file = tmp_path / "kept.mahdar"
    assert back_up(full, file) == 1
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith("store.db")] == ["kept.mahdar"]
    with open_store(f"sqlite:///{tmp_path / 'new.db'}") as new:
        assert restore(new, file) == 1
        assert rows(new) == rows(full)


def test_from_a_file_into_postgresql(full: Store, new_database: Callable[[], str], tmp_path: Path) -> None:
    """A store may move when it outgrows a laptop; what is read then counts on from there."""
    file = tmp_path / "kept.mahdar"
    back_up(full, file)
    with open_store(new_database()) as moved:
        restore(moved, file)
        assert rows(moved) == rows(full)
        url = "https://example.org/new"
        assert save_reading(moved, reading(meeting(), url=url), page(url=url, name="new"), run=run(4)).gained
        assert counts(moved)["runs"] == counts(full)["runs"] + 1


def test_nothing_is_overwritten(full: Store, tmp_path: Path) -> None:
    file = tmp_path / "kept.mahdar"
    back_up(full, file)
    before = file.read_bytes()
    with pytest.raises(StoreError, match="never overwritten"):
        back_up(full, file)
    with pytest.raises(StoreError, match="not empty"):
        restore(full, file)
    assert file.read_bytes() == before
    with pytest.raises(StoreError, match="no such file"):
        restore(full, tmp_path / "nothing")
    with pytest.raises(StoreError, match="no such folder"):
        back_up(full, tmp_path / "none" / "kept.mahdar")
