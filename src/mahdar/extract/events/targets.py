"""Towards whom: the direct object, whom a preposition brings in, or the side that the content names?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.extract.events.doers import Doer, has_preposition, mentions_after
from mahdar.extract.events.field import Field
from mahdar.extract.events.reach import content_end
from mahdar.extract.events.triggers import Trigger
from mahdar.records.annotated import Mention
from mahdar.records.value import Span

BACK = 40
"""Words back to which «it» may point."""
COURTESIES = frozenset({"AGREE", "SUPPORT"})
"""Types that in talks are meant for the other side where the words name none."""
MUTUAL = frozenset({"AGREE", "SUPPORT", "REQUEST", "COOPERATE"})
"""Types in which «the two sides» of the content mean the other of them."""
NEAR = 2
"""Words before a side within which «against» governs it."""
CLOSE = 3
"""Words after the subject within which a direct object begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Towards whom an act is directed: codes, the words that name them, and whether the verb's frame says so."""

    codes: tuple[str, ...]
    spans: tuple[Span, ...]
    is_framed: bool


def find_target(field: Field, trigger: Trigger, doer: Doer | None) -> Target:
    """Return towards whom an act is directed: by the frame of its sense, else the first other side that its content names."""
    start = doer.after if doer else trigger.head
    limit = field.ground.sentence_limits(trigger.first)[1]
    end = content_end(field, max(start, trigger.last)) if max(start, trigger.last) < limit else trigger.last
    actors = set(doer.codes) if doer else set()
    near = [mention for mention in mentions_after(field, trigger.first + 1, end) if mention.last > start]
    others = [mention for mention in near if not set(mention.of) & actors and not _is_opposed(field, trigger, mention)]
    usable = [mention for mention in others if not _is_place(field, mention)]
    framed = usable[0] if trigger.form == "passive" and usable else _by_frame(field, trigger, others, start)
    if trigger.has_pronoun and ("object", "recipient") in trigger.sense.frame:
        return _implied(field, trigger, range(start, end), actors)
    best = framed or (usable[0] if usable else None)
    if best is None:
        implied = _implied(field, trigger, range(start, end), actors)
        return implied if implied.codes else _partner(field, trigger, near, actors)
    group = field.group(best)
    codes = tuple(code for code in field.codes(group) if code not in actors)
    is_framed = framed is not None or not any(role == "recipient" for _, role in trigger.sense.frame)
    return Target(codes=codes, spans=tuple(other.span for other in group), is_framed=is_framed)


def _is_opposed(field: Field, trigger: Trigger, mention: Mention) -> bool:
    """Return True for a side against which somebody is supported, or that did what the words before it name."""
    places = range(max(trigger.last, mention.first - NEAR), mention.first)
    if any(field.ground.has(place, "acting", "launched") for place in places):
        return True
    if trigger.sense.traits.get("type") not in {"SUPPORT", "AID"}:
        return False
    return any(field.ground.has(place, "acting", "against") for place in places)


def _implied(field: Field, trigger: Trigger, places: range, actors: set[str]) -> Target:
    """Return whom the words only imply: the side that «it» means, or the state where an attack struck."""
    doc = field.ground.doc
    alone = any(field.ground.has(place, "acting", "them") for place in places[:CLOSE])
    if alone or trigger.has_pronoun:
        before = (field.at[place] for place in range(trigger.first - 1, max(0, trigger.first - BACK), -1) if place in field.at)
        meant = next((mention for mention in before if mention.kind in {"state", "org"} and not set(mention.of) & actors), None)
        if meant and meant.of:
            return Target(codes=meant.of, spans=(), is_framed=True)
    if trigger.sense.traits.get("type") in {"ASSAULT", "PROTEST"} and not actors:
        states = (place.state for place in doc.places if place.first in places and place.state)
        struck = next(states, None)
        if struck:
            return Target(codes=(struck,), spans=(), is_framed=False)
    return Target(codes=(), spans=(), is_framed=False)


def _partner(field: Field, trigger: Trigger, near: list[Mention], actors: set[str]) -> Target:
    """Return the other of «the two sides» that the words name; of a promise or praise in talks the other side of the talks."""
    mutual = trigger.sense.traits.get("type") in MUTUAL
    both = next((mention for mention in near if mutual and mention.kind == "sides" and set(mention.of) > actors), None)
    alone = not near and trigger.sense.traits.get("type") in COURTESIES and trigger.sense.traits.get("weak") != "yes"
    pair = both.of if both else (field.talks if alone and set(field.talks) > actors else ())
    codes = tuple(side for side in pair if side not in actors) if len(actors) == 1 else ()
    return Target(codes=codes, spans=(both.span,) if both and codes else (), is_framed=False)


def _is_place(field: Field, mention: Mention) -> bool:
    """Return True for a side that only tells where."""
    if any(hit.entry == "locative.preposition" and not hit.prefix for hit in field.ground.hits_at.get(mention.first - 1, ())):
        return True
    return (
        mention.kind == "state"
        and mention.form != "nisba"
        and any(place.first == mention.first for place in field.ground.doc.places)
    )


def _by_frame(field: Field, trigger: Trigger, usable: list[Mention], start: int) -> Mention | None:
    """Return the mention that the frame of the sense brings in as recipient, the first frame first."""
    for word, role in trigger.sense.frame:
        if role != "recipient":
            continue
        for mention in usable:
            if (word == "object" and _is_object(field, mention, start) and not _is_place(field, mention)) or has_preposition(
                field, mention, word
            ):
                return mention
    return None


def _is_object(field: Field, mention: Mention, start: int) -> bool:
    """Return True where a mention stands where a direct object does, perhaps behind its body."""
    if field.governor(mention) or mention.first - start > CLOSE:
        return False
    return not any(field.is_particle(place) for place in range(start, mention.first))
