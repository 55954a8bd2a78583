"""What does a record of a meeting say, and where do its sources differ?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mahdar.export.dates import first_day
from mahdar.export.views.shelf import Grounds, Shelf, grounds_of
from mahdar.records.annotated import When
from mahdar.records.claim import MeetingClaim, Party, Place
from mahdar.records.group import Link, Member
from mahdar.records.record import Record
from mahdar.records.value import Missing, Value, Words
from mahdar.store.query import Article

FIELDS = ("parties", "day", "place", "form", "format", "level", "forum", "ordinal", "series", "status", "manner")
QUIET = frozenset({"ordinal", "series", "manner", "level", "forum"})
"""Fields that are left out where no source says anything of them."""

Standing = Literal["agrees", "differs", "alone", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one source says of one field, on what grounds, and how that stands to what the record shows."""

    held: Value[object] | Missing
    grounds: Grounds
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: what the record shows, and a cell for each source in the order of the sources."""

    name: str
    shown: Cell
    cells: tuple[Cell, ...]

    def told(self) -> int:
        """Return how many sources give a value."""
        return sum(isinstance(cell.held, Value) for cell in self.cells)

    def differing(self) -> int:
        """Return how many sources give another value than the record shows."""
        return sum(cell.standing == "differs" for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A record as a page shows it."""

    record_id: str
    sides: tuple[str, ...]
    people: tuple[tuple[str | None, str], ...]
    """Actor id and name as written, each person once."""
    day: When | None
    reported: str | None
    """The first day on which a source published it."""
    status: str
    central: bool
    sources: tuple[Article, ...]
    members: tuple[Member, ...]
    fields: tuple[Field, ...]
    links: tuple[Link, ...]
    why: tuple[str, ...]

    def field(self, name: str) -> Field | None:
        """Return a field by its name, None where it is left out."""
        return next((field for field in self.fields if field.name == name), None)

    def order(self) -> tuple[bool, str, str]:
        """Return what meetings are put in order by: their day, else the day of the first report; unknown ones last."""
        day = first_day(self.day) or self.reported
        return day is None, day or "", self.record_id


def meeting_of(record: Record, shelf: Shelf) -> Meeting:
    """Return what a record of a meeting says."""
    members = tuple(
        sorted(record.group.members, key=lambda member: (member.published or "~", member.article_id, member.claim_id))
    )
    claims = [(member, member.claim) for member in members if isinstance(member.claim, MeetingClaim)]
    fields = [_field(name, claims, shelf) for name in FIELDS]
    day, status = _shown(fields, "day"), _shown(fields, "status")
    published = [member.published[:10] for member in members if member.published]
    return Meeting(
        record_id=record.record_id,
        sides=sides_of(record),
        people=_people([claim for _, claim in claims]),
        day=day if isinstance(day, When) else None,
        reported=min(published, default=None),
        status=str(status),
        central=any(claim.central for _, claim in claims),
        sources=tuple(shelf.articles[member.article_id] for member in members),
        members=members,
        fields=tuple(field for field in fields if field.name not in QUIET or not _is_silent(field)),
        links=record.links,
        why=record.group.why,
    )


def sides_of(record: Record) -> tuple[str, ...]:
    """Return the sides that any source names, in order."""
    claims = [member.claim for member in record.group.members]
    found = {party.of for claim in claims if isinstance(claim, MeetingClaim) for party in claim.parties if party.of}
    return tuple(sorted(found))


def _shown(fields: Sequence[Field], name: str) -> object:
    held = next(field for field in fields if field.name == name).shown.held
    return held.value if isinstance(held, Value) else None


def _is_silent(field: Field) -> bool:
    return all(isinstance(cell.held, Missing) and cell.held.reason in {"absent", "not_applicable"} for cell in field.cells)


def _field(name: str, claims: Sequence[tuple[Member, MeetingClaim]], shelf: Shelf) -> Field:
    held = [_held(name, claim) for _, claim in claims]
    keys = [likeness(one.value) for one in held if isinstance(one, Value)]
    best = _best(keys)
    chosen = next((place for place, one in enumerate(held) if isinstance(one, Value) and likeness(one.value) == best), None)
    cells = tuple(
        Cell(held=one, grounds=grounds_of(one, member, shelf), standing=_standing(one, best, len(claims)))
        for one, (member, _) in zip(held, claims, strict=True)
    )
    return Field(name=name, shown=cells[chosen] if chosen is not None else _telling(cells), cells=cells)


def _held(name: str, claim: MeetingClaim) -> Value[object] | Missing:
    if name == "parties":
        evidence = tuple(
            Words(text=claim.anchor.text, start=s.start, end=s.end) for party in claim.parties for s in party.evidence
        )
        return Value(value=claim.parties, certainty="stated", basis="words", rule="meeting.parties", evidence=evidence)
    held: Value[object] | Missing = getattr(claim, name)
    return held


def _best(keys: Sequence[tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return what most sources say; of equals the most exact, then the first in order."""
    counted = Counter(keys)
    return min(counted, key=lambda key: (-counted[key], -len("".join(key)), key)) if counted else None


def _standing(held: Value[object] | Missing, best: tuple[str, ...] | None, many: int) -> Standing:
    if isinstance(held, Missing) or best is None:
        return "none"
    if many == 1:
        return "alone"
    return "agrees" if _goes_with(likeness(held.value), best) else "differs"


def _goes_with(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two values may both be right: the same, or one part of the other."""
    return one == other or set(one) <= set(other) or set(other) <= set(one)


def _telling(cells: Sequence[Cell]) -> Cell:
    """Return the cell that tells most about why there is no value: words seen and not read go before silence."""
    order = ("conflict", "unread", "absent", "not_applicable")
    return min(cells, key=lambda cell: order.index(cell.held.reason) if isinstance(cell.held, Missing) else 0)


def likeness(value: object) -> tuple[str, ...]:
    """Return what two values are compared by.

    >>> likeness(Place(city="Cairo", city_id="egy:cairo", country="EGY"))
    ('EGY', 'egy:cairo')
    """
    match value:
        case When():
            return (value.edtf,)
        case Place():
            return tuple(part for part in (value.country, value.city_id or value.city) if part)
        case tuple():
            return tuple(
                sorted({part for party in value if isinstance(party, Party) for part in (party.of, party.actor) if part})
            )
        case _:
            return (str(value),)


def _people(claims: Sequence[MeetingClaim]) -> tuple[tuple[str | None, str], ...]:
    found: dict[str, tuple[str | None, str]] = {}
    for claim in claims:
        for party in claim.parties:
            if party.name:
                found.setdefault(party.actor or party.name, (party.actor, party.name))
    return tuple(found.values())
