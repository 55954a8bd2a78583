"""Was it held, is it planned, was it called off, or is it no meeting at all?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.arabic.clitics import BEH
from mahdar.arabic.letters import LAM
from mahdar.arabic.verbs import TEH, YEH
from mahdar.extract.ground import Ground
from mahdar.extract.meetings.chains import NOMINAL
from mahdar.extract.meetings.reach import STOPS
from mahdar.extract.meetings.triggers import FINITE, Trigger, is_light
from mahdar.records.annotated import DateMention, Mood
from mahdar.records.value import Span

BEFORE, AFTER = 8, 12
"""Words before and after a trigger within which a word of mood speaks of it."""
MAY = "hypothetical.qad"
CALLS = frozenset({"call-for.daa", "urge.haththa", "demand.talaba", "demand.naashada"})
"""Verbs of speech that call for what «to» names after them."""
WISH = "hypothetical.wish"
LATER = "planned.muqbil"
WEEKDAY = "date.weekday"
PRESENT = frozenset({YEH, TEH, "\N{ARABIC LETTER SEEN}"})
"""First letters of a verb in the present or future."""
SCHEDULED = frozenset({"planned.jadwal", "planned.yaatazim"})
"""«A meeting that was scheduled», «a visit that he intends»: right after the noun it says that it was only planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """held, planned or cancelled; the manner (postponed, suspended, earlier…); the words that say so."""

    status: str
    manner: str | None
    span: Span | None
    firm: bool = False
    """True where a verb in the past tells it."""


def status_of(ground: Ground, trigger: Trigger, date: DateMention | None) -> Status | None:
    """Return how a contact is told, None where it is denied, wished for or only imagined."""
    if _is_called_for(ground, trigger):
        return None
    if trigger.tense == "future":
        return Status(status="planned", manner=None, span=ground.doc.span(trigger.hit.first, trigger.hit.last))
    for mood in _moods_near(ground, trigger):
        found = _by_mood(ground, trigger, mood)
        if found == "none":
            return None
        if found:
            return Status(status=found, manner=_manner(mood), span=mood.span)
    if (
        _stops_ahead(ground, trigger)
        or _is_ahead(ground, trigger, date)
        or _future_relative(ground, trigger)
        or _future_verb_before(ground, trigger)
        or (date is not None and date.past is None and date.future is not None)
    ):
        return Status(status="planned", manner=None, span=date.span if date else None)
    return Status(status="held", manner=None, span=None, firm=_told_as_past(ground, trigger))


def _is_called_for(ground: Ground, trigger: Trigger) -> bool:
    """Return True where a call leads to the noun: «the secretary-general called for talks between…»."""
    if trigger.is_verb or trigger.is_definite or trigger.owner:
        return False
    first, _ = ground.sentence_limits(trigger.hit.first)
    place = trigger.hit.first - 1
    leads = ground.has(place, "party", "also") or trigger.hit.prefix.endswith((LAM, BEH))
    calls = range(max(first, place - BEFORE), place)
    return leads and any(
        hit.kind == "say" and hit.entry in CALLS and hit.form in FINITE and not _cut(ground, hit.last, place)
        for near in calls
        for hit in ground.hits_at.get(near, ())
    )


def _told_as_past(ground: Ground, trigger: Trigger) -> bool:
    """Return True where the trigger, or the light verb that governs it, is a verb in the past."""
    if trigger.is_verb:
        return trigger.tense == "past"
    place = _governor(ground, trigger, ground.sentence_limits(trigger.hit.first)[0])
    return any(hit.form == "past" and is_light(ground, hit) for hit in ground.hits_at.get(place, ()))


def _moods_near(ground: Ground, trigger: Trigger) -> list[Mood]:
    """Return the words of mood that speak of a trigger, nearest first: before it in its clause, or «coming» after it."""
    first, last = ground.sentence_limits(trigger.hit.first)
    found = []
    anchor = _governor(ground, trigger, first)
    for mood in ground.doc.moods:
        if mood.last <= trigger.hit.first and any(_names_other(ground, place) for place in range(mood.first, mood.last)):
            continue
        if anchor < mood.first and ground.has(mood.first, "clause", "when"):
            continue
        before = max(first, anchor - BEFORE) <= mood.first < trigger.hit.first
        after = trigger.hit.last <= mood.first < min(last, trigger.hit.last + AFTER) and mood.rule == LATER
        after = after or (trigger.hit.last <= mood.first <= trigger.hit.last + 2 and mood.rule in SCHEDULED)
        if (before and not _cut(ground, mood.last, anchor)) or (after and trigger.tense != "past"):
            found.append(mood)
    return sorted(found, key=lambda mood: (mood.rule in SCHEDULED, abs(mood.first - trigger.hit.first)))


