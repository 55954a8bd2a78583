"""What one article says: each field a value with its evidence, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from mahdar.records.annotated import When
from mahdar.records.value import Missing, Span, Value

ClaimKind = Literal[
    "actor", "meeting", "document", "statement", "stance", "agreement", "event", "initiative", "capacity", "timing"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where a claim stands: its text, its trigger words, its object words, and the shortest run that holds the whole fact."""

    key: str
    text: str
    trigger: Span
    target: Span | None
    evidence: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorClaim:
    """An actor named in the article: a state, an organisation or a person with the side that they act for."""

    anchor: Anchor
    type: Literal["state", "org", "person"]
    actor: str
    name: Value[str] | Missing
    of: Value[str] | Missing
    role: Value[str] | Missing
    office: Value[str] | Missing
    """The post of `posts.tsv` that the person held on the article's day."""
    kind: Literal["actor"] = "actor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One participant: a person with a side, or a side alone (`name` None)."""

    name: str | None
    actor: str | None
    of: str | None
    rule: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A city as the article writes it, its entry in `cities.tsv`, and a state by ISO 3166-1 alpha-3; any may be None."""

    city: str | None
    city_id: str | None
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingClaim:
    """A contact between sides: who, when, where, in which forum or series, held or planned."""

    anchor: Anchor
    form: Value[str]
    """meeting, visit, call, summit, session, round, letter, tour."""
    level: Value[str] | Missing
    """head, minister, deputy, envoy, official."""
    parties: tuple[Party, ...]
    day: Value[When] | Missing
    place: Value[Place] | Missing
    format: Value[str] | Missing
    """in-person, phone, video."""
    forum: Value[str] | Missing
    forum_id: Value[str] | Missing
    ordinal: Value[int] | Missing
    series: Value[str] | Missing
    status: Value[str]
    """held, planned, cancelled."""
    manner: Value[str] | Missing
    """Why the status is so: postponed, suspended, denied, earlier, mediated."""
    within: str | None
    """Key of the visit that contains these talks."""
    central: bool
    kind: Literal["meeting"] = "meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentClaim:
    """A text that sides issued: joint statement, readout, press release, treaty."""

    anchor: Anchor
    form: Value[str]
    issuers: tuple[str, ...]
    title: Value[str]
    day: Value[When] | Missing
    kind: Literal["document"] = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One step of an attribution chain: who passed the words on, by which words."""

    role: Literal["speaker", "document", "agency", "outlet"]
    name: str
    actor: str | None
    evidence: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """To whom words were said: a person or side, by which words."""

    actor: str | None
    of: str | None
    evidence: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementClaim:
    """What somebody is reported to have said."""

    anchor: Anchor
    speaker: Value[str] | Missing
    """The person's name as the article writes it in full; absent where a side speaks."""
    speaker_actor: str | None
    of: Value[str] | Missing
    mode: Literal["direct", "indirect", "joint"]
    content: Span
    act: Value[str]
    via: Value[str] | Missing
    chain: tuple[Hop, ...]
    voice: Literal["attributed", "outlet"]
    meeting: str | None
    """Key of the meeting in which it was said."""
    document: str | None
    complete: bool
    """False where a quotation mark is missing."""
    addressees: tuple[Addressee, ...] = ()
    """To whom it was said, where the words name them."""
    kind: Literal["statement"] = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceClaim:
    """An actor's position; never without the words of its object."""

    anchor: Anchor
    actor: str
    stance: Value[str]
    """support, oppose, call-for, concern, raised."""
    object: Span
    toward: Value[str] | Missing
    issue: Value[str] | Missing
    statement: str | None
    negated: bool
    hedged: bool
    kind: Literal["stance"] = "stance"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementClaim:
    """What sides agreed, signed, planned or called off."""

    anchor: Anchor
    parties: tuple[str, ...]
    status: Value[str]
    content: Span
    kind: Literal["agreement"] = "agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventClaim:
    """An event of PLOVER's sixteen types with its mode and context."""

    anchor: Anchor
    type: Value[str]
    mode: Value[str] | Missing
    context: Value[str] | Missing
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    unnamed: tuple[Span, ...]
    """Words for an adversary whom the text does not name (الغرب، طرف ثالث)."""
    alleged: bool
    kind: Literal["event"] = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition under which an initiative is put forward or backed, with its words."""

    sort: str
    """proviso, participation, recognition, basis, guarantee, auspices, exchange, no-preconditions."""
    words: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeClaim:
    """A plan, proposal or arrangement that somebody put forward, by its words."""

    anchor: Anchor
    form: Value[str]
    """initiative, plan, proposal, road-map, conference, architecture."""
    title: Value[str]
    initiative: Value[str] | Missing
    """Its entry in `initiatives.tsv`."""
    sponsors: Value[tuple[str, ...]] | Missing
    backers: Value[tuple[str, ...]] | Missing
    """Sides of whom the article tells a position for it."""
    conditions: tuple[Condition, ...]
    meeting: str | None
    """Key of the meeting in which it was spoken of."""
    kind: Literal["initiative"] = "initiative"


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityClaim:
    """In which capacity somebody acts or is described: chair, host, permanent member, on behalf of another."""

    anchor: Anchor
    holders: tuple[Party, ...]
    capacity: Value[str]
    body: Value[str] | Missing
    """Of what: the organisation or gathering, in its words."""
    body_id: Value[str] | Missing
    behalf: Value[str] | Missing
    """For whom somebody acts."""
    meeting: str | None
    """Key of the meeting in which the capacity holds."""
    kind: Literal["capacity"] = "capacity"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimingClaim:
    """How a meeting or event lies in time to another that the text names; never a day by guess."""

    anchor: Anchor
    relation: Value[str]
    """before, after, eve, morrow, during, together."""
    timed: Span
    """Words of what is placed in time."""
    meeting: str | None
    """Key of the meeting that is placed in time."""
    statement: str | None
    """Key of the statement that is placed in time."""
    object: Span
    """Words of what it is placed by."""
    to: str | None
    """Key of the meeting that it is placed by."""
    distance: Value[str] | Missing
    interval: Value[When] | Missing
    """Computed where the article itself tells the day of what it is placed by."""
    kind: Literal["timing"] = "timing"


Claim: TypeAlias = (
    ActorClaim
    | MeetingClaim
    | DocumentClaim
    | StatementClaim
    | StanceClaim
    | AgreementClaim
    | EventClaim
    | InitiativeClaim
    | CapacityClaim
    | TimingClaim
)
