"""Who met whom, when, where: one line a record, in the order of the days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from mahdar.export.fields import PRECISION, Names, show, show_place
from mahdar.records.annotated import When
from mahdar.records.claim import ActorClaim, MeetingClaim, Party
from mahdar.records.group import Member
from mahdar.records.record import Record
from mahdar.records.value import Missing, Value, value_of

Actors: TypeAlias = Mapping[tuple[str, str], ActorClaim]
"""The people of the articles, by article id and actor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A record in one line, every cell in words; `bound` stands where the day is not known."""

    record_id: str
    first: str
    """The first day that is meant, for sorting; empty where none is known."""
    when: str
    precision: str
    bound: str
    form: str
    status: str
    who: tuple[str, ...]
    where: str
    forum: str
    ordinal: str
    reports: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """The lines with a day, in its order, and the tray of those without."""

    dated: tuple[Line, ...]
    undated: tuple[Line, ...]


def chronicle(records: Iterable[Record], actors: Iterable[Member], names: Names) -> Chronicle:
    """Return the chronicle of the meetings among some records; `actors` are the claims that name people."""
    people: Actors = {
        (member.article_id, member.claim.actor): member.claim for member in actors if isinstance(member.claim, ActorClaim)
    }
    lines = [line(record, people, names) for record in records if record.group.kind == "meeting"]
    dated = sorted((each for each in lines if each.first), key=lambda each: (each.first, each.when, each.record_id))
    undated = sorted((each for each in lines if not each.first), key=lambda each: (each.bound[-10:], each.record_id))
    return Chronicle(dated=tuple(dated), undated=tuple(undated))


def line(record: Record, people: Actors, names: Names) -> Line:
    """Return one record in one line; where its reports disagree, all that they say."""
    told = sorted(record.group.members, key=lambda member: (member.published or "9", member.claim_id))
    claims = [member.claim for member in told if isinstance(member.claim, MeetingClaim)]
    days = [claim.day.value for claim in claims if isinstance(claim.day, Value) and first_day(claim.day.value)]
    return Line(
        record_id=record.record_id,
        first=min(map(first_day, days), default=""),
        when=_said([day.edtf for day in days]) or show(claims[0].day, names),
        precision=PRECISION[min((day.precision for day in days), default=0)],
        bound="" if days else _bound(told),
        form=_said([claim.form.value for claim in claims]),
        status=_said([claim.status.value for claim in claims]),
        who=_who(told, people, names),
        where=_where(claims, names),
        forum=_fields([claim.forum for claim in claims], names),
        ordinal=_fields([claim.ordinal for claim in claims], names),
        reports=len({member.article_id for member in told}),
        outlets=tuple(dict.fromkeys(member.outlet for member in told if member.outlet)),
    )


def first_day(day: When) -> str:
    """Return where an interval begins, empty where that is open.

    >>> first_day(When(edtf="2024-07-25/2024-07-26", precision=2, basis="stated"))
    '2024-07-25'
    """
    begin = day.edtf.split("/")[0].rstrip("?~%")
    return "" if begin == ".." or not day.precision else begin


def _bound(told: Sequence[Member]) -> str:
    """Return what is known of a day that no report tells: a held meeting was held before it was reported."""
    published = [member.published[:10] for member in told if member.published]
    claims = [member.claim for member in told if isinstance(member.claim, MeetingClaim)]
    if not published:
        return "publication not known"
    if all(claim.status.value == "held" for claim in claims):
        return f"on or before {min(published)}"
    return f"reported on {min(published)}"


def _who(told: Sequence[Member], people: Actors, names: Names) -> tuple[str, ...]:
    """Return the participants, people before the sides that they speak for."""
    shown: dict[tuple[str | None, str | None], str] = {}
    named = [(member, party) for member in told for party in _parties(member) if party.name]
    for member, party in named:
        shown.setdefault((party.actor or party.name, party.of), _person(member, party, people, names))
    sides = {party.of for _, party in named}
    for party in (party for member in told for party in _parties(member) if not party.name):
        if party.of and party.of not in sides:
            shown.setdefault((None, party.of), names.name(party.of))
    return tuple(shown.values())


def _parties(member: Member) -> tuple[Party, ...]:
    return member.claim.parties if isinstance(member.claim, MeetingClaim) else ()


def _person(member: Member, party: Party, people: Actors, names: Names) -> str:
    """Return a person with side and office: the post held on the day, else the title as the article writes it."""
    person = people.get((member.article_id, party.actor or ""))
    post = value_of(person.office) if person else None
    title = post.rpartition(".")[2].replace("-", " ") if post else value_of(person.role) if person else None
    inside = ", ".join(each for each in (names.name(party.of), title) if each)
    return f"{party.name} ({inside})" if inside else str(party.name)


def _where(claims: Sequence[MeetingClaim], names: Names) -> str:
    places = [show_place(claim.place.value, names) for claim in claims if isinstance(claim.place, Value)]
    return _said(places) or show(claims[0].place, names)


def _fields(fields: Sequence[Value[str] | Value[int] | Missing], names: Names) -> str:
    """Return what the reports say of a field that most meetings have not: nothing is shown where no word speaks of it."""
    said = _said([show(field, names) for field in fields if isinstance(field, Value)])
    return said or next((show(field, names) for field in fields if not _is_absent(field)), "")


def _is_absent(field: Value[str] | Value[int] | Missing) -> bool:
    return isinstance(field, Missing) and field.reason in {"absent", "not_applicable"}


def _said(values: Sequence[str]) -> str:
    return " | ".join(dict.fromkeys(values))
