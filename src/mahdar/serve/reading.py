"""In which language and with which signs does this request want to be answered?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from mahdar.export.reader import Digits, Language, Months, Reader

LANGUAGES: dict[str, Language] = {"ar": "ar", "en": "en"}
DIGITS: dict[str, Digits] = {"latn": "latn", "arab": "arab"}
ASKED = frozenset({"at", "q", "kind", "by"})
"""What an address asks for besides its settings: kept when these change."""
MONTHS: dict[str, Months] = {"yulyu": "yulyu", "tammuz": "tammuz", "both": "both"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a reader is: the path, the settings that its address holds, and what else it asks for."""

    path: str
    kept: tuple[tuple[str, str], ...]
    asked: tuple[tuple[str, str], ...]

    def to(self, path: str, *, anchor: str = "", **more: str) -> str:
        """Return the address of another page that keeps the reader's settings.

        >>> Place(path="/", kept=(("lang", "en"),), asked=()).to("/m-1", anchor="day")
        '/m-1?lang=en#day'
        """
        query = urlencode([*self.kept, *more.items()])
        return path + (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")

    def here(self, **settings: str) -> str:
        """Return the address of this page with other settings."""
        query = urlencode({**dict(self.kept), **settings, **dict(self.asked)})
        return f"{self.path}?{query}"


def reader_of(query: Mapping[str, str], accept_language: str) -> Reader:
    """Return the reader that an address asks for; without a language there, that of the browser, else Arabic.

    >>> reader_of({"digits": "arab"}, "en-GB,en;q=0.9").lang
    'en'
    """
    lang = LANGUAGES.get(query.get("lang", "")) or _preferred(accept_language)
    return Reader(
        lang=lang,
        digits=DIGITS.get(query.get("digits", ""), "latn"),
        months=MONTHS.get(query.get("months", ""), "yulyu"),
    )


def place_of(path: str, query: Mapping[str, str]) -> Place:
    """Return where a request is."""
    known = {"lang": tuple(LANGUAGES), "digits": tuple(DIGITS), "months": tuple(MONTHS)}
    kept = tuple((name, query[name]) for name, values in known.items() if query.get(name) in values)
    asked = tuple((name, value) for name, value in query.items() if name in ASKED)
    return Place(path=path, kept=kept, asked=asked)


def _preferred(accept_language: str) -> Language:
    best: tuple[float, Language] = (0.0, "ar")
    for part in accept_language.split(","):
        tag, _, rest = part.strip().partition(";")
        lang = LANGUAGES.get(tag.partition("-")[0].strip().lower())
        weight = _weight(rest)
        if lang is not None and weight > best[0]:
            best = (weight, lang)
    return best[1]


def _weight(rest: str) -> float:
    name, _, value = rest.strip().partition("=")
    try:
        return float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0
