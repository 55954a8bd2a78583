"""Which claims are one event? Until claims of several outlets are compared: each meeting by itself."""

from __future__ import annotations

from collections.abc import Iterable

from mahdar.records.claim import MeetingClaim
from mahdar.records.group import Group, Member


def group(members: Iterable[Member]) -> tuple[Group, ...]:
    """Return the groups of the meetings among some claims; claims of one article with one key are one event.

    >>> group(())
    ()
    """
    together: dict[tuple[str, str], list[Member]] = {}
    for member in sorted(members, key=lambda member: member.claim_id):
        if isinstance(member.claim, MeetingClaim):
            together.setdefault((member.article_id, member.claim.anchor.key), []).append(member)
    return tuple(
        Group(kind="meeting", members=tuple(held), why=("one article, one trigger",) if len(held) > 1 else ())
        for held in together.values()
    )
