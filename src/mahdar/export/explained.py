"""What was seen in a text, line by line: what each line is, and every name, title, day, place, mood and claim in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from mahdar.export.fields import Names, show
from mahdar.export.whole import UNSHOWN
from mahdar.records.annotated import Annotated
from mahdar.records.reading import Traced
from mahdar.records.text import Label, Text
from mahdar.records.value import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Something seen at a span: which layer, what it was read as, and by which rule."""

    span: Span
    words: str
    layer: str
    what: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A line of the text, or the part of it under one label, and what was seen in it."""

    span: Span
    part: str
    rule: str
    words: str
    seen: tuple[Seen, ...]


def explain(traced: Traced, names: Names) -> tuple[Labelled, ...]:
    """Return the whole text in order; nothing of it is left out."""
    text = traced.reading.text
    seen = sorted([*_annotated(traced.annotated), *_claims(traced, names)], key=lambda one: (one.span, one.layer, one.what))
    return tuple(_labelled(label, span, text.words_of(span), seen) for label in text.labels for span in _lines(text, label))


def _lines(text: Text, label: Label) -> Iterable[Span]:
    start = label.span.start
    for line in text.words_of(label.span).splitlines(keepends=True):
        yield Span(start=start, end=start + len(line))
        start += len(line)


def _labelled(label: Label, span: Span, words: str, seen: list[Seen]) -> Labelled:
    inside = tuple(one for one in seen if span.start <= one.span.start < span.end)
    return Labelled(span=span, part=label.part, rule=label.rule, words=words, seen=inside)


def _annotated(doc: Annotated) -> Iterable[Seen]:
    """Give the mentions, days, places, moods and quotations of a text."""
    words = doc.text.words_of
    for mention in doc.mentions:
        what = " ".join(part for part in (mention.form, mention.actor, _for(mention.of), mention.role) if part)
        yield Seen(span=mention.span, words=words(mention.span), layer=mention.kind, what=what, rule=mention.rule)
    for date in doc.dates:
        yield Seen(span=date.span, words=words(date.span), layer="day", what=date.reasoning, rule=date.rule)
    for place in doc.places:
        what = " in ".join(part for part in (place.city, place.state) if part)
        yield Seen(span=place.span, words=words(place.span), layer="place", what=what, rule=place.rule)
    for mood in doc.moods:
        yield Seen(span=mood.span, words=words(mood.span), layer="mood", what=mood.mood, rule=mood.rule)
    for quote in doc.quotes:
        if quote.first < quote.last:
            span = doc.span(quote.first, quote.last)
            yield Seen(
                span=span, words=words(span), layer="quote", what="closed" if quote.closed else "not closed", rule="quotes"
            )


def _for(codes: tuple[str, ...]) -> str:
    return "for " + "+".join(codes) if codes else ""


def _claims(traced: Traced, names: Names) -> Iterable[Seen]:
    """Give the claims, each at its evidence, with all that it says."""
    text = traced.reading.text
    for claim in traced.reading.claims:
        shown = ((one.name, getattr(claim, one.name)) for one in fields(claim) if one.name not in UNSHOWN)
        said = "; ".join(f"{name}: {show(held, names, text.letters)}" for name, held in shown)
        span = claim.anchor.evidence
        yield Seen(span=span, words=text.words_of(span), layer="claim", what=f"{claim.kind}: {said}", rule=claim.anchor.key)
