"""Which line of a page is the report's title?"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from mahdar.clean.lines import Line

FEWEST = 3
"""No title has fewer words, unless it came apart from the text."""
SUFFIX = 7
"""So many words of a title in the page's metadata may name section and outlet."""

PREFIX = 2
"""So many words, of the outlet's name, may stand before a title that is printed again."""


class Titles(NamedTuple):
    """Folded titles that came with a page, and whether the first line is one of them."""

    names: tuple[tuple[str, ...], ...]
    first: bool
    outlets: tuple[tuple[str, ...], ...] = ()
    """Folded names by which the page calls its outlet."""


def is_title(line: Line, name: tuple[str, ...]) -> bool:
    """Return whether a line prints a title, with or without what stands after it in the page's metadata."""
    words, title = _words(line.tokens), _words(name)
    if words == title:
        return bool(words)
    short, long = sorted((words, title), key=len)
    if len(short) <= FEWEST or len(long) - len(short) > SUFFIX:
        return False
    return long[: len(short)] == short or (long[-len(short) :] == short and len(long) - len(short) <= PREFIX)


def find_title(lines: tuple[Line, ...], free: list[bool], first: int, titles: Titles) -> int | None:
    """Return the number of the title's line: what the page's metadata names, or the headline printed twice above the report."""
    if titles.first:
        return 0
    named = [at for at, line in enumerate(lines) if line.tokens and any(is_title(line, name) for name in titles.names)]
    if named:
        tops = [at for at in named if _tag(lines[at]) == "h1"] or [at for at in named if at < first] or named
        return tops[-1] if lines[0].block and _tag(lines[tops[0]]) != "h1" else tops[0]
    head = _head(lines, free, first)
    heading = next((at for at in head if _tag(lines[at]) == "h1"), None)
    counts = Counter(_words(lines[at].tokens) for at in head)
    twice = next((at for at in head if counts[_words(lines[at].tokens)] > 1), None)
    return twice if heading is None else heading


def first_headline(lines: tuple[Line, ...], free: list[bool], first: int) -> int | None:
    """Return the number of the first free line above the report that may be a headline, where nothing better tells the title."""
    return next(iter(_head(lines, free, first)), None)


def may_be_title(line: Line) -> bool:
    """Return whether a line may be a title."""
    return (
        (line.words >= FEWEST or (line.words == FEWEST - 1 and line.start == 0))
        and line.last not in (".", ":")
        and bool(line.tokens)
    )


def _head(lines: tuple[Line, ...], free: list[bool], first: int) -> list[int]:
    """Return the numbers of the free lines above the report that may be headlines."""
    return [at for at in range(min(first, len(lines))) if free[at] and may_be_title(lines[at])]


def _tag(line: Line) -> str:
    """Return the tag of a line's block, empty in plain text."""
    return line.block.tag if line.block else ""


def _words(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return folded words without the signs between them."""
    return tuple(token for token in tokens if token not in ":|©+")
