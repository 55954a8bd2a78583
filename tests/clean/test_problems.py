"""Does a reading tell that letters of its page were broken?"""

from mahdar.language.cache import load_language
from mahdar.pipeline import read_page
from mahdar.records.ids import digest
from mahdar.records.page import Page, PageMeta
from mahdar.records.problem import Problem

BROKEN = "وصل الوزير إلى العاص\N{REPLACEMENT CHARACTER}مة صباح أمس على رأس وفد كبير لبحث ملفات التعاون بين البلدين.\n"


def test_broken_letters_stand_on_the_reading() -> None:
    content = BROKEN.encode()
    page = Page(page_id=digest(content), content=content, media="text/plain", source="x", meta=PageMeta(name="a"))
    traced = read_page(page, load_language())
    assert not isinstance(traced, Problem)
    assert [(one.article, one.stage) for one in traced.reading.problems] == [("a", "clean")]
