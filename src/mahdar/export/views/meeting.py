"""What does a record of a meeting say, and where do its sources differ?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from mahdar.export.dates import first_day
from mahdar.export.views.correct import corrected
from mahdar.export.views.means import Means
from mahdar.export.views.shelf import Grounds, Shelf, grounds_of
from mahdar.merge.fields import PERSON
from mahdar.merge.origins import Origin
from mahdar.merge.settle import Settled, SettledField, Telling, settle
from mahdar.records.annotated import When
from mahdar.records.claim import MeetingClaim
from mahdar.records.group import Link, Member
from mahdar.records.record import Record
from mahdar.records.value import Missing, Reason, Value
from mahdar.store.corrections import Correction
from mahdar.store.query import Article

FIELDS = ("sides", "day", "place", "form", "format", "level", "forum", "ordinal", "series", "status", "manner")
QUIET = frozenset({"ordinal", "series", "manner", "level", "forum"})
"""Fields that are left out where no source says anything of them."""

Standing = Literal["agrees", "differs", "alone", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one source says of a field: a value or why there is none, on what grounds, and how it stands to the record."""

    value: Value[object] | None
    reason: Reason | None
    grounds: Grounds
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: what the record shows, and a cell for each source in the order of the sources."""

    name: str
    shown: Cell
    cells: tuple[Cell, ...]
    correction: Correction | None = None
    """Who said what it should be: that is shown, and no source overrules it."""
    contrary: bool = False
    """Whether a source that came in after the correction says something else."""

    def told(self) -> int:
        """Return how many sources give a value."""
        return sum(cell.value is not None for cell in self.cells)

    def differing(self) -> int:
        """Return how many sources give another value than the record shows."""
        return sum(cell.standing == "differs" for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A person who took part: the id where there is one, the name as written, and the side."""

    actor: str | None
    name: str
    of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A record as a page shows it; a source stands once for each claim that it makes."""

    record_id: str
    sides: tuple[str, ...]
    people: tuple[Participant, ...]
    """Each person once."""
    day: When | None
    reported: str | None
    """The first day on which a source published it."""
    status: str
    central: bool
    sources: tuple[Article, ...]
    members: tuple[Member, ...]
    fields: tuple[Field, ...]
    origins: tuple[Origin, ...]
    links: tuple[Link, ...]
    why: tuple[str, ...]

    def field(self, name: str) -> Field | None:
        """Return a field by its name, None where it is left out."""
        return next((field for field in self.fields if field.name == name), None)

    def value(self, name: str) -> object:
        """Return the value that a field shows, None where it has none."""
        field = self.field(name)
        return field.shown.value.value if field and field.shown.value else None

    def reports(self) -> tuple[Article, ...]:
        """Return the sources, each once."""
        return tuple({article.article_id: article for article in self.sources}.values())

    def outlets(self) -> tuple[str | None, ...]:
        """Return the outlets of the sources, each once."""
        return tuple(dict.fromkeys(article.outlet for article in self.sources))

    def disputed(self) -> tuple[str, ...]:
        """Return the names of the fields in which a source differs."""
        return tuple(field.name for field in self.fields if field.differing())

    def order(self) -> tuple[bool, str, str]:
        """Return what meetings are put in order by: their day, else the day of the first report; unknown ones last."""
        day = first_day(self.day) or self.reported
        return day is None, day or "", self.record_id


def meeting_of(record: Record, shelf: Shelf, means: Means) -> Meeting:
    """Return what a record of a meeting says."""
    members = tuple(sorted(record.group.members, key=lambda one: (one.published or "~", one.article_id, one.claim_id)))
    settled = settle(record.group, means.language, letters=shelf.letters(), as_of=means.as_of)
    read = tuple(_field(field, members, shelf) for field in _shown(settled))
    fields = corrected(read, members, shelf.corrections)
    claims = [member.claim for member in members if isinstance(member.claim, MeetingClaim)]
    return Meeting(
        record_id=record.record_id,
        sides=_sides(fields) or sides_of(record),
        people=_people(claims),
        day=next((_when(field) for field in fields if field.name == "day"), None),
        reported=min((member.published[:10] for member in members if member.published), default=None),
        status=_status(fields) or settled.outcome or "held",
        central=any(claim.central for claim in claims),
        sources=tuple(shelf.articles[member.article_id] for member in members),
        members=members,
        fields=fields,
        origins=settled.origins,
        links=record.links,
        why=record.group.why,
    )


def _sides(fields: Sequence[Field]) -> tuple[str, ...]:
    """Return the sides that a person named, none where nobody did."""
    said = next((field for field in fields if field.name == "sides" and field.correction), None)
    value = said.shown.value.value if said and said.shown.value else ()
    return tuple(str(side) for side in value) if isinstance(value, tuple) else ()


def _status(fields: Sequence[Field]) -> str | None:
    """Return the status that a person named, None where nobody did."""
    said = next((field for field in fields if field.name == "status" and field.correction), None)
    return str(said.shown.value.value) if said and said.shown.value else None


def newest_first(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Return meetings in order, the latest first; those of unknown day come last all the same."""
    told = sorted(meetings, key=Meeting.order, reverse=True)
    return tuple(sorted(told, key=lambda meeting: meeting.order()[0]))


