"""Who is told to be a member, chair, host, guest, mediator or guarantor, by a noun?"""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.arabic.clitics import CONJUNCTIONS, KAF
from mahdar.arabic.letters import ARTICLE
from mahdar.extract.capacities.draft import Draft, Means
from mahdar.extract.capacities.gatherings import gathering_after
from mahdar.extract.capacities.holders import (
    DOERS,
    PAIR,
    adjective_before,
    beside,
    meant,
    named_after,
    named_before,
    parties,
    sides,
)
from mahdar.extract.events.field import Field
from mahdar.extract.events.subjects import is_verb
from mahdar.extract.expressions import COMMAS
from mahdar.records.annotated import Hit, Mention
from mahdar.records.claim import Party

AS_REACH = 14
"""Words between «as» and a capacity that follows others."""
ANNOUNCED = frozenset({"guarantor", "mediator", "host", "sponsor", "permanent-member"})
"""Capacities whose noun may name its holders right after it («the guarantor states: …», «the Qatari mediator»)."""
PLAIN = frozenset({"member", "chair", "guest", "observer", "envoy", "host", "sponsor", "guarantor", "mediator"})
"""Capacities whose nouns are common words: they count only after «as», or where their organisation is named."""
GATHERED = frozenset({"chair", "co-chair", "host"})
"""Capacities that are held in a gathering too."""
GUESTS = frozenset({"guest", "observer"})
AS_OBSERVER = "\N{ARABIC LETTER BEH}\N{ARABIC LETTER SAD}\N{ARABIC LETTER FEH}"
"""How «in the capacity of» begins, where it is one phrase with the capacity."""
DUAL = ("\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}", "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}")


def find_standing(means: Means, hit: Hit) -> Iterator[Draft]:
    """Yield the capacity that a noun tells, with who has it."""
    field, capacity = means.field, hit.entry.split(".")[1]
    opener = _opener(field, hit)
    if opener is not None:
        holders = _after_opener(means, hit, opener)
        first = min(opener, hit.first)
    else:
        holders, first = _by_noun(means, hit, capacity), hit.first
    if holders:
        gathering = gathering_after(field, hit.last) if capacity in GATHERED else None
        body = _body_before(field, hit.first) if capacity in GUESTS else None
        yield Draft(hit=hit, capacity=capacity, first=first, holders=holders, gathering=gathering, body=body)


def _by_noun(means: Means, hit: Hit, capacity: str) -> tuple[Party, ...]:
    """Return who has a capacity that no «as» governs: named after the noun, in its title, or right before it."""
    field = means.field
    if field.ground.word(hit.first).startswith(AS_OBSERVER):
        return parties(field.ground, named_before(field, hit.first, many=1, kinds=DOERS), "capacity.before")
    if hit.prefix and hit.prefix[-1] not in CONJUNCTIONS:
        return ()
    named = _announced(field, hit) if capacity in ANNOUNCED else ()
    if named:
        return named
    mentions = beside(field, hit.first)
    is_definite = field.ground.word(hit.first).startswith(ARTICLE)
    if not mentions or means.body_after(hit.last) is None or capacity in {"chair", "envoy"}:
        return ()
    if not (is_definite or capacity not in PLAIN or _is_predicate(field, hit)):
        return ()
    return parties(field.ground, mentions, "capacity.apposition")


def _body_before(field: Field, place: int) -> Mention | None:
    """Return the organisation named last before a guest or observer."""
    first, _ = field.ground.sentence_limits(place)
    mentions = [mention for mention in field.ground.doc.mentions if mention.kind == "org" and first <= mention.first < place]
    return mentions[-1] if mentions and mentions[-1].form != "nisba" else None


def _opener(field: Field, hit: Hit) -> int | None:
    """Return the place of the «as» that governs a capacity: on the noun, right before it, or before another joined to it."""
    ground = field.ground
    if hit.prefix.endswith(KAF):
        return hit.first
    first, _ = ground.sentence_limits(hit.first)
    for place in range(hit.first - 1, max(first, hit.first - AS_REACH) - 1, -1):
        if ground.has(place, "capacity", "as"):
            return place if place == hit.first - 1 or hit.prefix or _follows(field, place, hit) else None
        if field.is_stop(place) or field.is_break(place) or (place not in field.named and is_verb(field, place)):
            return None
    return None


def _follows(field: Field, place: int, hit: Hit) -> bool:
    """Return True where only adjectives or a comma stand between «as» and a capacity."""
    return hit.first - place <= 2 and field.ground.word(hit.first - 1) not in COMMAS


def _after_opener(means: Means, hit: Hit, opener: int) -> tuple[Party, ...]:
    """Return who acts as something: by the pronoun of «as», else who was named last before it."""
    field = means.field
    ground = field.ground
    many = PAIR if _is_dual(field, hit) else 1
    word = ground.word(opener)
    if ground.has(opener, "capacity", "as") and not any(h.entry == "capacity.as.state" for h in ground.hits_at.get(opener, ())):
        found = meant(field, means.voices, opener, word)
    else:
        near = adjective_before(field, opener) if many == 1 else ()
        found = parties(ground, near or named_before(field, opener, many=many), "capacity.before")
    if len(found) >= many:
        return found
    if many == PAIR:
        return _pair(means, hit, found)
    return found


def _pair(means: Means, hit: Hit, found: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the two sides of a capacity told of two: those named right after it, else those who met."""
    field = means.field
    span = field.ground.doc.span(hit.first, hit.last)
    _, limit = field.ground.sentence_limits(hit.first)
    own = {party.of for party in found if party.of}
    for at in range(hit.last, limit):
        group = field.group(field.at[at]) if at in field.at and field.at[at].kind == "state" else ()
        codes = {code for mention in group for code in mention.of}
        if len(codes) == PAIR and own <= codes:
            return parties(field.ground, group, "capacity.after")
    pair = field.pair_before(span.start, side=next(iter(own), ""))
    return sides(pair, span, "capacity.pair") if pair else ()


def _is_dual(field: Field, hit: Hit) -> bool:
    """Return True where the noun is a dual."""
    return field.ground.word(hit.first).endswith(DUAL)


def _announced(field: Field, hit: Hit) -> tuple[Party, ...]:
    """Return who is named right after a definite noun: by a demonym, or behind a colon, bracket or comma."""
    ground = field.ground
    if not any(ground.word(place).startswith(ARTICLE) for place in range(hit.first, hit.last)):
        return ()
    titled = field.at.get(hit.first)
    if titled and titled.kind == "person" and titled.actor is None and titled.of:
        return parties(ground, (titled,), "capacity.titled")
    place = hit.last
    is_signed = ground.word(place) in {":", "(", *COMMAS}
    mention = field.at.get(place + 1 if is_signed else place)
    if mention is None or not mention.of or mention.kind == "person":
        return ()
    if is_signed and (ground.word(place) in COMMAS or mention.form == "nisba"):
        return ()
    found = named_after(field, mention.first, ground.sentence_limits(place)[1])
    return parties(ground, found, "capacity.announced")


def _is_predicate(field: Field, hit: Hit) -> bool:
    """Return True where the noun is told of who stands right before it, without a comma («Norway is an observer»)."""
    return field.ground.word(hit.first - 1) not in COMMAS
