"""`data check` and `data where`."""

from __future__ import annotations

import json
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
    names, cities = copied / "world" / "state_names.tsv", copied / "world" / "cities.tsv"
    names.write_text(names.read_text("utf-8").replace("\tمصر\n", "\tمصـر\n", 1), "utf-8")
    cities.write_text(cities.read_text("utf-8") + "one cell\n", "utf-8")  # of another shape, so nothing is compiled
    result = run("data", "check", "--data", copied)
    assert result.exit_code == 1 and "2 findings" in result.stderr
    letters, shape = sorted(result.stdout.splitlines(), reverse=True)
    assert letters.startswith("data/world/state_names.tsv:") and letters.endswith("Run `mahdar data check --fix`.")
    assert shape.startswith("data/world/cities.tsv:") and "1 cells where the header has 6" in shape
    fixed = run("data", "check", "--data", copied, "--fix", "--json")
    assert json.loads(fixed.stdout)["mended"] == ["world/state_names.tsv"] and fixed.exit_code == 1
    assert "TATWEEL" not in fixed.stdout


def test_where_says_that_a_row_is_yours(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own" / "world"
    own.mkdir(parents=True)
    (own / "cities.tsv").write_text(
        "id\tstate\trole\tenglish\tsource\tarabic\nomn:bandar\tOMN\ttown\tBandar\tnotes\tبندر التجربة\n", "utf-8"
    )
    found = data(run("data", "where", "بندر التجربة", "--layer", own.parent, "--json"))
    assert [(one["layer"], one["at"]) for one in found if one["kind"] == "city"] == [("yours", "world/cities-own.tsv:2")]
