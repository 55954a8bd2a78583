"""Which finders are there, and in which order do they run?"""

from __future__ import annotations

from mahdar.extract.actors import find_actors
from mahdar.extract.ground import Ground
from mahdar.extract.meetings.meetings import find_meetings
from mahdar.records.claim import Claim

FINDERS = (find_actors, find_meetings)
"""Each finder takes the ground and returns its claims; later ones may need what earlier ones found."""


def find_claims(ground: Ground) -> tuple[Claim, ...]:
    """Return the claims of all finders, in their order."""
    return tuple(claim for finder in FINDERS for claim in finder(ground))
