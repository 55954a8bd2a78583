"""`/saved`: which searches did a reader keep? They stand in a cookie of the reader; the store knows nothing of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias
from urllib.parse import parse_qs, quote, unquote

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from mahdar.serve.forms import read_form

SAVED = "mahdar_saved"
MOST = 12
LONGEST = 300
BODY = 4000
YEAR = 365 * 24 * 3600
Searches: TypeAlias = "tuple[str, ...]"
"""Queries of addresses, as `q=لافروف&kind=any`."""


def add_saved(app: FastAPI) -> None:
    """Let an application keep searches for its readers."""

    @app.post("/saved")
    async def keep(request: Request) -> Response:
        """Keep a search, or drop it, in the reader's own cookie, and go back to where it was asked."""
        if "origin" not in request.headers:  # this form has no key of its own, so a page must be known to be ours
            raise HTTPException(403, "a search is kept from our own pages only.")
        given = await read_form(request, most=BODY)
        search = given.get("search", "")[:LONGEST]
        others = [one for one in saved_in(request.cookies) if one != search]
        kept = others if given.get("drop") else [search, *others]
        answer = RedirectResponse("/" if given.get("drop") else f"/search?{_plain(search)}", status_code=303)
        answer.set_cookie(SAVED, cookie_of([one for one in kept if one]), max_age=YEAR, httponly=True, samesite="lax")
        return answer


def saved_in(cookies: Mapping[str, str]) -> Searches:
    """Return the searches that a reader kept, the newest first; a cookie that we cannot read holds none.

    >>> saved_in({"mahdar_saved": cookie_of(["q=a&kind=any"])})
    ('q=a&kind=any',)
    """
    try:
        held = json.loads(unquote(cookies.get(SAVED, "[]")))
    except ValueError:
        return ()
    return tuple(one[:LONGEST] for one in held if isinstance(one, str))[:MOST] if isinstance(held, list) else ()


def cookie_of(searches: Sequence[str]) -> str:
    """Return searches as a cookie keeps them."""
    return quote(json.dumps(list(searches[:MOST]), ensure_ascii=True))


def words_of(search: str) -> str:
    """Return the words that a search looks for.

    >>> words_of("q=actor%3ARUS&kind=any")
    'actor:RUS'
    """
    return parse_qs(search).get("q", [""])[0]


def _plain(search: str) -> str:
    """Return a query that can stand in a header."""
    return quote(search, safe="=&%+-_.~:")
