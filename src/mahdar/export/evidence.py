"""Which sentence says it, and which of its words?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mahdar.records.claim import CapacityClaim, Claim, Hop, InitiativeClaim, MeetingClaim, Party, StatementClaim
from mahdar.records.value import Entry, Evidence, Meta, Missing, Other, Span, Value, Words

_END = re.compile(r"[.!\N{ARABIC QUESTION MARK}?]+(?=\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A sentence of a text, and the runs of it that are evidence, counted from the sentence's first letter."""

    sentence: str
    start: int
    marks: tuple[Span, ...]

    def marked(self, before: str = "[[", after: str = "]]") -> str:
        """Return the sentence with the marked runs between two signs.

        >>> Quoted(sentence="he met her", start=0, marks=(Span(start=3, end=6),)).marked()
        'he [[met]] her'
        """
        parts, last = [], 0
        for mark in self.marks:
            parts += [self.sentence[last : mark.start], before, self.sentence[mark.start : mark.end], after]
            last = mark.end
        return "".join([*parts, self.sentence[last:]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a value rests on: sentences of its text, items of the page's metadata, entries of `data/`, other claims."""

    quotes: tuple[Quoted, ...]
    metas: tuple[Meta, ...]
    entries: tuple[str, ...]
    claims: tuple[str, ...]


def grounds(evidence: Iterable[Evidence], letters: str) -> Ground:
    """Return the evidence of a value as what a reader can look at."""
    held = tuple(evidence)
    return Ground(
        quotes=quote(letters, [Span(start=each.start, end=each.end) for each in held if isinstance(each, Words)]),
        metas=tuple(each for each in held if isinstance(each, Meta)),
        entries=tuple(each.entry for each in held if isinstance(each, Entry)),
        claims=tuple(each.claim for each in held if isinstance(each, Other)),
    )


def quote(letters: str, spans: Iterable[Span]) -> tuple[Quoted, ...]:
    """Return the sentences that hold some spans, each once, with its spans marked; overlapping marks become one."""
    held: dict[tuple[int, int], list[Span]] = {}
    for span in sorted(set(spans)):
        held.setdefault(sentence_at(letters, span), []).append(span)
    return tuple(
        Quoted(sentence=letters[start:end], start=start, marks=_joined(inside, start))
        for (start, end), inside in sorted(held.items())
    )


def sentence_at(letters: str, span: Span) -> tuple[int, int]:
    """Return where the sentence around a span starts and ends.

    >>> sentence_at("one. two three. four", Span(start=5, end=8))
    (5, 15)
    """
    first = letters.rfind("\n", 0, span.start) + 1
    last = letters.find("\n", span.end)
    last = len(letters) if last < 0 else last
    stops = [match.end() for match in _END.finditer(letters, first, last)]
    start = max((stop for stop in stops if stop <= span.start), default=first)
    end = min((stop for stop in stops if stop >= span.end), default=last)
    while start < span.start and letters[start].isspace():
        start += 1
    return start, end


def evidence_of(claim: Claim, field: str) -> tuple[Evidence, ...]:
    """Return what a field of a claim rests on."""
    held: object = getattr(claim, field)
    if isinstance(held, Value | Missing):
        return held.evidence
    text = claim.anchor.text
    if isinstance(held, Span):
        return (_words(text, held),)
    if isinstance(claim, MeetingClaim) and field == "parties":
        return tuple(_words(text, span) for span in _party_spans(claim.parties))
    if isinstance(claim, CapacityClaim) and field == "holders":
        return tuple(_words(text, span) for span in _party_spans(claim.holders))
    if isinstance(claim, InitiativeClaim) and field == "conditions" and claim.conditions:
        return tuple(_words(text, condition.words) for condition in claim.conditions)
    if isinstance(claim, StatementClaim) and field == "chain":
        return tuple(_words(text, span) for span in _hop_spans(claim.chain))
    return (_words(text, claim.anchor.evidence),)


def _party_spans(parties: Sequence[Party]) -> Iterable[Span]:
    return (span for party in parties for span in party.evidence)


def _hop_spans(chain: Sequence[Hop]) -> Iterable[Span]:
    return (hop.evidence for hop in chain if hop.evidence is not None)


def _words(text: str, span: Span) -> Words:
    return Words(text=text, start=span.start, end=span.end)


def _joined(spans: Sequence[Span], offset: int) -> tuple[Span, ...]:
    marks: list[Span] = []
    for span in spans:
        if marks and span.start - offset <= marks[-1].end:
            marks[-1] = Span(start=marks[-1].start, end=max(marks[-1].end, span.end - offset))
        else:
            marks.append(Span(start=span.start - offset, end=span.end - offset))
    return tuple(marks)
