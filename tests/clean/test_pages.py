"""Is each line of a page what a reader would call it?"""

from pathlib import Path

import pytest
import yaml

from mahdar.clean.page import clean_page
from mahdar.language.page_patterns import PagePatterns
from mahdar.records.ids import digest
from mahdar.records.page import Page, PageMeta
from mahdar.records.text import Text
from mahdar.records.value import value_of

CASES = yaml.load((Path(__file__).parents[1] / "cases/clean/pages.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
PARTS = {"t": "title", "c": "content", "f": "furniture"}


def words(line: dict[str, str] | str) -> str:
    return "" if isinstance(line, str) else next(line[part] for part in PARTS if part in line)


@pytest.mark.parametrize("apart", [False, True], ids=["one text", "title apart"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_pages(case: dict, apart: bool, patterns: PagePatterns) -> None:
    content = "\n".join(words(line) for line in case["lines"]).encode()
    meta = PageMeta(title=case["title"] if apart else None)
    page = Page(page_id=digest(content), content=content, media="text/plain", source="test", meta=meta)
    text = clean_page(page, patterns)
    assert isinstance(text, Text)
    assert value_of(text.title) == case["title"]
    assert value_of(text.published) == case.get("published")
    assert value_of(text.outlet) == case.get("outlet")
    start = len(case["title"]) + 1 if apart else 0
    for line in case["lines"]:
        label = next(label for label in text.labels if label.span.end > start)
        if not isinstance(line, str):
            part = next(PARTS[part] for part in PARTS if part in line)
            expected = "furniture" if apart and part == "title" else part
            assert label.part == expected, (words(line), label.rule)
            assert line.get("rule") in (None, label.rule), words(line)
        start += len(words(line)) + 1
