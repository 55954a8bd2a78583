"""`likeness`: one story scores above another story of the same land, and a bad line is told."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run, data

ONE = (
    "السيسي يستقبل أمير قطر في القاهرة",
    "استقبل الرئيس المصري عبد الفتاح السيسي أمير قطر تميم بن حمد آل ثاني في القاهرة، وبحثا الوضع في غزة.",
)
SAME = ("مباحثات مصرية قطرية", "بحث الرئيس عبد الفتاح السيسي وأمير قطر تميم بن حمد آل ثاني في القاهرة الأوضاع في غزة.")
OTHER = ("أسعار القمح في مصر", "ارتفعت أسعار القمح في مصر هذا الأسبوع بنسبة 3 بالمئة، بحسب غرفة التجارة في الإسكندرية.")


def lines(*pairs: tuple[tuple[str, str], tuple[str, str]]) -> str:
    rows = [
        {"id": str(number), "title_1": one[0], "text_1": one[1], "title_2": other[0], "text_2": other[1]}
        for number, (one, other) in enumerate(pairs)
    ]
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def test_one_story_is_more_alike_than_another(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pairs.jsonl").write_text(lines((ONE, ONE), (ONE, SAME), (ONE, OTHER)), "utf-8")
    scores = {one["id"]: one["score"] for one in data(run("likeness", tmp_path / "pairs.jsonl", "--json"))}
    assert 0.99 <= scores["0"] <= 1.0
    assert scores["0"] > scores["1"] > scores["2"] >= 0
    assert run("likeness", tmp_path / "pairs.jsonl").stdout.splitlines()[0] == "id,score"


def test_a_line_that_is_none_is_told_with_its_number(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pairs.jsonl").write_text(f'{lines((ONE, SAME))}\n{{"id": "2"}}', "utf-8")
    told = run("likeness", tmp_path / "pairs.jsonl")
    assert told.exit_code != 0 and "line 2 lacks title_1" in told.stderr
