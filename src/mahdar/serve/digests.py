"""`/digest`: what came in since a moment, as a page or a letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import FastAPI, HTTPException, Query, Request, Response

from mahdar.serve.answers import either
from mahdar.serve.briefings import paper_of, written
from mahdar.serve.pages import Desk, asked_of, teller_of
from mahdar.serve.views.digest import digest_of

DAY = timedelta(days=1)


def add_digests(app: FastAPI, desk: Desk) -> None:
    """Let an application tell what came in."""

    @app.get("/digest")
    def digest(
        request: Request,
        since: Annotated[str, Query(max_length=40)] = "",
        breaking: bool = False,
        paper: Annotated[str, Query(max_length=5)] = "",
    ) -> Response:
        """Answer with what came in since a moment, the last day where none is given; `breaking` leaves out the rest."""
        moment = _moment(since)
        view = digest_of(desk.store, moment.isoformat(), desk.means())
        view = replace(view, new=(), changed=()) if breaking else view
        say = teller_of(desk, asked_of(request))
        label = say.label("digest.breaking" if breaking else "digest.title")
        title = f"{say.label('site.name')} · {label.replace('{day}', say.moment(moment.date().isoformat()))}"
        if paper:
            return paper_of(written(desk, request, view, title=title), paper)
        made = written(desk, request, view, title=title)
        return either(desk, request, "digest.html", view, made=made)


def _moment(since: str) -> datetime:
    """Return the moment that an address names, a day ago where it names none; one without a zone is in UTC."""
    try:
        moment = datetime.fromisoformat(since) if since else datetime.now(UTC) - DAY
    except ValueError as error:
        raise HTTPException(400, f"{since!r} is no moment. Write 2025-10-13 or 2025-10-13T06:00+00:00.") from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
