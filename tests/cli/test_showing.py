"""`show`, `why` and `explain`: what was read, and what it rests on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run, data


def line_of(run: Run, words: str) -> dict[str, Any]:
    """Return the line of the chronicle that holds some words."""
    told = data(run("show", "--json"))
    [line] = [line for line in (*told["dated"], *told["undated"]) if words in str(line)]
    return dict(line)


def test_one_line_a_record_in_the_order_of_days(read: Run) -> None:
    lines = [line for line in read("show").stdout.splitlines() if line.startswith("m-")]
    told = data(read("show", "--json"))
    assert [line.split()[0] for line in lines] == [line["record_id"] for line in (*told["dated"], *told["undated"])]
    days = [line["first"] for line in told["dated"]]
    assert days == sorted(days) and len(days) >= 3


def test_the_talks(read: Run) -> None:
    talks = line_of(read, "2024-03-04")
    assert (talks["status"], talks["precision"], talks["where"], talks["reports"]) == ("held", "day", "الرياض, Saudi Arabia", 1)
    assert any("سامح شكري" in who and "foreign minister" in who and "Egypt" in who for who in talks["who"])


def test_a_plan_is_told_as_one(read: Run) -> None:
    assert line_of(read, "2024-03-20")["status"] == "planned"


def test_a_day_that_is_not_told_has_a_bound(run: Run, tmp_path: Path) -> None:
    words = "بحث وزير الخارجية المصري سامح شكري مع نظيره الأردني أيمن الصفدي ملف المياه، وفق بيان نشرته الخارجية المصرية."
    line = json.dumps({"id": "one", "published": "2024-02-01", "text": words}, ensure_ascii=False)
    (tmp_path / "one.jsonl").write_text(line, "utf-8")
    assert run("read", tmp_path / "one.jsonl").exit_code == 0
    undated = data(run("show", "--json"))["undated"]
    assert [(line["when"], line["bound"]) for line in undated] == [("not stated", "on or before 2024-02-01")]
    assert "not stated; on or before 2024-02-01" in run("show").stdout


def test_a_record_in_full(read: Run) -> None:
    record = line_of(read, "2024-03-04")["record_id"]
    whole = data(read("show", record, "--json"))
    fields = {field["name"]: field["cells"][0] for field in whole["fields"]}
    assert fields["status"]["shown"] == "held" and fields["status"]["rule"].startswith("meeting.status")
    assert fields["ordinal"]["reason"] == "absent" and fields["ordinal"]["shown"] == "not stated"
    assert "[[" in whole["sources"][0]["words"]
    text = read("show", record).stdout
    assert all(name in text for name in fields) and "sources" in text


def test_why_shows_the_words_and_the_reasoning_of_a_day(read: Run) -> None:
    record = line_of(read, "2024-03-04")["record_id"]
    told = read("why", record, "when").stdout
    assert "[[أمس الاثنين]]" in told and "reasoning" in told and "rule meeting.day" in told
    [cell] = data(read("why", record, "day", "--json"))["cells"]
    assert cell["reasoning"] and cell["ground"]["quotes"]


def test_why_who(read: Run) -> None:
    told = read("why", line_of(read, "2024-03-04")["record_id"], "who").stdout
    assert "سامح شكري" in told and "[[" in told


def test_what_is_not_there_is_named(read: Run) -> None:
    for words in (
        ("show", "m-nothing"),
        ("why", "m-nothing", "when"),
        ("why", line_of(read, "2024-03-20")["record_id"], "colour"),
        ("explain", "nothing"),
    ):
        result = read(*words)
        assert result.exit_code == 2 and result.stdout == "" and result.stderr.startswith("mahdar: ")


def test_explain_leaves_nothing_out(read: Run, tmp_path: Path) -> None:
    told = data(read("explain", "talks", "--json"))
    assert "".join(each["words"] for each in told) == (tmp_path / "reports" / "talks.txt").read_text("utf-8")
    parts = {each["words"].strip(): each["part"] for each in told}
    assert parts["عاجل"] == "furniture" and parts["اقرأ أيضا"] == "furniture"
    layers = {seen["layer"] for each in told for seen in each["seen"]}
    assert {"person", "state", "day", "place", "claim", "quote"} <= layers
    assert "[furniture: " in read("explain", "talks").stdout


def test_an_empty_store_says_what_to_do(run: Run) -> None:
    result = run("show")
    assert result.exit_code == 0 and result.stdout == "" and "mahdar read" in result.stderr


def test_the_store_is_named_where_it_cannot_be_opened(run: Run, tmp_path: Path) -> None:
    (tmp_path / "no.db").write_text("this is no database at all, only a few words of text in a file", "utf-8")
    result = run("show", "--db", tmp_path / "no.db")
    assert result.exit_code == 2 and "no.db" in result.stderr
