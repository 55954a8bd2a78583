"""`/search`: what answers a query, each hit with the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import FastAPI, Query, Request, Response

from mahdar.errors import StoreError
from mahdar.serve.api import json_answer
from mahdar.serve.pages import Desk, answer
from mahdar.store.database import Store
from mahdar.store.search.ask import ANY, KINDS, parse_query
from mahdar.store.search.find import Hit, find
from mahdar.store.search.names import open_lexis

Kind = Literal["", "article", "meeting", "document", "statement", "stance", "agreement", "event", "any"]
Words = Annotated[str, Query(max_length=500)]
SHOWN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Why a query was not read."""

    problem: str


def add_search(app: FastAPI, store: Store, desk: Desk) -> None:
    """Let an application answer at `/search`."""
    lexis = open_lexis(desk.language)

    @app.get("/search")
    def search(
        request: Request,
        q: Words = "",
        kind: Kind = "",
        by: Literal["date", "rank"] = "date",
        form: Annotated[Literal["html", "json"], Query(alias="format")] = "html",
    ) -> Response:
        """Answer with what a query finds; one that cannot be read is explained."""
        hits: tuple[Hit, ...] = ()
        problem = ""
        if q.strip():
            try:
                hits = find(store, parse_query(q, lexis, kind=kind or None), lexis, limit=SHOWN, by=by)
            except StoreError as error:
                problem = str(error)
        status = 400 if problem else 200
        if form == "json":
            return json_answer(Unread(problem=problem) if problem else hits, status=status)
        shown = {"words": q, "kind": kind, "by": by, "kinds": (*KINDS, ANY), "hits": hits, "problem": problem}
        return answer(desk, request, "search.html", status=status, **shown)
