"""Which initiatives are told, who acts in which capacity, and how do meetings lie in time to others?"""

from typing import Any

import pytest
from tests.tables import cases, text_of

from mahdar.annotate.annotate import annotate
from mahdar.extract.finders import find_claims
from mahdar.extract.ground import ground
from mahdar.language.cache import SHIPPED
from mahdar.language.language import Language
from mahdar.language.load import Row, read_entries
from mahdar.records.claim import CapacityClaim, Claim, InitiativeClaim, MeetingClaim, Party, TimingClaim
from mahdar.records.value import Span, value_of

FILES = ("diplomacy/initiatives*.yaml", "diplomacy/capacities*.yaml", "diplomacy/timings.yaml")
BESIDE = (InitiativeClaim, CapacityClaim, TimingClaim)


def read(case: dict[str, Any], language: Language) -> tuple[str, tuple[Claim, ...]]:
    """Return the letters of a case and its claims."""
    text = text_of(case, language)
    return text.letters, find_claims(ground(annotate(text, language), language))


def words(letters: str, span: Span) -> str:
    """Return the letters of a span."""
    return letters[span.start : span.end]


@pytest.mark.parametrize("case", cases("extract/initiatives.yaml"))
def test_initiatives(case: dict[str, Any], language: Language) -> None:
    letters, claims = read(case, language)
    told = [
        {
            "title": claim.title.value,
            "by": " ".join(value_of(claim.sponsors) or ("none",)),
            "listed": value_of(claim.initiative),
            "backed": " ".join(value_of(claim.backers) or ()) or None,
            "conditions": [{"sort": one.sort, "words": words(letters, one.words)} for one in claim.conditions],
        }
        for claim in claims
        if isinstance(claim, InitiativeClaim)
    ]
    assert told == [{"listed": None, "backed": None, "conditions": [], **row} for row in case.get("told", [])]


@pytest.mark.parametrize("case", cases("extract/capacities.yaml"))
def test_capacities(case: dict[str, Any], language: Language) -> None:
    _, claims = read(case, language)
    told = [
        {
            "who": ", ".join(_holder(party) for party in claim.holders),
            "as": claim.capacity.value,
            "in": value_of(claim.body_id) or value_of(claim.body),
            "for": value_of(claim.behalf),
        }
        for claim in claims
        if isinstance(claim, CapacityClaim)
    ]
    wanted = case.get("told", [])
    assert told == [{"in": None, "for": None, **{key: row[key] for key in row if key != "meeting"}} for row in wanted]
    meetings = {claim.anchor.key for claim in claims if isinstance(claim, MeetingClaim)}
    linked = [claim.meeting in meetings for claim in claims if isinstance(claim, CapacityClaim)]
    assert all(is_linked for row, is_linked in zip(wanted, linked, strict=True) if row.get("meeting") == "yes")


def _holder(party: Party) -> str:
    return "/".join(part for part in (party.name, party.of) if part)


@pytest.mark.parametrize("case", cases("extract/timings.yaml"))
def test_timings(case: dict[str, Any], language: Language) -> None:
    letters, claims = read(case, language)
    told = [
        {
            "what": words(letters, claim.timed),
            "relation": claim.relation.value,
            "distance": value_of(claim.distance),
            "by": words(letters, claim.object),
            "days": when.edtf if (when := value_of(claim.interval)) else None,
        }
        for claim in claims
        if isinstance(claim, TimingClaim)
    ]
    assert told == [{"distance": None, "days": None, **row} for row in case.get("told", [])]


@pytest.mark.parametrize("row", [row for name in FILES for row in read_entries(SHIPPED, name)], ids=lambda row: row.text("id"))
def test_no_claim_comes_of_a_near_miss(row: Row, language: Language) -> None:
    for near in row.entries("near_misses"):
        _, claims = read({"text": near.text("text")}, language)
        assert not [claim for claim in claims if isinstance(claim, BESIDE)], near.text("text")


def test_a_listed_initiative_names_its_sponsor_from_the_table(language: Language) -> None:
    _, claims = read({"text": "أكد الوزير التونسي تمسك بلاده بمبادرة السلام العربية."}, language)
    (claim,) = (claim for claim in claims if isinstance(claim, InitiativeClaim))
    assert (claim.sponsors.rule, getattr(claim.sponsors, "certainty", None)) == ("sponsor.listed", "computed")


def test_a_sponsor_beside_words_of_proposing_is_unread_not_absent(language: Language) -> None:
    text = "طرح المشاركون إنشاء بنية أمنية جديدة في الخليج."
    letters, claims = read({"text": text}, language)
    (claim,) = (claim for claim in claims if isinstance(claim, InitiativeClaim))
    assert getattr(claim.sponsors, "reason", None) == "unread"
    assert [letters[one.start : one.end] for one in claim.sponsors.evidence if one.source == "words"] == ["طرح"]
