"""What does each sentence tell of an act?"""

from __future__ import annotations

from dataclasses import replace

from mahdar.extract.events.deed import Deed
from mahdar.extract.events.doers import Doer, find_doer
from mahdar.extract.events.field import FINITE, Field
from mahdar.extract.events.moods import is_told_as_done
from mahdar.extract.events.reach import content_end, trimmed
from mahdar.extract.events.stage import Stage
from mahdar.extract.events.targets import Target, find_target
from mahdar.extract.events.triggers import NOUNS, Trigger, find_triggers
from mahdar.records.value import Span

APART = frozenset({"CONSULT", ""})
"""Types that no verb or noun tells by itself: meetings have their own finder, idle expressions report no act."""
VIOLENT = frozenset({"ASSAULT", "COERCE"})
"""Types that in the mouth of another side are a charge."""
NAMELESS = frozenset({"ASSAULT", "PROTEST"})
"""Types that are told where nobody is named who did it."""
SPOKEN = frozenset({"SUPPORT", "AGREE", "REQUEST", "REJECT", "ACCUSE", "THREATEN"})
"""Types that are done with words."""
LEAD, LONG_LEAD = 3, 8
"""Content sentences at the head of a report that tell its news; of one whose headline tells of violence."""


def find_deeds(stage: Stage) -> list[Deed]:
    """Return the acts that the words of the event lexicon tell, in text order."""
    triggers = [trigger for trigger in find_triggers(stage.field, "event") if trigger.sense.traits.get("type") not in APART]
    return [deed for trigger in triggers for deed in _deeds(stage, trigger)]


def _deeds(stage: Stage, trigger: Trigger) -> list[Deed]:
    """Return what a trigger tells: an act, a charge, or both where somebody charges another with the act."""
    field = stage.field
    if not is_told_as_done(field, trigger):
        return []
    doer = find_doer(stage, trigger)
    if ("subject", "recipient") in trigger.sense.frame:
        charge = _charge(stage, trigger, doer)
        return [charge] if charge else []
    target = find_target(field, trigger, doer)
    if not _counts(field, trigger, doer, target):
        return []
    told = _told(field, trigger, doer, target)
    speaker = stage.voices.around(trigger.span)
    if _is_mentioned(trigger, doer, speaker):
        return []
    if told.type not in VIOLENT or not speaker or not told.actors or set(speaker) & set(told.actors):
        return [told]
    charge = replace(told, type="ACCUSE", mode="disapprove", actors=speaker, recipients=told.actors, rule=f"{told.rule}.charged")
    return [replace(told, alleged=True), charge]


def _is_mentioned(trigger: Trigger, doer: Doer | None, speaker: tuple[str, ...] | None) -> bool:
    """Return True for words of others' words in the mouth of a third: «the support of Tehran for …» of which somebody speaks."""
    if doer is None or doer.rule != "owner" or trigger.sense.traits.get("type") not in SPOKEN:
        return False
    return speaker is not None and not set(speaker) & set(doer.codes)


def _told(field: Field, trigger: Trigger, doer: Doer | None, target: Target) -> Deed:
    """Return an act with the words that tell it."""
    doc = field.ground.doc
    start = max(doer.after if doer else 0, trigger.last)
    end = max(content_end(field, start) if start < field.ground.sentence_limits(trigger.first)[1] else start, trigger.last)
    span = Span(start=doc.tokens.starts[trigger.first], end=doc.tokens.ends[trimmed(field, trigger.first, end) - 1])
    if doer and doer.span and doer.rule in {"subject", "predicate", "owner"}:
        span = Span(start=min(span.start, doer.span.start), end=max(span.end, doer.span.end))
    sentence = doc.sentence_of[trigger.first]
    return Deed(
        type=trigger.sense.traits["type"],
        mode=trigger.sense.traits.get("mode", ""),
        actors=doer.codes if doer else (),
        recipients=target.codes,
        unnamed=_unnamed(field, trigger.last, end),
        trigger=trigger.span,
        target=target.spans[0] if target.spans else None,
        evidence=span,
        content=_content(field, trigger.last, end),
        sentence=sentence,
        in_title=doc.sentences[sentence].part == "title",
        rule=f"event.{trigger.sense.id}.{doer.rule if doer else 'unknown-hands'}",
    )


