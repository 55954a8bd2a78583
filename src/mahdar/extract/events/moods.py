"""Is the act told as done, or is it planned, denied, imagined, long past?"""

from __future__ import annotations

from mahdar.arabic.clitics import CONJUNCTIONS
from mahdar.extract.events.field import Field
from mahdar.extract.events.triggers import Trigger
from mahdar.extract.expressions import COMMAS

BEFORE = 5
"""Words before a trigger within which a word of mood speaks of it."""
DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "AID", "RETREAT", "COOPERATE", "CONCEDE", "PROTEST", "CONSULT"})
"""Types that are done with more than words; told in the future they are no event."""
IF, MAY, RUMOUR = "hypothetical.idha", "hypothetical.qad", "relay.ifidat"
OLD = 1
"""Years before publication after which an act is history."""


def is_told_as_done(field: Field, trigger: Trigger) -> bool:
    """Return True where an act is told as done."""
    if _is_denied(field, trigger) or _is_history(field, trigger):
        return False
    deed = trigger.sense.traits.get("type") in DEEDS
    if deed and trigger.is_future:
        return False
    return not any(
        _is_near(field, trigger, mood.first, mood.last)
        and _counts(trigger, mood.mood, mood.rule, deed=deed)
        and _speaks_of(field, trigger, mood.last)
        for mood in field.ground.doc.moods
    )


def _counts(trigger: Trigger, mood: str, rule: str, *, deed: bool) -> bool:
    """Return True for moods under which an act is none; «may» before a past verb means «had»."""
    if mood == "hypothetical":
        if rule == MAY and trigger.form == "past":
            return False
        return deed or rule in {IF, MAY, RUMOUR}
    return mood in {"planned", "postponed", "cancelled"} and deed


def _is_near(field: Field, trigger: Trigger, first: int, last: int) -> bool:
    """Return True where words of mood stand shortly before a trigger in its sentence."""
    begin, _ = field.ground.sentence_limits(trigger.first)
    return max(begin, trigger.first - BEFORE) <= first and last <= trigger.first


def _speaks_of(field: Field, trigger: Trigger, last: int) -> bool:
    """Return True where no clause ends between words of mood and a trigger."""
    return not any(field.is_stop(place) or field.ground.word(place) in COMMAS for place in range(last, trigger.first))


def _is_denied(field: Field, trigger: Trigger) -> bool:
    """Return True where a negation stands right before a trigger."""
    return any(
        hit.kind == "mood" and hit.detail[:1] == ("negated",) and hit.last == trigger.first and hit.prefix in {"", *CONJUNCTIONS}
        for place in range(max(0, trigger.first - 2), trigger.first)
        for hit in field.ground.hits_at.get(place, ())
    )


def _is_history(field: Field, trigger: Trigger) -> bool:
    """Return True where the clause dates an act to more than a year before the report."""
    doc = field.ground.doc
    if not doc.published:
        return False
    first, last = field.ground.sentence_limits(trigger.first)
    near = [date for date in doc.dates if first <= date.first < last and abs(date.first - trigger.first) <= 12 and date.past]
    nearest = min(near, key=lambda date: abs(date.first - trigger.first), default=None)
    if nearest is None or nearest.past is None or not nearest.past.edtf[:4].isdigit():
        return False
    return int(nearest.past.edtf[:4]) < int(doc.published[:4]) - OLD


def is_told_as_planned(field: Field, trigger: Trigger) -> bool:
    """Return True where a sign of the future, or words of plan right before it, tell an act as still to come."""
    return trigger.is_future or any(
        mood.mood in {"planned", "postponed"}
        and _is_near(field, trigger, mood.first, mood.last)
        and _speaks_of(field, trigger, mood.last)
        for mood in field.ground.doc.moods
    )
