"""Which words show where a value comes from, without handing on the article?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mahdar.records.value import Span

MOST_WORDS = 25
MORE = "\N{HORIZONTAL ELLIPSIS}"
STOPS = ".!?\N{ARABIC QUESTION MARK}\N{ARABIC FULL STOP}\N{HORIZONTAL ELLIPSIS}"
_END = re.compile(rf"[{STOPS}]+(?=\s)|\n")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """At most 25 words of a text: those before the evidence, the evidence itself, those after it; cuts show as `…`."""

    before: str
    exact: str
    after: str

    def __str__(self) -> str:
        return self.before + self.exact + self.after

    def count(self) -> int:
        """Return how many words are quoted."""
        return len(_WORD.findall(str(self).replace(MORE, " ")))


def quote(letters: str, span: Span, *, most: int = MOST_WORDS) -> Quotation:
    """Return the sentence around a span, cut to `most` words; a longer span is cut at its end.

    >>> str(quote("He said no. They met in Cairo today. Then he left.", Span(start=20, end=28)))
    'They met in Cairo today.'
    """
    cut = _cut(letters, span, most)
    if cut is None:
        return Quotation(before="", exact="", after="")
    begin, finish, before, after = cut
    return Quotation(
        before=before + _one_line(letters[begin : max(span.start, begin)]),
        exact=_one_line(letters[max(span.start, begin) : min(span.end, finish)]),
        after=_one_line(letters[min(span.end, finish) : finish]) + after,
    )


def window_of(letters: str, span: Span, *, most: int = MOST_WORDS) -> tuple[int, int]:
    """Return where the quotation around a span begins and ends."""
    cut = _cut(letters, span, most)
    return cut[:2] if cut else (span.start, span.start)


def _cut(letters: str, span: Span, most: int) -> tuple[int, int, str, str] | None:
    """Return where a quotation begins and ends, and what shows that words stand before and after it; None for no words."""
    start, end = _sentence(letters, span)
    words = [match.span() for match in _WORD.finditer(letters, start, end)]
    inside = [number for number, (first, last) in enumerate(words) if last > span.start and first < span.end]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    if last - first > most:
        return max(span.start, words[first][0]), words[first + most - 1][1], MORE if first else "", MORE
    spare = most - (last - first)
    head = max(first - max(spare // 2, spare - (len(words) - last)), 0)
    tail = min(last + spare - (first - head), len(words))
    return words[head][0], words[tail - 1][1], MORE if head else "", MORE if tail < len(words) else ""


def _sentence(letters: str, span: Span) -> tuple[int, int]:
    """Return where the sentences that hold a span begin and end."""
    start = 0
    for match in _END.finditer(letters, 0, span.start):
        start = match.end()
    after = _END.search(letters, max(span.end - 1, span.start))
    return start, after.end() if after else len(letters)


def _one_line(words: str) -> str:
    return re.sub(r"\s+", " ", words)
