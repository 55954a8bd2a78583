"""Who is reported to have said what?"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from mahdar.annotate.annotate import annotate
from mahdar.extract.finders import find_claims
from mahdar.extract.ground import ground
from mahdar.language.cache import load_language
from mahdar.language.language import Language
from mahdar.records.claim import StatementClaim
from mahdar.records.ids import text_id
from mahdar.records.text import Label, Text
from mahdar.records.value import Missing, Span, Value, value_of

FILE = Path(__file__).parents[1] / "cases/extract/statements.yaml"
CASES = [
    pytest.param(case, id=case["text"][:60], marks=[pytest.mark.xfail(strict=True)] if case.get("known") == "fails" else [])
    for case in yaml.load(FILE.read_text("utf-8"), Loader=yaml.BaseLoader)
]


@pytest.fixture(scope="module")
def language() -> Language:
    return load_language()


def text_of(body: str, title: str | None) -> Text:
    letters = f"{title}\n{body}" if title else body
    head = len(title) + 1 if title else 0
    labels = [Label(span=Span(start=head, end=len(letters)), part="content", rule="test")]
    if head:
        labels.insert(0, Label(span=Span(start=0, end=head), part="title", rule="test"))
    absent = Missing(reason="absent", rule="test")
    return Text(
        text_id=text_id(letters),
        page_id="page",
        letters=letters,
        labels=tuple(labels),
        title=absent,
        outlet=absent,
        byline=absent,
        dateline=absent,
        published=absent,
        url=None,
        name=None,
    )


def statements_of(text: Text, language: Language) -> list[StatementClaim]:
    claims = find_claims(ground(annotate(text, language), language))
    return [claim for claim in claims if isinstance(claim, StatementClaim)]


def told(claim: StatementClaim, text: Text) -> dict[str, str]:
    found = {
        "who": value_of(claim.speaker) or "none",
        "of": value_of(claim.of) or "none",
        "kind": claim.mode,
        "words": text.words_of(claim.content),
    }
    via = value_of(claim.via)
    return found | {"via": via} if via else found


@pytest.mark.parametrize("case", CASES)
def test_statements(case: dict[str, Any], language: Language) -> None:
    text = text_of(case["text"], case.get("title"))
    assert [told(claim, text) for claim in statements_of(text, language)] == case.get("says", [])


@pytest.mark.parametrize("case", CASES[:25])
def test_every_field_has_grounds(case: dict[str, Any], language: Language) -> None:
    text = text_of(case["text"], case.get("title"))
    for claim in statements_of(text, language):
        assert claim.anchor.evidence.start <= claim.content.start
        assert claim.content.end <= claim.anchor.evidence.end <= len(text.letters)
        assert claim.anchor.target == claim.content
        for field in (claim.speaker, claim.of, claim.act, claim.via):
            assert field.rule
            assert field.evidence if isinstance(field, Value) else field.reason
        assert all(hop.name for hop in claim.chain)


def test_an_open_quotation_is_not_complete(language: Language) -> None:
    text = text_of('قال لافروف: "لن نغادر الميناء قبل وصول السفن', None)
    (claim,) = statements_of(text, language)
    assert claim.mode == "direct"
    assert not claim.complete


def test_words_are_said_in_the_meeting_of_their_speaker(language: Language) -> None:
    text = text_of("التقى سيرغي لافروف وانغ يي في بكين. وقال لافروف إن الميناء مفتوح.", None)
    claims = find_claims(ground(annotate(text, language), language))
    (meeting,) = [claim.anchor.key for claim in claims if claim.kind == "meeting"]
    (said,) = [claim for claim in claims if isinstance(claim, StatementClaim)]
    assert said.meeting == meeting


def test_furniture_says_nothing(language: Language) -> None:
    text = text_of("قال لافروف إن السفينة عادت.", None)
    furniture = (Label(span=Span(start=0, end=len(text.letters)), part="furniture", rule="test"),)
    assert not statements_of(
        Text(
            text_id=text.text_id,
            page_id=text.page_id,
            letters=text.letters,
            labels=furniture,
            title=text.title,
            outlet=text.outlet,
            byline=text.byline,
            dateline=text.dateline,
            published=text.published,
            url=None,
            name=None,
        ),
        language,
    )


def test_a_quotation_without_a_speaker_is_the_outlets_own(language: Language) -> None:
    text = text_of('انتهت الجولة في بكين.\n"في زمن تتبدل فيه خرائط التجارة تبقى طرق البحر أقصر من طرق السياسة"', None)
    (claim,) = statements_of(text, language)
    assert claim.voice == "outlet"
    assert value_of(claim.of) is None


TOLD = [
    ("قال وزير الخارجية الروسي سيرغي لافروف لنظيره الصيني وانغ يي إن الميناء مفتوح.", ["CHN"]),
    ("حث سيرغي لافروف تركيا على فتح المعابر.", ["TUR"]),
    ("دعت مصر تركيا وإيران إلى فتح المعابر.", ["TUR", "IRN"]),
    ("قال لافروف خلال زيارة تركيا إن الميناء مفتوح.", []),
    ("قال وزير الخارجية الروسي سيرغي لافروف إن الصين صديقة.", []),
]


@pytest.mark.parametrize(("body", "codes"), TOLD)
def test_words_are_said_to_whom_they_name(body: str, codes: list[str], language: Language) -> None:
    (claim,) = statements_of(text_of(body, None), language)
    assert [one.of for one in claim.addressees] == codes


def test_a_meeting_in_the_words_is_not_where_they_were_said(language: Language) -> None:
    text = text_of("قال سيرغي لافروف إن لقاءه مع وانغ يي في بكين سيعقد غدا.", None)
    assert [claim.meeting for claim in statements_of(text, language)] == [None]
