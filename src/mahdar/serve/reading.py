"""In which language and with which signs does this request want to be answered?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias
from urllib.parse import urlencode

from mahdar.export.reader import Digits, Language, Months, Reader

Theme = Literal["auto", "light", "dark"]
Pairs: TypeAlias = Sequence[tuple[str, str]]

LANGUAGES: dict[str, Language] = {"ar": "ar", "en": "en"}
DIGITS: dict[str, Digits] = {"latn": "latn", "arab": "arab"}
MONTHS: dict[str, Months] = {"yulyu": "yulyu", "tammuz": "tammuz", "both": "both"}
THEMES: dict[str, Theme] = {"auto": "auto", "light": "light", "dark": "dark"}
KNOWN: Mapping[str, tuple[str, ...]] = {
    "lang": tuple(LANGUAGES),
    "digits": tuple(DIGITS),
    "months": tuple(MONTHS),
    "theme": tuple(THEMES),
}
"""The settings, each with its values: an address may hold them, a cookie may keep them."""
COOKIE = "mahdar_"
OWN = frozenset({*KNOWN, "format"})


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
        return _address(path, [*self.kept, *more.items()]) + (f"#{anchor}" if anchor else "")

    def here(self, **settings: str) -> str:
        """Return the address of this page with other settings."""
        kept = {**dict(self.kept), **settings}
        return f"{self.path}?{urlencode([*kept.items(), *self.asked])}"

    def asking(self, name: str, value: str) -> str:
        """Return the address of this page that asks one thing differently; an empty value asks it no more."""
        others = [(one, held) for one, held in self.asked if one != name]
        return _address(self.path, [*self.kept, *others, *([(name, value)] if value else [])])

    def adding(self, name: str, value: str) -> str:
        """Return the address of this page that asks one more thing."""
        return _address(self.path, [*self.kept, *self.asked, (name, value)])

    def dropping(self, name: str, value: str) -> str:
        """Return the address of this page that asks one thing less."""
        return _address(self.path, [*self.kept, *(pair for pair in self.asked if pair != (name, value))])

    def bare(self) -> str:
        """Return the address of this page without settings."""
        return _address(self.path, self.asked)


def settings_in(given: Mapping[str, str]) -> dict[str, str]:
    """Return the settings among some pairs that have a value we know.

    >>> settings_in({"lang": "en", "digits": "roman", "q": "x"})
    {'lang': 'en'}
    """
    return {name: given[name] for name, values in KNOWN.items() if given.get(name) in values}


def settings_kept(cookies: Mapping[str, str]) -> dict[str, str]:
    """Return the settings that cookies keep."""
    return settings_in({name.removeprefix(COOKIE): value for name, value in cookies.items() if name.startswith(COOKIE)})


def reader_of(settings: Mapping[str, str], accept_language: str) -> Reader:
    """Return the reader that settings ask for; without a language there, that of the browser, else Arabic.

    >>> reader_of({"digits": "arab"}, "en-GB,en;q=0.9").lang
    'en'
    """
    lang = LANGUAGES.get(settings.get("lang", "")) or _preferred(accept_language)
    return Reader(
        lang=lang,
        digits=DIGITS.get(settings.get("digits", ""), "latn"),
        months=MONTHS.get(settings.get("months", ""), "yulyu"),
    )


def place_of(path: str, query: Pairs) -> Place:
    """Return where a request is."""
    kept = tuple(settings_in(dict(query)).items())
    asked = tuple((name, value) for name, value in query if name not in OWN)
    return Place(path=path, kept=kept, asked=asked)


def _address(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    query = urlencode(list(pairs))
    return path + (f"?{query}" if query else "")


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
