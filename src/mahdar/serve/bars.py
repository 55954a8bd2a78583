"""How tall is each month, and where does it stand in time?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.store.search.facets import FacetCount

TALL = 44
THIN = 0.8
"""The least share of the width, in percent, that can be seen and met with a finger."""
WIDE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A month with its reports: place and width as shares of the width in percent, height in pixels."""

    month: str
    reports: int
    x: float
    width: float
    tall: float


def bars_of(months: Sequence[FacetCount]) -> tuple[Bar, ...]:
    """Return a bar for each month, in its true place in time: a month without reports is a gap.

    >>> [bar.x for bar in bars_of([FacetCount(value="2024-01", reports=2), FacetCount(value="2024-12", reports=1)])]
    [0.0, 91.67]
    """
    if not months:
        return ()
    numbers = [_number(one.value) for one in months]
    first, span = min(numbers), max(numbers) - min(numbers) + 1
    top = max(one.reports for one in months)
    width = round(min(max(90 / span, THIN), WIDE), 2)
    return tuple(
        Bar(
            month=one.value,
            reports=one.reports,
            x=round(min(100 * (number - first) / span, 100 - width), 2),
            width=width,
            tall=round(TALL * one.reports / top, 1),
        )
        for one, number in zip(months, numbers, strict=True)
    )


def _number(month: str) -> int:
    """Return the number of a month since the year 0; a year alone stands as its first month."""
    year, _, rest = month.partition("-")
    return int(year) * 12 + int(rest or 1) - 1
