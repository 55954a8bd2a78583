"""A reader that is killed at any moment of reading or merging loses nothing that it acknowledged, and halves nothing."""

from __future__ import annotations

import multiprocessing
import random
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from sqlalchemy import text

from mahdar.batch.intake import take_in
from mahdar.batch.local import read_many
from mahdar.language.language import Language
from mahdar.read.files import find_pages
from mahdar.records.page import Page
from mahdar.records.problem import Problem
from mahdar.records.reading import Reading
from mahdar.store.changes import run_at
from mahdar.store.database import Store, open_store
from mahdar.store.query import current_claims, find_articles, find_records, reading_of

REPORTS = Path(__file__).parents[2] / "sample" / "reports"
KILLS = 100
FIRST = datetime(2024, 5, 1, tzinfo=UTC)
Read = list[tuple[Page, Reading]]


@pytest.fixture(scope="module")
def read(language: Language) -> Read:
    """Return the readings of five sample reports."""
    files = sorted(REPORTS.glob("*.txt"))[:5]
    return [one for one in read_many(find_pages(files, BytesIO()), language) if not isinstance(one, Problem)]


def told(read: Read, number: int, pipe: Connection | None) -> Iterator[tuple[Page, Reading]]:
    """Give the readings as the version `number` of us made them, and say of each, when the next is asked for, that it is kept."""
    for page, reading in read:
        yield page, replace(reading, version=f"0.1.{number}")
        if pipe is not None:
            pipe.send((page.page_id, number))


def go(url: str, read: Read, language: Language, number: int, pipe: Connection | None = None) -> None:
    """Keep all readings and name the records, as one run does."""
    with open_store(url) as store:
        take_in(store, told(read, number, pipe), language, run=run_at(FIRST + timedelta(minutes=number)))


def versions(store: Store) -> dict[str, int]:
    """Return the version of the current reading of each page; every reading comes back with all its claims."""
    held = {}
    for article in find_articles(store):
        reading = reading_of(store, article.article_id)
        held[reading.text.page_id] = int(reading.version.rpartition(".")[2])
    return held


def shape(store: Store) -> tuple[set[str], set[frozenset[str]]]:
    """Return which claims there are, and which of them are together, by keys that do not depend on what happened before."""
    keys = {member.claim_id: member.claim.anchor.key for member in current_claims(store)}
    together = {frozenset(keys[member.claim_id] for member in record.group.members) for record in find_records(store)}
    return set(keys.values()), together


def test_a_hundred_kills(read: Read, language: Language, tmp_path: Path) -> None:
    url, draw, fork = f"sqlite:///{tmp_path / 'store.db'}", random.Random(7), multiprocessing.get_context("fork")
    whole = time.monotonic()
    go(f"sqlite:///{tmp_path / 'whole.db'}", read, language, 1)
    whole = time.monotonic() - whole
    acknowledged: dict[str, int] = {}
    killed = 0
    for number in range(1, KILLS + 1):
        here, there = fork.Pipe(duplex=False)
        child = fork.Process(target=go, args=(url, read, language, number, there))
        child.start()
        there.close()
        time.sleep(draw.uniform(0, whole))
        child.kill()
        child.join()
        killed += child.exitcode == -signal.SIGKILL
        acknowledged |= dict(_all(here))
        with open_store(url) as store:
            kept = versions(store)
        assert not {page for page, held in acknowledged.items() if kept.get(page, 0) < held}
    assert killed > KILLS / 2
    go(url, read, language, KILLS + 1)
    with open_store(url) as store, open_store(f"sqlite:///{tmp_path / 'whole.db'}") as untouched:
        assert shape(store) == shape(untouched)
        with store.read() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []


def _all(pipe: Connection) -> Iterator[tuple[str, int]]:
    """Give what was said before the end."""
    while True:
        try:
            yield pipe.recv()
        except (EOFError, OSError):
            return
