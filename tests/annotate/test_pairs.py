"""Whom do «the two sides» stand for?"""

from typing import Any

import pytest
from tests.tables import cases, text_of

from mahdar.annotate.annotate import annotate
from mahdar.language.language import Language


@pytest.mark.parametrize("case", cases("annotate/pairs.yaml"))
def test_pairs(case: dict[str, Any], language: Language) -> None:
    doc = annotate(text_of(case, language), language)
    pairs = ["+".join(sorted(mention.of)) for mention in doc.mentions if mention.kind == "sides" and mention.role != "many"]
    assert pairs == case["pairs"]
