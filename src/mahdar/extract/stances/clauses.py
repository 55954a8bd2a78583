"""Which whole clause is judged, and do the words of an object make a position at all?"""

from __future__ import annotations

from mahdar.arabic.letters import ARTICLE
from mahdar.extract.stances.ends import ALONE, FINITE, VERBS, object_end
from mahdar.extract.stances.holders import IMPERSONAL
from mahdar.extract.stances.triggers import Trigger
from mahdar.extract.stances.view import OPENING, View
from mahdar.extract.stances.words import Words

DEMAND = "call-for"
POINTING = "function.pronoun"
"""Words that point back: what is judged then stands before the clause."""
SHORTEST = 4
"""Letters of the shortest word that is an object by itself."""
OBJECT = "object"
"""Trait of senses that show a position only towards some things: a kind of words of `positions.yaml`."""
CLAUSE = "clause"
"""Trait of senses that show no position where a clause follows: «admitted that»."""
PREDICATE = "predicate"
"""Trait of adjectives that judge only as a predicate: «the talks were fruitful», not «fruitful talks»."""
INVITES = "invites"
"""Trait of senses that also mean to invite."""


def whole_clause(view: View, trigger: Trigger) -> Words | None:
    """Return the clause of an impersonal verb whose matter comes first: «the solution must be political»."""
    said = view.said.get(trigger.first)
    begin = max(view.ground.sentence_limits(trigger.first)[0], said.first if said else 0)
    place = trigger.first - 1
    while place >= begin and not (view.is_comma(place) or view.field.is_stop(place) or view.mark(place, "said") == place + 1):
        place -= 1
    first = place + 1
    while view.ground.word(first) in OPENING or view.mark(first, "negator"):
        first += 1
    if (
        trigger.first - first < ALONE - 1
        or not view.is_word(first)
        or view.is_particle(first)
        or _is_report(view, first, trigger.first)
    ):
        return None
    last = object_end(view, trigger.last, first)
    return Words(first=first, last=last) if last > trigger.last else None


def _is_report(view: View, first: int, last: int) -> bool:
    """Return True where a verb of speech stands among tokens [first, last)."""
    return any(
        hit.kind == "say" and hit.form in {"past", "present"}
        for place in range(first, last)
        if place not in view.field.named
        for hit in view.ground.hits_at.get(place, ())
    )


def judged(view: View, trigger: Trigger) -> list[Words]:
    """Return what stands before a judgement in its clause: «… is unacceptable»."""
    said = view.said.get(trigger.first)
    if said is None or (trigger.sense.traits.get(PREDICATE) == "yes" and not _is_predicate(view, trigger.first)):
        return []
    place = trigger.first - 1
    while place >= said.first and not (view.is_comma(place) or view.field.is_stop(place) or view.mark(place, "said")):
        place -= 1
    first, last = place + 1, trigger.first
    while first < last and view.ground.has(first, "position", "copula"):
        first += 1
    while last > first and (view.mark(last - 1, "copula") or not view.is_word(last - 1)):
        last -= 1
    pointing = any(hit.entry == POINTING for hit in view.ground.hits_at.get(first, ()))
    return [Words(first=first, last=last)] if last - first >= ALONE and not pointing else []


def _is_predicate(view: View, place: int) -> bool:
    """Return True where a judgement follows a copula or a definite noun."""
    return (
        view.ground.word(place - 1).startswith(ARTICLE)
        or place - 1 in view.field.named
        or any(view.mark(near, "copula", "said") == place for near in range(max(0, place - 3), place))
    )


def is_position(view: View, trigger: Trigger, words: Words) -> bool:
    """Return True where the words of an object make a position: no invitation, no denial of a mere fact, no claim of one."""
    traits, first = trigger.sense.traits, words.first
    if (
        view.mark(first, "formula")
        or _is_pointer(view, words)
        or (traits.get(CLAUSE) == "no" and view.mark(first - 1, "said") == first)
    ):
        return False
    if traits.get(OBJECT) and not view.mark(first, traits[OBJECT]):
        return False
    if traits.get(INVITES) == "yes":
        mention = view.field.at.get(first)
        if view.mark(first, "invitation") or (mention is not None and mention.kind == "person"):
            return False
    return trigger.stance != DEMAND or not _is_claim(view, trigger, words)


def _is_pointer(view: View, words: Words) -> bool:
    """Return True for a single short word, such as «that»: it means nothing without what it points to."""
    return words.last - words.first == 1 and len(view.ground.word(words.first)) < SHORTEST


def _is_claim(view: View, trigger: Trigger, words: Words) -> bool:
    """Return True where what is pressed is only that something is so: «insists that its programme is peaceful»."""
    if trigger.sense.traits.get(IMPERSONAL) == "yes" or view.mark(words.first - 1, "said") != words.first:
        return False
    return not any(
        hit.form in FINITE or hit.kind == "stance"
        for place in range(words.first, words.last)
        for hit in view.ground.hits_at.get(place, ())
        if hit.kind in VERBS
    )
