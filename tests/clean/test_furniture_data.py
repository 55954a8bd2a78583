"""Each example of `furniture.yaml` fires its own rule where it stands, each near miss does not."""

from pathlib import Path

import pytest

import mahdar
from mahdar.clean.page import clean_page
from mahdar.language.load import Row, read_entries
from mahdar.language.page_patterns import PagePatterns
from mahdar.records.ids import digest
from mahdar.records.page import Page, PageMeta
from mahdar.records.text import Text

DATA = Path(mahdar.__file__).parent / "data"
TITLE = "وزيرا البلدين يبحثان ملفات التعاون"
FIRST = "بحث الوزيران في لقاء مغلق صباح أمس ملفات التعاون بين البلدين وسبل تطويرها في المرحلة القادمة."
SECOND = "وقال المتحدث باسم الوزارة إن اللقاء استمر ساعتين وإن الوفدين اتفقا على جولة ثانية في الشهر القادم."
ROWS = list(read_entries(DATA, "arabic/furniture.yaml"))
PHRASES = [row for row in ROWS if row.text("where") != "class"]


def page_with(line: str, place: str) -> Page:
    lines = {
        "head": [TITLE, line, FIRST, SECOND],
        "body": [TITLE, FIRST, line, SECOND],
        "foot": [TITLE, FIRST, SECOND, line],
    }[place]
    content = "\n".join(lines).encode()
    return Page(page_id=digest(content), content=content, media="text/plain", source="test", meta=PageMeta())


def rules_of(line: str, place: str, patterns: PagePatterns) -> list[tuple[str, str]]:
    text = clean_page(page_with(line, place), patterns)
    assert isinstance(text, Text)
    start = text.letters.index(line)
    inside = [label for label in text.labels if label.span.end > start and label.span.start < start + len(line)]
    return [(label.part, label.rule) for label in inside]


def places_of(row: Row) -> tuple[str, ...]:
    position = row.text("position") or "any"
    if row.text("where") == "tail":
        return ("body", "foot")
    return {"any": ("body", "foot"), "below": ("body", "foot"), "head": ("head",), "foot": ("foot",), "edge": ("head", "foot")}[
        position
    ]


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row.text("id"))
def test_examples_and_near_misses(row: Row, patterns: PagePatterns) -> None:
    for example in row.entries("examples"):
        for place in places_of(row):
            assert ("furniture", row.text("id")) in rules_of(example.text("text"), place, patterns), (example.text("text"), place)
    for miss in row.entries("near_misses"):
        place = miss.text("at") or places_of(row)[-1]
        assert ("furniture", row.text("id")) not in rules_of(miss.text("text"), place, patterns), miss.text("text")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text("id"))
def test_entries_are_complete(row: Row) -> None:
    assert row.text("means").endswith(".")
    assert row.entries("examples")
    assert row.entries("near_misses")
    assert row.text("seen")


def test_tails_leave_the_sentence(patterns: PagePatterns) -> None:
    for row in PHRASES:
        for example in row.entries("examples"):
            if not example.text("rest"):
                continue
            text = clean_page(page_with(example.text("text"), "foot"), patterns)
            assert isinstance(text, Text)
            content = "".join(text.words_of(label.span) for label in text.labels if label.part == "content")
            assert content.rstrip().endswith(example.text("rest"))
