"""How is a table written as a JSON Feed?"""

from __future__ import annotations

import json

from mahdar.export.table import Row, Table

VERSION = "https://jsonfeed.org/version/1.1"


def jsonfeed_bytes(table: Table) -> bytes:
    """Return a table as JSON Feed 1.1; an item's id is its record's address. Records that went stand under `_mahdar`."""
    items = {row.path: _item(row, table) for row in reversed(table.rows)}
    feed = {
        "version": VERSION,
        "title": table.title,
        "home_page_url": table.address(table.path),
        "language": table.lang,
        "authors": [{"name": "Mahdar"}],
        "items": list(reversed(items.values())),
        "_mahdar": {"retired": [{"id": table.address(one.path), "when": one.when, "why": one.why} for one in table.gone]},
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _item(row: Row, table: Table) -> dict[str, object]:
    item: dict[str, object] = {
        "id": table.address(row.path),
        "url": table.address(row.path),
        "title": row.title,
        "content_text": "\n".join(dict.fromkeys(f"«{cite.words}» ({cite.article.outlet or '…'})" for cite in row.cites)),
    }
    if row.updated:
        item["date_modified"] = row.updated
    sources = [cite.article.url for cite in row.cites if cite.article.url]
    if sources:
        item["external_url"] = sources[0]
    return item
