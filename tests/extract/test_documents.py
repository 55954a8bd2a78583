"""Which texts did sides issue, and which statements were made in them?"""

from typing import Any

import pytest
from tests.tables import cases, text_of

from mahdar.annotate.annotate import annotate
from mahdar.extract.finders import find_claims
from mahdar.extract.formulae import find_formulae
from mahdar.extract.ground import ground
from mahdar.language.language import Language
from mahdar.records.claim import DocumentClaim, StatementClaim


@pytest.mark.parametrize("case", cases("extract/documents.yaml"))
def test_documents(case: dict[str, Any], language: Language) -> None:
    text = text_of(case, language)
    claims = find_claims(ground(annotate(text, language), language))
    found = [claim for claim in claims if isinstance(claim, DocumentClaim)]
    told = {(claim.form.value, " ".join(claim.issuers)) for claim in found}
    assert told == {(row["form"], row["by"]) for row in case.get("issued", [])}
    if case.get("linked") == "yes":
        keys = {claim.anchor.key for claim in found}
        assert {claim.document for claim in claims if isinstance(claim, StatementClaim)} <= keys


@pytest.mark.parametrize("case", cases("extract/formulae.yaml"))
def test_formulae(case: dict[str, Any], language: Language) -> None:
    doc = annotate(text_of(case, language), language)
    assert [(formula.id, doc.text.words_of(formula.span)) for formula in find_formulae(doc)] == [
        (row["id"], row["words"]) for row in case.get("formulae", [])
    ]
