"""What does an address answer, asked from within and without a network?"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from starlette.types import ASGIApp, Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an address answered."""

    status: int
    body: bytes
    location: str | None
    """Where the answer is instead, for a record that moved."""


def ask(app: ASGIApp, address: str, *, hops: int = 5) -> Answer:
    """Return what an application answers at one of its addresses, where that moved at the new one."""
    answer = asyncio.run(_ask(app, address))
    if answer.location is not None and hops:
        return ask(app, answer.location, hops=hops - 1)
    return answer


async def _ask(app: ASGIApp, address: str) -> Answer:
    parts = urlsplit(address)
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(_scope(parts.path or "/", parts.query), receive, send)
    start = next(one for one in sent if one["type"] == "http.response.start")
    headers = {name.decode().lower(): value.decode("latin-1") for name, value in start["headers"]}
    body = b"".join(one.get("body", b"") for one in sent if one["type"] == "http.response.body")
    return Answer(status=start["status"], body=body, location=headers.get("location"))


def _scope(path: str, query: str) -> dict[str, object]:
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": quote(path).encode(),
        "root_path": "",
        "query_string": quote(query, safe="=&%+-_.~:").encode(),
        "headers": [(b"host", b"127.0.0.1")],
        "client": ("127.0.0.1", 0),
        "server": ("127.0.0.1", 80),
    }
