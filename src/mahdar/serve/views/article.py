"""How does an article look with everything that was read in it marked?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mahdar.export.phrases import Phrases
from mahdar.export.public import spans_of
from mahdar.export.views.pair import content_phrases
from mahdar.export.views.shelf import Cite, Shelf, open_shelf
from mahdar.records.claim import ActorClaim, Claim
from mahdar.records.group import Member
from mahdar.records.problem import Problem
from mahdar.records.text import Label
from mahdar.records.value import Span, Value, Words
from mahdar.store.database import Store
from mahdar.store.membership import records_of_articles
from mahdar.store.query import Article, claims_of, find_article, reading_of

SHOWN_PHRASES = ("formula", "issue")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A run of letters that a claim rests on, and the claim."""

    span: Span
    kind: str
    claim_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Letters under the same marks: the kinds that mark them, the anchors that begin here, and whether they were asked for."""

    letters: str
    kinds: tuple[str, ...]
    claims: tuple[str, ...]
    anchors: tuple[str, ...]
    is_asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One line of the page, which part it is of, and the rule that said so."""

    part: str
    rule: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """One claim beside the text."""

    claim_id: str
    kind: str
    claim: Claim
    record_id: str | None
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A sentence that claims rest on, and the names of the places in it."""

    cite: Cite
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """One article; `paragraphs` hold its full text, for the local user only, `excerpts` what others may see of it."""

    article: Article
    words: int
    paragraphs: tuple[Paragraph, ...]
    excerpts: tuple[Excerpt, ...]
    claims: tuple[ClaimLine, ...]
    problems: tuple[Problem, ...]


def article_of(store: Store, name: str, phrases: Phrases, *, asked: Span | None = None) -> ArticleView:
    """Return what the page of an article shows; `asked` are the letters that somebody wants to see in their place."""
    article = find_article(store, name)
    reading = reading_of(store, article.article_id)
    members = claims_of(store, article.article_id)
    shelf = open_shelf(store, [article.article_id])
    letters = reading.text.letters
    is_there = asked is not None and 0 <= asked.start < asked.end <= len(letters)
    marks = tuple(mark for member in members for mark in marks_of(member))
    found = content_phrases(shelf, article.article_id, phrases)
    marks += tuple(Mark(span=one.span, kind=one.kind, claim_id="") for one in found if one.kind in SHOWN_PHRASES)
    return ArticleView(
        article=article,
        words=len(letters.split()),
        paragraphs=tuple(paragraphs_of(letters, reading.text.labels, marks, asked=asked if is_there else None)),
        excerpts=_excerpts(marks, article.article_id, shelf),
        claims=_claims(members, records_of_articles(store, [article.article_id]), shelf),
        problems=reading.problems,
    )


def marks_of(member: Member) -> tuple[Mark, ...]:
    """Return the marks of a claim: of an actor its names, of any other claim its sentence; each span once."""
    claim = member.claim
    if isinstance(claim, ActorClaim):
        names = claim.name.evidence if isinstance(claim.name, Value) else ()
        spans = [Span(start=one.start, end=one.end) for one in names if isinstance(one, Words)]
    else:
        spans = [claim.anchor.evidence]
    return tuple(Mark(span=span, kind=claim.kind, claim_id=member.claim_id) for span in dict.fromkeys(spans)) + tuple(
        Mark(span=span, kind="", claim_id=member.claim_id) for span in dict.fromkeys(spans_of(claim))
    )


def paragraphs_of(
    letters: str, labels: Sequence[Label], marks: Sequence[Mark], *, asked: Span | None = None
) -> Iterator[Paragraph]:
    """Yield the lines of a text, cut where marks begin and end; a mark without a kind is a place to jump to, not a colour."""
    for label in labels:
        for start, end in _lines(letters, label.span):
            if letters[start:end].strip():
                here = [mark for mark in marks if mark.span.start < end and start < mark.span.end]
                segments = _segments(letters, (start, end), here, asked)
                yield Paragraph(part=label.part, rule=label.rule, segments=tuple(segments))


def _lines(letters: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    for line in letters[span.start : span.end].splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


def _segments(letters: str, line: tuple[int, int], marks: Sequence[Mark], asked: Span | None) -> Iterator[Segment]:
    start, end = line
    spans = [mark.span for mark in marks] + ([asked] if asked else [])
    cuts = sorted({start, end, *(cut for span in spans for cut in (span.start, span.end) if start < cut < end)})
    for low, high in pairwise(cuts):
        over = [mark for mark in marks if mark.kind and mark.span.start <= low and high <= mark.span.end]
        begin = {mark.span for mark in marks if mark.span.start == low}
        if asked and asked.start == low:
            begin.add(asked)
        yield Segment(
            letters=letters[low:high],
            kinds=tuple(dict.fromkeys(mark.kind for mark in over)),
            claims=tuple(dict.fromkeys(mark.claim_id for mark in over if mark.claim_id)),
            anchors=tuple(f"e-{span.start}-{span.end}" for span in sorted(begin)),
            is_asked=asked is not None and asked.start <= low and high <= asked.end,
        )


def _excerpts(marks: Sequence[Mark], article_id: str, shelf: Shelf) -> tuple[Excerpt, ...]:
    """Return each marked stretch once, widest first where one holds others, with every place that a link may lead to."""
    spans = sorted({mark.span for mark in marks}, key=lambda span: (span.start, -span.end))
    wide: list[tuple[Span, list[Span]]] = []
    for span in spans:
        if wide and span.end <= wide[-1][0].end:
            wide[-1][1].append(span)
        else:
            wide.append((span, [span]))
    return tuple(
        Excerpt(cite=shelf.cite(article_id, span), anchors=tuple(f"e-{one.start}-{one.end}" for one in held))
        for span, held in wide
    )


def _claims(members: Sequence[Member], records: dict[str, str], shelf: Shelf) -> tuple[ClaimLine, ...]:
    return tuple(
        ClaimLine(
            claim_id=member.claim_id,
            kind=member.claim.kind,
            claim=member.claim,
            record_id=records.get(member.claim_id),
            cite=shelf.cite(member.article_id, member.claim.anchor.evidence),
        )
        for member in members
    )
