"""`data check` and `data where`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import Run, data

from mahdar.language.cache import SHIPPED


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a copy of the data that may be spoilt."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "data"))


def test_where_tells_what_is_taken(run: Run) -> None:
    found = data(run("data", "where", "وزير الخارجية المصري", "--json"))
    taken = {(one["kind"], one["entry"]) for one in found if one["wins"]}
    assert ("role", "minister.foreign") in taken and ("nisba", "EGY") in taken
    assert ("role", "minister.generic") in {(one["kind"], one["entry"]) for one in found if not one["wins"]}
    assert all(one["at"].rpartition(":")[2].isdigit() for one in found if one["at"])
    assert "world/state_names.tsv:" in run("data", "where", "المصري").stdout


def test_where_knows_nothing(run: Run) -> None:
    result = run("data", "where", "خزعبلات")
    assert result.exit_code == 0 and result.stdout == "" and "no entry" in result.stderr


def test_check_tells_file_line_and_remedy_and_fix_mends(run: Run, copied: Path) -> None:
    names = copied / "world" / "state_names.tsv"
    text = names.read_text("utf-8")
    names.write_text(text.replace("\tمصر\n", "\tمصـر  العربية\n", 1), "utf-8")
    result = run("data", "check", "--data", copied)
    assert result.exit_code == 1
    line = next(line for line in result.stdout.splitlines() if "TATWEEL" in line)
    assert line.startswith("data/world/state_names.tsv:") and line.endswith("Run `mahdar data check --fix`.")
    assert "state_names.tsv" in run("data", "check", "--data", copied, "--fix").stderr
    assert "TATWEEL" not in run("data", "check", "--data", copied).stdout
