"""Each format, opened by the library that reads it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import icalendar
import openpyxl
import pytest
import rispy
from lxml import etree
from pybtex.database import parse_string

from mahdar.export.formats.write import FORMATS
from mahdar.export.quotation import Quotation
from mahdar.export.table import Column, Gone, Row, Table
from mahdar.export.views.shelf import Cite
from mahdar.records.annotated import When
from mahdar.records.value import Span
from mahdar.store.query import Article

ATOM = {"a": "http://www.w3.org/2005/Atom", "at": "http://purl.org/atompub/tombstones/1.0"}
ARTICLE = Article(
    article_id="a-1",
    url="https://press.example/1?a=1&b={2}",
    page_id="",
    text_id="",
    outlet="صحيفة «الضحى» & شركاؤه",
    published="2025-10-14T09:00:00+03:00",
    title="التقى {الوزيران} 100% في مسقط",
    name=None,
)
CITE = Cite(article=ARTICLE, span=Span(start=0, end=4), words=Quotation(before="", exact="التقى الوزيران", after=" في مسقط."))
HARM = ("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1")


def row(name: str, *, edtf: str | None = None, precision: int = 1, status: str = "held", cell: str = "في مسقط") -> Row:
    when = When(edtf=edtf, precision=precision, basis="stated") if edtf else None
    return Row(
        row_id=name,
        path=f"/{name}",
        title="لقاء: فيدان والبوسعيدي",
        cells=(name, cell),
        cites=(CITE,),
        when=when,
        place="مسقط",
        status=status,
        updated="2025-10-15T00:00:00+00:00",
    )


def table(*rows: Row, gone: tuple[Gone, ...] = ()) -> Table:
    columns = (Column(name="id", title="المعرّف", means="معرّف السجل"), Column(name="words", title="الألفاظ", means="ما قيل"))
    return Table(
        title="محضر · اللقاءات", site="https://m.example/", path="/meetings", lang="ar", columns=columns, rows=rows, gone=gone
    )


def written(form: str, made: Table) -> bytes:
    return FORMATS[form].write(made)


def test_csv_has_the_mark_by_which_excel_knows_arabic() -> None:
    made = written("csv", table(row("m-1"), row("m-2", cell='سطر\nثان، «مقتبس» "و"')))
    assert made.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""))) == [
        ["المعرّف", "الألفاظ"],
        ["m-1", "في مسقط"],
        ["m-2", 'سطر\nثان، «مقتبس» "و"'],
    ]


@pytest.mark.parametrize("words", HARM)
def test_no_cell_is_run_by_a_spreadsheet(words: str) -> None:
    made = table(row("m-1", cell=words))
    [_, line] = csv.reader(io.StringIO(written("csv", made).decode("utf-8-sig"), newline=""))
    assert line[1] == f"'{words}"
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", made))).worksheets[0]
    assert sheet["B2"].data_type in {"s", "inlineStr"}
    assert str(sheet["B2"].value).strip() == words.strip()


def test_a_workbook_runs_from_the_right_and_tells_its_columns() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", table(row("m-1", cell="أ\x00\x0bب"), row("m-2")))))
    rows, columns = book.worksheets
    assert rows.sheet_view.rightToLeft and columns.sheet_view.rightToLeft
    assert [[cell.value for cell in line] for line in rows.rows] == [["المعرّف", "الألفاظ"], ["m-1", "أب"], ["m-2", "في مسقط"]]
    assert [[cell.value for cell in line] for line in columns.rows] == [
        ["المعرّف", "id", "معرّف السجل"],
        ["الألفاظ", "words", "ما قيل"],
    ]


def test_a_calendar_holds_days_and_counts_what_is_none() -> None:
    rows = (
        row("m-1", edtf="2025-10-13"),
        row("m-2", edtf="2025-10-13/2025-10-15", precision=2),
        row("m-3", edtf="2025-11", precision=4),
        row("m-4", edtf="../2025-11-01", precision=5),
        row("m-5"),
        row("m-6", edtf="2025-12-01", status="postponed"),
        row("m-7", edtf="2025-12-02", status="planned"),
    )
    calendar = icalendar.Calendar.from_ical(written("ics", table(*rows)))
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    assert list(events) == ["https://m.example/m-1", "https://m.example/m-6", "https://m.example/m-7"]
    first = events["https://m.example/m-1"]
    assert first.decoded("dtstart") == date(2025, 10, 13)
    assert str(first["summary"]) == "لقاء: فيدان والبوسعيدي"
    assert str(first["location"]) == "مسقط"
    assert "التقى الوزيران في مسقط." in str(first["description"])
    assert [str(event["status"]) for event in events.values()] == ["CONFIRMED", "CANCELLED", "TENTATIVE"]
    assert str(calendar["x-mahdar-left-out"]) == "4"


def test_a_feed_keeps_the_ids_of_its_records_and_says_what_went() -> None:
    gone = (Gone(path="/m-9", when="2025-10-16T00:00:00+00:00", why="m-1"),)
    made = table(row("m-1", cell="\x00"), row("m-1"), row("m-2"), gone=gone)
    feed = etree.fromstring(written("atom", made))
    assert feed.xpath("a:entry/a:id/text()", namespaces=ATOM) == ["https://m.example/m-1", "https://m.example/m-2"]
    assert feed.xpath("a:entry/a:updated/text()", namespaces=ATOM) == ["2025-10-15T00:00:00+00:00"] * 2
    assert feed.xpath("a:updated/text()", namespaces=ATOM) == ["2025-10-16T00:00:00+00:00"]
    assert feed.xpath("at:deleted-entry/@ref", namespaces=ATOM) == ["https://m.example/m-9"]
    assert feed.xpath("a:entry[1]/a:link[@rel='via']/@href", namespaces=ATOM) == [ARTICLE.url]
    held = json.loads(written("feed", made))
    assert held["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["id"] for item in held["items"]] == ["https://m.example/m-1", "https://m.example/m-2"]
    assert held["items"][0]["date_modified"] == "2025-10-15T00:00:00+00:00"


def test_a_feed_moves_only_with_its_records() -> None:
    made = table(row("m-1"))
    assert written("atom", made) == written("atom", made)


def test_sources_are_cited_once_each() -> None:
    made = table(row("m-1"), row("m-2"))
    [(name, entry)] = parse_string(written("bib", made).decode(), "bibtex").entries.items()
    assert (name, entry.type, entry.fields["date"], entry.fields["keywords"]) == ("a-1", "online", "2025-10-14", "m-1,m-2")
    assert "الوزيران" in entry.fields["title"]
    [item] = json.loads(written("csl", made))
    assert item["issued"] == {"date-parts": [[2025, 10, 14]]}
    assert (item["title"], item["container-title"], item["URL"]) == (ARTICLE.title, ARTICLE.outlet, ARTICLE.url)
    [reference] = rispy.loads(written("ris", made).decode())
    assert (reference["title"], reference["keywords"]) == (ARTICLE.title, ["m-1", "m-2"])
    assert reference["urls"] == [ARTICLE.url]
    plain = written("cite", made).decode()
    assert "https://m.example/m-2" in plain and "«التقى الوزيران في مسقط.»" in plain


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_writes_a_page_without_lines(form: str) -> None:
    assert written(form, table()) is not None
