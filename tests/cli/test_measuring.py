"""`gold` and `score`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.made import TALKS

LAYERS = {"id", "actors", "meetings", "statements", "stances", "agreements", "events"}


def write_article(folder: Path, name: str) -> Path:
    folder.mkdir(exist_ok=True)
    article = {"id": name, "outlet": None, "url": None, "published": "2024-03-05", "title": None, "text": TALKS}
    (folder / f"{name}.article.json").write_text(json.dumps(article, ensure_ascii=False), "utf-8")
    return folder


def test_one_file_an_article(run: Run, tmp_path: Path) -> None:
    result = run("gold", write_article(tmp_path / "in", "t-1"), tmp_path / "out")
    assert result.exit_code == 0 and result.stdout == ""
    found = json.loads((tmp_path / "out" / "t-1.json").read_text("utf-8"))
    assert set(found) == LAYERS and found["id"] == "t-1"
    assert {"EGY", "SAU"} <= set(found["actors"]["states"])
    assert any(meeting["when"] == "2024-03-04" for meeting in found["meetings"])
    assert all(meeting["evidence"] in TALKS for meeting in found["meetings"])


def test_what_cannot_be_read_is_told_and_the_rest_is_written(run: Run, tmp_path: Path) -> None:
    folder = write_article(tmp_path / "in", "t-1")
    (folder / "t-2.article.json").write_text("{}", "utf-8")
    result = run("gold", folder, tmp_path / "out")
    assert result.exit_code == 1 and "t-2" in result.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["t-1.json"]


def test_an_id_is_no_path(run: Run, tmp_path: Path) -> None:
    line = json.dumps({"id": "../t-1", "text": TALKS}, ensure_ascii=False)
    (tmp_path / "in.jsonl").write_text(line, "utf-8")
    result = run("gold", tmp_path / "in.jsonl", tmp_path / "out" / "deep")
    assert result.exit_code == 1 and "without slashes" in result.stderr
    assert list((tmp_path / "out").rglob("*.json")) == []


def test_score_without_a_scorer(run: Run, tmp_path: Path) -> None:
    result = run("score", write_article(tmp_path / "in", "t-1"))
    assert result.exit_code == 2 and "--scorer" in result.stderr


def test_score(run: Run, seeds: Path) -> None:
    result = run("score", seeds, "--json")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["articles"] == 5
