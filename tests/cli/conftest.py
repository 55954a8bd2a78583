"""A command line with a store and a cache of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.cli.made import write_reports
from tests.conftest import CACHE

from mahdar.cli import main, settings
from mahdar.language.cache import load_language

Run = Callable[..., Result]
load_once = lru_cache(load_language)
"""Every command of this process gets the language that the first one loaded."""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs `mahdar` with some words, on the store of this test."""
    monkeypatch.setattr(settings, "load_language", load_once)
    monkeypatch.setenv("MAHDAR_CACHE", str(CACHE))
    monkeypatch.setenv("MAHDAR_DB", str(tmp_path / "store.db"))
    monkeypatch.setenv("MAHDAR_WHO", "desk")
    runner = CliRunner()
    return lambda *words, given=None: runner.invoke(main, [str(word) for word in words], input=given, catch_exceptions=False)


@pytest.fixture
def read(run: Run, tmp_path: Path) -> Iterator[Run]:
    """Return the same with two reports read."""
    result = run("read", write_reports(tmp_path / "reports"))
    assert result.exit_code == 0, result.stderr
    yield run


def data(result: Result) -> Any:
    """Return the JSON that a command printed."""
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)
