"""Do month names, outlets and the loader of furniture rules hold what they promise?"""

from pathlib import Path

import pytest

import mahdar
from mahdar.clean.dates import find_date
from mahdar.errors import DataError
from mahdar.language.furniture import load_rules
from mahdar.language.load import Row, read_entries
from mahdar.language.page_patterns import PagePatterns

DATA = Path(mahdar.__file__).parent / "data"
MONTHS = read_entries(DATA, "arabic/months.yaml")


@pytest.mark.parametrize("row", MONTHS, ids=lambda row: row.text("id"))
def test_months(row: Row, patterns: PagePatterns) -> None:
    def day_of(text: str) -> str | None:
        found = find_date(patterns.furniture.tokens(text), patterns.months)
        return found.iso if found else None

    assert all(day_of(example.text("text")) for example in row.entries("examples"))
    assert not any(day_of(miss.text("text")) for miss in row.entries("near_misses"))
    if row.text("calendar") == "gregorian":
        days = {day_of(f"14 {word} 2019") for word in row.words("words")}
        assert days == {f"2019-{int(row.text('number')):02d}-14"}


def test_each_calendar_has_twelve_months(patterns: PagePatterns) -> None:
    assert set(patterns.months.gregorian.values()) == set(range(1, 13))
    assert set(patterns.months.hijri.values()) == set(range(1, 13))


def test_outlets_are_found_by_name_and_address(patterns: PagePatterns) -> None:
    outlets = patterns.outlets
    assert outlets.names[patterns.furniture.tokens("أ. ف. ب")] == outlets.names[patterns.furniture.tokens("فرانس برس")]
    assert outlets.of_address("https://www.eremnews.com/news/1") == "إرم نيوز"
    assert outlets.of_address("https://eremnews.com.invalid/news/1") is None
    assert outlets.of_address("") is None


def test_no_two_outlets_share_a_domain_or_a_name() -> None:
    rows = read_entries(DATA, "outlets/outlets.yaml")
    for key in ("domains", "names"):
        words = [word for row in rows for word in row.words(key)]
        assert len(words) == len(set(words))
    assert len({row.text("id") for row in rows}) == len(rows) >= 80


@pytest.mark.parametrize(("line", "wrong"), [("colour: red", "colour"), ("where: middle", "middle"), ("max_words: few", "few")])
def test_a_rule_with_an_unknown_key_or_value_says_where(tmp_path: Path, line: str, wrong: str) -> None:
    (tmp_path / "arabic").mkdir()
    (tmp_path / "arabic" / "letters.yaml").write_bytes((DATA / "arabic" / "letters.yaml").read_bytes())
    (tmp_path / "arabic" / "furniture.yaml").write_text(f"# rules\n- id: x\n  {line}\n  words:\n    - شارك\n", "utf-8")
    with pytest.raises(DataError, match=rf"furniture\.yaml:2: .*{wrong}"):
        load_rules(tmp_path)
