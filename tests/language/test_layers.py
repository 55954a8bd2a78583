"""A user's own folder of data over the shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest

from mahdar.errors import DataError
from mahdar.language.cache import SHIPPED
from mahdar.language.layers import lay_over
from mahdar.language.load import read_table
from mahdar.language.tables import read_people

TERMS = "person\tpost\tfrom\tuntil\tdisputed\tsource\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a folder in which Oman has a new foreign minister."""
    people = tmp_path / "own" / "world" / "people"
    people.mkdir(parents=True)
    (people / "people.tsv").write_text("id\tside\tenglish\tgender\tsource\nom:zz\tOMN\tSalim Zadjali\tm\tnotes\n", "utf-8")
    (people / "names.tsv").write_text("person\tkind\tsource\tarabic\nom:zz\tfull\tnotes\tسالم الزدجالي\n", "utf-8")
    old, new = "om:busaidi\tOMN.foreign-minister\t2020-08-18\t2026-03-01", "om:zz\tOMN.foreign-minister\t2026-03-01\t.."
    (people / "tenures.tsv").write_text(f"{TERMS}{old}\t\tnotes\n{new}\t\tnotes\n", "utf-8")
    return tmp_path / "own"


def test_own_rows_win_or_join(own: Path, tmp_path: Path) -> None:
    laid = lay_over(SHIPPED, own, tmp_path / "cache")
    terms = [row for row in read_table(laid, "world/people/tenures*.tsv") if row.text("post") == "OMN.foreign-minister"]
    assert [row.text("until") for row in terms if row.text("person") == "om:busaidi"] == ["2026-03-01"]
    assert [row.at for row in terms if row.text("person") == "om:zz"] == ["world/people/tenures-own.tsv:3"]
    people = read_people(laid)
    assert people["om:zz"].arabic == "سالم الزدجالي"
    assert len(people) == len(read_people(SHIPPED)) + 1


def test_a_layer_is_laid_once_and_anew_when_it_changes(own: Path, tmp_path: Path) -> None:
    first = lay_over(SHIPPED, own, tmp_path / "cache")
    assert lay_over(SHIPPED, own, tmp_path / "cache") == first
    (own / "world" / "people" / "tenures.tsv").write_text(TERMS, "utf-8")
    assert lay_over(SHIPPED, own, tmp_path / "cache") != first
    assert not [path for path in (tmp_path / "cache").iterdir() if not path.name.startswith("layers-")]


def test_a_file_that_nothing_reads_is_refused_with_those_that_are(own: Path, tmp_path: Path) -> None:
    (own / "world" / "ministers.tsv").write_text("x\n", "utf-8")
    with pytest.raises(DataError, match=r"world/ministers\.tsv.*cities\.tsv"):
        lay_over(SHIPPED, own, tmp_path / "cache")


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such folder"):
        lay_over(SHIPPED, tmp_path / "nothing", tmp_path / "cache")
