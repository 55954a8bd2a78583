"""What became of a plan?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from mahdar.merge.compare import POSTPONED
from mahdar.merge.days import SLACK, day_number, days_of
from mahdar.records.claim import MeetingClaim
from mahdar.records.group import Group, Member
from mahdar.records.value import value_of

Outcome = Literal["held", "planned", "cancelled", "postponed", "expired"]
EXPIRED = "planned for days that are past; no report that it was held"


def outcome(members: Sequence[Member], as_of: str | None) -> Outcome:
    """Return how a meeting ended, or that it is still planned; a plan whose last day is past as of a day has expired.

    What was held is held, whatever was said before; of plans and their ends the report that was published last counts.
    """
    told = [(member.published or "", member.claim) for member in members if isinstance(member.claim, MeetingClaim)]
    if any(claim.status.value == "held" for _, claim in told):
        return "held"
    last = max(told, key=lambda pair: (pair[0], pair[1].status.value != "planned", pair[1].anchor.key), default=None)
    if last is not None and last[1].status.value == "cancelled":
        return "cancelled"
    if last is not None and value_of(last[1].manner) == POSTPONED:
        return "postponed"
    return "expired" if _is_past([claim for _, claim in told], as_of) else "planned"


def tell_expired(groups: Sequence[Group], as_of: str | None) -> tuple[Group, ...]:
    """Return the groups; a plan that nothing closed by a day says so."""
    return tuple(
        replace(group, why=(*group.why, EXPIRED))
        if group.kind == "meeting" and outcome(group.members, as_of) == "expired"
        else group
        for group in groups
    )


def _is_past(claims: Sequence[MeetingClaim], as_of: str | None) -> bool:
    """Return True where each plan tells its days, and all of them are past."""
    today = day_number(as_of)
    days = [days_of(value_of(claim.day)) for claim in claims]
    dated = [one.last for one in days if one is not None]
    return today is not None and bool(dated) and max(dated) + SLACK < today
