"""A meeting in the making: what the words around one trigger say, before the article's tellings are joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mahdar.extract.meetings.parties import Guest
from mahdar.extract.meetings.triggers import Trigger
from mahdar.records.annotated import DateMention, PlaceMention
from mahdar.records.value import Span


class Ordinal(NamedTuple):
    """The number of a session or round, and the words that give it."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum:
    """The forum, summit or series named: its words, the organisation's code, the round, whether it is only an anchor."""

    span: Span
    code: str | None
    ordinal: Ordinal | None
    first: int
    last: int
    during: bool = False
    """True where a contact is told to have been during it, so that its people attended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One telling of a contact, by the sentence that tells it."""

    trigger: Trigger
    sentence: int
    guests: tuple[Guest, ...]
    status: str
    manner: str | None
    mood: Span | None
    date: DateMention | None
    place: PlaceMention | None
    forum: Forum | None
    firm: bool
    """True where a verb in the past tells that it took place."""
    gathering: bool
    """True for a forum's own session, whose party is the organisation."""

    target: Span | None = None
    """The words that tell one of several contacts of one trigger apart: a city, a host."""

    @property
    def sides(self) -> frozenset[str]:
        """The codes of the parties."""
        return frozenset(guest.side for guest in self.guests if guest.side)

    @property
    def people(self) -> dict[str, str]:
        """The people by side."""
        return {guest.side or "": guest.actor for guest in self.guests if guest.actor}
