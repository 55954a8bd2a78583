"""Who says it: whose statement holds these words, or whose verb of speech are they?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.records.claim import Claim, StatementClaim
from mahdar.records.value import Span, value_of

JOINT = "+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """The statements of an article: by the letter where their trigger begins, and by the letters of their content."""

    triggers: tuple[tuple[Span, tuple[str, ...]], ...]
    contents: tuple[tuple[Span, tuple[str, ...]], ...]

    def saying(self, span: Span) -> tuple[str, ...] | None:
        """Return the sides of whoever's verb of speech these words are, None where no statement begins with them."""
        return next((sides for trigger, sides in self.triggers if trigger.start <= span.start < trigger.end), None)

    def around(self, span: Span) -> tuple[str, ...] | None:
        """Return the sides of whoever says these words, of the innermost statement, None in the outlet's own voice."""
        inside = [(content, sides) for content, sides in self.contents if content.start <= span.start < content.end]
        return min(inside, key=lambda pair: pair[0].end - pair[0].start)[1] if inside else None


def voices_of(found: tuple[Claim, ...]) -> Voices:
    """Return the statements found so far, those whose side is known."""
    known = [
        (claim, tuple(side.split(JOINT)))
        for claim in found
        if isinstance(claim, StatementClaim) and claim.voice == "attributed" and (side := value_of(claim.of))
    ]
    return Voices(
        triggers=tuple((claim.anchor.trigger, sides) for claim, sides in known),
        contents=tuple((claim.content, sides) for claim, sides in known),
    )
