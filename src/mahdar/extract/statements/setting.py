"""In which meeting was it said?"""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.records.claim import Claim, MeetingClaim
from mahdar.records.value import Span


def meeting_of(found: Sequence[Claim], speaker: str | None, sides: tuple[str, ...], sentence: Span) -> str | None:
    """Return the key of the meeting in which a speaker spoke: one told in the sentence, else the only central one of theirs."""
    theirs = [claim for claim in found if isinstance(claim, MeetingClaim) and _takes_part(claim, speaker, sides)]
    here = [claim for claim in theirs if sentence.start <= claim.anchor.trigger.start < sentence.end]
    central = [claim for claim in theirs if claim.central and claim.status.value == "held"]
    chosen = here if len(here) == 1 else central
    return chosen[0].anchor.key if len(chosen) == 1 else None


def _takes_part(meeting: MeetingClaim, speaker: str | None, sides: tuple[str, ...]) -> bool:
    """Return True where the speaker, or all sides that speak, are parties of a meeting."""
    people = {party.actor for party in meeting.parties if party.actor}
    codes = {party.of for party in meeting.parties if party.of}
    return speaker in people if speaker and people else bool(sides) and set(sides) <= codes
