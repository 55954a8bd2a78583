"""What does a record say, from which reports, and which of them disagree?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from mahdar.language.language import Language
from mahdar.merge.fields import PERSON, Held, agree, fullness, told_fields, told_people
from mahdar.merge.origins import Origin, find_origins
from mahdar.merge.plans import Outcome, outcome
from mahdar.merge.sessions import interval_of, session_name, session_of
from mahdar.merge.words import plain_words
from mahdar.records.annotated import When
from mahdar.records.claim import MeetingClaim
from mahdar.records.group import Group, Member
from mahdar.records.value import Entry, Missing, Other, Value, Words

State = Literal["agrees", "differs", "absent", "unread", "not_applicable"]
SURE = {"stated": 2, "computed": 1, "inferred": 0}
WRITTEN = (PERSON, "place", "forum")
"""Fields whose words, found in a report that was not read so, show that it does not leave them out."""

PARTICLES = 2
"""Letters of particles that may be written onto a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one report tells of a field; `filled` is what other reports tell where it tells nothing."""

    claim_id: str
    article_id: str
    outlet: str | None
    state: State
    own: Held
    filled: Value[object] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledField:
    """A field of a record: its value, the claims that tell it, and what each report says of it."""

    name: str
    value: Held
    claims: tuple[str, ...]
    tellings: tuple[Telling, ...]

    @property
    def is_disputed(self) -> bool:
        """True where a report differs."""
        return any(telling.state == "differs" for telling in self.tellings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A group settled: its fields as a ledger of reports and fields, what became of a meeting, and the origins of the reports."""

    kind: str
    outcome: Outcome | None
    fields: tuple[SettledField, ...]
    reports: int
    origins: tuple[Origin, ...]


