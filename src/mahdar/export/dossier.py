"""What does a printed dossier of two sides say, line by line, and which sentence says it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mahdar.export.dossier_beside import capacity_line, initiative_line, timing_line
from mahdar.export.notes import Line, Notes, Run, exact, quoted
from mahdar.export.quotation import Quotation
from mahdar.export.reader import Reader
from mahdar.export.tell import Teller
from mahdar.export.views.formulae import FormulaLine, Use
from mahdar.export.views.lines import AgreementLine, EventLine, StanceLine, StatementLine
from mahdar.export.views.meeting import Field, Meeting
from mahdar.export.views.pair import Pair, SeriesLine
from mahdar.export.views.shelf import Cite
from mahdar.merge.fields import PERSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section under a title; one that has no line says so."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A numbered sentence of at most 25 words: its outlet, day, address, and the loaded names in it beside neutral ones."""

    number: int
    outlet: str
    day: str
    title: str | None
    url: str | None
    words: Quotation
    glosses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A document of no format: title, introduction, sections, and the sentences that they cite."""

    reader: Reader
    title: str
    deck: str
    sections: tuple[Section, ...]
    citations_title: str
    citations: tuple[Citation, ...]
    none: str


def dossier_of(pair: Pair, say: Teller) -> Dossier:
    """Return the dossier of two sides as one reader gets it."""
    notes = Notes()
    sections = tuple(
        Section(title=say.label(f"pair.{name}"), lines=tuple(lines))
        for name, lines in (
            ("meetings", [line for meeting in pair.meetings for line in _meeting(meeting, say, notes)]),
            ("series", [_series(one, say, notes) for one in pair.series]),
            ("agreements", [_agreement(one, say, notes) for one in pair.agreements]),
            ("initiatives", [initiative_line(one, say, notes) for one in pair.initiatives]),
            ("raised", [_raised(one, say, notes) for one in pair.stances if one.stance == "raised"]),
            ("stances", [_stance(one, say, notes) for one in pair.stances if one.stance != "raised"]),
            ("formulae", [_formula(one, say, notes) for one in pair.formulae]),
            ("capacities", [capacity_line(one, say, notes) for one in pair.capacities]),
            ("timings", [timing_line(one, say, notes) for one in pair.timings]),
            ("statements", [_statement(one, say, notes) for one in pair.statements]),
            ("events", [_event(one, say, notes) for one in pair.events]),
        )
    )
    a, b = (say.side(side) for side in pair.sides)
    return Dossier(
        reader=say.reader,
        title=say.label("dossier.title").replace("{a}", a).replace("{b}", b),
        deck=say.label("dossier.made").replace("{reports}", say.counted("report", len(pair.articles))),
        sections=sections,
        citations_title=say.label("dossier.evidence"),
        citations=tuple(citation_of(number, cite, say) for number, cite in enumerate(notes.cites, 1)),
        none=say.label("pair.none"),
    )


def _meeting(meeting: Meeting, say: Teller, notes: Notes) -> Iterator[Line]:
    """Yield the line of a meeting, and one for each field on which its sources differ."""
    when = say.day(meeting.day)
    if meeting.day is None and meeting.reported:
        reported = say.label("dossier.reported").replace("{day}", say.moment(meeting.reported))
        when = f"{when} ({reported})"
    status = "" if meeting.status == "held" else f" ({say.code('status', meeting.status)})"
    runs = [Run(words=when, manner="strong"), Run(words=f": {say.title(meeting)}{status}.")]
    fields = [field for field in meeting.fields if field.name.startswith(PERSON) or field.name in {"sides", "day", "place"}]
    cites = [cite for field in fields for cite in _shown(field)]
    yield notes.line(runs, cites)
    for field in meeting.fields:
        if field.differing():
            yield notes.line(*_differing(field, meeting, say))


def _shown(field: Field) -> Iterator[Cite]:
    """Yield the first sentence of each source that tells what is shown."""
    for cell in field.cells:
        if cell.standing in {"agrees", "alone"}:
            yield from cell.grounds.cites[:1]


def _differing(field: Field, meeting: Meeting, say: Teller) -> tuple[list[Run], list[Cite]]:
    told = [(article, cell) for article, cell in zip(meeting.sources, field.cells, strict=True) if cell.value]
    words = say.label("list.semicolon").join(f"{say.outlet(article)}: {say.cell(field.name, cell)}" for article, cell in told)
    runs = [Run(words=f"{say.field(field.name)} ({say.label('standing.differs')}): {words}.")]
    return runs, [cite for _, cell in told for cite in cell.grounds.cites[:1]]


def _series(line: SeriesLine, say: Teller, notes: Notes) -> Line:
    rounds = [
        (say.label("pair.series_round").replace("{n}", say.number(number)) + f" ({say.day(meeting.day)})")
        if number
        else say.day(meeting.day)
        for number, meeting in line.rounds
    ]
    names = ("series",) if line.is_series else ("forum",)
    cites = [
        cite
        for _, meeting in line.rounds
        for name in names
        if (field := meeting.field(name))
        for cell in field.cells
        for cite in cell.grounds.cites[:1]
    ]
    return notes.line([quoted(line.name), Run(words=": " + say.label("list.semicolon").join(rounds))], cites)


def _agreement(line: AgreementLine, say: Teller, notes: Notes) -> Line:
    head = f"{say.sides(line.parties)} ({say.code('status', line.status)}): "
    return notes.line([Run(words=head, manner="strong"), exact(line.cite)], (line.cite, *line.also))


def _raised(line: StanceLine, say: Teller, notes: Notes) -> Line:
    runs = [Run(words=say.side(line.actor), manner="strong"), Run(words=f" ({say.issue(line.issue)}): "), exact(line.object)]
    return notes.line(runs, (line.cite, *line.also))


def _stance(line: StanceLine, say: Teller, notes: Notes) -> Line:
    manner = [say.label(f"stance.{name}") for name, holds in (("negated", line.negated), ("hedged", line.hedged)) if holds]
    toward = f" {say.label('stance.toward')} {say.side(line.toward)}" if line.toward else ""
    tail = toward + (f" ({say.listed(manner)})" if manner else "") + (f" · {say.issue(line.issue)}" if line.issue else "")
    head = [
        Run(words=say.side(line.actor), manner="strong"),
        Run(words=f" {say.code('stance', line.stance)} "),
        exact(line.object),
    ]
    return notes.line([*head, Run(words=tail)], (line.cite, *line.also))


def _formula(line: FormulaLine, say: Teller, notes: Notes) -> Line:
    uses = line.dated() or line.uses
    first, last = uses[0], uses[-1]
    name = Run(words=f"{say.formula(line.formula)} ", manner="strong") if line.is_listed else quoted(line.formula)
    runs = [name, Run(words=f" ({say.counted('use', len(line.uses))}): ")]
    runs += _use("pair.first_use", first, say)
    if last is not first:
        runs += [Run(words=say.label("list.semicolon")), *_use("pair.last_use", last, say)]
    if line.silent:
        words = say.label("pair.silent").replace("{times}", say.counted("use", line.silent))
        runs.append(Run(words=say.label("list.semicolon") + words))
    return notes.line(runs, (first.cite, last.cite))


def _use(name: str, use: Use, say: Teller) -> list[Run]:
    who = use.speaker or (say.side(use.of) if use.of else say.label("pair.outlet_voice"))
    return [
        Run(words=f"{say.label(name)} {say.moment(use.day)} "),
        exact(use.cite),
        Run(words=f" {say.label('pair.said_by')} {who}"),
    ]


def _statement(line: StatementLine, say: Teller, notes: Notes) -> Line:
    who = say.person(line.actor, line.speaker) or say.side(line.of) or say.label("voice.outlet")
    side = f" ({say.side(line.of)})" if line.speaker and line.of else ""
    via = [Run(words=f" {say.label('via')} "), quoted(line.via)] if line.via else []
    runs = [Run(words=f"{who}{side}", manner="strong"), Run(words=f" ({say.code('mode', line.mode)}): "), exact(line.cite), *via]
    return notes.line(runs, (line.cite, *line.also))


def _event(line: EventLine, say: Teller, notes: Notes) -> Line:
    whom = f" {say.label('event.to')} {say.sides(line.recipients)}" if line.recipients else ""
    alleged = f" ({say.label('event.alleged')})" if line.alleged else ""
    runs = [Run(words=say.event(line.type), manner="strong"), Run(words=f": {say.sides(line.actors)}{whom}{alleged}")]
    return notes.line(runs, (line.cite, *line.also))


def citation_of(number: int, cite: Cite, say: Teller) -> Citation:
    """Return a numbered sentence, with the loaded names in it beside neutral ones."""
    glosses = say.glosses(str(cite.words), cite.article.published)
    return Citation(
        number=number,
        outlet=say.outlet(cite.article),
        day=say.moment(cite.article.published[:10] if cite.article.published else None),
        title=cite.article.title,
        url=cite.article.url,
        words=cite.words,
        glosses=tuple(f"«{one.written}» ({say.label('naming.neutral')}: {one.neutral})" for one in glosses),
    )
