"""Where did the letters of the old text go in the new one?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from mahdar.records.value import Span

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_WORDS = re.compile(r"\s*\S+|\s+")
_LETTERS = re.compile(r".", re.DOTALL)
_MOST = {_WORDS: 40_000, _LETTERS: 120}
"""A changed run of up to so many letters is compared word by word, or letter by letter; a longer one was written anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of letters that both texts hold: where it starts in each, and how long it is."""

    old: int
    new: int
    length: int


def align(old: str, new: str) -> tuple[Block, ...]:
    """Return the runs that two texts share, in order: whole lines first, then words and letters of the lines that changed.

    >>> [(b.old, b.new, b.length) for b in align("one two", "one old two")]
    [(0, 0, 3), (3, 7, 4)]
    """
    if old == new:
        return (Block(old=0, new=0, length=len(old)),) if old else ()
    return tuple(_joined(_shared(old, new, _LINES, _WORDS, _LETTERS)))


def carry(blocks: Sequence[Block], span: Span) -> Span | None:
    """Return where a span of the old text stands in the new one; None where less than half of it is left, or it was torn apart.

    >>> carry(align("one two", "one old two"), Span(start=4, end=7))
    Span(start=8, end=11)
    """
    kept = [(max(b.old, span.start), min(b.old + b.length, span.end), b.new - b.old) for b in blocks]
    kept = [each for each in kept if each[0] < each[1]]
    if not kept:
        return None
    moved = Span(start=kept[0][0] + kept[0][2], end=kept[-1][1] + kept[-1][2])
    letters = sum(end - start for start, end, _ in kept)
    is_whole = 2 * letters >= span.end - span.start and 2 * letters >= moved.end - moved.start
    return moved if is_whole else None


def _shared(old: str, new: str, unit: re.Pattern[str], *finer: re.Pattern[str]) -> Iterator[Block]:
    ours, theirs = unit.findall(old), unit.findall(new)
    starts, places = _starts(ours), _starts(theirs)
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs).get_opcodes():
        if tag == "equal":
            yield Block(old=starts[a], new=places[c], length=starts[b] - starts[a])
        elif tag == "replace" and finer and _is_worth(finer[0], starts[b] - starts[a], places[d] - places[c]):
            for block in _shared(old[starts[a] : starts[b]], new[places[c] : places[d]], *finer):
                yield Block(old=starts[a] + block.old, new=places[c] + block.new, length=block.length)


def _is_worth(finer: re.Pattern[str], *lengths: int) -> bool:
    return max(lengths) <= _MOST[finer]


def _starts(parts: Sequence[str]) -> list[int]:
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return starts


def _joined(blocks: Iterator[Block]) -> Iterator[Block]:
    last: Block | None = None
    for block in blocks:
        if last and (last.old + last.length, last.new + last.length) == (block.old, block.new):
            last = Block(old=last.old, new=last.new, length=last.length + block.length)
            continue
        if last:
            yield last
        last = block
    if last:
        yield last
