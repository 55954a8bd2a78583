"""What is on record of one person: offices, spellings, what they said, whom they met?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mahdar.export.views.lines import StatementLine, statement_lines, told_once
from mahdar.export.views.means import Means
from mahdar.export.views.meeting import Meeting, Participant, meeting_of, newest_first
from mahdar.export.views.shelf import Cite, Shelf, open_shelf
from mahdar.language.tables import Tenure
from mahdar.records.claim import ActorClaim, MeetingClaim
from mahdar.records.group import Member
from mahdar.records.record import Record
from mahdar.records.value import Span, value_of
from mahdar.store.about import articles_naming, claims_of_actor, records_in_articles
from mahdar.store.database import Store
from mahdar.store.membership import records_of_articles
from mahdar.store.query import Article

MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """A way in which reports write the name, how many do, and where it is read first."""

    written: str
    reports: int
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Styled:
    """A title that a report gives the person, and how many do."""

    title: str
    of: str | None
    reports: int
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """Somebody whom the person met, and in how many records."""

    person: Participant
    meetings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """One person; offices come from the tables of `data/`, all else from reports."""

    person_id: str
    side: str
    offices: tuple[Tenure, ...]
    spellings: tuple[Spelling, ...]
    titles: tuple[Styled, ...]
    meetings: tuple[Meeting, ...]
    many_meetings: int
    met: tuple[Counterpart, ...]
    statements: tuple[StatementLine, ...]
    many_statements: int
    articles: tuple[Article, ...]


def person_of(store: Store, person_id: str, means: Means) -> PersonView:
    """Return what the page of a listed person shows."""
    world = means.language.world
    named = claims_of_actor(store, person_id, "actor")
    about = articles_naming(store, person_id)
    records = [one for one in records_in_articles(store, about) if _took_part(one, person_id)]
    said = claims_of_actor(store, person_id, "statement")
    latest = sorted(said, key=lambda one: (one.published or "", one.claim_id), reverse=True)
    articles = [*about, *(member.article_id for record in records for member in record.group.members)]
    shelf = open_shelf(store, articles)
    meetings = newest_first(meeting_of(one, shelf, means) for one in records)
    lines = told_once(statement_lines(latest, shelf), records_of_articles(store, {one.article_id for one in latest}))
    known = sorted(world.tenures.get(person_id, ()), key=lambda one: one.since or "9", reverse=True)
    return PersonView(
        person_id=person_id,
        side=world.people[person_id].side,
        offices=tuple(known),
        spellings=_spellings(named, shelf),
        titles=_titles(named, shelf),
        meetings=meetings[:MOST],
        many_meetings=len(meetings),
        met=_met(meetings, person_id),
        statements=lines[:MOST],
        many_statements=len(lines),
        articles=tuple(sorted((shelf.articles[one] for one in about), key=lambda one: one.published or "", reverse=True)),
    )


def _took_part(record: Record, person_id: str) -> bool:
    claims = [member.claim for member in record.group.members]
    return any(party.actor == person_id for claim in claims if isinstance(claim, MeetingClaim) for party in claim.parties)


def _spellings(named: Sequence[Member], shelf: Shelf) -> tuple[Spelling, ...]:
    """Return the full names as they are written, the usual one first."""
    held: dict[str, list[Member]] = {}
    for member in named:
        written = value_of(member.claim.name) if isinstance(member.claim, ActorClaim) else None
        if written:
            held.setdefault(written, []).append(member)
    lines = [Spelling(written=name, reports=_reports(those), cite=_cite(those[0], shelf)) for name, those in held.items()]
    return tuple(sorted(lines, key=lambda line: (-line.reports, line.written)))


def _titles(named: Sequence[Member], shelf: Shelf) -> tuple[Styled, ...]:
    held: dict[tuple[str, str | None], list[Member]] = {}
    for member in named:
        if isinstance(member.claim, ActorClaim) and (title := value_of(member.claim.role)):
            held.setdefault((title, value_of(member.claim.of)), []).append(member)
    lines = [
        Styled(title=title, of=of, reports=_reports(those), cite=_cite(those[0], shelf)) for (title, of), those in held.items()
    ]
    return tuple(sorted(lines, key=lambda line: (-line.reports, line.title)))


def _met(meetings: Sequence[Meeting], person_id: str) -> tuple[Counterpart, ...]:
    """Return the others who took part, the most frequent first; one without an id is one of each record."""
    others = [(one.actor, one) for meeting in meetings for one in meeting.people if one.actor and one.actor != person_id]
    people = dict(others)
    many = Counter(actor for actor, _ in others)
    ranked = sorted(people.items(), key=lambda one: (-many[one[0]], one[1].name))
    return tuple(Counterpart(person=one, meetings=many[actor]) for actor, one in ranked)


def _reports(members: Sequence[Member]) -> int:
    return len({member.article_id for member in members})


def _cite(member: Member, shelf: Shelf) -> Cite:
    anchor: Span = member.claim.anchor.evidence
    return shelf.cite(member.article_id, anchor)
