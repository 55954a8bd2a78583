"""A capacity before it becomes a claim, and what it takes to read one."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.extract.events.field import Field
from mahdar.extract.events.voices import Voices
from mahdar.records.annotated import Hit, Mention
from mahdar.records.claim import Claim, Party

BODY = 6
"""Words after a capacity within which its organisation is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Who has which capacity, told from token `first`; in which gathering (tokens), for whom."""

    hit: Hit
    capacity: str
    first: int
    holders: tuple[Party, ...]
    gathering: tuple[int, int] | None
    behalf: Mention | None = None
    body: Mention | None = None
    """The organisation told before, where none is told after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """The field, who says what, and the claims found before."""

    field: Field
    voices: Voices
    found: tuple[Claim, ...]

    def body_after(self, place: int) -> Mention | None:
        """Return the organisation in which a capacity is held that is told before a place, None where none is named."""
        ground = self.field.ground
        _, limit = ground.sentence_limits(place)
        for at in range(place, min(limit, place + BODY)):
            mention = next((one for one in ground.doc.mentions if one.first == at and one.kind == "org"), None)
            if mention:
                return mention
            if self.field.is_stop(at) or self.field.is_break(at) or ground.doc.tokens.kinds[at] != "w":
                return None
        return None
