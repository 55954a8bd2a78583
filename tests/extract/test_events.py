"""Who did what to whom?"""

from typing import Any

import pytest
from tests.tables import cases, text_of

from mahdar.language.language import Language
from mahdar.pipeline import read_text
from mahdar.records.claim import EventClaim


def told(claim: EventClaim) -> str:
    """An act in the words of the table."""
    return f"{claim.type.value} {', '.join(sorted(claim.actors))} > {', '.join(sorted(claim.recipients))}".replace(
        "  ", " "
    ).strip()


@pytest.mark.parametrize("case", cases("extract/events.yaml"))
def test_events(case: dict[str, Any], language: Language) -> None:
    text = text_of(case, language)
    claims = [claim for claim in read_text(text, language).claims if isinstance(claim, EventClaim) and not claim.alleged]
    assert sorted(told(claim) for claim in claims) == sorted(case.get("events", []))
    if "unnamed" in case:
        assert [text.words_of(span) for claim in claims for span in claim.unnamed] == case["unnamed"]


def test_what_is_only_charged_is_marked(language: Language) -> None:
    text = text_of({"text": "قالت المتحدثة باسم الخارجية الروسية ماريا زاخاروفا إن أوكرانيا قصفت محطة الكهرباء."}, language)
    claims = [claim for claim in read_text(text, language).claims if isinstance(claim, EventClaim)]
    assert {(claim.type.value, claim.alleged) for claim in claims} == {("ASSAULT", True), ("ACCUSE", False)}


def test_evidence_holds_actor_and_trigger(language: Language) -> None:
    text = text_of({"text": "وقالت الوكالة إن واشنطن فرضت أمس عقوبات على فنزويلا."}, language)
    claim = next(claim for claim in read_text(text, language).claims if isinstance(claim, EventClaim))
    assert text.words_of(claim.anchor.evidence) == "واشنطن فرضت أمس عقوبات على فنزويلا"
    assert text.words_of(claim.anchor.trigger) == "فرضت أمس عقوبات"
    assert claim.anchor.target is not None
    assert text.words_of(claim.anchor.target) == "فنزويلا"
