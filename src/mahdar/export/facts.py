"""Which row does each line of a page make, whatever the page?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mahdar.export.table import Column, Row
from mahdar.export.tell import Teller
from mahdar.export.views.lines import AgreementLine, EventLine, StanceLine, StatementLine
from mahdar.export.views.meeting import Field, Meeting
from mahdar.export.views.shelf import Cite
from mahdar.records.annotated import When
from mahdar.records.claim import Place
from mahdar.records.value import Value

FACTS = (
    "section",
    "kind",
    "id",
    "when",
    "day",
    "precision",
    "certainty",
    "basis",
    "rule",
    "sides",
    "who",
    "whom",
    "what",
    "words",
    "issue",
    "place",
    "status",
    "reports",
    "origins",
    "outlets",
    "differs",
    "sentence",
    "outlet",
    "published",
    "title",
    "url",
    "address",
)
"""The columns of every page that tells what happened; each has its heading and meaning under `column.` in `data/naming/`."""
APART = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class Scribe:
    """Who writes rows for one reader: with the record of each claim, and when each record last changed."""

    say: Teller
    site: str
    records: Mapping[str, str]
    updated: Mapping[str, str]

    def columns(self, names: Sequence[str]) -> tuple[Column, ...]:
        """Return columns with their headings and meanings."""
        return tuple(
            Column(name=name, title=self.say.label(f"column.{name}"), means=self.say.label(f"column.{name}.means"))
            for name in names
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What all rows have: section, kind, the id and where it leads, a title for feeds, and the citations."""

    section: str
    kind: str
    row_id: str
    path: str
    title: str
    cites: tuple[Cite, ...]


def row_of(told: Told, cells: Mapping[str, str], scribe: Scribe, **more: str | When | None) -> Row:
    """Return a row of facts; cells that are not named are empty."""
    first = told.cites[0] if told.cites else None
    article = first.article if first else None
    common = {
        "section": told.section,
        "kind": scribe.say.code("kind", told.kind),
        "id": told.row_id,
        "sentence": str(first.words) if first else "",
        "outlet": scribe.say.outlet(article) if article else "",
        "published": (article.published or "") if article else "",
        "title": (article.title or "") if article else "",
        "url": (article.url or "") if article else "",
        "address": scribe.site.rstrip("/") + told.path,
    }
    held = {**common, **cells}
    when, place, status = more.get("when"), more.get("place"), more.get("status")
    return Row(
        row_id=told.row_id,
        path=told.path,
        title=told.title,
        cells=tuple(held.get(name, "") for name in FACTS),
        cites=told.cites,
        when=when if isinstance(when, When) else None,
        place=place if isinstance(place, str) else "",
        status=status if isinstance(status, str) else "",
        updated=scribe.updated.get(told.row_id),
    )


def meeting_row(meeting: Meeting, section: str, scribe: Scribe) -> Row:
    """Return the row of a meeting, as its record shows it."""
    say = scribe.say
    day, place = meeting.field("day"), meeting.field("place")
    shown = day.shown.value if day else None
    where = _cell(place, say)
    cites = tuple(dict.fromkeys(member_cites(meeting)))
    cells = {
        **day_cells(meeting.day, say),
        "when": say.day(meeting.day) if meeting.day else _cell(day, say),
        "certainty": say.code("certainty", shown.certainty) if shown else "",
        "basis": say.code("basis", shown.basis) if shown else "",
        "rule": shown.rule if shown else "",
        "sides": APART.join(meeting.sides),
        "who": APART.join([*[say.person(one.actor, one.name) for one in meeting.people], say.sides(meeting.sides)]),
        "what": say.code("form", str(meeting.value("form") or "")),
        "words": _named(meeting, say),
        "place": where,
        "status": say.code("status", meeting.status),
        "reports": str(len(meeting.reports())),
        "origins": str(len(meeting.origins)),
        "outlets": APART.join(dict.fromkeys(say.outlet(article) for article in meeting.sources)),
        "differs": APART.join(say.fields(meeting.disputed())),
    }
    told = Told(
        section=section,
        kind="meeting",
        row_id=meeting.record_id,
        path=f"/{meeting.record_id}",
        title=_title(meeting, say),
        cites=cites,
    )
    known = where if isinstance(meeting.value("place"), Place) else ""
    return row_of(told, cells, scribe, when=meeting.day, place=known, status=meeting.status)


def _title(meeting: Meeting, say: Teller) -> str:
    """Return a meeting in one line, which never looks held where it was put off, called off or only planned."""
    status = "" if meeting.status == "held" else f" ({say.code('status', meeting.status)})"
    return say.title(meeting) + status


