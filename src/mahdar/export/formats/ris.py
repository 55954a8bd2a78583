"""How are the sources of a table written as RIS, which citation managers read?"""

from __future__ import annotations

from mahdar.export.table import Table, cites_once
from mahdar.export.views.shelf import Cite


def ris_bytes(table: Table) -> bytes:
    """Return one reference for each article that the rows cite."""
    return "\r\n".join([_entry(cite, ids) for cite, ids in cites_once(table.rows)] + [""]).encode("utf-8")


def _entry(cite: Cite, ids: tuple[str, ...]) -> str:
    article = cite.article
    day = article.published[:10] if article.published else ""
    fields = [
        ("TY", "NEWS"),
        ("ID", article.article_id),
        ("TI", article.title or "[…]"),
        ("T2", article.outlet or ""),
        ("PY", day[:4]),
        ("DA", day.replace("-", "/")),
        ("LA", "ar"),
        ("UR", article.url or ""),
        ("N1", f"«{cite.words}»"),
        *[("KW", one) for one in ids],
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])
