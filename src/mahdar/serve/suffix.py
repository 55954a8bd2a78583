"""What does the ending of an address ask for?"""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.types import ASGIApp, Receive, Scope, Send

from mahdar.export.formats.write import FORMATS

ENDINGS = (*FORMATS, "json")
OPEN = ("/static/",)
"""Files of our own, which are called what they are."""


class Suffixes:
    """Lets `/meetings.csv?lang=en` ask for the same as `/meetings?lang=en&format=csv`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not scope["path"].startswith(OPEN):
            scope = {**scope, **told_by(scope["path"], scope["query_string"])}
        await self.app(scope, receive, send)


def told_by(path: str, query: bytes) -> dict[str, str | bytes]:
    """Return the path without its ending, and the query that says the same.

    >>> told_by("/meetings.csv", b"lang=en")
    {'path': '/meetings', 'raw_path': b'/meetings', 'query_string': b'lang=en&format=csv'}
    """
    name, dot, ending = path.rpartition(".")
    if not dot or ending not in ENDINGS or not name.strip("/"):
        return {}
    more = urlencode({"format": ending}).encode()
    return {"path": name, "raw_path": name.encode(), "query_string": query + b"&" + more if query else more}
