"""What did sides agree, sign, plan or call off?"""

from typing import Any

import pytest
from tests.tables import cases, text_of

from mahdar.language.language import Language
from mahdar.pipeline import read_text
from mahdar.records.claim import AgreementClaim
from mahdar.records.text import Text


def told(claim: AgreementClaim, text: Text) -> str:
    """An agreement in the words of the table."""
    return f"{claim.status.value} {', '.join(claim.parties)}: {text.words_of(claim.content)}"


@pytest.mark.parametrize("case", cases("extract/agreements.yaml"))
def test_agreements(case: dict[str, Any], language: Language) -> None:
    text = text_of(case, language)
    claims = [claim for claim in read_text(text, language).claims if isinstance(claim, AgreementClaim)]
    assert sorted(told(claim, text) for claim in claims) == sorted(case.get("agreements", []))


def test_evidence_holds_parties_and_content(language: Language) -> None:
    text = text_of({"text": "وأفاد البيان بأن العراق والكويت اتفقا على ترسيم الحدود."}, language)
    claim = next(claim for claim in read_text(text, language).claims if isinstance(claim, AgreementClaim))
    assert text.words_of(claim.anchor.evidence) == "العراق والكويت اتفقا على ترسيم الحدود"
    assert claim.anchor.target == claim.content
