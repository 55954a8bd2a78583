"""On which day, and at what time, was a page put up?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml import html

from mahdar.clean.dates import find_date, iso_day
from mahdar.clean.labels import Marked, Opened, find_dateline
from mahdar.clean.signature import find_address
from mahdar.language.page_patterns import PagePatterns
from mahdar.records.page import Page
from mahdar.records.value import Meta, Missing, Value, Words

NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "date.created",
    "datecreated",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.created",
    "cxenseparse:recs:publishtime",
    "date",
)
_ADDRESS_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/.-]|$)")
_LINKED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_PUT_UP = (  # the stem of "put up"
    "\N{ARABIC LETTER NOON}\N{ARABIC LETTER SHEEN}\N{ARABIC LETTER REH}",
    "\N{ARABIC LETTER TEH}\N{ARABIC LETTER ALEF}\N{ARABIC LETTER REH}\N{ARABIC LETTER YEH}\N{ARABIC LETTER KHAH}",
)
BESIDE = 3
"""So many lines below the text may a line stand that tells the day."""

NO_DAY = frozenset(("copyright", "title-again", "related.headlines", "related-run", "block.related", "neighbours", "most-read"))
"""Rules whose lines tell the day of something else."""
_LIKELY = 14
"""No line that tells when a page was put up has more words."""


def find_published(page: Page, tree: html.HtmlElement | None, shown: Marked, patterns: PagePatterns) -> Value[str] | Missing:
    """Return when a page was put up: by what came with it, by its metadata, by what it shows, or by its address."""
    if page.meta.published:
        day = iso_day(page.meta.published) or _read(page.meta.published, patterns)
        if day:
            return _from_meta(page, ("published", page.meta.published), day, "published.given")
    if tree is not None:
        for item, content in _items(tree):
            day = iso_day(content) or _read(content, patterns)
            if day:
                return _from_meta(page, (item, content), day, "published.metadata")
    visible = _visible(shown, patterns) or _dateline_day(find_dateline(shown, patterns), shown, patterns)
    if visible:
        return visible
    address = find_address(page, tree) or ""
    parts = _ADDRESS_DAY.search(address)
    day = iso_day("-".join(part.zfill(2) for part in parts.groups())) if parts else None
    if day:
        return _from_meta(page, ("url", address), day, "published.address")
    return Missing(reason="absent", rule="published")


def _read(content: str, patterns: PagePatterns) -> str | None:
    """Return the day that metadata names in words."""
    found = find_date(patterns.furniture.tokens(content), patterns.months)
    return found.iso if found else None


def _from_meta(page: Page, item: tuple[str, str], day: str, rule: str) -> Value[str]:
    """Return a day that an item of metadata tells."""
    evidence = Meta(page=page.page_id, item=item[0], content=item[1])
    return Value(value=day, certainty="stated", basis="metadata", rule=rule, evidence=(evidence,))


def _items(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the items of a page's metadata that may tell its day, the most trusted first."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            yield from (("datePublished", day) for day in _linked_days(script.text or ""))
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("itemprop") or meta.get("name") or ""
        metas.setdefault(name.lower(), (meta.get("content") or "").strip())
    yield from ((name, metas[name]) for name in NAMES if metas.get(name))
    for wanted in ("datepublished", "datecreated"):
        for element in tree.iter("time", "span", "div", "abbr"):
            if (element.get("itemprop") or "").lower() == wanted:
                yield wanted, element.get("datetime") or element.get("content") or ""
    yield from (("time", element.get("datetime") or "") for element in tree.iter("time") if element.get("pubdate") is not None)
    heading = next(tree.iter("h1"), None)
    times = [element.get("datetime") or "" for element in tree.iter("time")]
    if heading is not None and len({day[:10] for day in times if day}) == 1:
        yield from (("time", day) for day in times if day)


def _linked_days(script: str) -> Iterator[str]:
    """Yield each `datePublished` of linked data; of broken JSON, the first that its letters show."""
    try:
        stack = [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        found = _LINKED.search(script)
        if found:
            yield found.group(1)
        return
    while stack:
        item = stack.pop(0)
        if isinstance(item, dict):
            day = item.get("datePublished")
            if isinstance(day, str):
                yield day
            stack.extend(item.values())
        elif isinstance(item, list):
            stack.extend(item)


def _visible(shown: Marked, patterns: PagePatterns) -> Value[str] | None:
    """Return the day that a line of furniture near the report tells, first above it, then below; a line on changes comes last.

    In HTML lines below the title come first, and of those above it only the one right above counts: the head of a page shows
    the day on which it was fetched, its foot other reports.
    """
    title, last = _bounds(shown)
    found: list[tuple[int, Value[str]]] = []
    for at, (line, mark) in enumerate(zip(shown.lines, shown.marks, strict=True)):
        above = bool(line.block) and at == title - 1
        near = above or (title < at < last if line.block else at <= last + BESIDE)
        if not near or mark.part != "furniture" or line.words > _LIKELY or not line.tokens or mark.rule in NO_DAY:
            continue
        date = find_date(line.tokens, patterns.months)
        if date:
            words = Words(text=shown.text, start=line.start, end=line.end)
            value = Value(value=date.iso, certainty="stated", basis="visible", rule=f"published.{mark.rule}", evidence=(words,))
            changed = mark.rule == "updated" and not line.tokens[0].startswith(_PUT_UP)
            found.append((2 * changed + above, value))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _bounds(shown: Marked) -> tuple[int, int]:
    """Return the numbers of the title's line and of the last line of content."""
    parts = [mark.part for mark in shown.marks]
    last = max((at for at, part in enumerate(parts) if part == "content"), default=len(parts))
    return (parts.index("title") if "title" in parts else 0), last


def _dateline_day(opened: Opened | None, shown: Marked, patterns: PagePatterns) -> Value[str] | None:
    """Return the day that stands in the report's dateline."""
    if opened is None:
        return None
    head = opened.line.text[: opened.opening.end]
    date = find_date(patterns.furniture.tokens(head), patterns.months)
    if date is None:
        return None
    words = Words(text=shown.text, start=opened.line.start, end=opened.line.start + len(head.rstrip()))
    return Value(value=date.iso, certainty="stated", basis="visible", rule="published.dateline", evidence=(words,))
