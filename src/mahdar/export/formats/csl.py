"""How are the sources of a table written as CSL-JSON, which citation managers read?"""

from __future__ import annotations

import json

from mahdar.export.table import Table, cites_once
from mahdar.export.views.shelf import Cite


def csl_bytes(table: Table) -> bytes:
    """Return one item for each article that the rows cite."""
    items = [_item(cite, ids) for cite, ids in cites_once(table.rows)]
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _item(cite: Cite, ids: tuple[str, ...]) -> dict[str, object]:
    article = cite.article
    item: dict[str, object] = {
        "id": article.article_id,
        "type": "article-newspaper",
        "language": "ar",
        "title": article.title or "[…]",
        "note": f"«{cite.words}»",
        "keyword": ", ".join(ids),
    }
    if article.outlet:
        item["container-title"] = article.outlet
    if article.url:
        item["URL"] = article.url
    if article.published:
        item["issued"] = {"date-parts": [[int(part) for part in article.published[:10].split("-")]]}
    return item
