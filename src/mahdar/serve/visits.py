"""Since when is a thing new to this reader? A cookie keeps the last visit, and the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

VISITS = "mahdar_visits"
PAUSE = timedelta(minutes=30)
"""Who comes back sooner is still on the same visit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits:
    """When the reader was last here before this visit, None where that is not known, and the last page of this visit."""

    before: datetime | None
    last: datetime

    def cookie(self) -> str:
        """Return both as a cookie keeps them."""
        return f"{self.before.isoformat() if self.before else ''}~{self.last.isoformat()}"


def visits_at(now: datetime, cookie: str) -> Visits:
    """Return the visits of a reader who comes now with a cookie.

    >>> from datetime import UTC
    >>> first = visits_at(datetime(2026, 1, 5, 9, tzinfo=UTC), "")
    >>> visits_at(datetime(2026, 1, 6, 9, tzinfo=UTC), first.cookie()).before.isoformat()
    '2026-01-05T09:00:00+00:00'
    """
    before, _, last = cookie.partition("~")
    known = _moment(last)
    if known is None or known > now:
        return Visits(before=None, last=now)
    is_same_visit = now - known < PAUSE
    return Visits(before=_moment(before) if is_same_visit else known, last=now)


def _moment(written: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
