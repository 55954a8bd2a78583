"""Which finders are there, and in which order do they run?"""

from __future__ import annotations

from mahdar.extract.actors import find_actors
from mahdar.extract.acts import find_acts
from mahdar.extract.capacities.capacities import find_capacities
from mahdar.extract.documents.documents import find_documents
from mahdar.extract.documents.links import link_documents
from mahdar.extract.ground import Ground
from mahdar.extract.initiatives.initiatives import find_initiatives
from mahdar.extract.meetings.meetings import find_meetings
from mahdar.extract.stances.stances import find_stances
from mahdar.extract.statements.statements import find_statements
from mahdar.extract.timings.timings import find_timings
from mahdar.records.claim import Claim

FINDERS = (
    find_actors,
    find_meetings,
    find_documents,
    find_statements,
    find_stances,
    find_acts,
    find_initiatives,
    find_capacities,
    find_timings,
)
"""Each finder takes the ground and the claims found before it, and returns its own."""


def find_claims(ground: Ground) -> tuple[Claim, ...]:
    """Return the claims of all finders, in their order, each statement with the document in which it was made."""
    found: tuple[Claim, ...] = ()
    for finder in FINDERS:
        found += finder(ground, found)
    return link_documents(found)
