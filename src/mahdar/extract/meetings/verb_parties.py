"""Who takes part in what a verb of meeting reports?"""

from __future__ import annotations

from mahdar.arabic.clitics import CONJUNCTIONS
from mahdar.extract.ground import Ground
from mahdar.extract.meetings.links import after_with, first_group, is_adverbial, joined, places_in, sides_of
from mahdar.extract.meetings.onstage import antecedent, on_stage
from mahdar.extract.meetings.reach import reach_right
from mahdar.extract.meetings.triggers import FINITE, TOPICAL, Trigger
from mahdar.records.annotated import Mention

_WAW = CONJUNCTIONS[0]
HOSTS = "meet.istadafa"
"""A verb whose subject is mostly a place, and whose object a gathering; a contact only where it is a guest."""
SINGULAR = (("3ms",), ("f3ms",))
"""The forms of an arrival that may speak of somebody told before; «it arrived» of a shipment is feminine."""


def of_verb(ground: Ground, trigger: Trigger, left: list[Mention], right: list[Mention]) -> list[tuple[Mention, str]]:
    """Return the parties of a finite verb: its subject before or after it, its object, and whom «with» names."""
    if trigger.kind in {"visit", "arrival"}:
        return _of_visit(ground, trigger, left, right)
    after = [mention for mention in right if not is_adverbial(ground, mention)]
    if trigger.sense in TOPICAL:
        after = _subject_and_with(ground, trigger, after)
    before = (
        [] if _follows_directly(ground, trigger, after) and len(sides_of(after)) > 1 else subject_before(ground, trigger, left)
    )
    if any(mention.kind == "relay" and mention.first == trigger.hit.last for mention in ground.doc.mentions):
        return []
    if trigger.sense == HOSTS and not any(mention.kind == "person" for mention in after):
        return []
    if not before and len(sides_of(after)) < 2 and not _has_subject(ground, trigger):
        before = antecedent(ground, trigger) or on_stage(ground, trigger, after)
    return [(mention, "verb.subject") for mention in before] + [(mention, "verb.argument") for mention in after]


def _has_subject(ground: Ground, trigger: Trigger) -> bool:
    """Return True where a title stands right after a verb without a direct object: its subject, known or not."""
    frame = dict(ground.language.senses[trigger.sense].frame)
    return "object" not in frame and ground.has(trigger.hit.last, "role")


def _follows_directly(ground: Ground, trigger: Trigger, after: list[Mention]) -> bool:
    """Return True where the verb's subject stands right after it."""
    return bool(after) and after[0].first - trigger.hit.last <= 2 and not after_with(ground, after[0])


def subject_before(ground: Ground, trigger: Trigger, left: list[Mention]) -> list[Mention]:
    """Return the people or sides before a verb that may be its subject: the last group, with what «and» joins to it.

    A verb that «and» joins to another keeps its subject, the first group: «the king received the minister and met the envoy».
    """
    able = [mention for mention in left if not is_adverbial(ground, mention) and not _is_governed(ground, mention)]
    if trigger.is_verb and trigger.hit.prefix.startswith(_WAW) and _follows_verb(ground, trigger):
        return first_group(ground, able)
    group: list[Mention] = []
    for mention in reversed(able):
        if group and not joined(ground, mention, group[-1]):
            break
        group.append(mention)
    return list(reversed(group))


def _is_governed(ground: Ground, mention: Mention) -> bool:
    """Return True where «from» or another preposition stands right before a mention: no subject."""
    before = ground.hits_at.get(mention.first - 1, ())
    preposition = any(hit.entry == "function.preposition" and hit.last == mention.first for hit in before)
    of_each = any(ground.has(near, "party", "also") for near in (mention.first - 2, mention.first - 3))
    return preposition and not of_each and not ground.has(mention.first - 1, "party", "with", "between")


def _follows_verb(ground: Ground, trigger: Trigger) -> bool:
    """Return True where another verb of meeting stands before a trigger in its sentence."""
    first, _ = ground.sentence_limits(trigger.hit.first)
    return any(
        hit.kind == "meet" and hit.form in FINITE
        for place in range(first, trigger.hit.first)
        for hit in ground.hits_at.get(place, ())
    )


def _subject_and_with(ground: Ground, trigger: Trigger, after: list[Mention]) -> list[Mention]:
    """Return the group right after a verb of discussion and those whom «with» names; its objects are topics.

    A verb whose own form says «they» has its subject before it, so that a state right after it is a topic too.
    """
    plural = trigger.hit.detail[:1] in {("3md",), ("3fd",), ("3mp",), ("f3md",), ("f3mp",)}
    found: list[Mention] = []
    for mention in after:
        opens = not found and not plural and mention.first - trigger.hit.last <= 2
        if opens or (found and joined(ground, found[-1], mention)) or after_with(ground, mention):
            found.append(mention)
    return found


def _of_visit(ground: Ground, trigger: Trigger, left: list[Mention], right: list[Mention]) -> list[tuple[Mention, str]]:
    """Return the visitor of a verb of visiting or arriving, and the host: the people seen there, else the state of the place."""
    people = [mention for mention in right if mention.kind in {"person", "org"} and not is_adverbial(ground, mention)]
    visitors = subject_before(ground, trigger, left)
    if not visitors and people and people[0].first - trigger.hit.last <= 2:
        visitors = people[:1]
    if not visitors and (trigger.kind != "arrival" or trigger.hit.detail[:1] in SINGULAR):
        visitors = antecedent(ground, trigger) or on_stage(ground, trigger, [])
    hosts = [mention for mention in right if mention not in visitors and mention.kind != "sides"]
    if trigger.kind == "arrival":
        hosts = []
        visitors = [mention for mention in visitors if mention.kind == "person"]
    places = places_in(
        ground, trigger.hit.last, reach_right(ground, trigger.hit.last, ground.sentence_limits(trigger.hit.first)[1])
    )
    named = [mention for mention in hosts if not is_adverbial(ground, mention)]
    return (
        [(mention, "visit.visitor") for mention in visitors]
        + [(mention, "visit.host") for mention in named]
        + [(mention, "visit.place") for mention in places[:1] if not set(mention.of) & sides_of(named)]
    )
