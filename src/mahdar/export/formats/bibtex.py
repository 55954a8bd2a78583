"""How are the sources of a table written for BibTeX?"""

from __future__ import annotations

from mahdar.export.table import Table, cites_once
from mahdar.export.views.shelf import Cite

SIGNS = {sign: f"\\{sign}" for sign in "&%$#_"} | {"{": "(", "}": ")", "\\": "/", "~": r"\textasciitilde{}"}
_ESCAPED = {ord(sign): words for sign, words in SIGNS.items()}


def bibtex_bytes(table: Table) -> bytes:
    """Return one `@online` entry for each article that the rows cite."""
    entries = [_entry(cite, ids, table) for cite, ids in cites_once(table.rows)]
    return "\n\n".join([*entries, ""]).encode("utf-8")


def _entry(cite: Cite, ids: tuple[str, ...], table: Table) -> str:
    article = cite.article
    day = article.published[:10] if article.published else ""
    fields = {
        "title": escaped(article.title or "[…]"),
        "author": "{" + escaped(article.outlet) + "}" if article.outlet else "",
        "year": day[:4],
        "date": day,
        "url": _address(article.url),
        "langid": "arabic",
        "note": escaped(f"«{cite.words}»"),
        "keywords": ",".join(ids),
        "howpublished": escaped(f"Mahdar, {table.address('/article/' + article.article_id)}"),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@online{{{article.article_id},\n" + ",\n".join(lines) + "\n}"


def escaped(words: str | None) -> str:
    r"""Return words in which no sign means anything to TeX; braces, which cannot be balanced, become brackets.

    >>> escaped("a & {b}")
    'a \\& (b)'
    """
    return " ".join((words or "").split()).translate(_ESCAPED)


def _address(url: str | None) -> str:
    if not url or not url.startswith(("http://", "https://")):
        return ""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replace("%", r"\%")