def sides_of(record: Record) -> tuple[str, ...]:
    """Return the sides that any source names, in order."""
    claims = [member.claim for member in record.group.members]
    found = {party.of for claim in claims if isinstance(claim, MeetingClaim) for party in claim.parties if party.of}
    return tuple(sorted(found))


def _shown(settled: Settled) -> list[SettledField]:
    """Return the fields that a page shows, people first; sides that the people tell, and quiet fields, are left out."""
    named = {field.name: field for field in settled.fields}
    people = [field for field in settled.fields if field.name.startswith(PERSON)]
    sides = named["sides"].value if "sides" in named else None
    told = sides.value if isinstance(sides, Value) and isinstance(sides.value, tuple) else ()
    is_told = bool(people) and set(told) <= {side_of(field.name) for field in people}
    wanted = [name for name in FIELDS if name in named and not (name in QUIET and _is_silent(named[name]))]
    return [*people, *(named[name] for name in wanted if not (name == "sides" and is_told))]


def side_of(name: str) -> str:
    """Return the side of the person that a field is about.

    >>> side_of("person:OMN:om:badr")
    'OMN'
    """
    return name.removeprefix(PERSON).partition(":")[0]


def _is_silent(field: SettledField) -> bool:
    return isinstance(field.value, Missing) and all(one.state in {"absent", "not_applicable"} for one in field.tellings)


def _field(field: SettledField, members: Sequence[Member], shelf: Shelf) -> Field:
    tellings = {telling.claim_id: telling for telling in field.tellings}
    cells = tuple(_cell(tellings[member.claim_id], member, shelf, many=len(members)) for member in members)
    backing = next((member for member in members if member.claim_id in field.claims), members[0])
    grounds = grounds_of(field.value, backing, shelf, members)
    if isinstance(field.value, Value):
        shown = Cell(value=field.value, reason=None, grounds=grounds, standing="none")
    else:
        shown = Cell(value=None, reason=_reason(field), grounds=grounds, standing="none")
    return Field(name=field.name, shown=shown, cells=cells)


def _reason(field: SettledField) -> Reason:
    """Return why a record has no value: `absent` only where no source so much as mentions it."""
    reason = field.value.reason if isinstance(field.value, Missing) else "absent"
    return "unread" if reason == "absent" and any(one.state == "unread" for one in field.tellings) else reason


def _cell(telling: Telling, member: Member, shelf: Shelf, *, many: int) -> Cell:
    grounds = grounds_of(telling.own, member, shelf, (member,))
    if isinstance(telling.own, Value):
        standing: Standing = "alone" if many == 1 else "differs" if telling.state == "differs" else "agrees"
        return Cell(value=telling.own, reason=None, grounds=grounds, standing=standing)
    reason: Reason = "unread" if telling.state == "unread" and telling.own.reason == "absent" else telling.own.reason
    return Cell(value=None, reason=reason, grounds=grounds, standing="none")


def _when(field: Field) -> When | None:
    held = field.shown.value.value if field.shown.value else None
    return held if isinstance(held, When) else None


def _people(claims: Sequence[MeetingClaim]) -> tuple[Participant, ...]:
    found: dict[str, Participant] = {}
    for claim in claims:
        for party in claim.parties:
            if party.name:
                participant = Participant(actor=party.actor, name=party.name, of=party.of)
                found.setdefault(party.actor or party.name, participant)
    return tuple(found.values())
