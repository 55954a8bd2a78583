"""A page as it was fetched or handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Media = Literal["text/plain", "text/html"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMeta:
    """What came with the page and not in it: the columns of a JSON line, or of an `article.json`; None where not given."""

    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    name: str | None = None
    """The id that the hander-in gave it, or the file's stem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Bytes, what they claim to be, and where they came from; `page_id` is the sha256 of the bytes."""

    page_id: str
    content: bytes
    media: Media
    source: str
    meta: PageMeta
