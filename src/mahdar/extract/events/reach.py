"""How far do the words of an act reach: its object, its content?"""

from __future__ import annotations

from mahdar.extract.events.field import Field
from mahdar.extract.expressions import COMMAS

LONGEST = 60
"""Words that the content of one act may have."""
NEXT = frozenset({"say", "event", "meet", "stance", "agree"})


def content_end(field: Field, first: int) -> int:
    """Return the token after the last of the clause that begins at `first`: before a stop, a new report, a closing aside."""
    _, limit = field.ground.sentence_limits(first)
    limit = min(limit, first + LONGEST)
    quote = next((quote for quote in field.ground.doc.quotes if quote.first <= first < quote.last), None)
    if quote is not None:
        limit = min(limit, quote.last)
    place = first
    while place < limit:
        if place > first and _ends(field, place):
            break
        place += 1
    return trimmed(field, first, place)


def trimmed(field: Field, first: int, last: int) -> int:
    """Return `last` moved left over commas, stops and opening marks."""
    while (
        last > first + 1
        and field.ground.doc.tokens.kinds[last - 1] == "p"
        and field.ground.word(last - 1) not in {'"', "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}", ")"}
    ):
        last -= 1
    return last


def _ends(field: Field, place: int) -> bool:
    """Return True where a stop or a new report begins."""
    if field.is_stop(place) or field.ground.doc.tokens.kinds[place] == "b":
        return True
    if field.ground.has(place, "acting", "aside"):
        return True
    return field.ground.word(place - 1) in COMMAS and _reports(field, place)


def _reports(field: Field, place: int) -> bool:
    """Return True where, after a comma, a verb or participle opens another report."""
    if place in field.named:
        return False
    if any(hit.prefix for hit in field.suffixed(place)):
        return True
    return any(
        hit.kind in NEXT
        and (
            (hit.form in {"past", "present"} and (hit.prefix or hit.kind == "say"))
            or (hit.form == "active" and hit.kind in {"say", "event"})
        )
        for hit in field.ground.hits_at.get(place, ())
    )
