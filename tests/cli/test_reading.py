"""`read`, `runs` and `diff`: what goes in, what is told, and what is left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run, data
from tests.cli.made import CALL, TALKS, write_bad, write_reports

WRONG = {
    "empty.txt": "the file is empty",
    "binary.txt": "binary",
    "huge.txt": "larger than 20 MB",
    "no-article.html": "no article",
    "broken.txt": "",
    "persian.txt": "another language",
    "not-json.json": "not JSON",
}


def test_data_on_stdout_talk_on_stderr(run: Run, tmp_path: Path) -> None:
    result = run("read", write_reports(tmp_path / "in"))
    assert result.exit_code == 0
    assert "2 articles read" in result.stderr and "articles read" not in result.stdout
    assert [line.split()[1].rstrip(":") for line in result.stdout.splitlines()] == ["call", "talks"]


def test_reading_again_changes_nothing(read: Run, tmp_path: Path) -> None:
    runs = data(read("runs", "--json"))
    again = read("read", tmp_path / "reports")
    assert again.stdout == "" and "0 claims gained, 0 lost, 0 fields changed" in again.stderr
    assert data(read("runs", "--json")) == runs


def test_bad_input_is_told_and_the_batch_goes_on(run: Run, tmp_path: Path) -> None:
    folder = write_bad(tmp_path / "bad")
    write_reports(folder)
    result = run("read", folder)
    assert result.exit_code == 1
    for name, reason in WRONG.items():
        [line] = [line for line in result.stderr.splitlines() if name in line or line.startswith(f"{Path(name).stem}:")]
        assert reason in line, line
        assert line.rstrip().endswith(".") and line.count(". ") >= 1, f"no remedy in {line!r}"
    assert len(data(run("list", "articles", "--json"))) == 2
    assert "2 articles read" in result.stderr


@pytest.mark.parametrize("name", sorted(WRONG))
def test_nothing_of_a_bad_file_is_stored(run: Run, tmp_path: Path, name: str) -> None:
    folder = write_bad(tmp_path / "bad")
    assert run("read", folder / name).exit_code == 1
    assert data(run("list", "articles", "--json")) == []
    assert data(run("runs", "--json")) == []


def test_what_could_not_be_read_is_kept_until_it_can(run: Run, tmp_path: Path) -> None:
    folder = write_bad(tmp_path / "bad")
    run("read", folder)
    told = data(run("list", "problems", "--json"))
    assert {"the file is empty"} < {one["what"] for one in told} and all(one["remedy"] for one in told)
    (folder / "empty.txt").write_text(TALKS, "utf-8")
    run("read", folder / "empty.txt")
    assert "the file is empty" not in {one["what"] for one in data(run("list", "problems", "--json"))}


def test_json_tells_the_problems(run: Run, tmp_path: Path) -> None:
    result = run("read", "--json", write_bad(tmp_path / "bad") / "empty.txt")
    assert result.exit_code == 1
    [problem] = json.loads(result.stdout)["problems"]
    assert set(problem) == {"article", "stage", "what", "remedy"} and all(problem.values())


def test_bidi_signs_and_scripts_in_titles_are_only_letters(run: Run, tmp_path: Path) -> None:
    evil = CALL.replace("<h1>", "<h1>\u202e<script>alert(1)</script>&lt;script&gt;alert(2)&lt;/script&gt; ")
    (tmp_path / "evil.html").write_text(evil, "utf-8")
    assert run("read", tmp_path / "evil.html").exit_code == 0
    told = run("show").stdout + run("explain", "evil").stdout
    assert "alert(1)" not in told and "\u202e" not in run("show").stdout


def test_what_does_not_exist_is_refused_before_anything_is_read(run: Run, tmp_path: Path) -> None:
    result = run("read", write_reports(tmp_path / "in"), tmp_path / "missing")
    assert result.exit_code == 2 and "no such file" in result.stderr
    assert not (tmp_path / "store.db").exists() or data(run("list", "articles", "--json")) == []


def test_standard_input(run: Run) -> None:
    result = run("read", "-", given=TALKS.encode())
    assert result.exit_code == 0 and "1 article read" in result.stderr


def test_windows_1256(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(TALKS.replace("«", '"').replace("»", '"').encode("cp1256"))
    assert run("read", tmp_path / "old.txt").exit_code == 0
    assert "سامح شكري" in run("show").stdout


def test_several_processes_read_the_same(run: Run, read: Run, tmp_path: Path) -> None:
    again = read("read", "--workers", "2", tmp_path / "reports")
    assert again.exit_code == 0 and "0 claims gained, 0 lost, 0 fields changed" in again.stderr


def test_diff_tells_the_last_run(read: Run, tmp_path: Path) -> None:
    (tmp_path / "reports" / "talks.txt").write_text(TALKS.replace("في 20 مارس", "في 21 مارس"), "utf-8")
    read("read", tmp_path / "reports")
    [article] = data(read("diff", "--json"))["articles"]
    assert article["name"] == "talks"
    assert [(one["field"], one["old"][:10], one["new"][:10]) for one in article["changed"]] == [
        ("day", "2024-03-20", "2024-03-21")
    ]
    assert (article["gained"], article["lost"]) == ([], [])


def test_a_run_that_is_not_there(read: Run) -> None:
    result = read("diff", "run-nothing")
    assert result.exit_code == 2 and "mahdar runs" in result.stderr
