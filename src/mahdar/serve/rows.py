"""Which row does each line of the lists make that is no fact of the record, or not one alone?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from mahdar.export.facts import (
    Scribe,
    Told,
    agreement_row,
    day_cells,
    event_row,
    meeting_row,
    row_of,
    stance_row,
    statement_row,
)
from mahdar.export.quotation import Quotation
from mahdar.export.source_rows import article_row, field_rows
from mahdar.export.table import Row
from mahdar.export.views.beside import CapacityLine, TimingLine
from mahdar.export.views.lines import AgreementLine, EventLine, StanceLine, StatementLine
from mahdar.export.views.meeting import Field, Meeting
from mahdar.export.views.shelf import Cite
from mahdar.records.value import Span
from mahdar.serve.views.article import ClaimLine
from mahdar.serve.views.codebook import Code
from mahdar.serve.views.documents import DocumentLine
from mahdar.serve.views.other import Naming
from mahdar.serve.views.pairs import PairLine
from mahdar.serve.views.readouts import Line
from mahdar.store.counts import Count
from mahdar.store.query import Article
from mahdar.store.search.find import Hit

PAIRS = ("id", "who", "meetings", "reports", "first", "last", "address")
COUNTS = ("section", "id", "who", "reports", "first", "last", "address")
CODES = ("section", "id", "arabic", "english", "means")
SCORES = ("section", "articles", "measure", "score")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What each source of a record says of one field."""

    field: Field
    meeting: Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Readout:
    """Which reports of a meeting tell of one thing."""

    line: Line
    meeting: Meeting
    reports: tuple[Article, ...]


def rows_of(line: object, section: str, scribe: Scribe) -> Iterator[Row]:
    """Yield the rows of one line of a page."""
    match line:
        case Meeting():
            yield meeting_row(line, section, scribe)
        case StatementLine():
            yield statement_row(line, section, scribe)
        case StanceLine():
            yield stance_row(line, section, scribe)
        case AgreementLine():
            yield agreement_row(line, section, scribe)
        case EventLine():
            yield event_row(line, section, scribe)
        case Ledger():
            yield from field_rows(line.field, line.meeting, section, scribe)
        case Readout():
            yield from _readout(line, section, scribe)
        case Article():
            yield article_row(line, section, scribe)
        case DocumentLine() | ClaimLine() | Naming() | Hit() | CapacityLine() | TimingLine():
            yield _fact(line, section, scribe)
        case _:
            yield _plain(line, section, scribe)


def _fact(line: DocumentLine | ClaimLine | Naming | Hit | CapacityLine | TimingLine, section: str, scribe: Scribe) -> Row:
    say = scribe.say
    match line:
        case DocumentLine():
            told = _told(section, "document", line.record_id, f"/{line.record_id}", line.title, line.cite)
            who = say.sides(line.issuers)
            cells = {**day_cells(line.day, say), "sides": "; ".join(line.issuers), "who": who, "words": line.title}
            return row_of(told, {**cells, "what": say.code("document", line.form)}, scribe, when=line.day)
        case ClaimLine():
            path = f"/{line.record_id}" if line.record_id else f"/article/{line.cite.article.article_id}"
            told = _told(section, line.kind, line.record_id or line.claim_id, path, line.cite.words.exact, line.cite)
            return row_of(told, {"words": line.cite.words.exact}, scribe)
        case Naming():
            name = say.person(line.actor, None) or line.actor
            told = _told(section, "actor", line.actor, f"/article/{line.cite.article.article_id}", name, line.cite)
            return row_of(told, {"who": name, "words": line.cite.words.exact}, scribe)
        case Hit():
            return _hit(line, section, scribe)
        case CapacityLine() | TimingLine():
            return _beside(line, section, scribe)


def _beside(line: CapacityLine | TimingLine, section: str, scribe: Scribe) -> Row:
    """Return the row of a capacity in which somebody acts, or of a time that words tie to another act."""
    record = scribe.records.get(line.claim_id)
    path = f"/{record}" if record else f"/article/{line.cite.article.article_id}"
    if isinstance(line, CapacityLine):
        kind, what, day = "capacity", line.capacity, None
        who = "; ".join(scribe.say.person(one.actor, one.name) or scribe.say.side(one.of) for one in line.holders)
    else:
        kind, what, day, who = "timing", line.relation, line.interval, line.timed.words.exact
    told = Told(section=section, kind=kind, row_id=record or line.claim_id, path=path, title=who, cites=(line.cite, *line.also))
    cells = {"who": who, "what": scribe.say.code(kind, what), "words": line.cite.words.exact, **day_cells(day, scribe.say)}
    return row_of(told, cells, scribe)


