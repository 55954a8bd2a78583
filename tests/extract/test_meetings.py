"""Who met whom, when, where, and was it held?"""

from typing import Any

import pytest
from tests.tables import CASES, cases, text_of

from mahdar.language.language import Language
from mahdar.pipeline import read_text
from mahdar.records.claim import MeetingClaim
from mahdar.records.value import value_of


def told(claim: MeetingClaim) -> dict[str, str]:
    """A meeting in the words of the table, fields that hold nothing left out."""
    day, place = value_of(claim.day), value_of(claim.place)
    found = {
        "who": ", ".join(sorted(f"{party.name or '-'}/{party.of}" for party in claim.parties)),
        "day": day.edtf if day else None,
        "country": place.country if place else None,
        "city": place.city if place else None,
        "status": claim.status.value,
        "form": claim.form.value,
        "forum": value_of(claim.forum_id),
        "round": str(value_of(claim.ordinal)) if value_of(claim.ordinal) else None,
    }
    return {name: value for name, value in found.items() if value is not None}


TABLES = sorted(path.name for path in (CASES / "extract" / "meetings").glob("*.yaml"))


@pytest.mark.parametrize("case", [case for table in TABLES for case in cases(f"extract/meetings/{table}")])
def test_meetings(case: dict[str, Any], language: Language) -> None:
    reading = read_text(text_of(case, language), language)
    found = [told(claim) for claim in reading.claims if isinstance(claim, MeetingClaim)]
    wanted = case.get("meetings", [])
    assert len(found) == len(wanted), found
    for meeting, want in zip(found, wanted, strict=True):
        assert {name: meeting.get(name) for name in want} == want


def test_evidence_is_the_words_it_names(language: Language) -> None:
    text = text_of(
        {"text": "التقى وزير الخارجية التركي هاكان فيدان نظيره العماني بدر البوسعيدي في مسقط أمس.", "published": "2025-02-04"},
        language,
    )
    claim = next(claim for claim in read_text(text, language).claims if isinstance(claim, MeetingClaim))
    place = claim.place
    words = next(evidence for evidence in place.evidence if evidence.source == "words")
    assert text.letters[words.start : words.end] == "مسقط"
    assert text.letters[claim.anchor.trigger.start : claim.anchor.trigger.end] == "التقى"


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("التقى الوزير هاكان فيدان نظيره العماني بدر البوسعيدي.", ("absent", "absent", "absent")),
        (
            "التقى الوزير هاكان فيدان نظيره العماني بدر البوسعيدي. ويفتتح معرض للكتاب في باريس غدا.",
            ("unread", "unread", "absent"),
        ),
    ],
)
def test_what_stands_beside_a_meeting_is_not_called_absent(text: str, reasons: tuple[str, ...], language: Language) -> None:
    claims = read_text(text_of({"text": text, "published": "2025-02-04"}, language), language).claims
    claim = next(claim for claim in claims if isinstance(claim, MeetingClaim))
    assert tuple(getattr(field, "reason", "told") for field in (claim.day, claim.place, claim.forum)) == reasons


@pytest.mark.parametrize(
    ("told_as", "words"),
    [
        ("الجولة العشرين من المشاورات السياسية المصرية التركية في أنقرة.", "العشرين"),
        ("الجولة الـ 20 من المشاورات السياسية المصرية التركية في أنقرة.", "الـ 20"),
    ],
)
def test_a_round_rests_on_the_words_that_number_it(told_as: str, words: str, language: Language) -> None:
    told_as = "ترأس وزير الخارجية التركي هاكان فيدان ووزير الخارجية المصري بدر عبد العاطي " + told_as
    reading = read_text(text_of({"text": told_as}, language), language)
    [ordinal] = [claim.ordinal for claim in reading.claims if isinstance(claim, MeetingClaim) and value_of(claim.ordinal)]
    assert value_of(ordinal) == 20
    spans = [evidence for evidence in ordinal.evidence if evidence.source == "words"]
    assert [told_as[span.start : span.end] for span in spans] == [words]
