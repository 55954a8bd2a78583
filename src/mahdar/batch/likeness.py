"""How alike are the two articles of each line of a file?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from mahdar.errors import SourceError
from mahdar.language.language import Language
from mahdar.merge.likeness import Features, features_of, likenesses
from mahdar.pipeline import read_page
from mahdar.records.ids import digest
from mahdar.records.page import Page, PageMeta
from mahdar.records.problem import Problem

FIELDS = ("title_1", "text_1", "title_2", "text_2")
NOTHING = Features(words=(), title=(), numbers=(), days=(), actors=(), issues=(), events=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike the two articles of a line are, from 0 to 1."""

    id: str
    score: float


def score_pairs(lines: Iterable[str], language: Language) -> tuple[Likeness, ...]:
    """Return the likeness of each line `{"id", "title_1", "text_1", "title_2", "text_2"}`, in their order.

    Raises SourceError, with its number, at a line that is none.
    """
    rows = [*_rows(lines)]
    pairs = [
        (_features(row["title_1"], row["text_1"], language), _features(row["title_2"], row["text_2"], language)) for row in rows
    ]
    return tuple(Likeness(id=str(row["id"]), score=score) for row, score in zip(rows, likenesses(pairs), strict=True))


def _rows(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise SourceError(f"line {number} is no JSON: {error.msg}. Give one object a line.") from error
        missing = [name for name in ("id", *FIELDS) if not isinstance(row, dict) or name not in row]
        if missing:
            raise SourceError(f"line {number} lacks {', '.join(missing)}. Give id, title_1, text_1, title_2 and text_2.")
        yield row


def _features(title: str | None, text: str | None, language: Language) -> Features:
    """Return the features of an article; of one that cannot be read, none."""
    content = f"{title or ''}\n{text or ''}".encode("utf-8", "surrogatepass")
    page = Page(page_id=digest(content), content=content, media="text/plain", source="pair", meta=PageMeta(name="pair"))
    traced = read_page(page, language)
    return NOTHING if isinstance(traced, Problem) else features_of(traced, title or "", language)
