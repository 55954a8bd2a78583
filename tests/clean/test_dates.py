"""Which day does a short line name?"""

import datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mahdar.clean.dates import find_date, iso_day
from mahdar.language.page_patterns import PagePatterns

CASES = yaml.load((Path(__file__).parents[1] / "cases/clean/dates.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_dates(case: dict[str, str], patterns: PagePatterns) -> None:
    found = find_date(patterns.furniture.tokens(case["text"]), patterns.months)
    assert (found.iso if found else "none") == case["day"]


@given(st.datetimes(min_value=datetime.datetime(1995, 1, 1), max_value=datetime.datetime(2090, 1, 1)))
def test_iso_day_keeps_what_is_written(day: datetime.datetime) -> None:
    whole = day.replace(microsecond=0)
    written = iso_day(whole.isoformat() + "+03:00")
    assert written is not None
    assert datetime.datetime.fromisoformat(written) == whole
    assert iso_day(whole.date().isoformat()) == whole.date().isoformat()
    assert iso_day(whole.strftime("%Y%m%d")) == whole.date().isoformat()


@given(st.text() | st.from_regex(r"20[0-9]{2}-0?[1-9]-[0-3]?[0-9][T ][0-9:]{1,8}.?"))
def test_iso_day_of_anything(text: str) -> None:
    written = iso_day(text)
    assert written is None or datetime.datetime.fromisoformat(written)


PIECE = st.sampled_from(
    ["26", "يوليو", "2024", ":", "8", "36", "م", "ص", "شوال", "1436", "2024-07-26", "تشرين", "الأول", "9" * 5000, "²"]
)


@given(st.lists(PIECE | st.text(max_size=4), max_size=8))
def test_find_date_of_anything(patterns: PagePatterns, pieces: list[str]) -> None:
    found = find_date(patterns.furniture.tokens(" ".join(pieces)), patterns.months)
    assert found is None or datetime.datetime.fromisoformat(found.iso)
