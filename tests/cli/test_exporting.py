"""`export`: the same files as the pages give, and all events as one data set."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
from fastapi.testclient import TestClient
from tests.cli.conftest import Run

from mahdar.export.event_data import COLUMNS
from mahdar.language.language import Language
from mahdar.serve.app import Settings, create_app
from mahdar.store.database import open_store


def test_a_page_is_written_as_the_pages_give_it(read: Run, tmp_path: Path, language: Language) -> None:
    site = "http://127.0.0.1"
    with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        app = create_app(Settings(store=store, is_local=True, language=language))
        client = TestClient(app, base_url=site)
        for address, form in (("/meetings", "csv"), ("/meetings", "atom"), ("/search?q=الرياض&kind=any", "ris")):
            told = read("export", address, "--format", form, "--lang", "en", "--site", site)
            assert told.exit_code == 0, told.stderr
            mark = "&" if "?" in address else "?"
            assert told.stdout_bytes == client.get(f"{address}{mark}format={form}&lang=en").content


def test_all_events_are_one_data_set(read: Run, tmp_path: Path) -> None:
    told = read("export", "events").stdout_bytes.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(told, newline="")))
    assert list(rows[0]) == list(COLUMNS)
    for row in rows:
        assert row["type"].isupper() and row["actors"] and row["article_id"].startswith("a-")
        assert 0 < len(row["sentence"].replace("…", " ").split()) <= 25
        assert bool(row["day"]) == (row["precision"] != "0")
    talks = [row for row in rows if row["type"] == "CONSULT"]
    assert any(row["day"] == "2024-03-04" and row["precision"] == "1" for row in talks)
    out = tmp_path / "events.xlsx"
    assert read("export", "events", "--format", "xlsx", "--out", out).exit_code == 0
    sheet = openpyxl.load_workbook(out).worksheets[0]
    assert [line[0] for line in sheet.values][1:] == [row["event_id"] for row in rows]


def test_what_is_no_page_is_told(read: Run) -> None:
    answer = read("export", "/nothing")
    assert answer.exit_code == 2 and "404" in answer.stderr