def member_cites(meeting: Meeting) -> list[Cite]:
    """Return the first sentence of each source that tells who met, of a source of no such sentence the first of any field."""
    found: list[Cite] = []
    for place in range(len(meeting.sources)):
        fields = sorted(meeting.fields, key=lambda field: field.name != "form")
        cites = [cite for field in fields for cite in field.cells[place].grounds.cites if field.cells[place].value]
        found += cites[:1]
    return found


def statement_row(line: StatementLine, section: str, scribe: Scribe) -> Row:
    """Return the row of a statement."""
    say = scribe.say
    who = say.person(line.actor, line.speaker) or say.side(line.of) or say.label("voice.outlet")
    cells = {
        "sides": line.of or "",
        "who": APART.join(dict.fromkeys(one for one in (who, say.side(line.of)) if one)),
        "what": say.code("mode", line.mode),
        "words": line.cite.words.exact,
        **_sources(line.cite, line.also, say),
    }
    return row_of(_told(line, section, "statement", who, scribe), cells, scribe)


def stance_row(line: StanceLine, section: str, scribe: Scribe) -> Row:
    """Return the row of a position."""
    say = scribe.say
    manner = [say.label(f"stance.{name}") for name, holds in (("negated", line.negated), ("hedged", line.hedged)) if holds]
    cells = {
        "sides": APART.join(one for one in (line.actor, line.toward) if one),
        "who": say.side(line.actor),
        "whom": say.side(line.toward),
        "what": APART.join([say.code("stance", line.stance), *manner]),
        "words": line.object.words.exact,
        "issue": say.issue(line.issue),
        **_sources(line.cite, line.also, say),
    }
    title = f"{say.side(line.actor)} {say.code('stance', line.stance)}"
    return row_of(_told(line, section, "stance", title, scribe), cells, scribe)


def agreement_row(line: AgreementLine, section: str, scribe: Scribe) -> Row:
    """Return the row of an agreement."""
    say = scribe.say
    cells = {
        "sides": APART.join(line.parties),
        "who": say.sides(line.parties),
        "what": say.code("kind", "agreement"),
        "words": line.cite.words.exact,
        "status": say.code("status", line.status),
        **_sources(line.cite, line.also, say),
    }
    return row_of(_told(line, section, "agreement", say.sides(line.parties), scribe), cells, scribe, status=line.status)


def event_row(line: EventLine, section: str, scribe: Scribe) -> Row:
    """Return the row of an event."""
    say = scribe.say
    cells = {
        "sides": APART.join((*line.actors, *line.recipients)),
        "who": say.sides(line.actors),
        "whom": APART.join([*map(say.side, line.recipients), *[one.words.exact for one in line.unnamed]]),
        "what": say.event(line.type),
        "words": line.cite.words.exact,
        "status": say.label("event.alleged") if line.alleged else "",
        **_sources(line.cite, line.also, say),
    }
    title = f"{say.event(line.type)}: {say.sides(line.actors)}"
    return row_of(_told(line, section, "event", title, scribe), cells, scribe)


def _told(
    line: StatementLine | StanceLine | AgreementLine | EventLine, section: str, kind: str, title: str, scribe: Scribe
) -> Told:
    """Return what all rows have for a line: its record is its address, a claim without one is shown in its article."""
    record = scribe.records.get(line.claim_id)
    path = f"/{record}" if record else f"/article/{line.cite.article.article_id}"
    words = line.object.words.exact if isinstance(line, StanceLine) else line.cite.words.exact
    return Told(
        section=section,
        kind=kind,
        row_id=record or line.claim_id,
        path=path,
        title=f"{title}: {words}",
        cites=(line.cite, *line.also),
    )


def _sources(cite: Cite, also: Sequence[Cite], say: Teller) -> dict[str, str]:
    articles = {one.article.article_id: one.article for one in (cite, *also)}
    outlets = APART.join(dict.fromkeys(say.outlet(article) for article in articles.values()))
    return {"reports": str(len(articles)), "outlets": outlets}


def day_cells(when: When | None, say: Teller) -> dict[str, str]:
    """Return the cells of a day: in words, as EDTF, and its UCDP precision; 0 where it is not known."""
    return {"when": say.day(when), "day": when.edtf, "precision": str(when.precision)} if when else {"precision": "0"}


def _cell(field: Field | None, say: Teller) -> str:
    return say.cell(field.name, field.shown) if field else ""


def _named(meeting: Meeting, say: Teller) -> str:
    """Return the series or forum of a meeting and the number of its round."""
    held = [
        field
        for name in ("series", "forum", "ordinal")
        if (field := meeting.field(name)) and isinstance(field.shown.value, Value)
    ]
    return APART.join(dict.fromkeys(say.cell(field.name, field.shown) for field in held))