def settle(group: Group, language: Language, *, letters: Mapping[str, str], as_of: str | None) -> Settled:
    """Return what a group comes to; `letters` holds the articles' letters by text id, `as_of` is the day that plans expire by."""
    origins = find_origins(group.members, letters, language)
    ended = outcome(group.members, as_of) if group.kind == "meeting" else None
    told = {member.claim_id: told_fields(member.claim) for member in group.members}
    rows = {name: {claim_id: held[name] for claim_id, held in told.items()} for name in next(iter(told.values()))}
    rows |= told_people({member.claim_id: member.claim for member in group.members}, language)
    desk = _Desk(members=_leading(group.members, ended), origins=origins, letters=letters, language=language)
    fields = tuple(_field(name, held, desk) for name, held in rows.items())
    if group.kind == "meeting":
        fields = tuple(_closed(field, ended) if field.name == "status" else field for field in fields)
        fields = tuple(_in_session(field, desk) if field.name == "day" else field for field in fields)
    return Settled(
        kind=group.kind,
        outcome=ended,
        fields=fields,
        reports=len({member.article_id for member in group.members}),
        origins=origins,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What all fields of a group are settled with; `members` come with those first that tell of the outcome."""

    members: tuple[Member, ...]
    origins: tuple[Origin, ...]
    letters: Mapping[str, str]
    language: Language

    def origin(self, member: Member) -> int:
        return next(number for number, origin in enumerate(self.origins) if member.article_id in origin.articles)


def _leading(members: Sequence[Member], ended: Outcome | None) -> tuple[Member, ...]:
    """Return the members, first those that tell the outcome itself, then in order of publication."""

    def order(member: Member) -> tuple[bool, bool, str, str]:
        status = member.claim.status.value if isinstance(member.claim, MeetingClaim) else None
        return (status != ended, member.published is None, member.published or "", member.claim_id)

    return tuple(sorted(members, key=order))


def _field(name: str, held: Mapping[str, Held], desk: _Desk) -> SettledField:
    """Return a field settled: the value that most origins tell, then the surest, the most exact, the first."""
    values = [(member, one) for member in desk.members if isinstance(one := held[member.claim_id], Value)]
    chosen = _chosen(name, values, desk)
    backing = [member for member, one in values if chosen is not None and agree(name, one.value, chosen.value, desk.language)]
    claims = tuple(sorted(member.claim_id for member in backing))
    tellings = [
        _telling(member, held[member.claim_id], (name, chosen, claims), desk)
        for member in sorted(desk.members, key=lambda member: member.claim_id)
    ]
    return SettledField(name=name, value=chosen or _reason(held), claims=claims, tellings=tuple(tellings))


def _chosen(name: str, values: Sequence[tuple[Member, Value[object]]], desk: _Desk) -> Value[object] | None:
    """Return the value to show; a report of the outcome goes before one of the plan."""
    statuses = [_status(member) for member, _ in values]
    leading = [pair for pair, status in zip(values, statuses, strict=True) if status == statuses[0]]
    ranked = []
    for place, (_, one) in enumerate(leading):
        backing = {desk.origin(member) for member, other in leading if agree(name, one.value, other.value, desk.language)}
        ranked.append((-len(backing), -SURE[one.certainty], -fullness(one.value), place))
    return leading[min(ranked)[-1]][1] if ranked else None


def _status(member: Member) -> str | None:
    return member.claim.status.value if isinstance(member.claim, MeetingClaim) else None


def _telling(member: Member, own: Held, shown: tuple[str, Value[object] | None, tuple[str, ...]], desk: _Desk) -> Telling:
    _, chosen, claims = shown
    return Telling(
        claim_id=member.claim_id,
        article_id=member.article_id,
        outlet=member.outlet,
        state=_state(member, own, shown, desk),
        own=own,
        filled=_filled(chosen, claims) if isinstance(own, Missing) and own.reason != "not_applicable" and chosen else None,
    )


def _state(member: Member, own: Held, shown: tuple[str, Value[object] | None, tuple[str, ...]], desk: _Desk) -> State:
    """Return how a report stands to the value shown; what its own letters mention is never called absent."""
    name, chosen, _ = shown
    if isinstance(own, Value):
        return "agrees" if chosen is None or agree(name, own.value, chosen.value, desk.language) else "differs"
    if own.reason == "not_applicable":
        return "not_applicable"
    if own.reason != "absent" or (name.startswith(WRITTEN) and chosen and _is_mentioned(member, chosen, desk)):
        return "unread"
    return "absent"


def _is_mentioned(member: Member, chosen: Value[object], desk: _Desk) -> bool:
    """Return True where a report holds the last of the words on which another's value rests: a family name, a city."""
    own = set(plain_words(desk.letters.get(member.claim.anchor.text, ""), desk.language.folding))
    for words in (one for one in chosen.evidence if isinstance(one, Words)):
        told = plain_words(desk.letters.get(words.text, "")[words.start : words.end], desk.language.folding)
        if told and any(word.endswith(told[-1]) and len(word) - len(told[-1]) <= PARTICLES for word in own):
            return True
    return False


def _filled(chosen: Value[object], claims: tuple[str, ...]) -> Value[object]:
    """Return a value as one that other reports tell."""
    value = replace(chosen.value, basis="from_other_report") if isinstance(chosen.value, When) else chosen.value
    evidence = tuple(Other(claim=claim) for claim in claims)
    return Value(value=value, certainty="inferred", basis="from_other_report", rule="settle.fill", evidence=evidence)


def _reason(held: Mapping[str, Held]) -> Missing:
    """Return why a record has no value: what was seen and not read goes before what no report holds."""
    reasons = [one for one in held.values() if isinstance(one, Missing)]
    return next((one for one in reasons if one.reason != "absent"), reasons[0])


def _closed(field: SettledField, ended: Outcome | None) -> SettledField:
    """Return the status as it ended; a plan does not disagree with its outcome."""
    tellings = tuple(
        replace(telling, state="agrees")
        if telling.state == "differs" and isinstance(telling.own, Value) and telling.own.value == "planned"
        else telling
        for telling in field.tellings
    )
    if isinstance(field.value, Value) and ended is not None and field.value.value != ended:
        evidence = tuple(Other(claim=telling.claim_id) for telling in field.tellings)
        value: Value[object] = Value(
            value=ended, certainty="computed", basis="reports", rule=f"settle.status.{ended}", evidence=evidence
        )
        return replace(field, value=value, tellings=tellings)
    return replace(field, tellings=tellings)


def _in_session(field: SettledField, desk: _Desk) -> SettledField:
    """Return the day; without one, the interval of the forum's session in which the meeting is told."""
    if isinstance(field.value, Value):
        return field
    for member in desk.members:
        session = session_of(member, member.claim, desk.language) if isinstance(member.claim, MeetingClaim) else None
        if session is not None:
            value: Value[object] = Value(
                value=interval_of(session),
                certainty="inferred",
                basis="from_forum_session",
                rule="settle.day.session",
                evidence=(Entry(entry=f"sessions:{session_name(session)}"), Other(claim=member.claim_id)),
            )
            return replace(field, value=value, claims=(member.claim_id,))
    return field
