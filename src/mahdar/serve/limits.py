"""How much and how often may one reader ask?"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

READS, WRITES = 600, 30
"""Requests a minute of one address."""
LONGEST = 8_000
"""Letters of a path and query."""
REMEMBERED = 10_000
MINUTE = 60.0


@dataclass(slots=True)
class Bucket:
    """What an address may still ask, and when that was counted."""

    left: float
    at: float


class Limits:
    """Answers 429 to who asks too often, 414 to what is too long."""

    def __init__(
        self, app: ASGIApp, *, reads: int = READS, writes: int = WRITES, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.app = app
        self.rates = {False: reads, True: writes}
        self.clock = clock
        self.buckets: OrderedDict[tuple[str, bool], Bucket] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST:
            await PlainTextResponse(f"An address has at most {LONGEST} letters.", status_code=414)(scope, receive, send)
        elif not self._may(scope):
            told = PlainTextResponse("Too many requests; wait a minute.", status_code=429, headers={"Retry-After": "60"})
            await told(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _may(self, scope: Scope) -> bool:
        """Tell whether an address may ask now, and count it."""
        writes = scope["method"] not in {"GET", "HEAD"}
        rate, now = self.rates[writes], self.clock()
        name = ((scope.get("client") or ("",))[0], writes)
        bucket = self.buckets.pop(name, None) or Bucket(left=rate, at=now)
        bucket.left = min(rate, bucket.left + (now - bucket.at) * rate / MINUTE)
        bucket.at = now
        self.buckets[name] = bucket
        while len(self.buckets) > REMEMBERED:
            self.buckets.popitem(last=False)
        if bucket.left < 1:
            return False
        bucket.left -= 1
        return True
