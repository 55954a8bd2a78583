"""Which claims tell of one meeting?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mahdar.language.language import Language
from mahdar.merge.compare import compare_meetings
from mahdar.merge.fingerprint import fingerprint
from mahdar.merge.gather import Rule, gather
from mahdar.merge.judged import ClaimPair
from mahdar.merge.keys import keys_of
from mahdar.merge.verdict import Verdict
from mahdar.records.claim import MeetingClaim
from mahdar.records.group import Group, Member

MEETINGS = Rule(compare=compare_meetings, keys=keys_of)
"""How meetings are compared."""


def group_meetings(members: Sequence[Member], judged: Mapping[ClaimPair, Verdict], language: Language) -> tuple[Group, ...]:
    """Return the meetings among some claims, which come in order of their ids, as groups."""
    told = [(member, member.claim) for member in members if isinstance(member.claim, MeetingClaim)]
    shapes = {member.claim_id: fingerprint(member, claim, language) for member, claim in told}
    return gather([member for member, _ in told], shapes, judged, MEETINGS)
