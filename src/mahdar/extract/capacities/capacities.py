"""In which standing and capacity do those who are named act?"""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.extract.capacities.draft import Draft, Means
from mahdar.extract.capacities.gatherings import HEAD
from mahdar.extract.capacities.holders import beside, named_before, parties
from mahdar.extract.capacities.presiding import CHAIR, JOINT, find_by, find_office, find_verb
from mahdar.extract.capacities.standing import find_standing
from mahdar.extract.events.field import Field, field_of
from mahdar.extract.events.subjects import subject_of
from mahdar.extract.events.voices import voices_of
from mahdar.extract.ground import Ground
from mahdar.extract.nominal import is_denied, is_told, meeting_at, phrase_end
from mahdar.records.annotated import Hit, Mention
from mahdar.records.claim import Anchor, CapacityClaim, Claim, MeetingClaim, StatementClaim
from mahdar.records.ids import claim_key
from mahdar.records.value import Missing, Span, Value

WAYS = {"standing": find_standing, "by": find_by, "verb": find_verb, "office": find_office}
BEHALF = "behalf"
ORGANISED = frozenset({"member", "permanent-member", "non-permanent-member", "observer", "dialogue-partner", "guest"})
"""Capacities that are none without an organisation or gathering."""
DENIED = 4
"""Words before «on behalf of» within which a denial stands."""
LONGEST = 10
"""Words that a gathering's name may have."""


def find_capacities(ground: Ground, found: tuple[Claim, ...]) -> tuple[CapacityClaim, ...]:
    """Return who acts in which capacity, each with what it is held in and the meeting it concerns, in text order."""
    hits = [
        hit for hit in ground.doc.hits if hit.kind == "capacity" and hit.detail[0] in {*WAYS, BEHALF} and is_told(ground, hit)
    ]
    if not hits:
        return ()
    means = Means(field=field_of(ground, found), voices=voices_of(found), found=found)
    claims = [claim for hit in hits for draft in _drafts(means, hit) if (claim := _claim(means, draft))]
    told: dict[tuple[object, ...], CapacityClaim] = {}
    for claim in claims:
        told.setdefault(_fact(claim), claim)
    return tuple({claim.anchor.key: claim for claim in told.values()}.values())


def _drafts(means: Means, hit: Hit) -> Iterator[Draft]:
    """Yield the capacities that words tell."""
    way = hit.detail[0]
    if way == BEHALF:
        yield from _on_behalf(means, hit)
    else:
        yield from WAYS[way](means, hit)


def _on_behalf(means: Means, hit: Hit) -> Iterator[Draft]:
    """Yield who acts for another: the subject of the verb before, or after, the words."""
    field = means.field
    _, limit = field.ground.sentence_limits(hit.first)
    titled = hit.last + 1 if field.ground.has(hit.last, "role") and hit.last not in field.at else hit.last
    principal = _principal(field.at.get(titled))
    first, _ = field.ground.sentence_limits(hit.first)
    if principal is None or any(is_denied(field.ground, place) for place in range(max(first, hit.first - DENIED), hit.first)):
        return
    verbs = (field.finite(at) for at in range(principal.last, min(limit, principal.last + 3)))
    verb = next((hit for hit in verbs if hit), None)
    named = subject_of(field, verb, limit) if verb else None
    mentions: tuple[Mention, ...] = ()
    if named and not named.is_self and named.first > principal.last:
        mentions = named.group[:1]
    mentions = mentions or beside(field, hit.first) or named_before(field, hit.first, many=1)
    mentions = tuple(mention for mention in mentions if mention.actor != principal.actor or mention.kind != principal.kind)
    if mentions:
        holders = parties(field.ground, mentions, "capacity.behalf")
        yield Draft(hit=hit, capacity=BEHALF, first=hit.first, holders=holders, gathering=None, behalf=principal)


def _principal(mention: Mention | None) -> Mention | None:
    """Return for whom somebody acts: a person, state or organisation."""
    return mention if mention and mention.form != "nisba" and (mention.of or mention.name) else None


def _claim(means: Means, draft: Draft) -> CapacityClaim | None:
    """Return a capacity as a claim, None where what it is held in is missing and must not be."""
    ground = means.field.ground
    doc = ground.doc
    trigger = doc.span(draft.hit.first, draft.hit.last)
    body, body_id, end = _body(means, draft)
    meeting = _meeting(means, draft)
    if not draft.holders or (draft.capacity in ORGANISED and isinstance(body, Missing)):
        return None
    if draft.capacity in {CHAIR, JOINT} and isinstance(body, Missing) and meeting is None:
        return None
    spans = [span for party in draft.holders for span in party.evidence]
    start = min(doc.span(draft.first, draft.first + 1).start, trigger.start, *(span.start for span in spans))
    return CapacityClaim(
        anchor=Anchor(
            key=claim_key(doc.text.text_id, f"capacity.{draft.capacity}", trigger, spans[0]),
            text=doc.text.text_id,
            trigger=trigger,
            target=spans[0],
            evidence=Span(start=start, end=max([trigger.end, end, *(span.end for span in spans)])),
        ),
        holders=draft.holders,
        capacity=Value(
            value=draft.capacity, certainty="stated", basis="words", rule=draft.hit.entry, evidence=(ground.words(trigger),)
        ),
        body=body,
        body_id=body_id,
        behalf=_behalf(ground, draft),
        meeting=meeting,
    )