def _content(field: Field, first: int, last: int) -> tuple[str, ...]:
    """Return the words that say what an act is about, without the names of sides."""
    words = (field.ground.word(place) for place in range(first, last) if place not in field.named)
    return tuple(word for word in words if len(word) > 3)


def _charge(stage: Stage, trigger: Trigger, doer: Doer | None) -> Deed | None:
    """Return words that charge their subject with something as an act of whoever says them; of violence suffered as it is."""
    field = stage.field
    if doer is None or not doer.codes:
        return None
    target = Target(codes=doer.codes, spans=(doer.span,) if doer.span else (), is_framed=True)
    speaker = stage.voices.around(trigger.span)
    if trigger.sense.traits.get("type") != "ACCUSE":
        return _told(field, trigger, None, target) if _is_news(field, trigger) else None
    if speaker is None or set(speaker) & set(doer.codes):
        return None
    return _told(field, trigger, Doer(codes=speaker, span=None, rule="voice", after=doer.after), target)


def _counts(field: Field, trigger: Trigger, doer: Doer | None, target: Target) -> bool:
    """Return True where what is known of both sides is enough for an act of its sense and form."""
    if trigger.has_pronoun and trigger.sense.traits.get("type") in VIOLENT and not target.codes:
        return False
    if doer is None or not doer.codes:
        unknown = trigger.sense.traits.get("type") in NAMELESS and trigger.form in FINITE
        return unknown and bool(target.codes) and _is_news(field, trigger) and _is_violent(field, trigger)
    noun = trigger.form in NOUNS
    if trigger.sense.traits.get("weak") == "yes":
        return bool(target.codes) and target.is_framed and not (noun and doer.rule != "voice")
    return bool(target.codes) or not noun or doer.rule in {"governor", "voice", "launched"}


def _is_violent(field: Field, trigger: Trigger) -> bool:
    """Return True where a second word of violence stands in the sentence: what «targets» may be a plan or a fund."""
    protest = trigger.sense.traits.get("type") == "PROTEST"
    if protest or trigger.last - trigger.first > 1 or field.ground.has(trigger.last, "acting", "hands"):
        return True
    first, last = field.ground.sentence_limits(trigger.first)
    return any(_is_assault(field, place) for place in range(first, last) if not trigger.first <= place < trigger.head)


def _is_assault(field: Field, place: int) -> bool:
    """Return True where a word of violence stands."""
    senses = field.ground.language.senses
    events = (hit for hit in field.ground.hits_at.get(place, ()) if hit.kind == "event")
    return any(senses[hit.entry].traits.get("type") == "ASSAULT" for hit in events)


def _is_news(field: Field, trigger: Trigger) -> bool:
    """Return True in the headline and at the head of the body, which is longer where the headline tells of violence."""
    doc = field.ground.doc
    number = doc.sentence_of[trigger.first]
    if doc.sentences[number].part == "title":
        return True
    violent = any(
        _is_assault(field, place)
        for sentence in doc.sentences
        if sentence.part == "title"
        for place in range(sentence.first, sentence.last)
    )
    content = [other for other, sentence in enumerate(doc.sentences) if sentence.part == "content"]
    return number in content[: LONG_LEAD if violent else LEAD]


def _unnamed(field: Field, first: int, last: int) -> tuple[Span, ...]:
    """Return the words for adversaries whom the content does not name."""
    return tuple(
        field.ground.doc.span(hit.first, hit.last)
        for place in range(first, last)
        for hit in field.ground.hits_at.get(place, ())
        if hit.kind == "formula" and hit.detail[:1] in {("unnamed",), ("adversary",)}
    )
