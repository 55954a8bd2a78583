"""Whom does a pronoun mean, or a verb whose subject is not named with it?"""

from __future__ import annotations

from mahdar.extract.ground import Ground
from mahdar.extract.meetings.links import body_sides, mentions_in, sides_of
from mahdar.extract.meetings.reach import reach_left, says
from mahdar.extract.meetings.triggers import Trigger
from mahdar.records.annotated import Mention


def on_stage(ground: Ground, trigger: Trigger, others: list[Mention]) -> list[Mention]:
    """Return who is spoken of where a trigger has no subject: the first person or pair of the last sentence with one."""
    if any(quote.first <= trigger.hit.first < quote.last for quote in ground.doc.quotes):
        return []
    sides = sides_of(others)
    sentence = ground.doc.sentence_of[trigger.hit.first]
    first, _ = ground.sentence_limits(trigger.hit.first)
    if ground.has(reach_left(ground, trigger.hit.first, first) - 1, "party", "speaker"):
        return [
            mention
            for mention in ground.actors
            if mention.kind == "person" and mention.last <= trigger.hit.first and not set(mention.of) & sides
        ][-1:]
    for number in range(sentence, max(-1, sentence - 3), -1):
        for mention in ground.actors:
            inside = ground.doc.sentence_of[mention.first] == number and mention.last <= trigger.hit.first
            acts = mention.kind == "person" or (mention.kind == "sides" and not _is_partner(ground, mention))
            if inside and acts and mention.of and not set(mention.of) & sides:
                return [mention]
    return []


def _is_partner(ground: Ground, mention: Mention) -> bool:
    """Return True for those with whom somebody else acts: «in consultation with the two governments»."""
    return ground.has(mention.first - 1, "party", "with", "between")


def antecedent(ground: Ground, trigger: Trigger) -> list[Mention]:
    """Return whom a relative clause that holds the trigger speaks of: the mention right before «who»."""
    first, _ = ground.sentence_limits(trigger.hit.first)
    start = reach_left(ground, trigger.hit.first, first)
    relative = any(hit.entry == "function.pronoun" for hit in ground.hits_at.get(start - 1, ()))
    return [mention for mention in ground.actors if relative and start - 3 <= mention.last <= start - 1][-1:]


def owners_of(ground: Ground, trigger: Trigger, others: list[Mention]) -> list[Mention]:
    """Return whom the pronoun of a noun stands for: one person, or two of different sides."""
    sides = sides_of(others)
    if trigger.owner.endswith("\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}"):
        return pair_before(ground, trigger, sides)
    shared = body_before(ground, trigger)
    if shared:
        return shared
    before = [mention for mention in _spoken_of(ground, trigger) if not set(mention.of) & sides]
    first, _ = ground.sentence_limits(trigger.hit.first)
    clause = range(reach_left(ground, trigger.hit.first, first) - 1, trigger.hit.first)
    if any(ground.has(place, "party", "speaker") for place in clause) or _in_speech(ground, trigger):
        before = _speakers(ground, trigger, sides) or before
    people = [mention for mention in before if mention.kind == "person"]
    return (people or [mention for mention in before if mention.form == "name" and mention.kind != "sides"])[:1]


def _in_speech(ground: Ground, trigger: Trigger) -> bool:
    """Return True where speech is reported and names nobody before a trigger, whose pronoun then means the speaker."""
    first, _ = ground.sentence_limits(trigger.hit.first)
    that = next((place for place in range(trigger.hit.first - 1, first, -1) if ground.has(place, "clause", "that")), None)
    if that is None or not any(says(ground, place) for place in range(first, that)):
        return False
    return not any(mention.kind == "person" for mention in mentions_in(ground, that, trigger.hit.first))


def body_before(ground: Ground, trigger: Trigger) -> list[Mention]:
    """Return the sides of the shared body that a sentence names before a trigger: «the joint committee held its session»."""
    first, _ = ground.sentence_limits(trigger.hit.first)
    found = (body_sides(ground, place) for place in range(trigger.hit.first - 1, first, -1))
    return next((sides for sides in found if sides), [])


def pair_before(ground: Ground, trigger: Trigger, sides: set[str]) -> list[Mention]:
    """Return the last two people of different sides before a trigger, or the pair that stands for them."""
    found: list[Mention] = []
    for mention in _spoken_of(ground, trigger):
        if mention.kind == "sides":
            return [mention]
        if mention.kind == "person" and not set(mention.of) & (sides | sides_of(found)):
            found.append(mention)
        if len(found) == 2:
            return found[::-1]
    return []


def _speakers(ground: Ground, trigger: Trigger, sides: set[str]) -> list[Mention]:
    """Return the subject of the sentence that reports speech: its first person, of another side than the parties found."""
    first, _ = ground.sentence_limits(trigger.hit.first)
    inside = [mention for mention in ground.actors if first <= mention.first < trigger.hit.first and mention.kind == "person"]
    started = [mention for mention in inside if mention.of and not set(mention.of) & sides]
    if started:
        return started[:1]
    before = [
        mention for mention in ground.actors if mention.kind == "person" and mention.last <= first and not set(mention.of) & sides
    ]
    number = ground.doc.sentence_of[trigger.hit.first]
    last = [mention for mention in before if ground.doc.sentence_of[mention.first] == number - 1]
    return last[:1]


def _spoken_of(ground: Ground, trigger: Trigger) -> list[Mention]:
    """Return who was named before a trigger, the nearest first, in its sentence and the two before it."""
    number = ground.doc.sentence_of[trigger.hit.first]
    return [
        mention
        for mention in reversed(ground.actors)
        if mention.last <= trigger.hit.first
        and mention.of
        and mention.form != "nisba"
        and number - ground.doc.sentence_of[mention.first] <= 2
    ]


def people_before(ground: Ground, trigger: Trigger) -> list[Mention]:
    """Return the people and pairs named in a trigger's sentence before it."""
    first, _ = ground.sentence_limits(trigger.hit.first)
    return [mention for mention in mentions_in(ground, first, trigger.hit.first) if mention.kind in {"person", "sides"}]
