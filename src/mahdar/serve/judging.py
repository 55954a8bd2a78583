"""`/judge`: what does a reader who may write say of a record?"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TypeAlias
from urllib.parse import quote

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from mahdar.errors import StoreError
from mahdar.export.views.correct import value_said
from mahdar.records.judgement import Said, Verdict
from mahdar.serve.api import json_answer
from mahdar.serve.forms import read_form
from mahdar.serve.pages import WHO, Desk, answer
from mahdar.serve.settings import YEAR, own_path
from mahdar.serve.writers import TOKEN, Writer
from mahdar.store.judgements import Judged

Judge: TypeAlias = Callable[[Said], Judged]
"""Keeps what somebody says, and lets it join or part records."""
VERDICTS: Mapping[str, Verdict] = {
    "right": "right",
    "wrong": "wrong",
    "should_be": "should_be",
    "same": "same",
    "different": "different",
    "unsure": "unsure",
}
PAIRS = ("same", "different", "unsure")
FIELDS = ("sides", "day", "place", "form", "format", "level", "status", "forum", "series", "ordinal")
"""Fields of a meeting that can be corrected; `sides` are the `parties` of its claims."""
CLAIM_FIELDS = {"sides": "parties"}
MOST, LONGEST, NAME = 16_000, 2_000, 80


def add_judging(app: FastAPI, desk: Desk, judge: Judge) -> None:
    """Let an application take what readers who may write say of records."""

    @app.post("/judge")
    async def judged(request: Request) -> Response:
        """Keep what is said, and go back to the record, which shows it at once."""
        given = await read_form(request, most=MOST)
        bearer = desk.writers.bearer(request)
        writer = bearer or desk.writers.of(request)
        if writer is None:
            raise HTTPException(403, "to judge takes a token: /enter, or ask whoever runs these pages for one.")
        if bearer is None and not _is_own(given.get("key", ""), writer):
            raise HTTPException(403, "this form is not from our page, or from before the last start. Open the record again.")
        said = _said(given, writer)
        kept = await run_in_threadpool(judge, said)
        if bearer is not None:
            return json_answer(kept, status=201)
        back = RedirectResponse(f"{own_path(given.get('back', '/'))}#judgements", status_code=303)
        back.set_cookie(WHO, quote(said.who), max_age=YEAR, httponly=True, samesite="lax")
        return back

    @app.get("/enter")
    def enter(request: Request) -> Response:
        """Answer with the form that takes a token."""
        return answer(desk, request, "enter.html")

    @app.post("/enter")
    async def entered(request: Request) -> Response:
        """Keep a token in the reader's browser; one that is none is refused."""
        given = await read_form(request, most=MOST)
        token = given.get("token", "").strip()
        if token and desk.writers.named(token) is None:
            return answer(desk, request, "enter.html", status=403, refused=True)
        home = RedirectResponse("/", status_code=303)
        if not token:
            home.delete_cookie(TOKEN)
            return home
        is_safe = request.url.scheme == "https"
        home.set_cookie(TOKEN, token, max_age=YEAR, httponly=True, samesite="strict", secure=is_safe)
        return home


def _is_own(key: str, writer: Writer) -> bool:
    return hmac.compare_digest(key.encode(), writer.key.encode())


def _said(given: Mapping[str, str], writer: Writer) -> Said:
    """Return what a form says; one that says too little, or what cannot be, is refused with the reason."""
    verdict = VERDICTS.get(given.get("verdict", ""))
    if verdict is None:
        raise HTTPException(400, f"a verdict is one of: {', '.join(VERDICTS)}.")
    words = {name: given.get(name, "").strip()[:LONGEST] for name in ("about", "other", "field", "value", "why", "who")}
    who = (writer.name or words["who"])[:NAME]
    if not who:
        raise HTTPException(400, "a judgement names who says it.")
    if words["field"] not in {"", *FIELDS}:
        raise HTTPException(400, f"{words['field'][:40]!r} is no field. Fields: {', '.join(FIELDS)}.")
    if verdict == "should_be":
        _check_value(words["field"], words["value"])
    if verdict in PAIRS and not words["other"]:
        raise HTTPException(400, "same, different and unsure are said of two records: give the id of the other.")
    return Said(
        verdict=verdict,
        about=(words["about"], words["other"].strip("/")) if verdict in PAIRS else (words["about"],),
        field=None if verdict in PAIRS else CLAIM_FIELDS.get(words["field"], words["field"]) or None,
        value=words["value"] if verdict == "should_be" else None,
        who=who,
        when=datetime.now(UTC).isoformat(timespec="microseconds"),
        why=words["why"],
    )


def _check_value(field: str, value: str) -> None:
    if not (field and value):
        raise HTTPException(400, "what should be takes a field and its value.")
    try:
        said = value_said(field, value)
    except StoreError as error:
        raise HTTPException(400, str(error)) from error
    if said == ():
        raise HTTPException(400, "sides are written by their codes, as RUS CHN.")