def _governor(ground: Ground, trigger: Trigger, first: int) -> int:
    """Return the place of the light verb that governs a noun of meeting, of the trigger itself where there is none."""
    if trigger.is_verb:
        return trigger.hit.first
    places = range(trigger.hit.first - 1, max(first, trigger.hit.first - AFTER - BEFORE) - 1, -1)
    return next(
        (place for place in places if any(is_light(ground, hit) for hit in ground.hits_at.get(place, ()))), trigger.hit.first
    )


def _cut(ground: Ground, first: int, last: int) -> bool:
    """Return True where another clause begins between two places."""
    return any(
        ground.word(place) in STOPS | {"\N{ARABIC COMMA}"}
        or _names_other(ground, place)
        or (ground.has(place, "clause", "break") and not ground.has(place, "mood"))
        for place in range(first, last)
        if ground.word(place) not in {"ان"}
    )


def _names_other(ground: Ground, place: int) -> bool:
    """Return True where another noun of meeting stands, which a word of mood before it speaks of."""
    return any(
        hit.kind == "meet" and hit.form in NOMINAL and not is_light(ground, hit) for hit in ground.hits_at.get(place, ())
    ) and (place not in ground.named)


def _by_mood(ground: Ground, trigger: Trigger, mood: Mood) -> str | None:
    """Return the status that a word of mood gives, `none` where the contact is not told as one, None where it says nothing."""
    if mood.mood in {"planned", "postponed"}:
        return "planned" if not (trigger.tense == "past" and mood.rule == LATER) else None
    if mood.mood in {"cancelled", "suspended"}:
        return "cancelled"
    if mood.mood == "negated":
        close = trigger.hit.first - mood.last <= 1
        return "none" if close or mood.rule in {"negated.rafada", "negated.nafa"} else None
    if mood.rule == WISH:
        anchor = _governor(ground, trigger, ground.sentence_limits(trigger.hit.first)[0])
        return "none" if mood.last in {anchor, trigger.hit.first} else None
    if mood.mood == "hypothetical":
        return None if mood.rule == MAY and _told_as_past(ground, trigger) and not _may_be_present(ground, trigger) else "none"
    return None


def _may_be_present(ground: Ground, trigger: Trigger) -> bool:
    """Return True where a verb of the past may be one of the present too: «his government may talk with the rebels»."""
    hits = ground.hits_at.get(trigger.hit.first, ())
    return trigger.is_verb and any(
        hit.entry == trigger.sense and hit.form == "present" and hit.detail[:1] != ("1s",) for hit in hits
    )


def _manner(mood: Mood) -> str | None:
    """Return the manner that a mood tells beyond the status."""
    return mood.mood if mood.mood in {"postponed", "suspended"} else None


def _is_ahead(ground: Ground, trigger: Trigger, date: DateMention | None) -> bool:
    """Return True for a verb in the present with the day of publication («holds talks today») or a weekday («meets Tuesday»)."""
    if date is None or date.past is None:
        return False
    part = ground.doc.sentences[ground.doc.sentence_of[trigger.hit.first]].part
    today = part == "content" and date.past.edtf == (ground.doc.published or "")[:10]
    if not today and not (date.rule == WEEKDAY and date.future):
        return False
    place = trigger.hit.first if trigger.is_verb else _governor(ground, trigger, ground.sentence_limits(trigger.hit.first)[0])
    if place and ground.has(place - 1, "clause", "break"):
        return False
    forms = {hit.form for hit in ground.hits_at.get(place, ()) if hit.kind == "meet"}
    return "present" in forms and "past" not in forms


def _stops_ahead(ground: Ground, trigger: Trigger) -> bool:
    """Return True for a tour «that includes» its stops: they lie ahead, as they do not in «that included»."""
    near = range(trigger.hit.last - 1, trigger.hit.last + 3)
    return trigger.kind == "tour" and any(
        ground.has(place, "party", "gathers") and ground.word(place)[:1] in PRESENT for place in near
    )


def _future_relative(ground: Ground, trigger: Trigger) -> bool:
    """Return True for «the summit … that will be held»."""
    last = ground.sentence_limits(trigger.hit.first)[1]
    return (
        any(
            hit.kind == "meet"
            and is_light(ground, hit)
            and hit.detail[:1]
            and hit.detail[0].startswith("f")
            and ground.has(place - 1, "clause", "break")
            for place in range(trigger.hit.last, min(last, trigger.hit.last + AFTER))
            for hit in ground.hits_at.get(place, ())
        )
        and not trigger.is_verb
    )


def _future_verb_before(ground: Ground, trigger: Trigger) -> bool:
    """Return True where a light verb in the future governs a noun of meeting."""
    first, _ = ground.sentence_limits(trigger.hit.first)
    return (
        any(
            hit.kind == "meet" and hit.form in FINITE and hit.detail and hit.detail[0].startswith("f")
            for place in range(max(first, trigger.hit.first - BEFORE), trigger.hit.first)
            for hit in ground.hits_at.get(place, ())
        )
        and not trigger.is_verb
    )
