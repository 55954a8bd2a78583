"""Which address answers with what?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

from fastapi import FastAPI, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.middleware.trustedhost import TrustedHostMiddleware

from mahdar.errors import StoreError
from mahdar.export.dossier import dossier_of
from mahdar.export.dossier_file import MEDIA, dossier_bytes
from mahdar.export.tell import load_book
from mahdar.export.views.pair import pair_of
from mahdar.language.cache import SHIPPED
from mahdar.language.language import Language
from mahdar.records.value import Span
from mahdar.serve.about import add_about
from mahdar.serve.answers import either
from mahdar.serve.api import json_answer
from mahdar.serve.briefings import add_briefings
from mahdar.serve.digests import add_digests
from mahdar.serve.judging import FIELDS, Judge, add_judging
from mahdar.serve.limits import Limits
from mahdar.serve.lists import add_lists
from mahdar.serve.pages import Desk, answer, asked_of, open_desk, teller_of
from mahdar.serve.safety import LOOPBACK, SafeHeaders
from mahdar.serve.saved import add_saved, saved_in, words_of
from mahdar.serve.search import add_search
from mahdar.serve.settings import YEAR, add_settings
from mahdar.serve.subjects import add_subjects
from mahdar.serve.suffix import Suffixes
from mahdar.serve.timeline import timeline_of
from mahdar.serve.views.article import article_of
from mahdar.serve.views.home import home_of
from mahdar.serve.views.other import OtherView
from mahdar.serve.views.readouts import readouts_of
from mahdar.serve.views.record import record_of
from mahdar.serve.visits import VISITS, visits_at
from mahdar.serve.writers import Writers
from mahdar.store.database import Store
from mahdar.store.query import Tombstone

STATIC = Path(__file__).parent / "static"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Which store is served, with which data, and whether only this machine can reach it: full texts are for the local user."""

    store: Store
    """Open; whoever opened it closes it."""
    is_local: bool
    language: Language
    data: Path = SHIPPED
    judge: Judge | None = None
    """Keeps judgements; without it nothing can be written."""
    tokens: Mapping[str, str] = field(default_factory=dict)
    """Who else may write, by the sha256 of their tokens."""
    briefings: Path | None = None
    """The folder of published briefings."""
    site: str = ""
    """The address under which others know the pages; empty for that of each request."""


def create_app(settings: Settings) -> FastAPI:
    """Return the application that serves a store; it writes nothing but judgements, where it is given who keeps them."""
    store = settings.store
    desk = open_desk(
        load_book(settings.data),
        settings.language,
        store,
        writers=Writers(is_local=settings.is_local and settings.judge is not None, tokens=settings.tokens),
        is_local=settings.is_local,
        site=settings.site,
    )

    app = FastAPI(title="Mahdar", docs_url=None, redoc_url=None)
    app.state.store, app.state.book, app.state.world = store, desk.book, desk.language.world
    if settings.is_local:
        app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(LOOPBACK))
    app.add_middleware(Suffixes)
    if not settings.is_local:
        app.add_middleware(Limits)
    app.add_middleware(SafeHeaders)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    _add_home(app, store, desk)
    _add_pair(app, store, desk)
    _add_dossier(app, store, desk)
    _add_readouts(app, store, desk)
    _add_record(app, store, desk)
    _add_article(app, store, desk)
    add_search(app, store, desk)
    add_lists(app, store, desk)
    add_subjects(app, store, desk)
    add_about(app, desk, settings.data)
    add_briefings(app, desk, settings.briefings)
    add_digests(app, desk)
    add_settings(app)
    add_saved(app)
    if settings.judge is not None:
        add_judging(app, desk, settings.judge)
    _add_errors(app, desk)
    return app


def _add_home(app: FastAPI, store: Store, desk: Desk) -> None:
    @app.get("/")
    def home(request: Request, since: Annotated[str, Query(max_length=40)] = "") -> Response:
        """Answer with what is new since the reader's last visit, the story that stands first, and what there is."""
        visits = visits_at(datetime.now(UTC), request.cookies.get(VISITS, ""))
        view = home_of(store, desk.means(), since=since or (visits.before.isoformat() if visits.before else None))
        saved = [{"search": one, "words": words_of(one)} for one in saved_in(request.cookies)]
        shown = either(desk, request, "home.html", view, saved=saved)
        shown.set_cookie(VISITS, visits.cookie(), max_age=YEAR, httponly=True, samesite="lax")
        return shown


