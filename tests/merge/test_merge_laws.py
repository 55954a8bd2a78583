"""Merging does not care for order, doubles or the steps in which claims came, and no group contradicts itself."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.merge.made import judged, meeting

from mahdar.language.language import Language
from mahdar.merge.contradict import contradiction
from mahdar.merge.fingerprint import fingerprint
from mahdar.merge.merge import merge
from mahdar.records.claim import MeetingClaim
from mahdar.records.group import Group, Member

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SIDES = ["EGY:eg:shoukry", "EGY:eg:sisi", "EGY", "SAU:sa:faisal", "SAU", "JOR"]


@st.composite
def claims(draw: st.DrawFn) -> list[Member]:
    """Return up to a dozen claims that easily agree and easily contradict each other."""
    made = []
    for number in range(draw(st.integers(2, 12))):
        told: dict[str, Any] = {
            "day": draw(st.sampled_from([None, "2024-03-04", "2024-03-05", "2024-03-08", "2024-03"])),
            "basis": draw(st.sampled_from(["stated", "from_publication"])),
            "city": draw(st.sampled_from([None, "sau:jeddah", "egy:alexandria"])),
            "published": draw(st.sampled_from([None, "2024-03-04", "2024-03-06"])),
            "status": draw(st.sampled_from(["held", "planned", "cancelled"])),
            "article": str(draw(st.integers(0, 9))),
        }
        who = draw(st.lists(st.sampled_from(SIDES), min_size=2, max_size=3, unique=True))
        made.append(meeting(f"{number:02d}", *who, **told))
    return made


@given(data=st.data(), members=claims())
@QUICK
def test_order_doubles_and_steps_change_nothing(data: st.DataObject, members: list[Member], language: Language) -> None:
    said = [
        judged(data.draw(st.sampled_from(["same", "different", "unsure"])), *pair, who=f"p{number}")
        for number, pair in enumerate(data.draw(st.lists(st.permutations(members).map(lambda some: some[:2]), max_size=3)))
    ]
    whole = merge(members, said, language)
    assert merge(data.draw(st.permutations([*members, *members[:3]])), data.draw(st.permutations(said)), language) == whole
    cut = data.draw(st.integers(0, len(members)))
    first = merge(members[:cut], said, language)
    assert merge([*_members(first), *members[cut:]], said, language) == whole


@given(members=claims())
@QUICK
def test_each_claim_is_in_one_group_and_no_group_contradicts_itself(members: list[Member], language: Language) -> None:
    groups = merge(members, (), language)
    assert sorted(member.claim_id for member in _members(groups)) == sorted(member.claim_id for member in members)
    for group in groups:
        shapes = [
            fingerprint(member, member.claim, language) for member in group.members if isinstance(member.claim, MeetingClaim)
        ]
        assert all(contradiction(one, other) is None for one in shapes for other in shapes)


@given(members=claims())
@QUICK
def test_far_claims_change_no_group(members: list[Member], language: Language) -> None:
    far = meeting("zz", "CHL", "PER", day="2001-01-01")
    assert merge([*members, far], (), language)[:-1] == merge(members, (), language)


def _members(groups: tuple[Group, ...]) -> list[Member]:
    return [member for group in groups for member in group.members]
