"""Which row does a report make, and which what it says of one field of a record?"""

from __future__ import annotations

from mahdar.export.facts import Scribe, Told, day_cells, row_of
from mahdar.export.table import Row
from mahdar.export.views.meeting import Field, Meeting
from mahdar.records.annotated import When
from mahdar.store.query import Article


def article_row(article: Article, section: str, scribe: Scribe) -> Row:
    """Return the row of a report itself."""
    title = article.title or scribe.say.label("article.untitled")
    told = Told(
        section=section,
        kind="article",
        row_id=article.article_id,
        path=f"/article/{article.article_id}",
        title=title,
        cites=(),
    )
    cells = {
        "outlet": scribe.say.outlet(article),
        "published": article.published or "",
        "title": title,
        "url": article.url or "",
    }
    return row_of(told, cells, scribe)


def field_rows(field: Field, meeting: Meeting, section: str, scribe: Scribe) -> tuple[Row, ...]:
    """Return a row for what each source says of one field of a record, or why it says nothing."""
    say, rows = scribe.say, []
    for article, cell in zip(meeting.sources, field.cells, strict=True):
        told = Told(
            section=section,
            kind="field",
            row_id=meeting.record_id,
            path=f"/{meeting.record_id}",
            title=say.title(meeting),
            cites=cell.grounds.cites[:1],
        )
        cells = {
            "what": say.field(field.name),
            "words": say.cell(field.name, cell),
            "certainty": say.code("certainty", cell.value.certainty) if cell.value else "",
            "basis": say.code("basis", cell.value.basis) if cell.value else "",
            "rule": cell.value.rule if cell.value else "",
            "status": say.code("standing", cell.standing) if cell.value else "",
            "outlet": say.outlet(article),
            "published": article.published or "",
            "title": article.title or "",
            "url": article.url or "",
            **(day_cells(cell.value.value, say) if cell.value and isinstance(cell.value.value, When) else {}),
        }
        rows.append(row_of(told, cells, scribe))
    return tuple(rows)
