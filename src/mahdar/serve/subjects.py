"""The pages of one person, side, issue, series, forum or outlet."""

from __future__ import annotations

from typing import Annotated

from fastapi import FastAPI, HTTPException, Path, Request, Response

from mahdar.serve.answers import either
from mahdar.serve.pages import Desk
from mahdar.serve.views.issue import issue_of
from mahdar.serve.views.outlet import outlet_of
from mahdar.serve.views.person import person_of
from mahdar.serve.views.series import Kind, series_of
from mahdar.serve.views.side import side_of
from mahdar.store.database import Store

Name = Annotated[str, Path(max_length=300)]


def add_subjects(app: FastAPI, store: Store, desk: Desk) -> None:
    """Let an application answer with the pages of its subjects."""
    _add_actors(app, store, desk)
    _add_topics(app, store, desk)


def _add_actors(app: FastAPI, store: Store, desk: Desk) -> None:
    world = desk.language.world

    @app.get("/person/{person_id}")
    def person(request: Request, person_id: Name) -> Response:
        """Answer with one listed person."""
        if person_id not in world.people:
            raise HTTPException(404, f"{person_id!r} is no listed person; an id is written as ru:lavrov.")
        return either(desk, request, "person.html", person_of(store, person_id, desk.means()))

    @app.get("/side/{code}")
    def side(request: Request, code: Name) -> Response:
        """Answer with one state or organisation."""
        if code not in world.states and code not in world.orgs:
            raise HTTPException(404, f"{code!r} is no state or organisation; a code is written as RUS.")
        return either(desk, request, "side.html", side_of(store, code, desk.means()))

    @app.get("/outlet/{outlet:path}")
    def one_outlet(request: Request, outlet: Name) -> Response:
        """Answer with one outlet."""
        view = outlet_of(store, outlet, desk.means())
        if not view.reports:
            raise HTTPException(404, f"{outlet!r} is no outlet of this store; /outlets lists them.")
        return either(desk, request, "outlet.html", view)


def _add_topics(app: FastAPI, store: Store, desk: Desk) -> None:
    @app.get("/issue/{issue}")
    def one_issue(request: Request, issue: Name) -> Response:
        """Answer with who stands where on one issue."""
        if issue not in desk.book.wording.issues:
            raise HTTPException(404, f"{issue!r} is no issue of the codebook; /codebook lists them.")
        return either(desk, request, "issue.html", issue_of(store, issue))

    @app.get("/series/{name:path}")
    def one_series(request: Request, name: Name) -> Response:
        """Answer with the rounds of one series."""
        return _series(request, "series", name)

    @app.get("/forum/{name:path}")
    def one_forum(request: Request, name: Name) -> Response:
        """Answer with what happened in one forum."""
        return _series(request, "forum", name)

    def _series(request: Request, kind: Kind, name: str) -> Response:
        view = series_of(store, kind, name, desk.means())
        if view is None:
            raise HTTPException(404, f"no {kind} {name!r} in this store; /series lists them.")
        return either(desk, request, "series.html", view)
