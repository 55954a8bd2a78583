"""The words of pages and dossiers, and the loaded names of the press."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mahdar.export.dates import tell_day
from mahdar.export.phrases import find_phrases
from mahdar.export.reader import Reader
from mahdar.export.tell import Book, Teller
from mahdar.language.cache import SHIPPED
from mahdar.language.load import Row, read_entries

SOURCES = Path(SHIPPED).parent
NAMES = read_entries(SHIPPED, "naming/naming.yaml")


@pytest.mark.parametrize("row", NAMES, ids=[row.text("id") for row in NAMES])
def test_each_example_fires_its_own_name_and_no_near_miss_does(row: Row, book: Book) -> None:
    for example in row.entries("examples"):
        assert row.text("id") in _names(example.text("text"), book)
    for miss in row.entries("near_misses"):
        assert row.text("id") not in _names(miss.text("text"), book)


def test_a_name_holds_in_its_time(book: Book) -> None:
    say = Teller(book=book, reader=Reader(lang="en"))
    words = "طالب الائتلاف برحيل نظام الأسد"
    assert [one.neutral for one in say.glosses(words, "2015-06-01")] == ["the Syrian government of the time"]
    assert not say.glosses(words, "2025-06-01")


def test_every_label_that_a_page_asks_for_is_there_and_each_is_in_both_languages(book: Book) -> None:
    files = [*(SOURCES / "serve").rglob("*.html"), *(SOURCES / "export").rglob("*.py"), *(SOURCES / "serve").rglob("*.py")]
    asked = {name for path in files for name in re.findall(r"""label\(["']([a-z_.]+[a-z_])["']""", path.read_text("utf-8"))}
    assert len(asked) > 60
    assert asked <= set(book.wording.labels)
    assert all(said.ar and said.en for said in book.wording.labels.values())


@pytest.mark.parametrize(
    ("edtf", "ar", "en"),
    [
        ("2024-07-26", "26 يوليو 2024", "26 July 2024"),
        ("2024-07", "يوليو 2024", "July 2024"),
        ("2024", "2024", "2024"),
        ("2024-07-25/2024-07-27", "25–27 يوليو 2024", "25–27 July 2024"),
        ("2024-12-30/2025-01-02", "30 ديسمبر 2024 – 2 يناير 2025", "30 December 2024 – 2 January 2025"),
        ("../2024-04-09", "في 9 أبريل 2024 أو قبله", "on or before 9 April 2024"),
    ],
)
def test_days_are_told_as_exactly_as_they_are_known(edtf: str, ar: str, en: str, book: Book) -> None:
    assert tell_day(edtf, book.wording, Reader(lang="ar")) == ar
    assert tell_day(edtf, book.wording, Reader(lang="en")) == en


@pytest.mark.parametrize(
    ("many", "words"), [(1, "لقاء واحد"), (2, "لقاءان"), (3, "3 لقاءات"), (11, "11 لقاء"), (100, "100 لقاء"), (103, "103 لقاءات")]
)
def test_arabic_counts_in_four_ways(many: int, words: str, book: Book) -> None:
    assert Teller(book=book, reader=Reader(lang="ar")).counted("meeting", many) == words


def _names(words: str, book: Book) -> set[str]:
    return {phrase.entry for phrase in find_phrases(words, book.phrases) if phrase.kind == "naming"}
