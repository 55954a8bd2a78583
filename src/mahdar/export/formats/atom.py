"""How is a table written as an Atom feed whose ids last?"""

from __future__ import annotations

from lxml import etree

from mahdar.export.table import Gone, Row, Table

ATOM = "http://www.w3.org/2005/Atom"
DELETED = "http://purl.org/atompub/tombstones/1.0"
"""RFC 6721: an entry that is no more says when and why it went."""
XML = "http://www.w3.org/XML/1998/namespace"
EPOCH = "1970-01-01T00:00:00Z"


def atom_bytes(table: Table) -> bytes:
    """Return a table as Atom: an entry's id is its record's address, and `updated` moves only when a shown value changes."""
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM, "at": DELETED})
    feed.set(f"{{{XML}}}lang", table.lang)
    here = table.address(table.path)
    moments = [row.updated for row in table.rows if row.updated] + [one.when for one in table.gone]
    _add(feed, "title", table.title)
    _add(feed, "id", here)
    _add(feed, "link", rel="alternate", type="text/html", href=here)
    _add(feed, "updated", max(moments, default=EPOCH))
    _add(_add(feed, "author"), "name", "Mahdar")
    for one in table.gone:
        _gone(feed, one, table)
    seen: set[str] = set()
    for row in table.rows:
        if row.path not in seen:
            seen.add(row.path)
            _entry(feed, row, table)
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True))


def _entry(feed: etree._Element, row: Row, table: Table) -> None:
    entry = _add(feed, "entry")
    _add(entry, "title", row.title)
    _add(entry, "id", table.address(row.path))
    _add(entry, "link", rel="alternate", type="text/html", href=table.address(row.path))
    _add(entry, "updated", row.updated or EPOCH)
    for cite in row.cites:
        if cite.article.url and cite.article.url.startswith(("http://", "https://")):
            _add(entry, "link", rel="via", href=cite.article.url)
    _add(entry, "summary", "\n".join(dict.fromkeys(f"«{cite.words}» ({cite.article.outlet or '…'})" for cite in row.cites)))


def _gone(feed: etree._Element, one: Gone, table: Table) -> None:
    entry = etree.SubElement(feed, f"{{{DELETED}}}deleted-entry", ref=table.address(one.path), when=one.when)
    etree.SubElement(entry, f"{{{DELETED}}}comment").text = visible(one.why)


def _add(parent: etree._Element, name: str, words: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}", {key: visible(value) for key, value in attributes.items()})
    if words:
        element.text = visible(words)
    return element


def visible(words: str) -> str:
    """Return words without the control signs that XML forbids.

    >>> visible("a\\x00b")
    'ab'
    """
    return "".join(sign for sign in words if sign >= " " or sign in "\t\n\r")
