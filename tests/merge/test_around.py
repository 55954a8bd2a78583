"""What new claims lead to, grouped alone, gives the groups that grouping all gives."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st
from tests.merge.made import judged, meeting
from tests.merge.test_merge_laws import QUICK, claims

from mahdar.language.language import Language
from mahdar.merge.around import Found, surroundings
from mahdar.merge.judged import judged_pairs
from mahdar.merge.kinds import keys_around, shape_of
from mahdar.merge.merge import merge
from mahdar.merge.near import Keys, numbers_of
from mahdar.records.group import Member
from mahdar.records.judgement import Verdict


def neighbours(members: list[Member], keys: Iterable[Keys], language: Language) -> Found:
    """Return the claims that share a key, as a store finds them."""
    wanted = {number for one in keys for number in numbers_of(one)[1]}
    under = {member.claim_id: numbers_of(keys_around(member, shape_of(member, language, {})))[0] for member in members}
    return [member for member in members if under[member.claim_id] & wanted], {}


@given(members=claims(), verdict=st.sampled_from([None, "same", "different"]), picked=st.integers(1, 2**12 - 1))
@QUICK
def test_new_claims_change_only_what_they_lead_to(
    members: list[Member], verdict: Verdict | None, picked: int, language: Language
) -> None:
    said = [judged(verdict, *members[:2])] if verdict else []
    new = [member for number, member in enumerate(members) if picked >> number & 1] or members[:1]
    pairs = judged_pairs(members, said)
    spoken = members[:2] if said else []
    found = surroundings((new, {}), lambda keys: ([*neighbours(members, keys, language)[0], *spoken], {}), pairs, language)
    whole = {tuple(one.claim_id for one in group.members): group.why for group in merge(members, said, language)}
    around = {tuple(one.claim_id for one in group.members): group.why for group in merge(found.members, said, language)}
    assert {member.claim_id for member in new} <= {name for names in around for name in names}
    assert around.items() <= whole.items()


def test_far_claims_are_not_looked_at(language: Language) -> None:
    near = [meeting("a", "EGY", "SAU", day="2024-03-04"), meeting("b", "EGY", "SAU", day="2024-03-04")]
    far = [meeting("c", "EGY", "SAU", day="2024-06-04"), meeting("d", "EGY", "JOR", day="2024-03-04")]
    found = surroundings((near[:1], {}), lambda keys: neighbours([*near, *far], keys, language), {}, language)
    assert [member.claim_id for member in found.members] == ["c-a", "c-b"]
