"""The words of an object: where they stand, and what they say of the position beside themselves."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.arabic.clitics import BEH, CONJUNCTIONS
from mahdar.arabic.letters import LAM
from mahdar.extract.stances.view import View
from mahdar.records.value import Span

WAW = CONJUNCTIONS[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of an object at tokens [first, last), whom they address, and what the words themselves make of the position."""

    first: int
    last: int
    addressee: str | None = None
    partner: str | None = None
    """With whom the holder would work for it."""
    lead: str = ""
    """The particle written onto the first word, by which the position leads to it."""
    denied: bool = False
    """True where the object is that something not be done."""
    own: int | None = None
    """Where the words begin that tell its own file, if it shares its first words with another object."""
    opposed: bool = False
    """True where the object is to stand against something: «the importance of resisting X»."""

    @property
    def telling(self) -> int:
        """Return the token from which the object's words are its own."""
        return self.first if self.own is None else self.own


def span_of(view: View, words: Words) -> Span:
    """Return the letters of an object, without the particle that leads to it."""
    span = view.ground.doc.span(words.first, words.last)
    letters = view.ground.doc.text.letters
    if (
        words.lead in (BEH, LAM, WAW)
        and letters[span.start] == words.lead
        and letters[span.start + 1 : span.start + 2] not in (LAM, "")
    ):
        return Span(start=span.start + 1, end=span.end)
    if len(words.lead) > 1 and letters.startswith(words.lead, span.start):
        return Span(start=span.start + len(words.lead), end=span.end)
    return span
