"""Where in the letters stands what was asked for, and which words around it are shown?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mahdar.arabic.lemma import carried
from mahdar.arabic.letters import fold
from mahdar.records.value import Span
from mahdar.store.search.ask import Query, Term
from mahdar.store.search.names import Lexis
from mahdar.store.search.terms import Terms, terms_of

LONGEST = 25
"""Words of a snippet."""
BEFORE = 8
"""Words of a snippet before the first hit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """At most 25 words of a text, where they begin in it, and which of their letters were asked for."""

    words: str
    start: int
    marks: tuple[Span, ...]
    """Spans of `words`."""

    def marked(self, before: str = "[[", after: str = "]]") -> str:
        """Return the words with signs around what was asked for.

        >>> Snippet(words="a b", start=0, marks=(Span(start=2, end=3),)).marked()
        'a [[b]]'
        """
        shown, at = "", 0
        for mark in self.marks:
            shown += self.words[at : mark.start] + before + self.words[mark.start : mark.end] + after
            at = mark.end
        return shown + self.words[at:]


def highlights(letters: str, query: Query, lexis: Lexis) -> tuple[Span, ...]:
    """Return the words of a text that a query asks for, as spans of its letters, in order and without overlap."""
    terms = terms_of(letters, lexis)
    return _spans(terms, _hits(terms, query))


def snippet_of(letters: str, spans: Sequence[Span], query: Query, lexis: Lexis) -> Snippet:
    """Return the words around the first hit inside some spans of a text, on one line; without a hit those that begin them."""
    lines = [line for span in spans for line in _lines(letters, span)]
    likely = {form for choice in query.wanted for term in choice for word in term.words for form in (word.word, *word.lemmas)}
    folded = fold(letters, lexis.language.folding).lower()
    for start, end in sorted(lines, key=lambda line: not any(form in folded[line[0] : line[1]] for form in likely)):
        terms = terms_of(letters[start:end], lexis)
        hits = _hits(terms, query)
        if hits:
            return _snippet(letters, start, terms, hits)
    start, end = next(iter(lines), (0, 0))
    return _snippet(letters, start, terms_of(letters[start:end], lexis), ())


def _lines(letters: str, span: Span) -> Iterator[tuple[int, int]]:
    """Give the lines of a span that hold something; no hit goes from one to the next."""
    start = span.start
    for line in letters[span.start : span.end].split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _snippet(letters: str, base: int, terms: Terms, hits: Sequence[tuple[int, int]]) -> Snippet:
    """Return the snippet of a line that begins at `base`."""
    if not len(terms):
        return Snippet(words="", start=base, marks=())
    low, high = _window(len(terms), hits[0][0] if hits else 0)
    start, end = terms.starts[low], terms.ends[high - 1]
    marks = tuple(
        Span(start=span.start - start, end=span.end - start)
        for span in _spans(terms, hits)
        if start <= span.start and span.end <= end
    )
    return Snippet(words=letters[base + start : base + end], start=base + start, marks=marks)


def _window(many: int, first: int) -> tuple[int, int]:
    """Return the places of a snippet on a line of so many words: the hit, some words before it, then as many as may follow.

    >>> _window(100, 50), _window(30, 29), _window(3, 0)
    ((42, 67), (5, 30), (0, 3))
    """
    low = max(0, min(first - BEFORE, many - LONGEST))
    return low, min(many, low + LONGEST)


def _spans(terms: Terms, hits: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    found: list[Span] = []
    for first, last in sorted(set(hits)):
        start, end = terms.starts[first], terms.ends[last - 1]
        if found and start < found[-1].end:
            found[-1] = Span(start=found[-1].start, end=max(end, found[-1].end))
        else:
            found.append(Span(start=start, end=end))
    return tuple(found)


def _hits(terms: Terms, query: Query) -> list[tuple[int, int]]:
    """Return the places [first, last) of what is wanted, in order."""
    return sorted(hit for choice in query.wanted for term in choice for hit in _term_hits(terms, term))


def _term_hits(terms: Terms, term: Term) -> Iterator[tuple[int, int]]:
    if term.exact:
        yield from _runs(terms, tuple(word.word for word in term.words))
        return
    named = [(name.first, name.last) for name in terms.names if name.id in term.ids]
    yield from named
    if named and len(term.words) > 1:
        return
    for wanted in term.words:
        lemmas = set(wanted.lemmas)
        for place, word in enumerate(terms.words):
            if word == wanted.word or not lemmas.isdisjoint(terms.lemmas[place]):
                yield place, place + 1


def _runs(terms: Terms, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Give where words stand side by side; the first may carry a particle."""
    firsts, rest = set(carried(words[0])), words[1:]
    for place, word in enumerate(terms.words):
        if word in firsts and terms.words[place + 1 : place + len(words)] == rest:
            yield place, place + len(words)
