"""What does each report of one meeting tell that others do not: names, issues, formulae, and the way the words came?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mahdar.export.phrases import Phrase
from mahdar.export.views.means import Means
from mahdar.export.views.meeting import Meeting, meeting_of
from mahdar.export.views.pair import content_phrases
from mahdar.export.views.shelf import Cite, Shelf, open_shelf
from mahdar.records.claim import ActorClaim, Hop, StanceClaim, StatementClaim
from mahdar.records.group import Member
from mahdar.records.record import Record
from mahdar.records.value import value_of
from mahdar.store.about import claims_of_articles
from mahdar.store.database import Store
from mahdar.store.query import Article, Tombstone, find_record

Part = Literal["named", "issues", "formulae"]
Kind = Literal["person", "side", "issue", "formula"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Where one report tells of a thing; `is_read` is False where its words occur and no position came of them."""

    cite: Cite
    is_read: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing, by its code and the name as written, with a cell for each report: None where the report has no word of it."""

    kind: Kind
    code: str
    written: str | None
    cells: tuple[Told | None, ...]

    def told(self) -> int:
        """Return how many reports tell of it."""
        return sum(cell is not None for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way by which words came to a report: the hops from speaker to outlet, and a sentence that came so."""

    hops: tuple[Hop, ...]
    statements: int
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadoutsView:
    """The reports of one meeting beside each other."""

    meeting: Meeting
    reports: tuple[Article, ...]
    """Those that are about the meeting; their whole text is compared."""
    passing: tuple[Article, ...]
    """Those that only mention it."""
    named: tuple[Line, ...]
    issues: tuple[Line, ...]
    formulae: tuple[Line, ...]
    ways: tuple[tuple[Way, ...], ...]


def readouts_of(store: Store, record_id: str, means: Means) -> ReadoutsView | None:
    """Return the reports of a meeting side by side, None where the record is no living meeting."""
    record = find_record(store, record_id)
    if isinstance(record, Tombstone) or record.group.kind != "meeting":
        return None
    return _compared(store, record, means)


def _compared(store: Store, record: Record, means: Means) -> ReadoutsView:
    shelf = open_shelf(store, (member.article_id for member in record.group.members))
    meeting = meeting_of(record, shelf, means)
    about = {member.article_id for member in meeting.members if getattr(member.claim, "central", False)}
    reports = tuple(article for article in meeting.reports() if article.article_id in about)
    members = {article.article_id: claims_of_articles(store, [article.article_id]) for article in reports}
    phrases = {article.article_id: content_phrases(shelf, article.article_id, means.phrases) for article in reports}
    order = [article.article_id for article in reports]
    return ReadoutsView(
        meeting=meeting,
        reports=reports,
        passing=tuple(article for article in meeting.reports() if article.article_id not in about),
        named=_lines([_named(members[one], shelf) for one in order]),
        issues=_lines([_issues(one, members[one], phrases[one], shelf) for one in order]),
        formulae=_lines([_formulae(one, phrases[one], shelf) for one in order]),
        ways=tuple(_ways(members[one], shelf) for one in order),
    )


Found = Mapping[tuple[Kind, str], tuple[str | None, Told]]


def _lines(found: Sequence[Found]) -> tuple[Line, ...]:
    """Return a line for each thing that any report tells, what most of them tell first."""
    keys = dict.fromkeys(key for one in found for key in one)
    lines = []
    for kind, code in keys:
        cells = tuple(one[kind, code][1] if (kind, code) in one else None for one in found)
        written = next(one[kind, code][0] for one in found if (kind, code) in one)
        lines.append(Line(kind=kind, code=code, written=written, cells=cells))
    return tuple(sorted(lines, key=lambda line: (line.kind, -line.told(), line.code)))


def _named(members: Sequence[Member], shelf: Shelf) -> Found:
    """Return whom a report names; an unlisted person goes by the name as written."""
    found: dict[tuple[Kind, str], tuple[str | None, Told]] = {}
    for member in members:
        claim = member.claim
        if isinstance(claim, ActorClaim):
            written = value_of(claim.name)
            kind: Kind = "person" if claim.type == "person" else "side"
            code = written if kind == "person" and claim.actor.startswith("p:") and written else claim.actor
            told = Told(cite=shelf.cite(member.article_id, claim.anchor.evidence), is_read=True)
            found.setdefault((kind, code), (written, told))
    return found


def _issues(article_id: str, members: Sequence[Member], phrases: Sequence[Phrase], shelf: Shelf) -> Found:
    """Return the issues of a report: those with a position, then those whose words occur."""
    found: dict[tuple[Kind, str], tuple[str | None, Told]] = {}
    for member in members:
        if isinstance(member.claim, StanceClaim) and (issue := value_of(member.claim.issue)):
            told = Told(cite=shelf.cite(article_id, member.claim.anchor.evidence), is_read=True)
            found.setdefault(("issue", issue), (None, told))
    for phrase in phrases:
        if phrase.kind == "issue":
            told = Told(cite=shelf.cite(article_id, phrase.span), is_read=False)
            found.setdefault(("issue", phrase.entry), (None, told))
    found.pop(("issue", "other"), None)
    return found


def _formulae(article_id: str, phrases: Sequence[Phrase], shelf: Shelf) -> Found:
    found: dict[tuple[Kind, str], tuple[str | None, Told]] = {}
    for phrase in phrases:
        if phrase.kind == "formula":
            told = Told(cite=shelf.cite(article_id, phrase.span), is_read=True)
            found.setdefault(("formula", phrase.entry), (None, told))
    return found


def _ways(members: Sequence[Member], shelf: Shelf) -> tuple[Way, ...]:
    """Return the ways by which the statements of a report came to it, the one of most statements first."""
    held: dict[tuple[tuple[str, str], ...], list[Member]] = {}
    hops: dict[tuple[tuple[str, str], ...], tuple[Hop, ...]] = {}
    for member in members:
        if isinstance(member.claim, StatementClaim) and len(member.claim.chain) > 1:
            key = tuple((hop.role, hop.actor or hop.name) for hop in member.claim.chain)
            held.setdefault(key, []).append(member)
            hops.setdefault(key, member.claim.chain)
    ways = [
        Way(hops=hops[key], statements=len(those), cite=shelf.cite(those[0].article_id, those[0].claim.anchor.evidence))
        for key, those in held.items()
    ]
    return tuple(sorted(ways, key=lambda way: -way.statements))
