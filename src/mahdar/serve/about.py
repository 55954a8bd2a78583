"""The pages about the record itself: the codebook, the scores, the keys."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Request, Response

from mahdar.serve.answers import either
from mahdar.serve.pages import Desk, answer
from mahdar.serve.views.codebook import codebook_of
from mahdar.serve.views.quality import quality_of

KEYS = ("/", "j", "k", "o", "n", "p", "h", "?")


def add_about(app: FastAPI, desk: Desk, data: Path) -> None:
    """Let an application answer with what tells of itself."""
    codebook, scores = codebook_of(desk.book.wording, data), quality_of()

    @app.get("/codebook")
    def codes(request: Request) -> Response:
        """Answer with what each code means."""
        return either(desk, request, "codebook.html", codebook)

    @app.get("/quality")
    def quality(request: Request) -> Response:
        """Answer with how often the program is right."""
        return either(desk, request, "quality.html", scores)

    @app.get("/keys")
    def keys(request: Request) -> Response:
        """Answer with the keys that pages know."""
        return answer(desk, request, "keys.html", keys=KEYS)
