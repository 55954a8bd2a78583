"""How is a span shown to others, and found again in a text that changed?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from mahdar.errors import StoreError
from mahdar.records.ids import digest
from mahdar.records.value import Span
from mahdar.store.align import align, carry

CONTEXT = 32
"""Letters kept on each side of a quote."""
_LONG = 24
"""A quote of so many letters is found by itself; a shorter one needs its neighbours."""
_NEAR = 88.0
"""How alike a changed quote with its neighbours must still be, of 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """A span as W3C Web Annotation tells it: the exact words, the letters around them, and the sha256 of the words."""

    exact: str
    prefix: str
    suffix: str
    hash: str


def anchor(letters: str, span: Span) -> Selector:
    """Return the selector of a span; a span that the text does not hold is a StoreError.

    >>> anchor("met in Cairo today", Span(start=7, end=12)).exact
    'Cairo'
    """
    if not 0 <= span.start < span.end <= len(letters):
        raise StoreError(
            f"the span {span.start}–{span.end} is not in its text of {len(letters)} letters."
            " Read the article again: `mahdar read`."
        )
    exact = letters[span.start : span.end]
    prefix = letters[max(0, span.start - CONTEXT) : span.start]
    suffix = letters[span.end : span.end + CONTEXT]
    return Selector(exact=exact, prefix=prefix, suffix=suffix, hash=digest(exact.encode("utf-8")))


def fits(selector: Selector, letters: str, span: Span) -> bool:
    """Tell whether a span of a text still holds the words of a selector."""
    return digest(letters[span.start : span.end].encode("utf-8")) == selector.hash


def relocate(selector: Selector, new_text: str) -> Span | None:
    """Return where a quote stands in another text, None where it is gone or nobody can tell which of its places is meant.

    The same words among the likest neighbours come first, then words that are nearly the same.

    >>> relocate(anchor("he met her in Cairo", Span(start=14, end=19)), "today he met her in Cairo")
    Span(start=20, end=25)
    """
    found = sorted(((_context(selector, new_text, span), -span.start) for span in _occurrences(selector, new_text)), reverse=True)
    if not found:
        return _nearly(selector, new_text)
    most, place = found[0]
    is_only = len(found) == 1 or found[1][0] < most
    if is_only and (most >= _needed(selector) or len(selector.exact) >= _LONG):
        return Span(start=-place, end=-place + len(selector.exact))
    return None


def _occurrences(selector: Selector, text: str) -> Iterator[Span]:
    start = text.find(selector.exact)
    while selector.exact and start >= 0:
        yield Span(start=start, end=start + len(selector.exact))
        start = text.find(selector.exact, start + 1)


def _needed(selector: Selector) -> int:
    return min(8, len(selector.prefix) + len(selector.suffix))


def _context(selector: Selector, text: str, span: Span) -> int:
    before = _same(selector.prefix[::-1], text[max(0, span.start - CONTEXT) : span.start][::-1])
    return before + _same(selector.suffix, text[span.end : span.end + CONTEXT])


def _same(ours: str, theirs: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs)))


def _nearly(selector: Selector, text: str) -> Span | None:
    whole = selector.prefix + selector.exact + selector.suffix
    if len(text) < len(whole) or not selector.exact:
        return None
    found = fuzz.partial_ratio_alignment(whole, text, score_cutoff=_NEAR)
    if found is None:
        return None
    span = Span(start=len(selector.prefix), end=len(selector.prefix) + len(selector.exact))
    moved = carry(align(whole, text[found.dest_start : found.dest_end]), span)
    return moved and Span(start=found.dest_start + moved.start, end=found.dest_start + moved.end)
