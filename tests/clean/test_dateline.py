"""Where was a report sent from, and by whom?"""

from pathlib import Path

import pytest
import yaml

from mahdar.clean.page import clean_page
from mahdar.language.page_patterns import PagePatterns
from mahdar.records.ids import digest
from mahdar.records.page import Page, PageMeta
from mahdar.records.text import Text
from mahdar.records.value import Value, Words, value_of

CASES = yaml.load((Path(__file__).parents[1] / "cases/clean/datelines.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_datelines(case: dict[str, str], patterns: PagePatterns) -> None:
    content = case["text"].encode()
    page = Page(page_id=digest(content), content=content, media="text/plain", source="test", meta=PageMeta())
    text = clean_page(page, patterns)
    assert isinstance(text, Text)
    assert value_of(text.dateline) == case.get("place")
    assert value_of(text.byline) == case.get("writer")
    assert value_of(text.published) == case.get("day")
    assert all(label.part == "content" for label in text.labels)
    if isinstance(text.dateline, Value):
        words = text.dateline.evidence[0]
        assert isinstance(words, Words)
        assert text.letters[words.start : words.end] == text.dateline.value
