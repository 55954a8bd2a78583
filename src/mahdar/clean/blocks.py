"""Which words of an HTML page can be seen, in page order, and where does each block of them come from?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import trafilatura
from lxml import etree, html

from mahdar.clean.lines import Block

_UNSEEN_TAGS = "head script style noscript template iframe svg object embed canvas select textarea input audio video math"
_BLOCK_TAGS = (
    "address article aside blockquote body br button center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary table tbody td tfoot "
    "th thead tr ul"
)
UNSEEN = frozenset(_UNSEEN_TAGS.split())
BLOCKS = frozenset(_BLOCK_TAGS.split())
TAG_RULES = {
    "nav": "block.menu",
    "footer": "block.menu",
    "aside": "block.related",
    "figcaption": "block.caption",
    "form": "block.social",
    "button": "block.menu",
    "menu": "block.menu",
}
SHORTEST = 12
"""A block of fewer letters may stand in an article by chance, so that trafilatura has no say on it."""
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32)), " ")
_SPACE = re.compile(r"\s+")
_NAME = re.compile(r"[A-Za-z][a-z]+|[A-Z]+(?![a-z])|[a-z]+")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


class _Piece(NamedTuple):
    """Letters that stand in one block, and whether they are a link."""

    block: html.HtmlElement
    words: str
    link: bool


def find_blocks(tree: html.HtmlElement, kept: str, classes: Mapping[str, str]) -> tuple[tuple[str, Block], ...]:
    """Return the visible blocks of a page, each with its words on one line and what speaks for and against it.

    `kept` is what `kept_words` returns; `classes` the words of class names that mark furniture, with their rules.
    """
    found: list[tuple[str, Block]] = []
    rules: dict[html.HtmlElement, str | None] = {}
    for pieces in _grouped(tree):
        words = _SPACE.sub(" ", "".join(piece.words for piece in pieces)).strip()
        if words:
            linked = sum(len(piece.words.strip()) for piece in pieces if piece.link)
            element = pieces[0].block
            rule = _rule(element, classes, rules)
            block = Block(_tag(element), rule, linked / len(words), len(words) >= SHORTEST and _squeeze(words) in kept)
            found.append((words, block))
    return tuple(found)


def parse(letters: str) -> html.HtmlElement | None:
    """Return a page as a tree, None where it holds no element; the parser would stop at a sign of control."""
    content = letters.translate(_CONTROLS).encode("utf-8", "replace")
    try:
        return html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def kept_words(letters: str) -> str:
    """Return what trafilatura holds for the article, without spaces; one voter among several."""
    return _squeeze(
        trafilatura.extract(letters.translate(_CONTROLS), include_comments=False, include_tables=True, favor_recall=True) or ""
    )


def _squeeze(words: str) -> str:
    """Return words without their spaces and without the sign of a list, so that two readers of a page agree on them."""
    return "".join(words.split()).lstrip("-•")


def _grouped(tree: html.HtmlElement) -> Iterator[list[_Piece]]:
    """Yield the pieces of each block in page order."""
    pieces: list[_Piece] = []
    for piece in _walk(tree, tree, link=False):
        if piece is None:
            if pieces:
                yield pieces
            pieces = []
        else:
            pieces.append(piece)
    if pieces:
        yield pieces


def _walk(element: html.HtmlElement, block: html.HtmlElement, *, link: bool) -> Iterator[_Piece | None]:
    """Yield the visible pieces of an element, and None where a block ends."""
    tag = _tag(element)
    if tag in UNSEEN or not tag or _is_hidden(element):
        return
    opens = tag in BLOCKS
    inner = element if opens and tag != "br" else block
    linked = link or tag == "a"
    if opens:
        yield None
    if element.text:
        yield _Piece(inner, element.text, linked)
    for child in element:
        yield from _walk(child, inner, link=linked)
        if child.tail:
            yield _Piece(inner, child.tail, linked)
    if opens:
        yield None


def _tag(element: html.HtmlElement) -> str:
    """Return an element's tag in lower case, empty for comments and instructions."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _is_hidden(element: html.HtmlElement) -> bool:
    """Return whether an element says of itself that it is not shown."""
    return "hidden" in element.attrib or bool(_HIDING.search(element.get("style") or ""))


def _rule(element: html.HtmlElement, classes: Mapping[str, str], known: dict[html.HtmlElement, str | None]) -> str | None:
    """Return the rule of the nearest tag or class name, from an element up to the body, that marks furniture."""
    if element in known:
        return known[element]
    tag = _tag(element)
    rule = TAG_RULES.get(tag)
    if rule is None and tag not in ("body", "html", "article", "main"):
        named = _NAME.findall(f"{element.get('class') or ''} {element.get('id') or ''}")
        rule = next((classes[name.lower()] for name in named if name.lower() in classes), None)
    parent = element.getparent()
    if rule is None and parent is not None and tag not in ("article", "main"):
        rule = _rule(parent, classes, known)
    known[element] = rule
    return rule
