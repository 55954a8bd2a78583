"""The lists: relations, people, sides, issues, series, outlets, meetings, agreements, documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import FastAPI, Query, Request, Response

from mahdar.export.views.meeting import Meeting, meeting_of
from mahdar.export.views.shelf import open_shelf
from mahdar.serve.pages import Desk, either
from mahdar.serve.views.counts import LISTS
from mahdar.serve.views.documents import PAGE, Sheet, agreements_of, documents_of
from mahdar.serve.views.pairs import PairLine, pair_lines
from mahdar.store.about import records_of_kind
from mahdar.store.counts import holdings_of
from mahdar.store.database import Store

Page = Annotated[int, Query(ge=1, le=100_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsView:
    """All relations on record."""

    pairs: tuple[PairLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsView:
    """One page of all meetings, those last reported first."""

    meetings: tuple[Meeting, ...]
    sheet: Sheet


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
        records = records_of_kind(store, "meeting", limit=PAGE, offset=(page - 1) * PAGE)
        shelf = open_shelf(store, (member.article_id for record in records for member in record.group.members))
        sheet = Sheet(page=page, many=holdings_of(store).of("meeting"))
        told = tuple(meeting_of(record, shelf, desk.means()) for record in records)
        return either(desk, request, "meetings.html", MeetingsView(meetings=told, sheet=sheet))

    @app.get("/agreements")
    def agreements(request: Request, page: Page = 1) -> Response:
        """Answer with one page of what was agreed."""
        return either(desk, request, "agreements.html", agreements_of(store, page=page))

    @app.get("/documents")
    def documents(request: Request, page: Page = 1) -> Response:
        """Answer with the documents that reports name, and one page of the reports."""
        return either(desk, request, "documents.html", documents_of(store, page=page))
