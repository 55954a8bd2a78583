"""Who presides, hosts, mediates or sponsors: told by a verb, by «under the chairmanship of», or by an office?"""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.extract.capacities.draft import Draft, Means
from mahdar.extract.capacities.gatherings import BEFORE, HEAD, head_after, head_before
from mahdar.extract.capacities.holders import field_self, named_after, parties, sides
from mahdar.extract.events.field import Field
from mahdar.extract.events.subjects import subject_of
from mahdar.extract.ground import Ground
from mahdar.extract.nominal import is_denied, is_masdar
from mahdar.records.annotated import Hit, Mention
from mahdar.records.claim import Party

TAKES = 7
"""Words between a verb of taking over and the office."""
CHAIR, JOINT = "chair", "co-chair"
ALWAYS = frozenset({"mediator"})
"""Capacities that need no gathering where they are brought in: a release, a truce or an agreement is mediated too."""


def find_by(means: Means, hit: Hit) -> Iterator[Draft]:
    """Yield who is brought in after a gathering, delegation or agreement as its chair, sponsor, mediator or host."""
    field, capacity = means.field, hit.entry.split(".")[1]
    _, limit = field.ground.sentence_limits(hit.first)
    mentions = named_after(field, hit.last, limit)
    if not mentions or hit.first in field.named:
        return
    head = head_before(field, hit.first)
    if head is None and not (capacity == "sponsor" and _is_pact_before(field.ground, hit.first)) and capacity not in ALWAYS:
        return
    if head and head[1] == HEAD:
        if capacity != CHAIR:
            return
        capacity, mentions = HEAD, mentions[:1]
    if (mentions[0].kind == "person" and mentions[0].first != hit.last) or field.ground.has(hit.last, "capacity", "proxy"):
        return
    holders = parties(field.ground, mentions, "capacity.brought-in")
    gathering = head[0] if head and head[1] == "" else None
    yield Draft(hit=hit, capacity=_joint(capacity, holders), first=hit.first, holders=holders, gathering=gathering)


def find_verb(means: Means, hit: Hit) -> Iterator[Draft]:
    """Yield who presides over, hosts or sponsors a gathering, by a verb."""
    field, capacity = means.field, hit.entry.split(".")[1]
    ground = field.ground
    _, limit = ground.sentence_limits(hit.first)
    if hit.first in field.named or is_masdar(ground, hit.first) or is_denied(ground, hit.first):
        return
    mentions = _subject(means, hit, limit)
    if not mentions:
        return
    last = max([hit.last, *(mention.last for mention in mentions if mention.first >= hit.last)])
    head = head_before(field, hit.first) if _has_relative(ground, hit) else head_after(field, last, limit)
    if head is None and capacity == "mediator" and ground.has(last, "party", "between"):
        holders = parties(ground, mentions, "capacity.subject")
        yield Draft(hit=hit, capacity=capacity, first=hit.first, holders=holders, gathering=None)
        return
    if head is None:
        return
    if head[1] == HEAD:
        if capacity != CHAIR:
            return
        capacity = HEAD
    if capacity == "guarantor":
        capacity = "sponsor"
    holders = parties(ground, mentions, "capacity.subject")
    yield Draft(
        hit=hit, capacity=_joint(capacity, holders), first=hit.first, holders=holders, gathering=head[0] if not head[1] else None
    )


def find_office(means: Means, hit: Hit) -> Iterator[Draft]:
    """Yield who holds the presidency of an organisation: its owner («China's presidency of»), or who takes it over."""
    field = means.field
    ground = field.ground
    first, _ = ground.sentence_limits(hit.first)
    if hit.first in field.named:
        return
    owner = field.at.get(hit.last)
    if owner and owner.kind == "state" and owner.form != "nisba" and means.body_after(owner.last):
        yield Draft(hit=hit, capacity=CHAIR, first=hit.first, holders=parties(ground, (owner,), "capacity.owner"), gathering=None)
        return
    if means.body_after(hit.last) is None:
        return
    places = range(hit.first - 1, max(first, hit.first - TAKES) - 1, -1)
    verb = next((taking for place in places if (taking := _taking(ground, place))), None)
    if verb is None:
        return
    holders = _takers(means, verb, hit.first)
    if holders:
        yield Draft(hit=hit, capacity=CHAIR, first=verb.first, holders=holders, gathering=None)


def _taking(ground: Ground, place: int) -> Hit | None:
    """Return the verb of taking over an office at a place."""
    return next((hit for hit in ground.hits_at.get(place, ()) if hit.kind == "capacity" and hit.detail[0] == "takes"), None)


def _takers(means: Means, verb: Hit, limit: int) -> tuple[Party, ...]:
    """Return who takes over an office: the subject of the verb, the speaker's own side, or who was named before its relative."""
    field = means.field
    named = subject_of(field, verb._replace(detail=()), limit)
    span = field.ground.doc.span(verb.first, verb.last)
    if (named and named.is_self) or (named is None and field_self(field, limit)):
        return sides(means.voices.around(span) or means.voices.saying(span) or (), span, "capacity.speaker")
    if named:
        return parties(field.ground, named.group, "capacity.subject")
    return parties(field.ground, _before_relative(field, verb.first), "capacity.relative")


def _subject(means: Means, hit: Hit, limit: int) -> tuple[Mention, ...]:
    """Return who presides or hosts: named after the verb (a city for its state), else before it."""
    field = means.field
    delegation = field.ground.has(hit.last, "capacity", "group")
    after = () if delegation else named_after(field, hit.last, limit)
    if after and not any(mention.form == "nisba" for mention in after):
        return after
    named = subject_of(field, hit._replace(detail=()), limit)
    return named.group if named and not named.is_self else _before_relative(field, hit.first)


def _before_relative(field: Field, verb: int) -> tuple[Mention, ...]:
    """Return who is named right before the relative of a verb («Qatar, which hosts»)."""
    if not field.ground.has(verb - 1, "acting", "relative"):
        return ()
    last = verb - 1
    while last > 0 and field.ground.doc.tokens.kinds[last - 1] == "p":
        last -= 1
    return tuple(mention for mention in field.at.values() if mention.last == last and mention.form != "nisba")[:1]


def _has_relative(ground: Ground, hit: Hit) -> bool:
    """Return True where a verb speaks of the noun before it: behind a relative, or with the pronoun of that noun."""
    return ground.has(hit.first - 1, "acting", "relative") or ground.word(hit.first).endswith(
        ("\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}")
    )


def _is_pact_before(ground: Ground, place: int) -> bool:
    """Return True where an agreement or truce stands shortly before a place."""
    return any(ground.has(at, "acting", "pact") for at in range(max(0, place - BEFORE), place))


def _joint(capacity: str, holders: tuple[Party, ...]) -> str:
    """Return co-chair where two of different sides preside."""
    sides_of = {party.of for party in holders}
    return JOINT if capacity == CHAIR and len(holders) > 1 and len(sides_of) > 1 else capacity
