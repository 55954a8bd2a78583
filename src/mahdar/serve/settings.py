"""`/settings`: how does a reader keep language, digits, month names and theme?"""

from __future__ import annotations

from typing import Annotated

from fastapi import FastAPI, Query, Request, Response
from fastapi.responses import RedirectResponse

from mahdar.serve.reading import COOKIE, settings_in

YEAR = 365 * 24 * 3600


def add_settings(app: FastAPI) -> None:
    """Let an application answer at `/settings`."""

    @app.get("/settings")
    def settings(request: Request, to: Annotated[str, Query(max_length=1000)] = "/") -> Response:
        """Keep the settings that the address names in cookies of this reader, and go back to where they came from."""
        answer = RedirectResponse(own_path(to), status_code=303)
        for name, value in settings_in(dict(request.query_params)).items():
            answer.set_cookie(COOKIE + name, value, max_age=YEAR, httponly=True, samesite="lax")
        return answer


def own_path(to: str) -> str:
    """Return an address if it is one of our own pages, else that of the first page.

    >>> own_path("/pairs?page=2"), own_path("//elsewhere.example"), own_path("https://elsewhere.example")
    ('/pairs?page=2', '/', '/')
    """
    is_own = to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable() and "\\" not in to
    return to if is_own else "/"
