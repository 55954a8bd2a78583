"""Which outlet put a page up, and who signed the report?"""

from __future__ import annotations

from lxml import html

from mahdar.clean.dateline import place_of, writer_of
from mahdar.clean.labels import Marked, Opened
from mahdar.clean.layout import Mark
from mahdar.clean.lines import Line
from mahdar.clean.site import LONGEST, is_outlet_name, is_section, page_titles, site_names, title_tails
from mahdar.language.page_patterns import PagePatterns
from mahdar.records.page import Page
from mahdar.records.value import Meta, Missing, Value, Words


def find_outlet(page: Page, tree: html.HtmlElement | None, marked: Marked, patterns: PagePatterns) -> Value[str] | Missing:
    """Return the outlet: as it came with the page, by its metadata, its address, its own line, or its line of copyright."""
    if page.meta.outlet:
        return _from_meta(page, "outlet", page.meta.outlet, page.meta.outlet)
    item, site = next(site_names(tree), ("", ""))
    if site:
        return _from_meta(page, item, site, patterns.outlets.names.get(patterns.furniture.tokens(site), site))
    address = find_address(page, tree) or ""
    owner = patterns.outlets.of_address(address)
    if owner:
        return _from_meta(page, "url", address, owner)
    tails = {patterns.furniture.tokens(tail) for tail in title_tails(page_titles(tree))}
    for rule in ("title", "masthead", "outlet-line", "byline", "copyright"):
        for line, mark in zip(marked.lines, marked.marks, strict=True):
            name = _shown(line, mark, rule, patterns) if rule != "title" else _of_title(line, mark, tails, patterns)
            if name:
                words = Words(text=marked.text, start=line.start, end=line.end)
                return Value(value=name, certainty="stated", basis="visible", rule=f"outlet.{rule}", evidence=(words,))
    return Missing(reason="absent", rule="outlet")


def find_address(page: Page, tree: html.HtmlElement | None) -> str | None:
    """Return the address that came with a page, or that it gives as its own."""
    if page.meta.url or tree is None:
        return page.meta.url
    links = (link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    metas = (meta.get("content") or "" for meta in tree.iter("meta") if meta.get("property") == "og:url")
    return next((address.strip() for address in (*links, *metas) if address.strip().startswith("http")), None)


def find_place(marked: Marked, opened: Opened | None, patterns: PagePatterns) -> Value[str] | Missing:
    """Return the place that the report was sent from, by its opening or by a byline."""
    if opened and opened.opening.place:
        return run_of(marked, opened.line, opened.opening.place, "dateline")
    for line, mark in zip(marked.lines, marked.marks, strict=True):
        place = place_of(line.text, patterns) if mark.rule == "byline" else None
        if place:
            return run_of(marked, line, place, "dateline.byline")
    return Missing(reason="absent", rule="dateline")


def find_byline(marked: Marked, opened: Opened | None, patterns: PagePatterns) -> Value[str] | Missing:
    """Return who signed the report, from its opening or from a line of its own."""
    if opened and opened.opening.writer:
        return run_of(marked, opened.line, opened.opening.writer, "byline.opening")
    for line, mark in zip(marked.lines, marked.marks, strict=True):
        if mark.rule in ("byline", "byline.label", "byline.report"):
            writer = writer_of(line.text, patterns)
            if writer:
                return run_of(marked, line, writer, mark.rule)
    return Missing(reason="absent", rule="byline")


def run_of(marked: Marked, line: Line, run: tuple[int, int], rule: str) -> Value[str]:
    """Return a run of a line's letters as a value with its evidence."""
    start, end = line.start + run[0], line.start + run[1]
    words = Words(text=marked.text, start=start, end=end)
    return Value(value=marked.letters[start:end], certainty="stated", basis="visible", rule=rule, evidence=(words,))


def _from_meta(page: Page, item: str, content: str, name: str) -> Value[str]:
    """Return a name that an item of metadata tells."""
    evidence = Meta(page=page.page_id, item=item, content=content)
    return Value(value=name, certainty="stated", basis="metadata", rule=f"outlet.{item}", evidence=(evidence,))


def _of_title(line: Line, mark: Mark, tails: set[tuple[str, ...]], patterns: PagePatterns) -> str | None:
    """Return the outlet where a line of furniture repeats the tail of the page's title, and is no section of the site."""
    if mark.part != "furniture" or not line.tokens or line.tokens not in tails or is_section(line, patterns):
        return None
    return patterns.outlets.names.get(line.tokens, line.text)


def _shown(line: Line, mark: Mark, rule: str, patterns: PagePatterns) -> str | None:
    """Return the outlet that a line marked by a rule names; a masthead may name one that is not listed."""
    if mark.rule != rule:
        return None
    if rule == "masthead" and is_outlet_name(line, patterns.furniture):
        return patterns.outlets.names.get(line.tokens, line.text)
    return _named(line.tokens, patterns)


def _named(tokens: tuple[str, ...], patterns: PagePatterns) -> str | None:
    """Return the longest name of an outlet, agencies apart, that stands among the words of a line."""
    for width in range(LONGEST, 0, -1):
        for at in range(len(tokens) - width + 1):
            name = patterns.outlets.names.get(tokens[at : at + width])
            if name and name not in patterns.outlets.agencies:
                return name
    return None
