"""The visible words of a page, in page order, with what is content and what is furniture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mahdar.records.value import Missing, Span, Value

Part = Literal["title", "content", "furniture"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A span of the text and what it is; `rule` is the entry of `data/arabic/furniture.yaml` or the clean rule that said so."""

    span: Span
    part: Part
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """All visible letters of a page; labels cover them without gaps or overlap, in order.

    `published` is the day and time in ISO 8601 (`2024-07-26T20:36`, `2024-07-26`); `dateline` the place a report is sent from.
    """

    text_id: str
    page_id: str
    letters: str
    labels: tuple[Label, ...]
    title: Value[str] | Missing
    outlet: Value[str] | Missing
    byline: Value[str] | Missing
    dateline: Value[str] | Missing
    published: Value[str] | Missing
    url: str | None
    name: str | None

    def words_of(self, span: Span) -> str:
        """Return the letters of a span."""
        return self.letters[span.start : span.end]
