"""How are the sources of a table written to be pasted under a text?"""

from __future__ import annotations

from mahdar.export.table import Row, Table


def plain_bytes(table: Table) -> bytes:
    """Return for each row its line and address, and the sentences that it rests on with outlet, day and address."""
    return "\n".join([table.title, table.address(table.path), "", *[_row(row, table) for row in table.rows]]).encode("utf-8")


def _row(row: Row, table: Table) -> str:
    comma = table.said.comma
    lines = [f"{row.title}{comma}{table.address(row.path)}"]
    for cite in dict.fromkeys(row.cites):
        article = cite.article
        told = [article.outlet, article.title and f"«{article.title}»", (article.published or "")[:10], article.url]
        lines.append(f"  {comma.join(one for one in told if one)}: «{cite.words}»")
    return "\n".join([*lines, ""])
