"""`judge` and `judgements`: what a person says stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Run, data
from tests.cli.made import TALKS
from tests.cli.test_showing import line_of


def test_said_and_listed(read: Run) -> None:
    record = line_of(read, "2024-03-20")["record_id"]
    result = read("judge", record, "should-be", "2024-03-21", "--field", "when", "--why", "the ministry says so")
    assert result.exit_code == 0, result.stderr
    [one] = data(read("judgements", "--json"))
    assert one["judgement"]["verdict"] == "should_be" and one["judgement"]["who"] == "desk"
    assert one["judgement"]["targets"][0]["seen"].startswith("2024-03-20")
    assert "2024-03-21" in read("judgements").stdout
    assert read("judgements", "--orphaned").stdout == ""


def test_different_parts_two_records(read: Run) -> None:
    one, other = (line_of(read, day)["record_id"] for day in ("2024-03-04", "2024-03-20"))
    result = read("judge", one, "different", other)
    assert result.exit_code == 0, result.stderr
    assert len(data(read("judgements", "--json"))[0]["attachments"]) == 2


def test_a_judgement_outlives_its_claim(read: Run, tmp_path: Path) -> None:
    read("judge", line_of(read, "2024-03-20")["record_id"], "right")
    (tmp_path / "reports" / "talks.txt").write_text(
        TALKS.replace("ومن المقرر أن يزور بن فرحان القاهرة في 20 مارس لاستكمال المشاورات.\n", ""), "utf-8"
    )
    read("read", tmp_path / "reports")
    [one] = data(read("judgements", "--orphaned", "--json"))
    assert one["attachments"][0]["reason"]
    assert "orphaned: " in read("judgements").stdout


@pytest.mark.parametrize("words", [("right", "2024"), ("should-be",), ("same",), ("perhaps",)])
def test_wrong_usage(read: Run, words: tuple[str, ...]) -> None:
    result = read("judge", line_of(read, "2024-03-20")["record_id"], *words)
    assert result.exit_code == 2 and result.stdout == ""
