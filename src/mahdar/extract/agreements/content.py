"""What was agreed: which words say it?"""

from __future__ import annotations

from mahdar.arabic.letters import key
from mahdar.extract.events.field import Field
from mahdar.extract.events.reach import content_end
from mahdar.extract.events.triggers import NOUNS, Trigger
from mahdar.records.value import Span

OPENING = 14
"""Words after a trigger or its subject within which the words of what was agreed begin."""


def content_of(field: Field, trigger: Trigger, after: int) -> Span | None:
    """Return the words of what was agreed: after the preposition or «that», the object, or the noun itself with what follows."""
    _, limit = field.ground.sentence_limits(trigger.first)
    if trigger.form in {"nouns", "word"}:
        return _span(field, trigger.first, 0, content_end(field, trigger.first))
    words = _openers(field, trigger)
    inside = next((place for place in range(trigger.last - 1, trigger.first, -1) if field.ground.word(place) in words), None)
    if inside is not None and inside + 1 < limit and after <= trigger.last:
        return _span(field, inside + 1, 0, content_end(field, inside + 1))
    place = max(after, trigger.last)
    begin = next(
        (other for other in range(place, min(limit, place + OPENING)) if _opens(field, other, words) or _cut(field, other)), None
    )
    if begin is not None and not _cut(field, begin):
        letters = 0 if field.ground.word(begin) in words else 1
        begin += 1 - letters
        return _span(field, begin, letters, content_end(field, begin)) if begin < limit else None
    if (
        any(word == "object" for word, role in trigger.sense.frame if role == "content")
        and place < limit
        and not _cut(field, place)
    ):
        return _span(field, place, 0, content_end(field, place))
    return _span(field, trigger.first, 0, content_end(field, trigger.first)) if trigger.form in NOUNS else None


def _openers(field: Field, trigger: Trigger) -> frozenset[str]:
    """Return the words that bring in what is agreed under a sense, folded, with «that»."""
    table = field.ground.language.folding
    return frozenset(
        {*(key(word, table) for word, role in trigger.sense.frame if role == "content" and word != "object"), *_THAT}
    )


_THAT = ("\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}",)


def _opens(field: Field, place: int, words: frozenset[str]) -> bool:
    """Return True where a word brings in what is agreed, or carries the preposition that does."""
    word = field.ground.word(place)
    return word in words or (
        len(word) > 4
        and word[0] in words
        and not field.ground.has(place, "function")
        and place not in field.named
        and place not in field.timed
    )


def _cut(field: Field, place: int) -> bool:
    """Return True where the clause ends before its content came."""
    return field.is_stop(place) or field.ground.has(place, "acting", "aside")


def _span(field: Field, first: int, skipped: int, last: int) -> Span | None:
    """Return tokens [first, last) as letters, without the first `skipped` ones."""
    if last <= first:
        return None
    tokens = field.ground.doc.tokens
    return Span(start=tokens.starts[first] + skipped, end=tokens.ends[last - 1])
