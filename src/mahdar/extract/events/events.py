"""Which acts does an article report, of which type, by whom and towards whom?"""

from __future__ import annotations

from bisect import bisect_left

from mahdar.extract.events.contacts import find_contacts
from mahdar.extract.events.deed import Deed
from mahdar.extract.events.deeds import find_deeds
from mahdar.extract.events.field import Field
from mahdar.extract.events.join import join_deeds
from mahdar.extract.events.pledges import find_pledges
from mahdar.extract.events.stage import Stage
from mahdar.extract.stances.issues import Files, files_of, own_file
from mahdar.records.claim import Anchor, Claim, EventClaim
from mahdar.records.ids import claim_key
from mahdar.records.value import Evidence, Missing, Value


def find_events(stage: Stage, found: tuple[Claim, ...]) -> tuple[EventClaim, ...]:
    """Return the distinct acts of an article: its meetings held, its agreements, and what its verbs and nouns report."""
    field = stage.field
    deeds = [*find_contacts(field, found), *find_pledges(field, found), *find_deeds(stage)]
    acts = sorted(join_deeds(deeds), key=lambda deed: (deed.evidence.start, deed.trigger.start))
    files = files_of(field.ground)
    return tuple(_claim(field, files, act) for act in acts)


def _claim(field: Field, files: Files, deed: Deed) -> EventClaim:
    """Return an act as a claim."""
    text = field.ground.doc.text.text_id
    evidence: tuple[Evidence, ...] = (field.ground.words(deed.trigger), *((deed.source,) if deed.source else ()))
    derived = deed.source is not None
    return EventClaim(
        anchor=Anchor(
            key=claim_key(text, "event", deed.trigger, deed.target),
            text=text,
            trigger=deed.trigger,
            target=deed.target,
            evidence=deed.evidence,
        ),
        type=Value(
            value=deed.type,
            certainty="inferred" if derived else "stated",
            basis="claim" if derived else "words",
            rule=deed.rule,
            evidence=evidence,
        ),
        mode=Value(value=deed.mode, certainty="inferred", basis="sense", rule=deed.rule, evidence=evidence)
        if deed.mode
        else Missing(reason="not_applicable", rule="event.mode"),
        context=_context(field, files, deed),
        actors=deed.actors,
        recipients=deed.recipients,
        unnamed=deed.unnamed,
        alleged=deed.alleged,
    )


def _context(field: Field, files: Files, deed: Deed) -> Value[str] | Missing:
    """Return the issue whose phrases stand in an act's own words; none where several do or none does."""
    starts = field.ground.doc.tokens.starts
    first, last = bisect_left(starts, deed.evidence.start), bisect_left(starts, deed.evidence.end)
    slug = own_file(files, first, last)
    if slug is None:
        return Missing(reason="absent", rule="event.context")
    words = (field.ground.words(deed.evidence),)
    return Value(value=slug, certainty="inferred", basis="issue", rule="event.context.words", evidence=words)
