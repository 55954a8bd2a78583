"""What is on record of one state or organisation: whom it met, who spoke for it, where it stands?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from mahdar.export.views.lines import AgreementLine, StanceLine, agreement_lines, stance_lines, told_once
from mahdar.export.views.means import Means
from mahdar.export.views.meeting import Meeting, meeting_of, newest_first
from mahdar.export.views.shelf import open_shelf
from mahdar.language.tables import Session, Tenure
from mahdar.records.claim import ActorClaim, StanceClaim
from mahdar.records.group import Member
from mahdar.serve.views.pairs import PairLine, pair_lines
from mahdar.store.about import claims_of_actor, claims_of_field, records_of_sides
from mahdar.store.database import Store
from mahdar.store.membership import records_of_articles

MOST = 30
ROLES = ("head-of-state", "monarch", "head-of-government", "foreign-minister", "secretary-general")
"""The offices whose holders stand on the page of a side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A listed person whom reports name for the side, and how many do."""

    person: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """The positions of the side on one issue, the latest first."""

    issue: str
    lines: tuple[StanceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One state or organisation; offices, members and sessions come from the tables of `data/`."""

    code: str
    is_state: bool
    pairs: tuple[PairLine, ...]
    meetings: tuple[Meeting, ...]
    many_meetings: int
    voices: tuple[Voice, ...]
    offices: tuple[Tenure, ...]
    members: tuple[str, ...]
    sessions: tuple[Session, ...]
    stands: tuple[Stands, ...]
    agreements: tuple[AgreementLine, ...]


def side_of(store: Store, code: str, means: Means) -> SideView:
    """Return what the page of a state or organisation shows."""
    world = means.language.world
    records = records_of_sides(store, [code])
    newest = sorted(records, key=lambda one: max(m.published or "" for m in one.group.members), reverse=True)
    held = [
        one for one in claims_of_actor(store, code, "stance") if isinstance(one.claim, StanceClaim) and one.claim.actor == code
    ]
    agreed = claims_of_actor(store, code, "agreement")
    articles = {member.article_id for record in newest[:MOST] for member in record.group.members}
    shelf = open_shelf(store, articles | {one.article_id for one in (*held, *agreed)})
    named = records_of_articles(store, shelf.texts)
    meetings = newest_first(meeting_of(one, shelf, means) for one in newest[:MOST])
    return SideView(
        code=code,
        is_state=code in world.states,
        pairs=tuple(line for line in pair_lines(store, world) if code in line.sides),
        meetings=meetings,
        many_meetings=len(records),
        voices=_voices(claims_of_field(store, "of", code, "actor")),
        offices=tuple(one for role in ROLES for one in world.holders.get((code, role), ()) if one.covers(means.as_of)),
        members=world.org_members.get(code, ()),
        sessions=tuple(one for one in world.sessions if one.forum.partition(".")[0] == code),
        stands=_stands(told_once(stance_lines(list(reversed(held)), shelf), named)),
        agreements=told_once(agreement_lines(list(reversed(agreed)), shelf), named),
    )


def _is_own(member: Member, code: str) -> bool:
    """Tell whether a position is the side's own, not one toward it."""
    return isinstance(member.claim, StanceClaim) and member.claim.actor == code


def _voices(named: Sequence[Member]) -> tuple[Voice, ...]:
    """Return the listed people among those named for a side, the most named first."""
    pairs = {(one.claim.actor, one.article_id) for one in named if isinstance(one.claim, ActorClaim)}
    many = Counter(actor for actor, _ in pairs if ":" in actor and not actor.startswith("p:"))
    return tuple(
        Voice(person=person, reports=number) for person, number in sorted(many.items(), key=lambda one: (-one[1], one[0]))
    )


def _stands(lines: Sequence[StanceLine]) -> tuple[Stands, ...]:
    """Return positions by issue, the issue with the most of them first; what was only raised is left out."""
    told = sorted((line for line in lines if line.stance != "raised"), key=lambda line: line.issue or "~")
    found = [Stands(issue=issue, lines=tuple(those)) for issue, those in groupby(told, key=lambda line: line.issue or "other")]
    return tuple(sorted(found, key=lambda one: (one.issue == "other", -len(one.lines), one.issue)))
