"""What are the visible words of a page, and which of them are the report?"""

from __future__ import annotations

from typing import NamedTuple

from lxml import html

from mahdar.arabic.script import arabic_share, arabic_words, is_foreign
from mahdar.clean.blocks import find_blocks, kept_words, parse
from mahdar.clean.decode import BROKEN, decode, garbled
from mahdar.clean.furniture import mark_lines
from mahdar.clean.labels import Marked, find_dateline, make_labels
from mahdar.clean.lines import Block, split_lines
from mahdar.clean.published import find_published
from mahdar.clean.signature import find_address, find_byline, find_outlet, find_place, run_of
from mahdar.clean.site import page_titles, site_names, title_tails
from mahdar.clean.title import Titles
from mahdar.language.page_patterns import PagePatterns
from mahdar.records.ids import text_id
from mahdar.records.page import Page
from mahdar.records.problem import Problem
from mahdar.records.text import Text
from mahdar.records.value import Meta, Missing, Value

ARTICLE = 20
"""An HTML page without a block of so many Arabic words holds no article."""
ARABIC = 0.25
"""Share of its letters that must be Arabic."""


class _Seen(NamedTuple):
    """The letters of a page, the blocks of an HTML page, its tree, and titles that its metadata gives."""

    letters: str
    blocks: tuple[Block, ...]
    tree: html.HtmlElement | None
    titles: tuple[str, ...]


def clean_page(page: Page, patterns: PagePatterns) -> Text | Problem:
    """Return the visible words of a page with what each line is, or the reason why it is no Arabic article."""
    decoded = decode(page.content, page.media)
    if decoded.letters is None:
        return _problem(page, decoded.wrong or "", "Save the page as UTF-8, or fetch it again.")
    letters = decoded.letters.replace("\r\n", "\n").replace("\r", "\n")
    if garbled(letters):
        return _problem(page, "its Arabic was read as Western letters and saved so", "Fetch or export it again as UTF-8.")
    seen = _see_html(page, letters, patterns) if page.media == "text/html" else _see_text(page, letters)
    wrong = _not_arabic(seen, page)
    return wrong or _label(page, seen, patterns)


def problems_of(text: Text) -> tuple[Problem, ...]:
    """Return what is odd about a text that can still be read: letters that were broken in its page."""
    broken = text.letters.count(BROKEN)
    if not broken:
        return ()
    what = f"{broken} of its {len(text.letters)} letters were broken and are shown as {BROKEN}"
    return (Problem(article=text.url or text.name or text.page_id, stage="clean", what=what, remedy="Fetch the page again."),)


def _see_text(page: Page, letters: str) -> _Seen:
    """Return plain text, below its title where that came apart from it."""
    title = " ".join((page.meta.title or "").split("\n")).strip()
    return _Seen(f"{title}\n{letters}" if title else letters, (), None, (title,) if title else ())


def _see_html(page: Page, letters: str, patterns: PagePatterns) -> _Seen:
    """Return the visible words of an HTML page, one block a line."""
    tree = parse(letters)
    if tree is None:
        return _Seen("", (), None, ())
    found = find_blocks(tree, kept_words(letters), patterns.furniture.classes)
    titles = (*filter(None, ((page.meta.title or "").strip(),)), *page_titles(tree))
    return _Seen("\n".join(words for words, _ in found), tuple(block for _, block in found), tree, titles)


def _not_arabic(seen: _Seen, page: Page) -> Problem | None:
    """Return why a page is no Arabic article, None where it may be one."""
    letters = seen.letters
    if not arabic_words(letters):
        return _problem(page, "no word of it is Arabic", "Leave it out; only Arabic is read.")
    if arabic_share(letters) < ARABIC:
        return _problem(page, "most of it is not in Arabic letters", "Leave it out; only Arabic is read.")
    if is_foreign(letters):
        return _problem(page, "it is in another language with Arabic letters", "Leave it out; only Arabic is read.")
    return None


def _label(page: Page, seen: _Seen, patterns: PagePatterns) -> Text | Problem:
    """Return a page's text with a label for every line; an HTML page without prose is none."""
    rules = patterns.furniture
    lines = split_lines(seen.letters, rules, seen.blocks)
    named = (page.meta.outlet or "", *(name for _, name in site_names(seen.tree)), *title_tails(page_titles(seen.tree)))
    titles = Titles(
        names=tuple(rules.tokens(title) for title in seen.titles),
        first=page.media == "text/plain" and bool(seen.titles),
        outlets=tuple(rules.tokens(name) for name in named if name.strip()),
    )
    marked = Marked(text_id(seen.letters), seen.letters, lines, mark_lines(lines, titles, patterns))
    if page.media == "text/html" and not _has_article(marked):
        what = f"the page has no block of {ARTICLE} Arabic words, so no article"
        return _problem(page, what, "Give the address of an article, not of a list of articles; or save the text.")
    opened = find_dateline(marked, patterns)
    return Text(
        text_id=marked.text,
        page_id=page.page_id,
        letters=marked.letters,
        labels=make_labels(marked, opened, patterns),
        title=_title(page, seen, marked),
        outlet=find_outlet(page, seen.tree, marked, patterns),
        byline=find_byline(marked, opened, patterns),
        dateline=find_place(marked, opened, patterns),
        published=find_published(page, seen.tree, marked, patterns),
        url=find_address(page, seen.tree),
        name=page.meta.name,
    )


def _has_article(marked: Marked) -> bool:
    """Return whether some line of content is a paragraph in Arabic."""
    lines = zip(marked.lines, marked.marks, strict=True)
    return any(mark.part == "content" and arabic_words(line.text) >= ARTICLE for line, mark in lines)


def _title(page: Page, seen: _Seen, marked: Marked) -> Value[str] | Missing:
    """Return the title as the page shows it, or as its metadata gives it."""
    for line, mark in zip(marked.lines, marked.marks, strict=True):
        if mark.part == "title":
            return run_of(marked, line, (0, len(line.text)), "title")
    if seen.titles:
        evidence = Meta(page=page.page_id, item="title", content=seen.titles[0])
        return Value(value=seen.titles[0], certainty="stated", basis="metadata", rule="title.metadata", evidence=(evidence,))
    return Missing(reason="absent", rule="title")


def _problem(page: Page, what: str, remedy: str) -> Problem:
    """Return why a page is not read."""
    return Problem(article=page.meta.name or page.source, stage="clean", what=what, remedy=remedy)
