"""Which set phrases of diplomatic language stand in a text, and where?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mahdar.records.annotated import Annotated, Hit
from mahdar.records.value import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A set phrase of `formulae.yaml` in a text: its id, what sort of phrase it is, its letters."""

    id: str
    sort: str
    span: Span


def find_formulae(doc: Annotated) -> tuple[Formula, ...]:
    """Return the set phrases of an article in text order, the longest at each place; those in furniture are left out."""
    return tuple(
        Formula(id=hit.entry, sort=hit.detail[0] if hit.detail else "", span=doc.span(hit.first, hit.last))
        for hit in _longest(hit for hit in doc.hits if hit.kind == "formula" and _is_told(doc, hit))
    )


def _is_told(doc: Annotated, hit: Hit) -> bool:
    """Return True for words of the article itself."""
    number = doc.sentence_of[hit.first]
    return number >= 0 and doc.sentences[number].part != "furniture"


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits that overlap no longer one."""
    found: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if not found or hit.first >= found[-1].last:
            found.append(hit)
    return found
