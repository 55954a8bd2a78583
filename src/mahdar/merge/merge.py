"""Which claims of all articles are one event?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mahdar.language.language import Language
from mahdar.merge.actors import group_actors
from mahdar.merge.judged import judged_pairs
from mahdar.merge.meetings import group_meetings
from mahdar.merge.plans import tell_expired
from mahdar.merge.sayings import group_words
from mahdar.records.group import Group, Member
from mahdar.records.judgement import Judgement


def merge(
    members: Sequence[Member],
    judgements: Sequence[Judgement],
    language: Language,
    *,
    as_of: str | None = None,
    letters: Mapping[str, str] | None = None,
) -> tuple[Group, ...]:
    """Return all current claims as groups, each claim in one of them: the same for any order and doubling of the claims.

    `letters` holds the letters of the texts by their ids; words that are said in texts that it lacks stand alone.
    """
    current = sorted({member.claim_id: member for member in members}.values(), key=lambda member: member.claim_id)
    judged = judged_pairs(current, judgements)
    return (
        *group_actors(current, judged, language),
        *tell_expired(group_meetings(current, judged, language), as_of),
        *group_words(current, judged, language, letters=letters or {}),
    )
