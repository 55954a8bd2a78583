"""`/search`: what answers a query, each hit with the words around it, and how the answers spread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import FastAPI, Query, Request, Response

from mahdar.errors import StoreError
from mahdar.serve.answers import either
from mahdar.serve.api import json_answer
from mahdar.serve.bars import bars_of
from mahdar.serve.pages import Desk, asked_of
from mahdar.serve.reading import place_of
from mahdar.serve.views.found import FoundView
from mahdar.store.database import Store
from mahdar.store.search.ask import ANY, KINDS, Facet, parse_query
from mahdar.store.search.facets import Facets, facets_of
from mahdar.store.search.find import Hit, find
from mahdar.store.search.names import Lexis, open_lexis

Kind = Literal[
    "", "article", "meeting", "document", "statement", "stance", "agreement", "event", "initiative", "capacity", "timing", "any"
]
Words = Annotated[str, Query(max_length=500)]
Narrowed = Annotated[list[Annotated[str, Query(max_length=200)]], Query(max_length=20)]
SHOWN = 30
FACETS = 12
MONTH = r"^(\d{4}-\d{2})?$"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Why a query was not read."""

    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an address asks: words, kind, order, one month, and facets as `outlet:NAME` or `actor:RUS`."""

    words: str
    kind: Kind
    by: Literal["date", "rank"]
    month: str
    only: tuple[str, ...]
    never: tuple[str, ...]

    def is_empty(self) -> bool:
        """Tell whether nothing is asked."""
        return not (self.words.strip() or self.only or self.never)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an address finds, or why it could not be read."""

    hits: tuple[Hit, ...]
    facets: Facets | None
    problem: str


NOTHING = Found(hits=(), facets=None, problem="")


def add_search(app: FastAPI, store: Store, desk: Desk) -> None:
    """Let an application answer at `/search`."""
    lexis = open_lexis(desk.language)

    @app.get("/search")
    def search(
        request: Request,
        q: Words = "",
        kind: Kind = "",
        by: Literal["date", "rank"] = "date",
        month: Annotated[str, Query(pattern=MONTH)] = "",
    ) -> Response:
        """Answer with what a query finds; one that cannot be read is explained."""
        several = request.query_params.getlist
        asked = Asked(words=q, kind=kind, by=by, month=month, only=tuple(several("only")[:20]), never=tuple(several("not")[:20]))
        found = NOTHING if asked.is_empty() else _found(store, asked, lexis)
        status = 400 if found.problem else 200
        if request.query_params.get("format") == "json":
            return json_answer(Unread(problem=found.problem) if found.problem else found.hits, status=status)
        kept = [(name, value) for name, value in place_of("", asked_of(request).query).asked if name != "page"]
        shown = {"asked": asked, "found": found, "kinds": (*KINDS, ANY), "most": FACETS, "search": urlencode(kept)}
        shown["bars"] = bars_of(found.facets.months) if found.facets else ()
        return either(desk, request, "search.html", FoundView(words=q, hits=found.hits), status=status, **shown)


def _found(store: Store, asked: Asked, lexis: Lexis) -> Found:
    """Return the hits of what is asked and how they spread, or what is wrong with it."""
    try:
        only, never = tuple(map(_facet, asked.only)), tuple(map(_facet, asked.never))
        words = f"{asked.words} from:{asked.month} to:{asked.month}" if asked.month else asked.words
        query = parse_query(words if words.strip() else f"kind:{asked.kind or 'article'}", lexis, kind=asked.kind or None)
        query = replace(query, only=only, never=never)
        hits = find(store, query, lexis, limit=SHOWN, by=asked.by)
        return Found(hits=hits, facets=facets_of(store, query, lexis), problem="")
    except StoreError as error:
        return Found(hits=(), facets=None, problem=str(error))


def _facet(written: str) -> Facet:
    name, _, value = written.partition(":")
    if name == "outlet" and value:
        return Facet("outlet", value)
    if name == "actor" and value:
        return Facet("actor", value)
    raise StoreError(f"{written!r} narrows nothing: write outlet:NAME or actor:RUS.")
