"""What is known of a page's lines while they are marked?"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from mahdar.clean.lines import Line
from mahdar.clean.title import Titles
from mahdar.records.text import Part


class Mark(NamedTuple):
    """What a line is, and by which rule."""

    part: Part
    rule: str


Marks: TypeAlias = "list[Mark | None]"


class Layout(NamedTuple):
    """The lines of a page, the numbers of its first and last paragraph, and the titles that came with it."""

    lines: tuple[Line, ...]
    first: int
    last: int
    titles: Titles

    def is_at(self, at: int, position: str) -> bool:
        """Return whether a line stands in a part of the page: any, head, foot, edge or below."""
        if at < self.first:
            return position in ("any", "head", "edge")
        return position in (("any", "below", "foot", "edge") if at > self.last else ("any", "below"))
