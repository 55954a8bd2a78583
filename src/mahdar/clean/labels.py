"""Which letters of a text are title, content and furniture?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mahdar.clean.dateline import Opening, find_opening
from mahdar.clean.layout import Mark
from mahdar.clean.lines import Line
from mahdar.clean.tails import find_tail
from mahdar.language.page_patterns import PagePatterns
from mahdar.records.text import Label, Part
from mahdar.records.value import Span


class Opened(NamedTuple):
    """The line that a report opens on, and its dateline."""

    line: Line
    opening: Opening


class Marked(NamedTuple):
    """A text's id and letters, its lines, and what each is."""

    text: str
    letters: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]


class _Piece(NamedTuple):
    start: int
    part: Part
    rule: str


def find_dateline(page: Marked, patterns: PagePatterns) -> Opened | None:
    """Return the dateline of the first line of content, None where it has none."""
    for line, mark in zip(page.lines, page.marks, strict=True):
        if mark.part == "content":
            opening = find_opening(line.text, patterns)
            return Opened(line, opening) if opening else None
    return None


def make_labels(page: Marked, opened: Opened | None, patterns: PagePatterns) -> tuple[Label, ...]:
    """Return labels that cover all letters; what follows a line up to the next one belongs to it."""
    labels: list[Label] = []
    pieces = list(_pieces(page, opened, patterns))
    for number, piece in enumerate(pieces):
        end = pieces[number + 1].start if number + 1 < len(pieces) else len(page.letters)
        last = labels[-1] if labels else None
        if last and (last.part, last.rule) == (piece.part, piece.rule):
            labels[-1] = Label(span=Span(start=last.span.start, end=end), part=piece.part, rule=piece.rule)
        else:
            start = piece.start if labels else 0
            labels.append(Label(span=Span(start=start, end=end), part=piece.part, rule=piece.rule))
    return tuple(labels)


def _pieces(page: Marked, opened: Opened | None, patterns: PagePatterns) -> Iterator[_Piece]:
    """Yield each line, with its dateline and its tail apart."""
    for line, mark in zip(page.lines, page.marks, strict=True):
        if mark.part != "content":
            yield _Piece(line.start, mark.part, mark.rule)
            continue
        body = line.start
        if opened and line is opened.line:
            yield _Piece(line.start, "content", "dateline")
            body += opened.opening.end
        tail = find_tail(line, patterns)
        if tail is None or tail.start > 0:
            yield _Piece(body, "content", mark.rule)
        if tail:
            yield _Piece(line.start + tail.start, "furniture", tail.rule)
