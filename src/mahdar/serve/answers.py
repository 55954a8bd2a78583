"""In which form does an address want a view: as a page, as JSON, or in a format that other programs read?"""

from __future__ import annotations

from urllib.parse import quote, urlencode

import fastapi

from mahdar.export.facts import Scribe
from mahdar.export.formats.write import FORMATS, Format
from mahdar.export.table import Gone, Said, Table
from mahdar.export.tell import Teller
from mahdar.serve.api import json_answer
from mahdar.serve.pages import Desk, answer, asked_of, teller_of
from mahdar.serve.rows import rows_of
from mahdar.serve.tables import LAYOUTS, Layout
from mahdar.store.database import Store
from mahdar.store.membership import records_of_articles
from mahdar.store.news import moments_of, retired_records

GONE = 50
"""So many records that went last are told in a feed."""
FEEDS = ("atom", "feed")
WAYS = (("CSV", "csv"), ("XLSX", "xlsx"), ("JSON", "json"))
CITED = (("Atom", "atom"), ("JSON Feed", "feed"), ("iCal", "ics"), ("BibTeX", "bib"), ("CSL", "csl"), ("RIS", "ris"))
"""Formats of what has sentences and days."""


def either(
    desk: Desk, request: fastapi.Request, template: str, view: object, *, status: int = 200, **shown: object
) -> fastapi.Response:
    """Return a view as the address wants it; each way but the page itself holds the same lines in the same order."""
    wanted = request.query_params.get("format", "html")
    if wanted not in {*FORMATS, "html", "json"}:
        known = ", ".join(["html", "json", *FORMATS])
        raise fastapi.HTTPException(404, f"there is no format {wanted[:40]!r}. Ask for one of: {known}.")
    if wanted == "json":
        return json_answer(view, status=status)
    layout = LAYOUTS[type(view)]
    if wanted in FORMATS and status == 200:
        return _file(FORMATS[wanted], table_of(desk, request, view))
    return answer(desk, request, template, status=status, view=view, ways=_ways(layout, request, desk), **shown)


def table_of(desk: Desk, request: fastapi.Request, view: object) -> Table:
    """Return a view as rows, in the language of the reader."""
    layout, say = LAYOUTS[type(view)], teller_of(desk, asked_of(request))
    site = desk.site or str(request.base_url)
    lines = [(say.label(name), line) for name, part in layout.parts(view) for line in part]
    scribe = _scribe(desk.store, [line for _, line in lines], say, site)
    is_feed = layout.cites and request.query_params.get("format") in FEEDS
    gone = retired_records(desk.store, limit=GONE) if is_feed else ()
    return Table(
        title=f"{say.label('site.name')} · {layout.title(view, say)}",
        site=site,
        path=_here(request),
        lang=say.reader.lang,
        columns=scribe.columns(layout.columns),
        rows=tuple(row for section, line in lines for row in rows_of(line, section, scribe)),
        gone=tuple(Gone(path=f"/{one.record_id}", when=one.when, why=one.went_to or one.why) for one in gone),
        said=said_by(say),
    )


def said_by(say: Teller) -> Said:
    """Return the words of a file that stand in no cell."""
    return Said(
        rows=say.label("exports.rows"),
        columns=say.label("exports.columns"),
        left_out=say.label("exports.left_out"),
        comma=say.label("list.comma"),
    )


def _scribe(store: Store, lines: list[object], say: Teller, site: str) -> Scribe:
    articles = {line.cite.article.article_id for line in lines if hasattr(line, "claim_id") and hasattr(line, "cite")}
    records = records_of_articles(store, articles)
    named = {record for line in lines if (record := getattr(line, "record_id", None))}
    return Scribe(say=say, site=site, records=records, updated=moments_of(store, {*records.values(), *named}))


def _file(form: Format, table: Table) -> fastapi.Response:
    """Return a table as a file; the name is safe in a header, and tells where it is from."""
    path = table.path.partition("?")[0].strip("/")
    name = "-".join(part for part in ("mahdar", *path.split("/")) if part.isascii() and part.isprintable()).replace('"', "")
    headers = {} if form.is_shown else {"Content-Disposition": f'attachment; filename="{name}.{form.suffix}"'}
    return fastapi.Response(form.write(table), media_type=form.media, headers=headers)


def _ways(layout: Layout, request: fastapi.Request, desk: Desk) -> tuple[tuple[str, str], ...]:
    """Return the ways in which a page can be taken along, with their addresses."""
    cite = (teller_of(desk, asked_of(request)).label("exports.cite"), "cite")
    ways = (*WAYS, *((*CITED, cite) if layout.cites else ()))
    return tuple((label, _here(request, form)) for label, form in ways)


def _here(request: fastapi.Request, form: str = "") -> str:
    """Return the address of a request in another format: all else that it asks for stays."""
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "format"]
    query = urlencode([*asked, *([("format", form)] if form else [])])
    return quote(request.url.path) + (f"?{query}" if query else "")
