"""`series`, `positions`, `agreements`: what is told over time, and what follows from it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run, data

from mahdar.export.views.rounds import next_after


def read_all(run: Run, folder: Path, *reports: tuple[str, str]) -> None:
    lines = [
        json.dumps({"id": f"r{number}", "published": day, "text": text}, ensure_ascii=False)
        for number, (day, text) in enumerate(reports)
    ]
    (folder / "all.jsonl").write_text("\n".join(lines), "utf-8")
    assert run("read", folder / "all.jsonl").exit_code == 0


def test_the_next_round_follows_from_three_dated_ones_and_no_fewer() -> None:
    assert next_after(["2022-03-01", "2023-03-01"]) is None
    found = next_after(["2021-03-01", "2022-03-11", "2023-03-01"])
    assert found is not None
    assert (found.gaps, found.earliest, found.day, found.latest) == ((375, 355), "2024-02-19", "2024-02-29", "2024-03-10")


def test_a_later_statement_adds_and_leaves_out(run: Run, tmp_path: Path) -> None:
    read_all(
        run,
        tmp_path,
        ("2024-03-04", "قال وزير الخارجية المصري سامح شكري: «ندعو إلى وقف فوري لإطلاق النار في غزة»."),
        ("2024-05-04", "قال وزير الخارجية المصري سامح شكري: «نرفض استمرار الحرب في غزة»."),
    )
    found = data(run("positions", "egy", "gaza", "--json"))
    assert [one["day"] for one in found["statements"]] == ["2024-03-04", "2024-05-04"]
    [step] = found["steps"]
    assert (step["taken"], step["given_up"]) == (["oppose"], ["call-for"])
    assert step["dropped"] == ["formula.commitment.ceasefire"]
    told = run("positions", "EGY", "gaza")
    assert "2 positions in 2 statements, told by 2 reports." in told.stderr


def test_a_commitment_goes_from_announced_to_signed(run: Run, tmp_path: Path) -> None:
    words = "مذكرة تفاهم في مجال الربط الكهربائي والطاقة المتجددة"
    read_all(
        run,
        tmp_path,
        ("2024-03-04", f"تعتزم مصر والأردن توقيع {words} الشهر المقبل."),
        ("2024-05-04", f"وقعت مصر والأردن {words} في القاهرة أمس."),
    )
    [found] = data(run("agreements", "EGY", "JOR", "--json"))
    assert [stage["state"] for stage in found["stages"]] == ["announced", "signed"]
    assert (found["state"], found["reports"]) == ("signed", 2)
    assert data(run("agreements", "SAU", "--json")) == []


def test_an_announced_commitment_of_which_nothing_was_heard_is_unknown(run: Run, tmp_path: Path) -> None:
    read_all(run, tmp_path, ("2024-03-04", "تعتزم مصر والأردن توقيع مذكرة تفاهم في مجال الربط الكهربائي الشهر المقبل."))
    assert data(run("agreements", "--as-of", "2024-04-01", "--json"))[0]["state"] == "announced"
    assert data(run("agreements", "--as-of", "2026-04-01", "--json"))[0]["state"] == "unknown"


def test_an_unknown_series_is_told_so(run: Run) -> None:
    assert "no report tells of a series or forum 'nothing'" in run("series", "nothing").stderr
