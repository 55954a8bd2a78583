"""Who supports, opposes, calls for, worries about or raises what?"""

from typing import Any

import pytest
from tests.tables import cases, text_of

from mahdar.annotate.annotate import annotate
from mahdar.extract.finders import find_claims
from mahdar.extract.ground import ground
from mahdar.language.language import Language
from mahdar.records.claim import StanceClaim
from mahdar.records.value import value_of


def stances_of(case: dict[str, Any], language: Language) -> tuple[str, list[StanceClaim]]:
    """Return the letters of a case and the positions found in it."""
    text = text_of(case, language)
    claims = find_claims(ground(annotate(text, language), language))
    return text.letters, [claim for claim in claims if isinstance(claim, StanceClaim)]


@pytest.mark.parametrize("case", cases("extract/stances.yaml"))
def test_stances(case: dict[str, Any], language: Language) -> None:
    letters, found = stances_of(case, language)
    told = {(claim.actor, claim.stance.value, letters[claim.object.start : claim.object.end]): claim for claim in found}
    wanted = {(row["who"], row["stance"], row["object"]): row for row in case.get("holds", [])}
    assert set(told) == set(wanted)
    for key, row in wanted.items():
        if "toward" in row:
            assert value_of(told[key].toward) == (None if row["toward"] == "none" else row["toward"])
        if "issue" in row:
            assert value_of(told[key].issue) == row["issue"]


def test_a_position_has_its_object_and_grounds(language: Language) -> None:
    letters, found = stances_of({"text": "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده ترفض توسيع الحلف."}, language)
    (stance,) = found
    assert letters[stance.anchor.trigger.start : stance.anchor.trigger.end] == "ترفض"
    assert stance.anchor.evidence.start <= stance.object.start < stance.object.end <= stance.anchor.evidence.end
    assert stance.statement is not None
    assert not stance.negated


def test_denial_and_doubt_are_kept(language: Language) -> None:
    _, found = stances_of({"text": "لا تؤيد إسبانيا فرض عقوبات جديدة."}, language)
    assert [claim.negated for claim in found] == [True]
    _, found = stances_of({"text": "قد تؤيد إسبانيا فرض عقوبات جديدة."}, language)
    assert [claim.hedged for claim in found] == [True]
