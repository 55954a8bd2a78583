"""Through whom did the words come: which document or medium?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mahdar.arabic.letters import ALEF, LAM
from mahdar.extract.statements.field import COMMAS, Field
from mahdar.extract.statements.tails import tail_of
from mahdar.records.annotated import Mention
from mahdar.records.value import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document or medium that passed words on, and the words that name it."""

    kind: Literal["document", "agency"]
    span: Span
    lasting: bool
    """True for an interview or statement to a medium: what the speaker says next came the same way."""


def source_between(field: Field, first: int, last: int) -> Source | None:
    """Return the document or medium named at [first, last): a medium before the document that it passed on."""
    document: Source | None = None
    place = first
    while place < last:
        mention = field.mentions.get(place)
        if mention is not None and mention.kind == "relay":
            return Source(
                kind="agency", span=_extended(field, mention.first, mention.last), lasting=_is_addressed(field, mention)
            )
        end = field.mark(place, "document.published")
        if end:
            return _publisher(field, end) or document
        end = field.mark(place, "document.text")
        if end and _is_passing(field, place):
            document = document or Source(kind="document", span=_named(field, place, end), lasting=False)
        elif field.mark(place, "medium"):
            return Source(kind="agency", span=_extended(field, place, field.mark(place, "medium")), lasting=False)
        place = max(place + 1, end)
    return document


def _is_addressed(field: Field, mention: Mention) -> bool:
    """Return True where speech was made to a medium: «told the agency», «in an interview with the channel»."""
    place = mention.first
    spoken = any(field.mark(near, "document.speech") for near in range(max(0, place - 4), place))
    published = field.closes(place, "document.published")
    return (spoken or field.word(place).startswith(LAM)) and not published


def _publisher(field: Field, place: int) -> Source | None:
    """Return who published a text: the words after the verb, up to a comma or particle."""
    last = place
    while (
        field.is_word(last) and not field.mark(last, "speech.opener", "speech.scene", "date", "speech.aside") and last < place + 6
    ):
        last += 1
    if last == place or field.word(place) in COMMAS:
        return None
    return Source(kind="agency", span=field.ground.doc.span(place, last), lasting=False)


def _is_passing(field: Field, place: int) -> bool:
    """Return True where a document's noun follows a preposition, or is itself what speaks or was issued."""
    prefix = next((prefix for kind, _, prefix in field.marks[place] if kind == "document.text"), "")
    if prefix or (field.word(place).endswith(ALEF) and field.mark(place, "document.joint")):
        return True
    return field.closes(place, "speech.scene", "speech.according")


def _named(field: Field, first: int, last: int) -> Span:
    """Return the words of a document with who issued it («a statement issued by …»)."""
    end, side = tail_of(field, last)
    end = end if side else last
    span = field.ground.doc.span(first, end)
    skipped = len(next((prefix for kind, _, prefix in field.marks[first] if kind == "document.text"), ""))
    return Span(start=span.start + skipped, end=span.end)


def _extended(field: Field, first: int, last: int) -> Span:
    """Return the words of a medium with the name and adjectives that go on with it."""
    place = last
    while place < last + 4:
        mention = field.mentions.get(place)
        quote = field.quotes.get(place)
        if quote is not None and field.size(quote.first, quote.last) <= 3 and quote.closed:
            place = quote.last + 1
        elif mention is not None and mention.form == "nisba":
            place = mention.last
        else:
            break
    whole = field.ground.doc.span(first, place)
    mention = field.mentions.get(first)
    return Span(start=mention.name.start if mention and mention.name else whole.start, end=whole.end)
