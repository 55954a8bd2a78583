"""The lists: relations, people, sides, issues, series, outlets, meetings, agreements, documents."""

from __future__ import annotations

from typing import Annotated

from fastapi import FastAPI, Query, Request, Response

from mahdar.serve.answers import either
from mahdar.serve.pages import Desk
from mahdar.serve.views.counts import LISTS
from mahdar.serve.views.documents import agreements_of, documents_of
from mahdar.serve.views.meetings import meetings_of
from mahdar.serve.views.pairs import PairsView, pair_lines
from mahdar.store.database import Store

Page = Annotated[int, Query(ge=1, le=100_000)]


def add_lists(app: FastAPI, store: Store, desk: Desk) -> None:
    """Let an application answer with its lists."""
    for name in LISTS:
        _add_counts(app, store, desk, name=name)
    _add_long_lists(app, store, desk)


def _add_counts(app: FastAPI, store: Store, desk: Desk, *, name: str) -> None:
    @app.get(f"/{name}", name=name)
    def counts(request: Request) -> Response:
        """Answer with who or what is on record."""
        return either(desk, request, "counts.html", LISTS[name](store, desk.language.world))


def _add_long_lists(app: FastAPI, store: Store, desk: Desk) -> None:
    @app.get("/pairs")
    def pairs(request: Request) -> Response:
        """Answer with the relations on record."""
        return either(desk, request, "pairs.html", PairsView(pairs=pair_lines(store, desk.language.world)))

    @app.get("/meetings")
    def meetings(request: Request, page: Page = 1) -> Response:
        """Answer with one page of all meetings."""
        return either(desk, request, "meetings.html", meetings_of(store, desk.means(), page=page))

    @app.get("/agreements")
    def agreements(request: Request, page: Page = 1) -> Response:
        """Answer with one page of what was agreed."""
        return either(desk, request, "agreements.html", agreements_of(store, page=page))

    @app.get("/documents")
    def documents(request: Request, page: Page = 1) -> Response:
        """Answer with the documents that reports name, and one page of the reports."""
        return either(desk, request, "documents.html", documents_of(store, page=page))
