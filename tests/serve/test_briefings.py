"""Chosen records, or a search and a period, as a text whose every line ends in numbered sentences."""

from __future__ import annotations

import email
import email.policy
import io
import re
from pathlib import Path

import docx
import pypdf
import pytest
from fastapi.testclient import TestClient
from tests.cli.conftest import Run, read, run
from tests.cli.test_showing import line_of
from tests.serve.conftest import HERE

from mahdar.language.language import Language
from mahdar.serve.app import Settings, create_app
from mahdar.store.database import Store
from mahdar.store.query import find_records

__all__ = ["read", "run"]


def chosen(store: Store) -> tuple[str, ...]:
    """Return two meetings and a record of another kind."""
    meetings = [one.record_id for one in find_records(store, kind="meeting") if len(one.group.members) > 1]
    return (*meetings[:2], find_records(store, kind="statement")[0].record_id)


def address(ids: tuple[str, ...], more: str = "") -> str:
    return f"/briefing?{'&'.join(f'id={one}' for one in ids)}&lang=en&title=Weekly+%3Cbriefing%3E{more}"


def test_each_line_ends_in_sentences_that_are_there(client: TestClient, store: Store) -> None:
    page = client.get(address(chosen(store))).text
    assert "Weekly &lt;briefing&gt;" in page
    lines = re.findall(r"<li>.*?</li>", page.partition("<section>")[2].partition('id="citations"')[0], re.DOTALL)
    assert len(lines) == 3
    numbers = {number for line in lines for number in re.findall(r'href="#c(\d+)"', line)}
    assert all('href="#c' in line for line in lines)
    assert numbers == set(re.findall(r'<li id="c(\d+)"', page))
    for words in re.findall(r"<q [^>]*>(.*?)</q>", page, re.DOTALL):
        assert len(re.sub(r"<[^>]+>", "", words).replace("…", " ").split()) <= 25


def test_all_papers_say_the_same(client: TestClient, store: Store) -> None:
    ids = chosen(store)
    texts = {paper: client.get(address(ids, f"&paper={paper}")).content for paper in ("html", "md", "docx", "pdf", "eml")}
    told = {
        "docx": "\n".join(one.text for one in docx.Document(io.BytesIO(texts["docx"])).paragraphs),
        "pdf": "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(texts["pdf"])).pages),
        "html": texts["html"].decode(),
        "md": texts["md"].decode(),
    }
    letter = email.message_from_bytes(texts["eml"], policy=email.policy.default)
    assert letter["subject"] == "Weekly <briefing>"
    plain, html = letter.get_body(("plain",)), letter.get_body(("html",))
    assert plain is not None and html is not None
    told["eml"] = plain.get_content()
    numbers = len(re.findall(r'<li id="c\d+"', told["html"]))
    assert numbers >= 3 and "Weekly" in html.get_content()
    for paper, words in told.items():
        assert "Weekly" in words and f"[{numbers}]" in words, paper


def test_an_arabic_paper_runs_from_the_right(client: TestClient, store: Store) -> None:
    page = client.get(address(chosen(store), "&paper=html").replace("lang=en", "lang=ar")).text
    assert '<html lang="ar" dir="rtl">' in page
    made = pypdf.PdfReader(io.BytesIO(client.get(address(chosen(store), "&paper=pdf").replace("lang=en", "lang=ar")).content))
    assert re.search("[\u0600-\u06ff\ufb50-\ufeff]", made.pages[0].extract_text())


def test_a_search_and_a_period_make_a_briefing(client: TestClient) -> None:
    whole = client.get("/briefing?q=actor:RUS&lang=en").text
    part = client.get("/briefing?q=actor:RUS&since=2025&lang=en").text
    days = re.findall(r"<li><b>\d+ (\w+) (\d{4})", part)
    assert days and {year for _, year in days} == {"2025"}
    assert len(re.findall(r"<li><b>", whole)) > len(re.findall(r"<li><b>", part))


@pytest.mark.parametrize("wrong", ["&since=yesterday", "&paper=exe", "&id=m-none"])
def test_what_cannot_be_is_told(client: TestClient, store: Store, wrong: str) -> None:
    assert client.get(address(chosen(store), wrong)).status_code in {404, 422}


def test_a_published_briefing_keeps_its_address_and_is_replaced_whole(read: Run, tmp_path: Path, language: Language) -> None:
    folder = tmp_path / "published"
    folder.mkdir()
    talks, plan = (line_of(read, day)["record_id"] for day in ("2024-03-04", "2024-03-20"))
    papers = [word for name in ("weekly.html", "weekly.pdf") for word in ("--out", str(folder / name))]
    told = read("briefing", talks, "--title", "First", "--lang", "en", *papers)
    assert told.exit_code == 0, told.stderr
    from mahdar.store.database import open_store

    with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        app = create_app(Settings(store=store, is_local=False, language=language, briefings=folder))
        client = TestClient(app, base_url=HERE)
        first = client.get("/briefings/weekly.html").text
        assert "<h1>First</h1>" in first and talks not in client.get("/briefings/none.html").text
        assert client.get("/briefings/weekly.pdf").content.startswith(b"%PDF")
        assert client.get("/briefings/..%2fstore.db").status_code == 404
        assert read("briefing", plan, "--title", "Second", "--lang", "en", *papers).exit_code == 0
        second = client.get("/briefings/weekly.html").text
        assert "<h1>Second</h1>" in second and "First" not in second
    assert sorted(one.name for one in folder.iterdir()) == ["weekly.html", "weekly.pdf"]


def test_a_briefing_on_the_command_line_is_markdown(read: Run) -> None:
    told = read("briefing", "--search", "الرياض", "--title", "Riyadh", "--lang", "en")
    assert told.exit_code == 0 and told.stdout.startswith("# Riyadh") and "](#c1)" in told.stdout
    assert read("briefing").exit_code == 2


def test_what_was_put_off_never_looks_held(client: TestClient, store: Store) -> None:
    meetings = client.get("/meetings.json").json()["meetings"]
    off = [one["record_id"] for one in meetings if one["status"] in {"postponed", "planned", "cancelled", "expired"}]
    assert off
    lines = re.findall(r"<li><b>.*?</li>", client.get(address(tuple(off))).text, re.DOTALL)
    assert len(lines) == len(off)
    for line in lines:
        assert re.search(r"\((Planned|Postponed|Cancelled|Planned, past, no report)\)", line), line
