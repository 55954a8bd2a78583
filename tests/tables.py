"""Case tables: a native speaker extends them without Python; the text of a case names its test."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from mahdar.clean.page import clean_page
from mahdar.language.language import Language
from mahdar.records.ids import digest
from mahdar.records.page import Page, PageMeta
from mahdar.records.text import Text

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    """Return the cases of a table as parameters; `known: fails` is strict, so a case that passes by luck fails the suite."""
    rows = yaml.load((CASES / name).read_text("utf-8"), Loader=yaml.BaseLoader)
    return [
        pytest.param(row, id=row["text"][:60], marks=[pytest.mark.xfail(strict=True)] if row.get("known") == "fails" else [])
        for row in rows
    ]


def table(name: str) -> list[Any]:
    """Return the cases of a table whose cases have a `name` and no text of their own."""
    rows = yaml.load((CASES / name).read_text("utf-8"), Loader=yaml.BaseLoader)
    return [pytest.param(row, id=row["name"]) for row in rows]


def text_of(case: dict[str, Any], language: Language) -> Text:
    """Return a case's text as the cleaner gives it, with its title and day of publication."""
    content = case["text"].encode("utf-8")
    meta = PageMeta(title=case.get("title"), published=case.get("published"), outlet=case.get("outlet"), name="case")
    page = Page(page_id=digest(content), content=content, media="text/plain", source="case", meta=meta)
    text = clean_page(page, language.pages)
    assert isinstance(text, Text), text
    return text
