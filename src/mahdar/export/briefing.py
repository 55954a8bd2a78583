"""What does a briefing of chosen records say, in order, and which sentence says it?"""

from __future__ import annotations

from itertools import groupby

from mahdar.export.dossier import Dossier, Section, citation_of
from mahdar.export.facts import FACTS
from mahdar.export.notes import Line, Notes, Run
from mahdar.export.table import Row, Table
from mahdar.export.tell import Teller

SECTION, WHEN, PUBLISHED, DAY, DIFFERS = (FACTS.index(name) for name in ("section", "when", "published", "day", "differs"))


def briefing_of(table: Table, say: Teller, *, title: str) -> Dossier:
    """Return rows as a document; each line ends in the numbers of its sentences, and one without any is left out."""
    notes = Notes()
    told = [row for row in table.rows if row.cites]
    sections = [
        Section(title=name, lines=tuple(_line(row, say, notes) for row in sorted(rows, key=_order)))
        for name, rows in groupby(told, key=lambda row: row.cells[SECTION])
    ]
    articles = {cite.article.article_id for cite in notes.cites}
    return Dossier(
        reader=say.reader,
        title=title or say.label("briefing.title"),
        deck=say.label("dossier.made").replace("{reports}", say.counted("report", len(articles))),
        sections=tuple(sections),
        citations_title=say.label("dossier.evidence"),
        citations=tuple(citation_of(number, cite, say) for number, cite in enumerate(notes.cites, 1)),
        none=say.label("pair.none"),
    )


def _order(row: Row) -> tuple[str, str]:
    """Return what lines are put in order by: their day, for want of it that of the report."""
    return row.cells[DAY].lstrip("./") or row.cells[PUBLISHED] or "~", row.row_id


def _line(row: Row, say: Teller, notes: Notes) -> Line:
    published = row.cells[PUBLISHED][:10]
    reported = say.label("dossier.reported").replace("{day}", say.moment(published or None))
    when = row.cells[WHEN] if row.when else reported
    runs = [Run(words=when, manner="strong"), Run(words=f": {row.title}.")]
    if row.cells[DIFFERS]:
        runs.append(Run(words=f" ({say.label('standing.differs')}: {row.cells[DIFFERS]})"))
    return notes.line(runs, row.cites)
