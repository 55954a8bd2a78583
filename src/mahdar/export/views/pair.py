"""What is the whole record of two sides?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from mahdar.export.phrases import Phrase, Phrases, find_phrases
from mahdar.export.views.beside import (
    CapacityLine,
    InitiativeLine,
    TimingLine,
    capacity_lines,
    initiative_lines,
    timing_lines,
)
from mahdar.export.views.formulae import FormulaLine, formula_lines, recurring_lines
from mahdar.export.views.issues import Matrix, issue_matrix
from mahdar.export.views.lines import (
    AgreementLine,
    EventLine,
    StanceLine,
    StatementLine,
    agreement_lines,
    event_lines,
    stance_lines,
    statement_lines,
    told_once,
)
from mahdar.export.views.means import Means
from mahdar.export.views.meeting import Meeting, meeting_of, sides_of
from mahdar.export.views.shelf import Shelf, open_shelf
from mahdar.export.views.told import reported, said_in, stances_by_record, told_with
from mahdar.records.claim import (
    AgreementClaim,
    CapacityClaim,
    Claim,
    EventClaim,
    MeetingClaim,
    StanceClaim,
    StatementClaim,
    TimingClaim,
)
from mahdar.records.group import Member
from mahdar.records.record import Record
from mahdar.records.value import Missing, Value, value_of
from mahdar.store.about import claims_of_articles, records_of_sides
from mahdar.store.database import Store
from mahdar.store.membership import records_of_articles
from mahdar.store.query import Article

MOST_SIDES = 6
"""A gathering of more sides is no meeting of each two of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesLine:
    """A series or forum in which the two met: its name as written, and the meetings with their numbers."""

    name: str
    is_series: bool
    rounds: tuple[tuple[int | None, Meeting], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The dossier of two sides; every line leads to its words."""

    sides: tuple[str, str]
    meetings: tuple[Meeting, ...]
    matrix: Matrix
    series: tuple[SeriesLine, ...]
    agreements: tuple[AgreementLine, ...]
    formulae: tuple[FormulaLine, ...]
    stances: tuple[StanceLine, ...]
    statements: tuple[StatementLine, ...]
    events: tuple[EventLine, ...]
    initiatives: tuple[InitiativeLine, ...]
    capacities: tuple[CapacityLine, ...]
    timings: tuple[TimingLine, ...]
    articles: tuple[Article, ...]


def pairs_of(records: Iterable[Record]) -> dict[tuple[str, str], tuple[Record, ...]]:
    """Return the records of each two sides that met, the pair with the most records first."""
    found: dict[tuple[str, str], tuple[Record, ...]] = {}
    for record in records:
        sides = sides_of(record)
        if len(sides) <= MOST_SIDES:
            for a, b in combinations(sides, 2):
                found[a, b] = (*found.get((a, b), ()), record)
    return dict(sorted(found.items(), key=lambda one: (-len(one[1]), one[0])))


def pair_of(store: Store, sides: tuple[str, str], means: Means) -> Pair:
    """Return the dossier of two sides, whichever is named first; empty where the store holds nothing of them."""
    a, b = sorted(sides)
    records = [record for record in records_of_sides(store, (a, b)) if {a, b} <= set(sides_of(record))]
    shelf = open_shelf(store, (member.article_id for record in records for member in record.group.members))
    meetings = tuple(sorted((meeting_of(record, shelf, means) for record in records), key=Meeting.order))
    articles = sorted((shelf.articles[one] for one in shelf.texts), key=lambda one: (one.published or "~", one.article_id))
    members = _in_order(claims_of_articles(store, shelf.texts), [article.article_id for article in articles])
    said = said_in(members)
    told = {member.claim_id for member in told_with(meetings, said, members)}
    kept = [member for member in members if _concerns(member.claim, (a, b), is_told=member.claim_id in told)]
    named = records_of_articles(store, shelf.texts)
    about = dict.fromkeys(article.article_id for meeting in reported(meetings) for article in meeting.sources)
    found = {one: content_phrases(shelf, one, means.phrases) for one in about}
    by_record = stances_by_record(reported(meetings), said, kept, shelf, named=named)
    return Pair(
        sides=(a, b),
        meetings=meetings,
        matrix=issue_matrix(reported(meetings), by_record, found, shelf),
        series=_series(meetings),
        agreements=told_once(agreement_lines(kept, shelf), named),
        formulae=formula_lines(found, members, shelf) + recurring_lines(members, (a, b), shelf, means.language),
        stances=told_once(stance_lines(kept, shelf), named),
        statements=told_once(statement_lines(kept, shelf), named),
        events=told_once(event_lines(kept, shelf), named),
        initiatives=initiative_lines((member for member in members if member.article_id in about), shelf),
        capacities=told_once(capacity_lines(kept, shelf), named),
        timings=told_once(timing_lines(_timed(meetings, members), shelf), named),
        articles=tuple(articles),
    )


def _in_order(members: Iterable[Member], article_ids: Sequence[str]) -> list[Member]:
    """Return claims in the order of their articles; those of one article stay as they are."""
    place = {article_id: number for number, article_id in enumerate(article_ids)}
    return sorted(members, key=lambda member: place[member.article_id])


def _timed(meetings: Sequence[Meeting], members: Iterable[Member]) -> Iterable[Member]:
    """Yield what places one of some meetings in time."""
    own = {(member.article_id, member.claim.anchor.key) for meeting in meetings for member in meeting.members}
    for member in members:
        if isinstance(member.claim, TimingClaim) and (member.article_id, member.claim.meeting) in own:
            yield member


def content_phrases(shelf: Shelf, article_id: str, phrases: Phrases) -> tuple[Phrase, ...]:
    """Return the phrases that stand in the title or content of an article, none of its furniture."""
    text = shelf.texts[article_id]
    furniture = [label.span for label in text.labels if label.part == "furniture"]
    found = find_phrases(text.letters, phrases)
    return tuple(one for one in found if not any(f.start < one.span.end and one.span.start < f.end for f in furniture))


def _concerns(claim: Claim, sides: tuple[str, str], *, is_told: bool) -> bool:
    """Tell whether a claim is of one of the two as speaker or holder, told with a meeting of theirs, or about both."""
    match claim:
        case StatementClaim():
            return is_told and bool(set((value_of(claim.of) or "").split("+")) & set(sides))
        case StanceClaim():
            return is_told and claim.actor in sides
        case AgreementClaim():
            return set(sides) <= set(claim.parties)
        case EventClaim():
            return set(sides) <= {*claim.actors, *claim.recipients}
        case CapacityClaim():
            return bool({party.of for party in claim.holders} & set(sides))
        case _:
            return False


def _series(meetings: Sequence[Meeting]) -> tuple[SeriesLine, ...]:
    """Return the series and forums of some meetings, series first."""
    found: dict[tuple[bool, str], tuple[str, list[tuple[int | None, Meeting]]]] = {}
    for meeting in meetings:
        claims = [member.claim for member in meeting.members if isinstance(member.claim, MeetingClaim)]
        for claim in claims:
            forum = Missing(reason="not_applicable", rule="pair.series") if value_of(claim.series) else claim.forum
            for is_series, name, key in ((True, claim.series, claim.series), (False, forum, claim.forum_id)):
                if isinstance(name, Value):
                    _, rounds = found.setdefault((not is_series, value_of(key) or name.value), (name.value, []))
                    if all(meeting is not other for _, other in rounds):
                        rounds.append((value_of(claim.ordinal), meeting))
    return tuple(
        SeriesLine(name=name, is_series=not is_forum, rounds=tuple(rounds))
        for (is_forum, _), (name, rounds) in sorted(found.items(), key=lambda one: one[0])
    )
