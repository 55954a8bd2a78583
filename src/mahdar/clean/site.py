"""What does a page call the site that it stands on, and which lines name it or lead about in it?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from lxml import html

from mahdar.clean.lines import Line
from mahdar.language.furniture import FurnitureRules, fits
from mahdar.language.page_patterns import PagePatterns

LONGEST = 6
"""No outlet's name has more words."""
MENU = ("section", "menu", "share")
"""Rules whose phrases are the entries of a menu."""
_JOINT = re.compile(r"\s+[-\N{EN DASH}\N{EM DASH}|:]\s+")
_PRESENT = ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER TEH}")
"""With these a verb of the present begins."""
_VERB = 4
"""Fewest letters of a word that may be a verb."""


def site_names(tree: html.HtmlElement | None) -> Iterator[tuple[str, str]]:
    """Yield the items of a page's metadata that name its outlet, the most trusted first."""
    if tree is None:
        return
    metas = {meta.get("property") or meta.get("name"): (meta.get("content") or "").strip() for meta in tree.iter("meta")}
    yield from ((item, metas[item]) for item in ("og:site_name", "application-name") if metas.get(item))
    yield from (("publisher", name.strip()) for script in tree.iter("script") for name in _publishers(script) if name.strip())


def page_titles(tree: html.HtmlElement | None) -> tuple[str, ...]:
    """Return the titles that a page's metadata gives."""
    if tree is None:
        return ()
    metas = (meta.get("content") or "" for meta in tree.iter("meta") if meta.get("property") == "og:title")
    heads = (element.text_content() for element in tree.iter("title"))
    return tuple(title.strip() for title in (*metas, *heads) if title.strip())


def title_tails(titles: Iterable[str]) -> tuple[str, ...]:
    """Return what stands after the last dash or bar of a page's titles; on most pages it names the outlet.

    >>> title_tails(["A B C - D E", "F"])
    ('D E',)
    """
    parts = [_JOINT.split(title) for title in titles]
    return tuple(some[-1].strip() for some in parts if len(some) > 1 and 0 < len(some[-1].split()) <= LONGEST)


def is_outlet_name(line: Line, rules: FurnitureRules) -> bool:
    """Return whether a line is a name as outlets bear: it begins with «paper» or «agency», is short, and holds no verb."""
    phrases = rules.names.get(line.tokens[0], ()) if line.tokens else ()
    return is_plain(line) and any(
        fits(phrase.tokens, line.tokens, 0) and len(phrase.tokens) < line.words <= phrase.rule.max_words for phrase in phrases
    )


def is_section(line: Line, patterns: PagePatterns) -> bool:
    """Return whether a line is one entry of a menu."""
    return bool(line.tokens) and any(
        phrase.tokens == line.tokens and phrase.rule.id in MENU for phrase in patterns.furniture.starts.get(line.tokens[0], ())
    )


def is_plain(line: Line) -> bool:
    """Return whether a line holds letters alone, and no word that may be a verb of the present."""
    verbs = any(len(word) >= _VERB and word.startswith(_PRESENT) for word in line.tokens)
    return not verbs and all(sign.isalpha() or sign == " " for sign in line.text)


def is_menu(line: Line, patterns: PagePatterns) -> bool:
    """Return whether a line holds nothing but two or more sections and buttons of the site, or sections and places."""
    tokens = tuple(token for token in line.tokens if token not in ":|")
    at, count, named = 0, 0, False
    while at < len(tokens):
        width, is_section = _entry(tokens, at, patterns)
        if not width:
            return False
        at, count, named = at + width, count + 1, named or is_section
    return count > 1 and named


def _entry(tokens: tuple[str, ...], at: int, patterns: PagePatterns) -> tuple[int, bool]:
    """Return how many words the entry of a menu that stands at a place has, 0 where none does, and whether it is a section."""
    widths = [
        len(phrase.tokens)
        for phrase in patterns.furniture.starts.get(tokens[at], ())
        if phrase.rule.id in MENU and fits(phrase.tokens, tokens, at)
    ]
    if widths:
        return max(widths), True
    return next((width for width in (3, 2, 1) if tokens[at : at + width] in patterns.places), 0), False


def _publishers(script: html.HtmlElement) -> Iterator[str]:
    """Yield the names of publishers in linked data."""
    if (script.get("type") or "").lower() != "application/ld+json":
        return
    try:
        stack = [json.loads(script.text or "", strict=False)]
    except (ValueError, RecursionError):
        return
    while stack:
        item = stack.pop(0)
        if isinstance(item, dict):
            publisher = item.get("publisher")
            name = publisher.get("name") if isinstance(publisher, dict) else publisher
            if isinstance(name, str):
                yield name
            stack.extend(item.values())
        elif isinstance(item, list):
            stack.extend(item)
