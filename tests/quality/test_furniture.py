"""Is all furniture of the sample's pages found, and does a raw page read as its gold article does?"""

from pathlib import Path

from quality.furniture import REPORTS, furniture_scores
from quality.material import SETS

from mahdar.export.gold import gold_reading
from mahdar.language.language import Language
from mahdar.pipeline import read_page
from mahdar.read.files import find_pages
from mahdar.records.problem import Problem


def readings(paths: list[Path], language: Language) -> dict[str, object]:
    found = {}
    for page in find_pages(paths, None):
        assert not isinstance(page, Problem)
        traced = read_page(page, language)
        assert not isinstance(traced, Problem)
        found[traced.reading.text.name] = gold_reading(traced.reading)
    return found


def test_furniture_of_the_sample(language: Language) -> None:
    for row in furniture_scores(language):
        if row.name.startswith(("our sample", "sample")):
            assert (row.claims, row.titles, row.days) == (0, row.pages, row.pages), row
            assert row.f1 > 0.99, row


def test_raw_pages_read_as_their_gold_articles_do(language: Language) -> None:
    gold = readings(sorted(SETS["sample"].glob("*.article.json")), language)
    assert readings([REPORTS], language) == gold
