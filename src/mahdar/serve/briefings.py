"""`/briefing`: chosen records, or what a search finds in a period, as a text to hand on; `/briefings/NAME`: a published one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, HTTPException, Query, Request, Response
from pydantic import BaseModel, Field

from mahdar.errors import SourceError
from mahdar.export.briefing import briefing_of
from mahdar.export.dossier import Dossier
from mahdar.export.dossier_file import MEDIA, dossier_bytes
from mahdar.serve.answers import either, table_of
from mahdar.serve.pages import Desk, asked_of, teller_of
from mahdar.serve.views.briefing import briefing_view
from mahdar.store.search.ask import parse_query
from mahdar.store.search.find import find
from mahdar.store.search.names import open_lexis

MOST = 200
PAPERS = ("html", "pdf", "docx", "md", "eml")
Day = Annotated[str, Field(max_length=10, pattern=r"^$|^\d{4}(-\d\d(-\d\d)?)?$")]


class Asked(BaseModel):
    """What an address asks of a briefing: records by their ids, or a search and a period."""

    id: list[str] = Field(default=[], max_length=MOST)
    q: str = Field(default="", max_length=500)
    kind: str = Field(default="meeting", max_length=20)
    since: Day = ""
    until: Day = ""
    title: str = Field(default="", max_length=200)
    paper: str = Field(default="", max_length=5)

    def words(self) -> str:
        """Return the query of the search, its period within; empty where nothing is searched."""
        period = [f"{name}:{day}" for name, day in (("from", self.since), ("to", self.until)) if day]
        return " ".join([self.q, *period]).strip()


def add_briefings(app: FastAPI, desk: Desk, published: Path | None) -> None:
    """Let an application write briefings, and answer with the published ones."""
    lexis = open_lexis(desk.language)

    @app.get("/briefing")
    def briefing(request: Request, asked: Annotated[Asked, Query()]) -> Response:
        """Answer with a briefing: as a page, as rows, or as a paper (`paper=pdf`)."""
        words = asked.words()
        hits = find(desk.store, parse_query(words, lexis, kind=asked.kind or None), lexis, limit=MOST) if words else ()
        view = briefing_view(desk.store, asked.id, desk.means(), title=asked.title, hits=hits)
        if asked.paper:
            return paper_of(written(desk, request, view, title=view.title), asked.paper)
        return either(
            desk, request, "briefing.html", view, made=written(desk, request, view, title=view.title), papers=_papers(request)
        )

    @app.get("/briefings/{name}")
    def kept(name: str) -> Response:
        """Answer with a briefing that was published under a name; its address stays when it is replaced."""
        path = Path(name)
        if published is None or name != path.name or name.startswith(".") or path.suffix not in MEDIA:
            raise HTTPException(404, f"no briefing {name[:80]!r} is published here.")
        try:
            return Response((published / name).read_bytes(), media_type=MEDIA[path.suffix])
        except OSError as error:
            raise HTTPException(404, f"no briefing {name[:80]!r} is published here.") from error


def written(desk: Desk, request: Request, view: object, *, title: str) -> Dossier:
    """Return the lines of a view as a text with numbered sentences, in the language of the reader."""
    say = teller_of(desk, asked_of(request))
    return briefing_of(table_of(desk, request, view), say, title=title)


def paper_of(made: Dossier, paper: str) -> Response:
    """Return a text as a file."""
    if paper not in PAPERS:
        raise HTTPException(404, f"a briefing is written as: {', '.join(PAPERS)}.")
    try:
        body = dossier_bytes(made, f".{paper}")
    except SourceError as error:
        raise HTTPException(501, str(error)) from error
    headers = {"Content-Disposition": f'attachment; filename="mahdar-briefing.{paper}"'}
    return Response(body, media_type=MEDIA[f".{paper}"], headers=headers)


def _papers(request: Request) -> tuple[tuple[str, str], ...]:
    return tuple((one.upper(), str(request.url.include_query_params(paper=one).query)) for one in PAPERS)
