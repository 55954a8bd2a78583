"""Which lines does each page hold? The same, and in the same order, as a reader sees there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from mahdar.export.facts import FACTS
from mahdar.export.tell import Teller
from mahdar.export.views.pair import Pair
from mahdar.serve.rows import CODES, COUNTS, PAIRS, SCORES, Ledger, Readout
from mahdar.serve.views.article import ArticleView
from mahdar.serve.views.briefing import BriefingView
from mahdar.serve.views.codebook import Codebook
from mahdar.serve.views.counts import Counts
from mahdar.serve.views.digest import DigestView
from mahdar.serve.views.documents import AgreementsView, DocumentsView
from mahdar.serve.views.found import FoundView
from mahdar.serve.views.home import Home
from mahdar.serve.views.issue import IssueView
from mahdar.serve.views.meetings import MeetingsView
from mahdar.serve.views.other import OtherView
from mahdar.serve.views.outlet import OutletView
from mahdar.serve.views.pairs import PairsView
from mahdar.serve.views.person import PersonView
from mahdar.serve.views.quality import Quality
from mahdar.serve.views.readouts import ReadoutsView
from mahdar.serve.views.record import RecordView
from mahdar.serve.views.series import SeriesView
from mahdar.serve.views.side import SideView

Parts: TypeAlias = "Iterator[tuple[str, Sequence[object]]]"
"""The sections of a page by the names of their labels, each with its lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a page is told as rows: its title, sections and columns; `cites` where its lines have sentences and days."""

    title: Callable[[Any, Teller], str]
    parts: Callable[[Any], Parts]
    columns: tuple[str, ...] = FACTS
    cites: bool = True


def _home(view: Home) -> Parts:
    if view.lead:
        yield "home.lead", (view.lead.meeting,)
    yield "home.fresh", tuple(one.meeting for one in view.fresh)
    yield "home.records", view.meetings


def _pair(view: Pair) -> Parts:
    yield "pair.meetings", view.meetings
    yield "pair.agreements", view.agreements
    yield "pair.stances", view.stances
    yield "pair.statements", view.statements
    yield "pair.events", view.events
    yield "pair.capacities", view.capacities
    yield "pair.timings", view.timings


def _briefing(view: BriefingView) -> Parts:
    yield "pair.meetings", view.meetings
    yield "pair.agreements", view.agreements
    yield "pair.stances", view.stances
    yield "pair.statements", view.statements
    yield "pair.events", view.events
    yield "pair.sources", view.reports


def _digest(view: DigestView) -> Parts:
    for name in ("breaking", "new", "changed"):
        yield f"digest.section.{name}", getattr(view, name)


def _record(view: RecordView) -> Parts:
    yield "record.values", (view.meeting,)
    yield "record.sources", tuple(Ledger(field=field, meeting=view.meeting) for field in view.meeting.fields)
    yield "record.agreements", view.agreements
    yield "record.stances", view.stances
    yield "record.statements", view.statements
    yield "record.events", view.events
    yield "record.capacities", view.capacities
    yield "record.timings", view.timings
    yield "record.links", tuple(one.meeting for one in view.related)


def _readouts(view: ReadoutsView) -> Parts:
    yield "record.values", (view.meeting,)
    for name, lines in (("named", view.named), ("issues", view.issues), ("formulae", view.formulae)):
        yield f"readouts.{name}", tuple(Readout(line=line, meeting=view.meeting, reports=view.reports) for line in lines)


def _other(view: OtherView) -> Parts:
    yield "record.statements", view.statements
    yield "record.agreements", view.agreements
    yield "record.stances", view.stances
    yield "record.events", view.events
    yield "article.names", view.namings
    yield "record.capacities", view.capacities
    yield "record.timings", view.timings


def _person(view: PersonView) -> Parts:
    yield "pair.meetings", view.meetings
    yield "pair.statements", view.statements
    yield "pair.sources", view.articles


def _side(view: SideView) -> Parts:
    yield "pair.meetings", view.meetings
    yield "side.stances", tuple(line for one in view.stands for line in one.lines)
    yield "pair.agreements", view.agreements


def _issue(view: IssueView) -> Parts:
    for one in view.holders:
        yield "side.stances", (*one.lines, *one.raised)


def _outlet(view: OutletView) -> Parts:
    for name in ("first", "alone", "differs"):
        yield f"outlet.{name}", getattr(view, name)
    yield "pair.sources", view.articles


def _documents(view: DocumentsView) -> Parts:
    yield "documents.issued", view.documents
    yield "pair.sources", view.articles


def _counts(view: Counts) -> Parts:
    for group in view.groups:
        name = f"counts.group.{group.name}" if len(view.groups) > 1 else f"nav.{view.name}"
        yield name, tuple((group.kind, one) for one in group.counts)


def _codes(view: Codebook) -> Parts:
    for part in view.parts:
        yield f"codebook.{part.name}", part.codes


def _scores(view: Quality) -> Parts:
    for place, (name, many) in enumerate(view.sets):
        yield "nav.quality", tuple((name, many, one.name, one.values[place]) for one in view.scores)


def _sides(view: Pair, say: Teller) -> str:
    return say.sides(view.sides)


LAYOUTS: dict[type, Layout] = {
    Home: Layout(title=lambda view, say: say.label("site.deck"), parts=_home),
    Pair: Layout(title=_sides, parts=_pair),
    BriefingView: Layout(title=lambda view, say: view.title or say.label("briefing.title"), parts=_briefing),
    DigestView: Layout(title=lambda view, say: say.label("digest.feed"), parts=_digest),
    RecordView: Layout(title=lambda view, say: say.title(view.meeting), parts=_record),
    ReadoutsView: Layout(title=lambda view, say: f"{say.label('readouts.kicker')}: {say.title(view.meeting)}", parts=_readouts),
    OtherView: Layout(title=lambda view, say: f"{say.code('kind', view.kind)} {view.record_id}", parts=_other),
    ArticleView: Layout(
        title=lambda view, say: view.article.title or say.label("article.untitled"),
        parts=lambda view: iter([("article.claims", view.claims)]),
    ),
    PersonView: Layout(title=lambda view, say: say.person(view.person_id, None), parts=_person),
    SideView: Layout(title=lambda view, say: say.side(view.code), parts=_side),
    IssueView: Layout(title=lambda view, say: say.issue(view.issue), parts=_issue),
    SeriesView: Layout(
        title=lambda view, say: say.side(view.name) if view.kind == "forum" else view.name,
        parts=lambda view: iter([("pair.meetings", view.meetings)]),
    ),
    OutletView: Layout(title=lambda view, say: say.outlet_name(view.outlet), parts=_outlet),
    MeetingsView: Layout(
        title=lambda view, say: say.label("pair.meetings"), parts=lambda view: iter([("pair.meetings", view.meetings)])
    ),
    AgreementsView: Layout(
        title=lambda view, say: say.label("nav.agreements"),
        parts=lambda view: iter([("nav.agreements", tuple(one.line for one in view.agreements))]),
    ),
    DocumentsView: Layout(title=lambda view, say: say.label("nav.documents"), parts=_documents),
    FoundView: Layout(
        title=lambda view, say: f"{say.label('search.title')}: {view.words}",
        parts=lambda view: iter([("search.title", view.hits)]),
    ),
    PairsView: Layout(
        title=lambda view, say: say.label("nav.pairs"),
        parts=lambda view: iter([("nav.pairs", view.pairs)]),
        columns=PAIRS,
        cites=False,
    ),
    Counts: Layout(title=lambda view, say: say.label(f"nav.{view.name}"), parts=_counts, columns=COUNTS, cites=False),
    Codebook: Layout(title=lambda view, say: say.label("nav.codebook"), parts=_codes, columns=CODES, cites=False),
    Quality: Layout(title=lambda view, say: say.label("nav.quality"), parts=_scores, columns=SCORES, cites=False),
}
"""Every view that a page shows."""