def _add_pair(app: FastAPI, store: Store, desk: Desk) -> None:
    @app.get("/pair/{sides}")
    def pair(request: Request, sides: str) -> Response:
        """Answer with the dossier of two sides, whichever is named first."""
        view = pair_of(store, _sides(sides, desk), desk.means())
        return either(desk, request, "pair.html", view, timeline=timeline_of(view.meetings))


def _add_dossier(app: FastAPI, store: Store, desk: Desk) -> None:
    @app.get("/pair/{sides}/dossier.{suffix}")
    def dossier(request: Request, sides: str, suffix: Literal["docx", "html", "md"]) -> Response:
        """Answer with the dossier of two sides as a document to keep."""
        pair = pair_of(store, _sides(sides, desk), desk.means())
        made = dossier_of(pair, teller_of(desk, asked_of(request)))
        name = f"mahdar-{'-'.join(pair.sides)}.{suffix}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(dossier_bytes(made, f".{suffix}"), media_type=MEDIA[f".{suffix}"], headers=headers)


def _add_record(app: FastAPI, store: Store, desk: Desk) -> None:
    @app.get("/m-{rest}")
    def record(request: Request, rest: str) -> Response:
        """Answer with one record; an id that moved leads to where it went, a retired one to its tombstone."""
        view = record_of(store, f"m-{rest}", desk.means())
        if isinstance(view, Tombstone):
            wants_json = request.query_params.get("format") == "json"
            return json_answer(view, status=410) if wants_json else answer(desk, request, "tombstone.html", status=410, view=view)
        now, template = (view.record_id, "other.html") if isinstance(view, OtherView) else (view.meeting.record_id, "record.html")
        if now != f"m-{rest}":
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"/{now}{query}", status_code=308)
        judged_fields = FIELDS if template == "record.html" else ()
        return either(desk, request, template, view, judged_id=now, judged_fields=judged_fields)


def _add_readouts(app: FastAPI, store: Store, desk: Desk) -> None:
    @app.get("/m-{rest}/readouts")
    def readouts(request: Request, rest: str) -> Response:
        """Answer with the reports of one meeting beside each other."""
        view = readouts_of(store, f"m-{rest}", desk.means())
        if view is None:
            raise HTTPException(404, f"m-{rest} is no meeting whose reports could be compared.")
        return either(desk, request, "readouts.html", view)


def _add_article(app: FastAPI, store: Store, desk: Desk) -> None:
    @app.get("/article/{name}")
    def article(request: Request, name: str, at: str = "") -> Response:
        """Answer with one article; its full text goes to the local user only."""
        view = article_of(store, name, desk.book.phrases, asked=_span(at))
        if not desk.is_local:
            view = replace(view, paragraphs=())
        return either(desk, request, "article.html", view)


def _add_errors(app: FastAPI, desk: Desk) -> None:
    @app.exception_handler(StoreError)
    def no_such(request: Request, error: StoreError) -> Response:
        return answer(desk, request, "problem.html", status=404, what=str(error))

    for status in (400, 403, 404, 413, 414, 429, 501):

        @app.exception_handler(status)
        def refused(request: Request, error: HTTPException) -> Response:
            return answer(desk, request, "problem.html", status=error.status_code, what=str(error.detail))


def _sides(name: str, desk: Desk) -> tuple[str, str]:
    """Return the two sides of an address, in any case of letters."""
    a, _, b = name.upper().partition("-")
    known = desk.book.wording.sides
    if a not in known or b not in known or a == b:
        raise HTTPException(404, f"{name!r} is no pair of sides; a pair is written as RUS-CHN.")
    return a, b


def _span(at: str) -> Span | None:
    """Return the letters that an address points at, None where it points at none."""
    start, _, end = at.partition("-")
    return Span(start=int(start), end=int(end)) if start.isdecimal() and end.isdecimal() and len(at) < 20 else None
