"""What did sides agree and do? Both are read on one stage: who speaks, who acts, who met."""

from __future__ import annotations

from mahdar.extract.agreements.agreements import find_agreements
from mahdar.extract.events.events import find_events
from mahdar.extract.events.field import field_of
from mahdar.extract.events.stage import set_stage
from mahdar.extract.ground import Ground
from mahdar.records.claim import AgreementClaim, Claim, EventClaim


def find_acts(ground: Ground, found: tuple[Claim, ...]) -> tuple[AgreementClaim | EventClaim, ...]:
    """Return the agreements of an article, then its events, of which some derive from the agreements."""
    stage = set_stage(field_of(ground, found), found)
    agreements = find_agreements(stage)
    return (*agreements, *find_events(stage, (*found, *agreements)))
