"""With which meeting is a statement or a position told?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from mahdar.export.views.lines import StanceLine, stance_lines, told_once
from mahdar.export.views.meeting import Meeting
from mahdar.export.views.shelf import Shelf
from mahdar.records.claim import StanceClaim, StatementClaim
from mahdar.records.group import Member

Spot: TypeAlias = "tuple[str, str]"
"""An article and the key of a claim in it."""


def reported(meetings: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """Return the meetings that some report is about; where there are none, those that are mentioned."""
    return tuple(meeting for meeting in meetings if meeting.central) or tuple(meetings)


def said_in(members: Sequence[Member]) -> dict[str, Spot | None]:
    """Return for each statement, and each position taken in one, the meeting in which it was made, None where none is named."""
    found: dict[str, Spot | None] = {}
    by_key: dict[Spot, Spot | None] = {}
    for member in members:
        if isinstance(member.claim, StatementClaim):
            spot = (member.article_id, member.claim.meeting) if member.claim.meeting else None
            found[member.claim_id] = by_key[member.article_id, member.claim.anchor.key] = spot
    for member in members:
        if isinstance(member.claim, StanceClaim):
            found[member.claim_id] = by_key.get((member.article_id, member.claim.statement or ""))
    return found


def told_with(meetings: Sequence[Meeting], said: Mapping[str, Spot | None], members: Sequence[Member]) -> tuple[Member, ...]:
    """Return the statements and positions made in one of the meetings, or in a report about one without naming where."""
    own = _spots(meetings)
    about = {article.article_id for meeting in reported(meetings) for article in meeting.sources}
    return tuple(
        member
        for member in members
        if member.claim_id in said
        and (said[member.claim_id] in own or (said[member.claim_id] is None and member.article_id in about))
    )


def stances_by_record(
    meetings: Sequence[Meeting],
    said: Mapping[str, Spot | None],
    members: Sequence[Member],
    shelf: Shelf,
    *,
    named: Mapping[str, str],
) -> Mapping[str, tuple[StanceLine, ...]]:
    """Return the positions among some claims by the meeting that they are told with; `named` tells the record of each claim."""
    found: dict[str, tuple[StanceLine, ...]] = {}
    for meeting in meetings:
        own = _spots([meeting])
        articles = {article.article_id for article in meeting.sources}
        here = [
            member
            for member in members
            if member.article_id in articles and (said.get(member.claim_id) is None or said.get(member.claim_id) in own)
        ]
        found[meeting.record_id] = told_once(stance_lines(here, shelf), named)
    return found


def _spots(meetings: Sequence[Meeting]) -> set[Spot]:
    return {(member.article_id, member.claim.anchor.key) for meeting in meetings for member in meeting.members}
