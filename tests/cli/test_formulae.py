"""`formulae`: what recurs in what is said."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run, data

REPORTS = {
    "2023-03-05": "قال وزير الخارجية المصري سامح شكري إن بلاده تجدد التزامها بمبادئ حسن الجوار البحري.",
    "2023-06-11": "وأكد وزير الخارجية المصري سامح شكري أن التفاوض يقوم على مبادئ حسن الجوار البحري والتشاور.",
    "2023-09-20": "وقال وزير الخارجية المصري سامح شكري إن القاهرة تنتظر موعد الجولة.",
}


def test_a_wording_with_its_days_and_its_uses(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    for number, (day, words) in enumerate(REPORTS.items()):
        (folder / f"r{number}.txt").write_text(f"تصريح رسمي رقم {number}\n{day}\n\n{words}\n", "utf-8")
    assert run("read", folder).exit_code == 0
    [found] = data(run("formulae", "EGY", "--least", "2", "--json"))
    assert (found["words"], found["first"], found["last"]) == ("بمبادئ حسن الجوار البحري", "2023-03-05", "2023-06-11")
    assert (found["occasions"], found["silent"], found["sides"]) == (2, 1, ["EGY"])
    assert {use["speaker"] for use in found["uses"]} == {"سامح شكري"}
    assert "بمبادئ حسن الجوار البحري" in run("formulae", "--least", "2").stdout
    assert "no wording" in run("formulae", "JOR", "--least", "2").stderr
