"""All that is known of one record: every field, what each report says of it, and what that rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from mahdar.errors import StoreError
from mahdar.export.evidence import Ground, evidence_of, grounds, quote
from mahdar.export.fields import Names, show
from mahdar.records.claim import CapacityClaim, Claim, InitiativeClaim, Party, TimingClaim
from mahdar.records.group import Link, Member
from mahdar.records.record import Record
from mahdar.records.value import Missing, Value

UNSHOWN = frozenset({"anchor", "kind"})
KEYS = frozenset({"meeting", "statement", "to"})
"""Fields that hold the key of another claim."""
ALIASES: Mapping[str, str] = {"who": "parties", "when": "day", "where": "place", "round": "ordinal"}
"""The guide's words for fields of a meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report of the record, and the words in which it says so."""

    claim_id: str
    article_id: str
    outlet: str | None
    published: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one report says of one field; certainty, basis and rule are empty where the field is no Value."""

    claim_id: str
    shown: str
    reason: str
    certainty: str
    basis: str
    rule: str
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field with one cell for each report."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A capacity, time or initiative that is told of a record, in one line, and the sentence that says so."""

    claim_id: str
    kind: str
    says: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A record in full."""

    record_id: str
    kind: str
    fields: tuple[Field, ...]
    sources: tuple[Source, ...]
    links: tuple[Link, ...]
    why: tuple[str, ...]
    beside: tuple[Beside, ...] = ()


def whole(record: Record, letters: Mapping[str, str], names: Names, *, told: Sequence[Member] = ()) -> Whole:
    """Return a record in full; `letters` are those of its members' texts, by text id, `told` all claims of its articles."""
    members = record.group.members
    shown = [one.name for one in fields(members[0].claim) if one.name not in UNSHOWN]
    return Whole(
        record_id=record.record_id,
        kind=record.group.kind,
        fields=tuple(field_of(members, name, letters, names) for name in shown),
        sources=tuple(_source(member, letters[member.claim.anchor.text]) for member in members),
        links=record.links,
        why=record.group.why,
        beside=tuple(_beside(member, letters, names) for member in told if _belongs(member, members)),
    )


def _belongs(member: Member, members: Sequence[Member]) -> bool:
    """Return True for a capacity, time or initiative that is told of a meeting of the record."""
    if not isinstance(member.claim, InitiativeClaim | CapacityClaim | TimingClaim):
        return False
    own = {(one.article_id, one.claim.anchor.key) for one in members}
    return (member.article_id, member.claim.meeting) in own


def _beside(member: Member, letters: Mapping[str, str], names: Names) -> Beside:
    """Return what a claim beside a record says: its fields that hold a value, but for keys."""
    text = letters[member.claim.anchor.text]
    held = ((one.name, getattr(member.claim, one.name)) for one in fields(member.claim) if one.name not in UNSHOWN | KEYS)
    said = tuple(f"{name}: {show(value, names, text)}" for name, value in held if value and not isinstance(value, Missing))
    [quoted] = quote(text, [member.claim.anchor.evidence])
    return Beside(claim_id=member.claim_id, kind=member.claim.kind, says="; ".join(said), words=quoted.marked())


def field_of(members: Sequence[Member], name: str, letters: Mapping[str, str], names: Names) -> Field:
    """Return one field of some claims of one kind; `who`, `when`, `where` and `round` are known too."""
    asked = ALIASES.get(name, name)
    known = [one.name for one in fields(members[0].claim) if one.name not in UNSHOWN]
    if asked not in known:
        raise StoreError(f"a {members[0].claim.kind} has no field {name!r}. Its fields: {', '.join(known)}.")
    return Field(
        name=asked,
        cells=tuple(
            _cell(member.claim_id, member.claim, asked, (letters[member.claim.anchor.text], names)) for member in members
        ),
    )


def _cell(claim_id: str, claim: Claim, name: str, sight: tuple[str, Names]) -> Cell:
    letters, names = sight
    held: object = getattr(claim, name)
    return Cell(
        claim_id=claim_id,
        shown=show(held, names, letters),
        reason=held.reason if isinstance(held, Missing) else "",
        certainty=held.certainty if isinstance(held, Value) else "",
        basis=held.basis if isinstance(held, Value) else "",
        rule=_rule(held),
        ground=grounds(evidence_of(claim, name), letters),
    )


def _rule(held: object) -> str:
    """Return the rule of a field; that of its parts where these were found each by its own."""
    if isinstance(held, Value | Missing):
        return held.rule
    parts = held if isinstance(held, tuple) else ()
    return ", ".join(dict.fromkeys(part.rule for part in parts if isinstance(part, Party)))


def _source(member: Member, letters: str) -> Source:
    [quoted] = quote(letters, [member.claim.anchor.evidence])
    return Source(
        claim_id=member.claim_id,
        article_id=member.article_id,
        outlet=member.outlet,
        published=member.published,
        words=quoted.marked(),
    )
