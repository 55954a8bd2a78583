"""Which words report a contact, and how are they told?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.extract.ground import Ground
from mahdar.records.annotated import Hit

FINITE = frozenset({"past", "present", "passive"})
NOMINAL = frozenset({"masdar", "nouns", "word"})
LIGHT = "light."
NEEDS_TWO = frozenset(
    {"meet.bahatha", "meet.naqasha", "meet.tanaqasha", "meet.jama", "meet.tahaddatha-maa", "meet.istadafa", "meet.qabala"}
)
"""Senses whose words have other everyday uses; they count only where two sides are named with them."""
IGNORED = frozenset({"press-conference", "departure"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words of meeting at tokens [first, last): the hit, its kind (meeting, visit, call…), and whether it is a finite verb."""

    hit: Hit
    sense: str
    kind: str
    format: str
    is_verb: bool
    tense: str
    """past, present, future; empty for nouns."""
    owner: str
    """The pronoun that a noun carries (`his talks`), empty for none."""
    is_definite: bool


def find_triggers(ground: Ground) -> list[Trigger]:
    """Return the words of meeting outside furniture, in text order; the longest at each place."""
    found: list[Trigger] = []
    for sentence in ground.doc.sentences:
        if sentence.part == "furniture":
            continue
        place = sentence.first
        while place < sentence.last:
            hit = _best(ground, place)
            trigger = _trigger(ground, hit) if hit else None
            if trigger:
                found.append(trigger)
            place = trigger.hit.last if trigger else place + 1
    return found


def _best(ground: Ground, place: int) -> Hit | None:
    """Return the hit of meeting at a place that is read: a noun or verb proper before a light verb."""
    hits = [hit for hit in ground.hits_at.get(place, ()) if hit.kind == "meet"]
    hits = [hit for hit in hits if not hit.entry.startswith((LIGHT, "margin.", "press.")) and hit.form != "adjective"]
    if not hits or ground.has(place, "role") and not hits[0].prefix and _longer_role(ground, place, hits[0]):
        return None
    return min(hits, key=lambda hit: (hit.form not in FINITE, hit.entry.startswith("gather.") and len(hits) > 1))


def _longer_role(ground: Ground, place: int, hit: Hit) -> bool:
    """Return True where the words are the begin of a title."""
    return any(other.kind == "role" and other.last > hit.last for other in ground.hits_at.get(place, ()))


def _trigger(ground: Ground, hit: Hit) -> Trigger | None:
    """Return a hit as a trigger, None for kinds that report no contact."""
    traits = ground.language.senses[hit.entry].traits
    kind = traits.get("kind", "meeting")
    if kind in IGNORED:
        return None
    person = hit.detail[0] if hit.detail else ""
    verb = hit.form in FINITE
    owner = person.removeprefix("pronoun:") if person.startswith("pronoun:") else ""
    return Trigger(
        hit=hit,
        sense=hit.entry,
        kind=kind,
        format=traits.get("format", "unknown"),
        is_verb=verb,
        tense=_tense(hit, person) if verb else "",
        owner=owner,
        is_definite=person == "definite",
    )


def _tense(hit: Hit, person: str) -> str:
    """Return the tense of a finite verb."""
    if person.startswith("f"):
        return "future"
    return "present" if hit.form == "present" else "past"
