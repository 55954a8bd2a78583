"""Which day is meant?"""

from pathlib import Path

import pytest
import yaml

from mahdar.annotate.dates import find_dates
from mahdar.annotate.scene import Scene, by_place
from mahdar.annotate.tokens import tokenize
from mahdar.language.cache import load_language
from mahdar.language.language import Language
from mahdar.language.patterns import find
from mahdar.records.annotated import DateMention, When

FILE = Path(__file__).parents[1] / "cases/annotate/dates.yaml"
CASES = [
    pytest.param(case, id=case["text"], marks=[pytest.mark.xfail(strict=True)] if case.get("known") == "fails" else [])
    for case in yaml.load(FILE.read_text("utf-8"), Loader=yaml.BaseLoader)
]


@pytest.fixture(scope="module")
def language() -> Language:
    return load_language()


def dates_of(text: str, day: str | None, language: Language) -> tuple[DateMention, ...]:
    tokens = tokenize(text, language.folding)
    hits = find(language.trie, tokens.words, tokens.kinds)
    scene = Scene(
        letters=text,
        tokens=tokens,
        sentences=(),
        sentence_of=(0,) * len(tokens),
        hits_at=by_place(hits),
        language=language,
        day=day,
        home=None,
    )
    return find_dates(scene)


def edtf_of(when: When | None) -> str:
    return when.edtf if when else "none"


@pytest.mark.parametrize("case", CASES)
def test_dates(case: dict[str, str], language: Language) -> None:
    found = dates_of(case["text"], case.get("published"), language)
    if case.get("none") == "yes":
        assert not found
        return
    assert len(found) == 1
    date = found[0]
    assert edtf_of(date.past) == case.get("past", case.get("day", "none"))
    assert edtf_of(date.future) == case.get("future", case.get("day", "none"))
    assert date.rule == case["rule"]
    when = date.past or date.future
    if "precision" in case:
        assert when is not None
        assert str(when.precision) == case["precision"]
    if "phrase" in case:
        assert case["text"][date.span.start : date.span.end] == case["phrase"]
    if "reason" in case:
        assert case["reason"] in date.reasoning
    assert date.reasoning.endswith(".")


def test_every_rule_has_a_case() -> None:
    rules = {case.values[0]["rule"] for case in CASES if "rule" in case.values[0]}
    assert rules >= {
        "date.ago",
        "date.ahead",
        "date.day-month",
        "date.full",
        "date.hijri",
        "date.month",
        "date.month-turn",
        "date.numeric",
        "date.other-day",
        "date.range",
        "date.relative",
        "date.relative-weekday",
        "date.season",
        "date.since",
        "date.until",
        "date.vague",
        "date.week-turn",
        "date.weekday",
        "date.weekday-turn",
        "date.weekend",
        "date.year",
        "date.year-turn",
    }


def test_a_publication_without_its_day_resolves_nothing(language: Language) -> None:
    (date,) = dates_of("وصل الوزير أمس", "2024-07", language)
    assert date.past is date.future is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("بحث الوزيران الملف أمس الثلاثاء، واستقبل الرئيس الضيف في اليوم نفسه.", "2024-04-09"),
        ("زار العاصمة في 5 مارس 2023 وغادرها في اليوم التالي.", "2023-03-06"),
        ("زار العاصمة في 5 مارس 2023، وكان قد التقى السفير في اليوم السابق.", "2023-03-04"),
        ("وصل الوفد الاثنين، وفي نفس اليوم عقد الجلسة.", "2024-04-08"),
        ("زار العاصمة في مارس 2023 وغادرها في اليوم نفسه.", "none"),
        ("وصل أمس في اليوم نفسه الذي أقيل فيه الوزير.", "none"),
    ],
)
def test_the_same_day_is_the_one_told_last(text: str, day: str, language: Language) -> None:
    assert edtf_of(dates_of(text, "2024-04-10", language)[-1].past) == day
