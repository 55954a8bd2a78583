"""Which lines does a page consist of, and which of them are paragraphs?"""

from __future__ import annotations

from typing import NamedTuple

from mahdar.language.furniture import FurnitureRules

STOPS = frozenset(".!\N{ARABIC QUESTION MARK}?\N{HORIZONTAL ELLIPSIS}\N{ARABIC FULL STOP}")
CLOSERS = " \"'”’“»)]}\N{RIGHT-TO-LEFT MARK}\N{LEFT-TO-RIGHT MARK}\N{ZERO WIDTH SPACE}"
LONG = 60
"""No phrase of furniture is looked for in a line of more words."""
PARAGRAPH, STOPPED = 25, 8
"""A paragraph has so many words, or so many and a full stop."""


class Block(NamedTuple):
    """Where a line of an HTML page came from: its tag, and what speaks for and against it."""

    tag: str
    rule: str | None
    """The rule of furniture that a tag or class name around it belongs to."""
    links: float
    kept: bool
    """Whether trafilatura holds it for part of the article."""


class Line(NamedTuple):
    """A line with letters: where they stand, without the space around them, and what can be seen of them at a glance."""

    start: int
    end: int
    text: str
    words: int
    last: str
    """The last sign that is no closing mark."""
    tokens: tuple[str, ...]
    """Folded words; none in a long line."""
    gap: bool
    """Whether an empty line stands before it."""
    block: Block | None

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.last in STOPS

    @property
    def paragraph(self) -> bool:
        """Whether it is running text."""
        return self.words >= PARAGRAPH or (self.words >= STOPPED and self.last == ".")


def split_lines(letters: str, rules: FurnitureRules, blocks: tuple[Block, ...] = ()) -> tuple[Line, ...]:
    """Return the lines of a text that hold anything; the n-th of them comes from the n-th block, where there are blocks."""
    lines: list[Line] = []
    start, gap = 0, False
    for raw in letters.split("\n"):
        text = raw.strip()
        if text:
            first = start + len(raw) - len(raw.lstrip())
            words = text.count(" ") + 1
            tokens = rules.tokens(text) if words <= LONG else ()
            bare_end = text.rstrip(CLOSERS)
            block = blocks[len(lines)] if blocks else None
            lines.append(Line(first, first + len(text), text, words, bare_end[-1:], tokens, gap, block))
            gap = False
        else:
            gap = True
        start += len(raw) + 1
    return tuple(lines)
