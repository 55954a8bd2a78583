"""Every list and record can be taken along: the same lines, in the same order and language, as the page shows."""

from __future__ import annotations

import csv
import io
import json
import re
from urllib.parse import urlsplit

import icalendar
import openpyxl
import pytest
from fastapi.testclient import TestClient
from lxml import etree
from tests.serve.test_pages import paths

from mahdar.export.formats.write import FORMATS

ATOM = {"a": "http://www.w3.org/2005/Atom"}
RECORD = re.compile(r'href="/(m-[a-z0-9]+)')


def lines_of(client: TestClient, address: str) -> list[dict[str, str]]:
    """Return a page as CSV, by its headings."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def formatted(path: str, form: str) -> str:
    """Return an address in a format."""
    return f"{path}{'&' if '?' in path else '?'}format={form}"


def test_every_page_names_the_ways_that_it_has_and_each_answers(client: TestClient) -> None:
    for path in [one for one in paths(client) if one != "/keys"]:
        page = client.get(path).text
        told = next(part for part in page.split('class="ways"')[1:] if "format=csv" in part)
        ways = re.findall(r'href="([^"]*format=[a-z]+[^"]*)"', told.partition("</p>")[0])
        forms = [way.rpartition("=")[2] for way in ways]
        assert forms[:3] == ["csv", "xlsx", "json"], path
        assert set(forms) in ({"csv", "xlsx", "json"}, {*FORMATS, "json"}), path
        for way in ways:
            assert client.get(way.replace("&amp;", "&")).status_code == 200, way


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_list_is_taken_along_as_it_is_seen(client: TestClient, lang: str) -> None:
    page = client.get(f"/meetings?lang={lang}").text
    shown = list(dict.fromkeys(RECORD.findall(page.partition('class="ways"')[2])))
    heads = {"ar": ("المعرّف", "الجملة", "عنوان السجل"), "en": ("id", "sentence", "address")}[lang]
    lines = lines_of(client, f"/meetings.csv?lang={lang}")
    assert [line[heads[0]] for line in lines] == shown
    for line in lines:
        assert 0 < len(line[heads[1]].replace("…", " ").split()) <= 25
        assert urlsplit(line[heads[2]]).path == f"/{line[heads[0]]}"
        assert client.get(urlsplit(line[heads[2]]).path).status_code == 200


def test_all_formats_of_a_list_hold_the_same_records(client: TestClient) -> None:
    ids = [line["id"] for line in lines_of(client, "/meetings.csv?lang=en")]
    book = openpyxl.load_workbook(io.BytesIO(client.get("/meetings.xlsx?lang=en").content))
    head, *rows = book.worksheets[0].values
    assert [line[head.index("id")] for line in rows] == ids
    feed = etree.fromstring(client.get("/meetings.atom?lang=en").content)
    assert [one.rpartition("/")[2] for one in feed.xpath("a:entry/a:id/text()", namespaces=ATOM)] == ids
    held = json.loads(client.get("/meetings.feed?lang=en").content)
    assert [one["id"].rpartition("/")[2] for one in held["items"]] == ids
    calendar = icalendar.Calendar.from_ical(client.get("/meetings.ics?lang=en").content)
    days = [str(event["uid"]).rpartition("/")[2] for event in calendar.walk("VEVENT")]
    assert len(days) + int(str(calendar["x-mahdar-left-out"])) == len(ids)
    exact = {line["id"] for line in lines_of(client, "/meetings.csv?lang=en") if line["precision"] == "1"}
    assert set(days) == exact


def test_a_search_is_taken_along_with_its_filters(client: TestClient) -> None:
    asked = "/search?q=actor%3ARUS&kind=meeting&by=date&lang=en"
    hits = client.get(f"{asked}&format=json").json()
    lines = lines_of(client, f"{asked}&format=csv")
    assert [line["id"] for line in lines] == [hit["record_id"] or hit["claim_id"] for hit in hits]
    assert {line["kind"] for line in lines} == {"Meeting"}
    assert lines_of(client, "/search.csv?q=actor%3ARUS&kind=meeting&by=date&lang=en") == lines
    feed = etree.fromstring(client.get(f"{asked}&format=atom").content)
    assert "format" not in feed.xpath("string(a:id)", namespaces=ATOM)


def test_a_record_is_taken_along_with_what_each_source_says(client: TestClient) -> None:
    meeting = next(one for one in client.get("/pair/RUS-CHN.json").json()["meetings"] if len(one["sources"]) > 1)
    lines = lines_of(client, f"/{meeting['record_id']}.csv?lang=en")
    fields = [line for line in lines if line["kind"] == "Field"]
    assert len(fields) == len(meeting["fields"]) * len(meeting["sources"])
    assert {line["words"] for line in fields if not line["rule"]} <= {
        "Not stated",
        "Mentioned, not read",
        "Does not apply",
        "Conflict in the text",
    }
    assert all(line["sentence"] for line in fields if line["certainty"])


def test_digits_and_language_of_the_reader_hold_in_files(client: TestClient) -> None:
    arabic = client.get("/meetings.csv?lang=ar&digits=arab").content.decode("utf-8-sig")
    assert re.search("[٠-٩]", arabic) and "المعرّف" in arabic
    assert re.search(r"\d{4}-\d{2}-\d{2}", arabic), "machine-readable days stay as they are"


def test_what_means_harm_is_no_header_and_no_formula(client: TestClient) -> None:
    answer = client.get("/outlet/%0d%0aX-Evil:1.csv")
    assert answer.status_code == 404 and "x-evil" not in answer.headers
    for line in lines_of(client, "/documents.csv?lang=en"):
        assert not any((cell or "").startswith(("=", "+", "-", "@")) for cell in line.values())


def test_an_unknown_format_is_told(client: TestClient) -> None:
    answer = client.get("/meetings?format=docx")
    assert answer.status_code == 404 and "csv" in answer.text


def test_strangers_take_along_no_more_than_they_see(client: TestClient, stranger: TestClient) -> None:
    path = next(one for one in paths(client) if one.startswith("/article/"))
    for form in FORMATS:
        answer = stranger.get(formatted(path, form))
        assert answer.status_code == 200
    for line in lines_of(stranger, formatted(path, "csv") + "&lang=en"):
        assert len(line["sentence"].replace("…", " ").split()) <= 25
