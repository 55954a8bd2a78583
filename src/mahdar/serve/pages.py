"""How does a view become a page?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, unquote

import fastapi
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mahdar.export.tell import Book, Teller
from mahdar.export.views.means import Means
from mahdar.export.views.shelf import Cite
from mahdar.language.language import Language
from mahdar.serve.reading import KNOWN, Pairs, place_of, reader_of, settings_in, settings_kept
from mahdar.serve.writers import Writers
from mahdar.store.database import Store

WHO = "mahdar_who"
"""The cookie that keeps the name under which a reader judges."""
TEMPLATES = Path(__file__).parent / "templates"
SECTIONS = ("pairs", "people", "sides", "issues", "series", "agreements", "documents", "outlets")
"""The lists that the masthead leads to; each is at the address of its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """All that is needed to write a page: the templates, and the words of the data."""

    templates: Environment
    book: Book
    language: Language
    is_local: bool
    store: Store
    site: str
    """The address under which others know the pages, empty for that of each request."""
    writers: Writers
    """Who may write: nobody where nothing can be written."""

    def means(self) -> Means:
        """Return what views are made with today."""
        today = datetime.now(UTC).date().isoformat()
        return Means(language=self.language, phrases=self.book.phrases, as_of=today)


def open_desk(book: Book, language: Language, store: Store, *, writers: Writers, is_local: bool, site: str = "") -> Desk:
    """Return a desk; everything that a template shows is escaped."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    templates.filters["address"] = safe_address
    templates.filters["quoted"] = lambda name: quote(name, safe="")
    return Desk(templates=templates, book=book, language=language, is_local=is_local, store=store, site=site, writers=writers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a page must know of its request; `kept` are the settings that the reader's cookies keep."""

    path: str
    query: Pairs
    accept_language: str
    kept: Mapping[str, str]

    def settings(self) -> dict[str, str]:
        """Return the settings that count: those of the address go before those of the cookies."""
        return {**self.kept, **settings_in(dict(self.query))}


def asked_of(request: fastapi.Request) -> Request:
    """Return what a page must know of a request."""
    return Request(
        path=request.url.path,
        query=tuple(request.query_params.multi_items()),
        accept_language=request.headers.get("accept-language", ""),
        kept=settings_kept(request.cookies),
    )


def answer(desk: Desk, request: fastapi.Request, template: str, *, status: int = 200, **shown: object) -> HTMLResponse:
    """Return a page as an answer."""
    known = {"writer": desk.writers.of(request), "who": unquote(request.cookies.get(WHO, "")), "refused": False}
    return HTMLResponse(write_page(desk, asked_of(request), template, **{**known, **shown}), status_code=status)


def write_page(desk: Desk, request: Request, template: str, **shown: object) -> str:
    """Return a page in the reader's language."""
    place = place_of(request.path, request.query)
    say = teller_of(desk, request)
    settings = request.settings()

    def cite_address(cite: Cite) -> str:
        return place.to(f"/article/{cite.article.article_id}", anchor=cite.at(), at=f"{cite.span.start}-{cite.span.end}")

    common = {
        "say": say,
        "place": place,
        "reader": say.reader,
        "cite_address": cite_address,
        "is_local": desk.is_local,
        "theme": settings.get("theme", "auto"),
        "sections": SECTIONS,
        "known_settings": KNOWN,
        "ways": (),
    }
    return desk.templates.get_template(template).render(**{**common, **shown})


def teller_of(desk: Desk, request: Request) -> Teller:
    """Return who says things to the reader of a request."""
    return Teller(book=desk.book, reader=reader_of(request.settings(), request.accept_language))


def safe_address(address: str | None) -> str:
    """Return an outside address that may stand in a link, empty where it is no web address.

    >>> safe_address("javascript:alert(1)"), safe_address("https://example.org/a b")
    ('', 'https://example.org/a%20b')
    """
    if not address or not address.lower().startswith(("http://", "https://")):
        return ""
    return quote(address, safe=":/?#[]@!$&()*+,;=%~-._")
