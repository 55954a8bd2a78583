"""Who is named, and for whom do they act?"""

from typing import Any

import pytest
from tests.tables import cases, text_of

from mahdar.annotate.annotate import annotate
from mahdar.language.language import Language


@pytest.mark.parametrize("case", cases("annotate/people.yaml"))
def test_people(case: dict[str, Any], language: Language) -> None:
    doc = annotate(text_of(case, language), language)
    found = {}
    for mention in doc.mentions:
        if mention.kind == "person" and mention.name and mention.actor:
            name = doc.text.words_of(mention.name)
            known = found.get(mention.actor, ("", ""))
            side = mention.of[0] if mention.of else known[1]
            found[mention.actor] = (max(name, known[0], key=len), side)
    assert sorted(f"{name} | {side or 'null'}" for name, side in found.values()) == sorted(case.get("people", []))
    if "holder" in case:
        assert case["holder"] in {mention.actor for mention in doc.mentions}


@pytest.mark.parametrize("case", cases("annotate/sides.yaml"))
def test_states_and_organisations(case: dict[str, Any], language: Language) -> None:
    doc = annotate(text_of(case, language), language)
    named = {mention.actor for mention in doc.mentions if mention.kind in {"state", "org"}}
    assert sorted(code for code in named if code) == sorted(case.get("codes", []))
