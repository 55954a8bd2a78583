"""What is told beside meetings: who acted in which capacity, how things lie in time to others, which initiatives were named?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mahdar.export.views.shelf import Cite, Shelf
from mahdar.records.annotated import When
from mahdar.records.claim import CapacityClaim, InitiativeClaim, Party, TimingClaim
from mahdar.records.group import Member
from mahdar.records.value import Missing, Reason, Value, value_of

SAME = 2
"""Words at the begin of two names by which they are one, where nobody is told to have put them forward."""
ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityLine:
    """Who acts in which capacity, in what, and for whom."""

    claim_id: str
    holders: tuple[Party, ...]
    capacity: str
    body: str | None
    body_id: str | None
    behalf: str | None
    meeting: str | None
    cite: Cite
    also: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimingLine:
    """How something lies in time to something else, and the days that follow from it."""

    claim_id: str
    relation: str
    timed: Cite
    object: Cite
    distance: str | None
    interval: When | None
    meeting: str | None
    cite: Cite
    also: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionLine:
    """A condition of an initiative, with its words."""

    sort: str
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeUse:
    """One report that names an initiative: its day and words."""

    day: str | None
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeLine:
    """An initiative over all reports: who put it forward, who is told to back it, its conditions, and each naming by day."""

    claim_ids: tuple[str, ...]
    initiative: str | None
    form: str
    title: str
    sponsors: tuple[str, ...]
    reason: Reason | None
    """Why nobody is told to have put it forward; unread where any report leaves it so."""
    is_stated: bool
    """Whether a report says who put it forward, and not only the table of initiatives."""
    backers: tuple[str, ...]
    conditions: tuple[ConditionLine, ...]
    namings: tuple[InitiativeUse, ...]

    def dated(self) -> tuple[InitiativeUse, ...]:
        """Return the namings whose day is known."""
        return tuple(naming for naming in self.namings if naming.day)


def capacity_lines(members: Iterable[Member], shelf: Shelf) -> tuple[CapacityLine, ...]:
    """Return the capacities among some claims, in their order."""
    return tuple(
        CapacityLine(
            claim_id=member.claim_id,
            holders=claim.holders,
            capacity=claim.capacity.value,
            body=value_of(claim.body),
            body_id=value_of(claim.body_id),
            behalf=value_of(claim.behalf),
            meeting=claim.meeting,
            cite=shelf.cite(member.article_id, claim.anchor.evidence),
        )
        for member in members
        if isinstance(claim := member.claim, CapacityClaim)
    )


def timing_lines(members: Iterable[Member], shelf: Shelf) -> tuple[TimingLine, ...]:
    """Return what is placed in time by something else, in the order of the claims."""
    return tuple(
        TimingLine(
            claim_id=member.claim_id,
            relation=claim.relation.value,
            timed=shelf.cite(member.article_id, claim.timed),
            object=shelf.cite(member.article_id, claim.object),
            distance=value_of(claim.distance),
            interval=value_of(claim.interval),
            meeting=claim.meeting,
            cite=shelf.cite(member.article_id, claim.anchor.evidence),
        )
        for member in members
        if isinstance(claim := member.claim, TimingClaim)
    )


def initiative_lines(members: Iterable[Member], shelf: Shelf) -> tuple[InitiativeLine, ...]:
    """Return the initiatives among some claims, each once over all reports, those named most first."""
    found: dict[tuple[object, ...], list[tuple[Member, InitiativeClaim]]] = {}
    for member in members:
        if isinstance(claim := member.claim, InitiativeClaim):
            found.setdefault(_identity(claim), []).append((member, claim))
    lines = [_initiative(told, shelf) for told in found.values()]
    return tuple(sorted(lines, key=lambda line: (-len(line.namings), line.title)))


def _identity(claim: InitiativeClaim) -> tuple[object, ...]:
    """Return by what an initiative is the same in several reports: the table's name, its sponsors, the begin of its own name."""
    listed = value_of(claim.initiative)
    if listed:
        return (listed,)
    sponsors = value_of(claim.sponsors)
    if sponsors:
        return claim.form.value, frozenset(sponsors)
    return claim.form.value, tuple(word.removeprefix(ARTICLE) for word in claim.title.value.split()[:SAME])


def _initiative(told: Sequence[tuple[Member, InitiativeClaim]], shelf: Shelf) -> InitiativeLine:
    """Return one initiative with all that its reports say."""
    claims = [claim for _, claim in told]
    lead = max(claims, key=lambda claim: (bool(claim.conditions), len(claim.title.value)))
    namings = [
        InitiativeUse(day=_day(member), cite=shelf.cite(member.article_id, claim.anchor.evidence)) for member, claim in told
    ]
    return InitiativeLine(
        claim_ids=tuple(member.claim_id for member, _ in told),
        initiative=value_of(lead.initiative),
        form=lead.form.value,
        title=lead.title.value,
        sponsors=tuple(dict.fromkeys(code for claim in claims for code in value_of(claim.sponsors) or ())),
        reason=max((claim.sponsors.reason for claim in claims if isinstance(claim.sponsors, Missing)), default=None),
        is_stated=any(isinstance(claim.sponsors, Value) and claim.sponsors.basis == "words" for claim in claims),
        backers=tuple(dict.fromkeys(code for claim in claims for code in value_of(claim.backers) or ())),
        conditions=tuple(
            ConditionLine(sort=condition.sort, cite=shelf.cite(member.article_id, condition.words))
            for member, claim in told
            for condition in claim.conditions
        ),
        namings=tuple(sorted(namings, key=lambda one: (one.day is None, one.day or "", one.cite.article.article_id))),
    )


def _day(member: Member) -> str | None:
    return member.published[:10] if member.published else None