def _body(means: Means, draft: Draft) -> tuple[Value[str] | Missing, Value[str] | Missing, int]:
    """Return what a capacity is held in, in its words and by its code, and the letter where that ends."""
    field = means.field
    doc = field.ground.doc
    absent = Missing(reason="absent", rule="capacity.body")
    if draft.capacity in {HEAD, BEHALF}:
        return absent, absent, 0
    if draft.gathering:
        span = doc.span(draft.gathering[0], _gathering_end(field, draft))
        words = field.ground.words(span)
        value = Value(
            value=doc.text.words_of(span), certainty="stated", basis="words", rule="capacity.gathering", evidence=(words,)
        )
        return value, absent, span.end
    last = max(
        [
            draft.hit.last,
            *(
                mention.last
                for mention in field.at.values()
                if any(mention.span == span for party in draft.holders for span in party.evidence)
                and mention.first >= draft.hit.first
            ),
        ]
    )
    mention = means.body_after(draft.hit.last) or means.body_after(last) or draft.body
    if mention is None or mention.actor is None or mention.actor in {party.of for party in draft.holders}:
        return absent, absent, 0
    words = field.ground.words(mention.name or mention.span)
    named = Value(
        value=doc.text.words_of(mention.name or mention.span),
        certainty="stated",
        basis="words",
        rule="capacity.body",
        evidence=(words,),
    )
    code = Value(value=mention.actor, certainty="stated", basis="words", rule="capacity.body", evidence=(words,))
    return named, code, mention.span.end


def _gathering_end(field: Field, draft: Draft) -> int:
    """Return the token after the name of a gathering: before the words of capacity, where these follow it."""
    first, last = draft.gathering or (0, 0)
    longest = min(LONGEST, draft.hit.first - first) if first < draft.hit.first else LONGEST
    return max(last, phrase_end(field, first, longest))


def _meeting(means: Means, draft: Draft) -> str | None:
    """Return the meeting in which a capacity holds: the gathering told, else that of the sentence in which the holders met."""
    ground = means.field.ground
    if draft.gathering:
        meeting = meeting_at(ground, means.found, *draft.gathering)
        if meeting:
            return meeting.anchor.key
    first, last = ground.sentence_limits(draft.hit.first)
    if first >= last:
        return None
    span = ground.doc.span(first, last)
    said = _said_in(means, draft)
    if said:
        return said
    here = [
        claim
        for claim in means.found
        if isinstance(claim, MeetingClaim) and span.start <= claim.anchor.trigger.start < span.end and _takes_part(claim, draft)
    ]
    return here[0].anchor.key if len(here) == 1 else None


def _said_in(means: Means, draft: Draft) -> str | None:
    """Return the meeting of the statement that tells a capacity, where all holders took part in it."""
    start = means.field.ground.doc.tokens.starts[draft.hit.first]
    said = [
        claim for claim in means.found if isinstance(claim, StatementClaim) and claim.content.start <= start < claim.content.end
    ]
    inner = min(said, key=lambda claim: claim.content.end - claim.content.start, default=None)
    meetings = (claim for claim in means.found if isinstance(claim, MeetingClaim))
    meeting = next((claim for claim in meetings if inner and claim.anchor.key == inner.meeting), None)
    return meeting.anchor.key if meeting and _takes_part(meeting, draft) else None


def _takes_part(meeting: MeetingClaim, draft: Draft) -> bool:
    """Return True where all holders are parties of a meeting."""
    people = {party.actor for party in meeting.parties if party.actor}
    codes = {party.of for party in meeting.parties if party.of}
    return all(party.actor in people if party.actor else party.of in codes for party in draft.holders)


def _behalf(ground: Ground, draft: Draft) -> Value[str] | Missing:
    """Return for whom somebody acts: a person by name, a side by its code."""
    mention = draft.behalf
    if mention is None:
        return Missing(reason="not_applicable" if draft.capacity != BEHALF else "absent", rule="capacity.behalf")
    named = ground.names.get(mention.actor or "") or ground.doc.text.words_of(mention.name or mention.span)
    value = named if mention.kind == "person" else "+".join(mention.of) or named
    return Value(value=value, certainty="stated", basis="words", rule="capacity.behalf", evidence=(ground.words(mention.span),))


def _fact(claim: CapacityClaim) -> tuple[object, ...]:
    """Return what a capacity claim says, by which it is told once."""
    body = claim.body_id if isinstance(claim.body_id, Value) else claim.body
    within = body.value if isinstance(body, Value) else claim.meeting
    behalf = claim.behalf.value if isinstance(claim.behalf, Value) else None
    return claim.capacity.value, tuple((party.actor, party.of) for party in claim.holders), within, behalf
