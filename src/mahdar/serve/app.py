"""Which address answers with what?"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

from fastapi import FastAPI, HTTPException, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.middleware.trustedhost import TrustedHostMiddleware

from mahdar.errors import StoreError
from mahdar.export.tell import load_book
from mahdar.export.views.pair import pair_of
from mahdar.language.cache import SHIPPED
from mahdar.records.value import Span
from mahdar.serve import pages
from mahdar.serve.api import json_answer
from mahdar.serve.pages import Desk, open_desk, write_page
from mahdar.serve.safety import LOOPBACK, SafeHeaders
from mahdar.serve.timeline import timeline_of
from mahdar.serve.views.article import article_of
from mahdar.serve.views.home import home_of
from mahdar.serve.views.record import record_of
from mahdar.store.database import Store, open_store
from mahdar.store.query import Tombstone

Form = Annotated[Literal["html", "json"], Query(alias="format")]
STATIC = Path(__file__).parent / "static"
JSON = ".json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Which store is served, with which data, and whether only this machine can reach it: full texts are for the local user."""

    store: str
    is_local: bool
    data: Path = SHIPPED


def create_app(settings: Settings) -> FastAPI:
    """Return the application that serves a store; it reads and never writes."""
    store = open_store(settings.store)
    desk = open_desk(load_book(settings.data), is_local=settings.is_local)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        store.close()

    app = FastAPI(title="Mahdar", docs_url=None, redoc_url=None, lifespan=lifespan)
    if settings.is_local:
        app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(LOOPBACK))
    app.add_middleware(SafeHeaders)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    _add_home(app, store, desk)
    _add_pair(app, store, desk)
    _add_record(app, store, desk)
    _add_article(app, store, desk)
    _add_errors(app, desk)
    return app


def _add_home(app: FastAPI, store: Store, desk: Desk) -> None:
    @app.get("/")
    def home(request: Request, form: Form = "html") -> Response:
        """Answer with the most frequent pairs, the newest records and reports."""
        view = home_of(store)
        return json_answer(view) if form == "json" else _page(desk, request, "home.html", view=view)


def _add_pair(app: FastAPI, store: Store, desk: Desk) -> None:
    @app.get("/pair/{sides}")
    def pair(request: Request, sides: str, form: Form = "html") -> Response:
        """Answer with the dossier of two sides, whichever is named first."""
        name, wants_json = _without_suffix(sides, form)
        a, dash, b = name.upper().partition("-")
        known = desk.book.wording.sides
        if not dash or a not in known or b not in known or a == b:
            raise HTTPException(404, f"{name!r} is no pair of sides; a pair is written as RUS-CHN.")
        view = pair_of(store, (a, b), desk.book.phrases)
        if wants_json:
            return json_answer(view)
        return _page(desk, request, "pair.html", view=view, timeline=timeline_of(view.meetings))


def _add_record(app: FastAPI, store: Store, desk: Desk) -> None:
    @app.get("/m-{rest}")
    def record(request: Request, rest: str, form: Form = "html") -> Response:
        """Answer with one record; an id that moved leads to where it went, a retired one to its tombstone."""
        name, wants_json = _without_suffix(f"m-{rest}", form)
        view = record_of(store, name)
        if isinstance(view, Tombstone):
            return json_answer(view, status=410) if wants_json else _page(desk, request, "tombstone.html", status=410, view=view)
        if view.meeting.record_id != name:
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"/{view.meeting.record_id}{JSON if rest.endswith(JSON) else ''}{query}", status_code=308)
        return json_answer(view) if wants_json else _page(desk, request, "record.html", view=view)


def _add_article(app: FastAPI, store: Store, desk: Desk) -> None:
    @app.get("/article/{name}")
    def article(request: Request, name: str, form: Form = "html", at: str = "") -> Response:
        """Answer with one article; its full text goes to the local user only."""
        article_id, wants_json = _without_suffix(name, form)
        view = article_of(store, article_id, asked=_span(at))
        if not desk.is_local:
            view = replace(view, paragraphs=())
        return json_answer(view) if wants_json else _page(desk, request, "article.html", view=view)


def _add_errors(app: FastAPI, desk: Desk) -> None:
    @app.exception_handler(StoreError)
    def no_such(request: Request, error: StoreError) -> Response:
        return _page(desk, request, "problem.html", status=404, what=str(error))

    @app.exception_handler(404)
    def no_page(request: Request, error: HTTPException) -> Response:
        return _page(desk, request, "problem.html", status=404, what=str(error.detail))


def _page(desk: Desk, request: Request, template: str, *, status: int = 200, **shown: object) -> HTMLResponse:
    asked = pages.Request(
        path=request.url.path, query=dict(request.query_params), accept_language=request.headers.get("accept-language", "")
    )
    return HTMLResponse(write_page(desk, asked, template, **shown), status_code=status)


def _without_suffix(name: str, form: str) -> tuple[str, bool]:
    """Return a name without `.json`, and whether JSON is wanted."""
    return name.removesuffix(JSON), form == "json" or name.endswith(JSON)


def _span(at: str) -> Span | None:
    """Return the letters that an address points at, None where it points at none."""
    start, _, end = at.partition("-")
    return Span(start=int(start), end=int(end)) if start.isdecimal() and end.isdecimal() and len(at) < 20 else None