def _readout(one: Readout, section: str, scribe: Scribe) -> Iterator[Row]:
    """Yield a row for each report: where it tells of the thing, or that it has no word of it."""
    say, line, name = scribe.say, one.line, one.meeting.record_id
    names = {"person": say.person(line.code, line.written), "side": say.side(line.code), "issue": say.issue(line.code)}
    who = names.get(line.kind) or say.formula(line.code)
    for article, cell in zip(one.reports, line.cells, strict=True):
        state = "no" if cell is None else "yes" if cell.is_read else "raised"
        cites = (cell.cite,) if cell else ()
        told = Told(section=section, kind=line.kind, row_id=name, path=f"/{name}/readouts", title=who, cites=cites)
        words = cell.cite.words.exact if cell else ""
        cells = {"who": who, "words": words, "status": say.label(f"readouts.{state}"), "outlet": say.outlet(article)}
        yield row_of(told, {**cells, "published": article.published or "", "title": article.title or ""}, scribe)


def _hit(hit: Hit, section: str, scribe: Scribe) -> Row:
    name = hit.record_id or hit.claim_id or hit.article_id
    path = f"/{hit.record_id}" if hit.record_id else f"/article/{hit.article_id}"
    article = Article(
        article_id=hit.article_id,
        url=hit.url,
        page_id="",
        text_id="",
        outlet=hit.outlet,
        published=hit.published,
        title=hit.title,
        name=None,
    )
    words = Quotation(before="", exact=hit.snippet.words, after="")
    span = Span(start=hit.snippet.start, end=hit.snippet.start + len(hit.snippet.words))
    title = hit.title or scribe.say.label("article.untitled")
    told = _told(section, hit.kind, name, path, title, Cite(article=article, span=span, words=words))
    return row_of(told, {"words": "; ".join(hit.snippet.words[one.start : one.end] for one in hit.snippet.marks)}, scribe)


def _told(section: str, kind: str, row_id: str, path: str, title: str, cite: Cite) -> Told:
    return Told(section=section, kind=kind, row_id=row_id, path=path, title=title, cites=(cite,))


def _plain(line: object, section: str, scribe: Scribe) -> Row:
    """Return the row of a list that counts, explains or measures; it has no day and no sentence."""
    match line:
        case PairLine():
            name = "-".join(line.sides)
            held = _counted(name, scribe.say.sides(line.sides), f"/pair/{name}", scribe)
            held |= {"meetings": str(line.meetings), "reports": str(line.reports)}
            return _row({**held, "first": line.first or "", "last": line.last or ""}, PAIRS)
        case (str(kind), Count() as count):
            path = f"/{kind}/{quote(count.value, safe='')}"
            held = {**_counted(count.value, _name(kind, count.value, scribe), path, scribe), "section": section}
            return _row({**held, "reports": str(count.reports), "first": count.first or "", "last": count.last or ""}, COUNTS)
        case Code():
            held = {"section": section, "id": line.code, "arabic": line.said.ar, "english": line.said.en, "means": line.means}
            return _row(held, CODES)
        case (str(name), int(many), str(measure), value):
            score = "" if value is None else str(value)
            return _row({"section": name, "articles": str(many), "measure": measure, "score": score, "id": measure}, SCORES)
    raise TypeError(f"{type(line).__name__} makes no row. Give it one in serve/rows.py.")


def _counted(name: str, who: str, path: str, scribe: Scribe) -> dict[str, str]:
    return {"id": name, "who": who, "path": path, "address": scribe.site.rstrip("/") + path}


def _row(held: Mapping[str, str], columns: tuple[str, ...]) -> Row:
    title = held.get("who") or held["id"]
    return Row(row_id=held["id"], path=held.get("path", "/"), title=title, cells=tuple(held.get(name, "") for name in columns))


def _name(kind: str, value: str, scribe: Scribe) -> str:
    say = scribe.say
    match kind:
        case "person":
            return say.person(value, None)
        case "side" | "forum":
            return say.side(value)
        case "issue":
            return say.issue(value)
        case "outlet":
            return say.outlet_name(value)
        case _:
            return value
