"""Which meetings and events are placed in time by another that the text names?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.extract.events.field import Field, field_of
from mahdar.extract.ground import Ground
from mahdar.extract.nominal import is_told, meeting_at, meeting_noun, phrase_end
from mahdar.extract.timings.interval import interval_of
from mahdar.extract.timings.objects import Placed, find_object
from mahdar.extract.timings.timed import Timed, find_timed, find_told
from mahdar.records.annotated import Hit
from mahdar.records.claim import Anchor, Claim, TimingClaim
from mahdar.records.ids import claim_key
from mahdar.records.value import Missing, Span, Value

RELATIONS = frozenset({"after", "before", "eve", "morrow", "during", "together"})
PAIRED = "paired"
REACH = 12
"""Words between a verb of coinciding and its «with»."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A relation: its words, what is placed in time, and by what."""

    hit: Hit
    timed: Timed
    placed: Placed


def find_timings(ground: Ground, found: tuple[Claim, ...]) -> tuple[TimingClaim, ...]:
    """Return how meetings and events lie in time to others, each pair of words once, in text order."""
    wanted = {*RELATIONS, PAIRED}
    hits = [hit for hit in ground.doc.hits if hit.kind == "timing" and hit.detail[0] in wanted and is_told(ground, hit)]
    if not hits:
        return ()
    field = field_of(ground, found)
    drafts = [draft for hit in hits for draft in _drafts(field, hit, found)]
    claims = [_claim(field, draft, found) for draft in drafts]
    return tuple({claim.anchor.key: claim for claim in claims}.values())


def _drafts(field: Field, hit: Hit, found: tuple[Claim, ...]) -> list[Draft]:
    """Return the relation that words tell, if both its ends are there."""
    if hit.detail[0] == PAIRED:
        return _paired(field, hit, found)
    placed = find_object(field, hit, found)
    if placed is None:
        return []
    timed = find_timed(field, hit, placed, found)
    if timed is None:
        return []
    if timed.meeting and placed.meeting and timed.meeting.anchor.key == placed.meeting.anchor.key:
        return []
    return [Draft(hit=hit, timed=timed, placed=placed)]


def _paired(field: Field, hit: Hit, found: tuple[Claim, ...]) -> list[Draft]:
    """Return what a verb says to fall together with something («the visit coincided with the summit»)."""
    ground = field.ground
    timed = find_told(field, hit.last, found)
    if timed is None:
        return []
    _, limit = ground.sentence_limits(hit.first)
    place = next((at for at in range(timed.last, min(limit, timed.last + REACH)) if ground.has(at, "party", "with")), None)
    placed = find_object(field, hit._replace(last=place + 1), found) if place is not None else None
    together = hit._replace(detail=("together",))
    return [Draft(hit=together, timed=timed, placed=placed)] if placed else []


def _claim(field: Field, draft: Draft, found: tuple[Claim, ...]) -> TimingClaim:
    """Return a relation as a claim."""
    doc = field.ground.doc
    timed, placed = draft.timed, draft.placed
    trigger = doc.span(draft.hit.first, draft.hit.last)
    what = doc.span(timed.first, _timed_end(field, draft))
    by = doc.span(placed.first, placed.last)
    words = field.ground.words(trigger)
    told = meeting_at(field.ground, found, placed.first, placed.last) or placed.meeting
    return TimingClaim(
        anchor=Anchor(
            key=claim_key(doc.text.text_id, "timing", trigger, what),
            text=doc.text.text_id,
            trigger=trigger,
            target=what,
            evidence=Span(start=min(what.start, trigger.start), end=max(what.end, by.end)),
        ),
        relation=Value(value=draft.hit.detail[0], certainty="stated", basis="words", rule=draft.hit.entry, evidence=(words,)),
        timed=what,
        meeting=timed.meeting.anchor.key if timed.meeting else None,
        statement=timed.statement.anchor.key if timed.statement else None,
        object=by,
        to=told.anchor.key if told else None,
        distance=_distance(field, placed),
        interval=interval_of(field.ground, draft.hit.detail[0], placed, told),
    )


def _timed_end(field: Field, draft: Draft) -> int:
    """Return the token after what is placed in time: of a noun its phrase, up to the words of time."""
    timed, noun = draft.timed, meeting_noun(field.ground, draft.timed.first)
    if noun is None or timed.first > draft.hit.first:
        return timed.last
    return max(timed.last, phrase_end(field, timed.first, draft.hit.first - timed.first))


def _distance(field: Field, placed: Placed) -> Value[str] | Missing:
    """Return the words that tell how far off («days», «two weeks»)."""
    if placed.distance is None:
        return Missing(reason="absent", rule="timing.distance")
    span = field.ground.doc.span(*placed.distance)
    return Value(
        value=field.ground.doc.text.words_of(span),
        certainty="stated",
        basis="words",
        rule="timing.distance",
        evidence=(field.ground.words(span),),
    )
