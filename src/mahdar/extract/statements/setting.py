"""In which meeting was it said?"""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.records.claim import Claim, MeetingClaim
from mahdar.records.value import Span


def meeting_of(found: Sequence[Claim], speaker: tuple[str | None, tuple[str, ...]], sentence: Span, content: Span) -> str | None:
    """Return the key of the meeting in which a speaker (a person, sides) spoke: one told beside the words, else the central one.

    A meeting that the words themselves speak of is not where they were said; a side alone speaks in none but where it is told.
    """
    theirs = [claim for claim in found if isinstance(claim, MeetingClaim) and _takes_part(claim, *speaker)]
    starts = {claim.anchor.key: claim.anchor.trigger.start for claim in theirs}
    beside = [claim for claim in theirs if not content.start <= starts[claim.anchor.key] < content.end]
    here = [claim for claim in beside if sentence.start <= starts[claim.anchor.key] < sentence.end]
    if len(here) == 1:
        return here[0].anchor.key
    if speaker[0] is None and len(speaker[1]) < 2:
        return None
    central = [claim for claim in beside if claim.central and claim.status.value == "held"]
    before = [claim for claim in central if starts[claim.anchor.key] <= content.start]
    return max(before or central, key=lambda claim: starts[claim.anchor.key]).anchor.key if central else None


def _takes_part(meeting: MeetingClaim, speaker: str | None, sides: tuple[str, ...]) -> bool:
    """Return True where the speaker, or all sides that speak, are parties of a meeting."""
    people = {party.actor for party in meeting.parties if party.actor}
    codes = {party.of for party in meeting.parties if party.of}
    return speaker in people if speaker and people else bool(sides) and set(sides) <= codes
