"""Is content quoted, told in the reporter's words, or both?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.extract.statements.complements import SCARE
from mahdar.extract.statements.ends import TRAILING, Content
from mahdar.extract.statements.field import MARKS, Field
from mahdar.records.annotated import Quote

NEARLY = 0.7
"""Share of a clause's words inside one quotation from which the quotation is the statement."""
LEAD = 4
"""Words before the quotation up to which it still is nearly the whole clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words said, at tokens [first, last): direct or indirect, and whether both marks are there."""

    first: int
    last: int
    is_direct: bool
    is_complete: bool


def pieces_of(field: Field, content: Content) -> list[Piece]:
    """Return content as what is quoted and what is told."""
    quotes = _speech_quotes(field, content)
    total = field.size(content.first, content.last)
    if not total:
        return []
    told = Piece(first=content.first, last=content.last, is_direct=False, is_complete=True)
    if not quotes:
        return [_unmarked(field, told)]
    inside = sum(field.size(max(quote.first, content.first), min(quote.last, content.last)) for quote in quotes)
    lead = field.size(content.first, quotes[0].first) if quotes[0].first > content.first else 0
    direct = [_direct(field, quote) for quote in quotes]
    if inside / total >= NEARLY and lead <= LEAD:
        return direct
    return [told, *direct]


def _speech_quotes(field: Field, content: Content) -> list[Quote]:
    """Return the quotations of more than a few words inside content."""
    found = []
    for quote in field.ground.doc.quotes:
        if content.first - 1 <= quote.first < content.last and field.size(quote.first, quote.last) > SCARE:
            found.append(quote)
    return found


def _direct(field: Field, quote: Quote) -> Piece:
    """Return a quotation as words said."""
    last = quote.last
    while last > quote.first + 1 and field.word(last - 1) in TRAILING:
        last -= 1
    return Piece(first=quote.first, last=last, is_direct=True, is_complete=quote.closed)


def _unmarked(field: Field, told: Piece) -> Piece:
    """Return told content without quotation marks that wrap all of it."""
    if field.word(told.first) in MARKS and field.word(told.last - 1) in MARKS and told.last - told.first > SCARE:
        inner = field.quotes.get(told.first)
        if inner is not None and inner.last == told.last - 1:
            return Piece(first=told.first + 1, last=told.last - 1, is_direct=False, is_complete=True)
    return told
