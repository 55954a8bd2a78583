"""What did an actor hold on an issue over time, and what did each statement add to the one before or leave out?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mahdar.export.phrases import Phrases, find_phrases
from mahdar.export.views.lines import StanceLine, stance_lines
from mahdar.export.views.shelf import Cite, Shelf, open_shelf
from mahdar.records.claim import ActorClaim, StanceClaim, StatementClaim
from mahdar.records.group import Member
from mahdar.records.value import Span, value_of
from mahdar.store.about import claims_of_actor, claims_of_articles
from mahdar.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """All that one voice of an actor held on the issue in one report: its positions, and the formulae in its words."""

    day: str | None
    speaker: str | None
    """The listed person; None for a side without a name."""
    office: str | None
    """The post that the person held on the day, by its id; the level of the statement."""
    stances: tuple[StanceLine, ...]
    formulae: tuple[str, ...]
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A statement beside the one before it of the same voice: positions and formulae that it adds, and that it leaves out."""

    before: Statement
    after: Statement
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    taken: tuple[str, ...]
    """Kinds of position that are new: `oppose`."""
    given_up: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """The statements of an actor on an issue in order of their days, and the steps between those of one voice.

    What is dropped was only not said again: a report that leaves it out may have cut it.
    """

    actor: str
    issue: str
    statements: tuple[Statement, ...]
    steps: tuple[Step, ...]


def positions_of(store: Store, actor: str, issue: str, phrases: Phrases) -> Positions:
    """Return what an actor held on an issue, as the store tells it; empty where it tells nothing."""
    held = [one for one in claims_of_actor(store, actor, "stance") if _is_on(one, actor, issue)]
    shelf = open_shelf(store, (one.article_id for one in held))
    around = claims_of_articles(store, shelf.texts)
    statements = sorted(
        _statements(held, around, shelf, phrases), key=lambda one: (one.day is None, one.day or "", one.cite.at())
    )
    return Positions(actor=actor, issue=issue, statements=tuple(statements), steps=tuple(_steps(statements)))


def _is_on(member: Member, actor: str, issue: str) -> bool:
    claim = member.claim
    return isinstance(claim, StanceClaim) and claim.actor == actor and value_of(claim.issue) == issue


def _statements(held: Sequence[Member], around: Sequence[Member], shelf: Shelf, phrases: Phrases) -> Iterable[Statement]:
    """Give one statement for each voice of each report."""
    said = {(one.article_id, one.claim.anchor.key): one.claim for one in around if isinstance(one.claim, StatementClaim)}
    found: dict[tuple[str, str | None], list[Member]] = {}
    for member in held:
        claim = member.claim
        words = said.get((member.article_id, claim.statement or "")) if isinstance(claim, StanceClaim) else None
        found.setdefault((member.article_id, words.speaker_actor if words else None), []).append(member)
    for (article_id, speaker), members in found.items():
        spans = [_span(member, said) for member in members]
        yield Statement(
            day=(shelf.articles[article_id].published or "")[:10] or None,
            speaker=speaker,
            office=_office(around, article_id, speaker),
            stances=stance_lines(members, shelf),
            formulae=_formulae(shelf.texts[article_id].letters, spans, phrases),
            cite=shelf.cite(article_id, spans[0]),
        )


def _span(member: Member, said: dict[tuple[str, str], StatementClaim]) -> Span:
    """Return the words in which a position stands: the whole statement where it is part of one."""
    claim = member.claim
    words = said.get((member.article_id, claim.statement or "")) if isinstance(claim, StanceClaim) else None
    return words.content if words else claim.anchor.evidence


def _office(around: Sequence[Member], article_id: str, speaker: str | None) -> str | None:
    offices = [
        value_of(one.claim.office)
        for one in around
        if one.article_id == article_id and isinstance(one.claim, ActorClaim) and one.claim.actor == speaker
    ]
    return next((office for office in offices if office), None)


def _formulae(letters: str, spans: Sequence[Span], phrases: Phrases) -> tuple[str, ...]:
    """Return the formulae that stand in some words, each once."""
    found = {
        phrase.entry
        for span in spans
        for phrase in find_phrases(letters[span.start : span.end], phrases)
        if phrase.kind == "formula"
    }
    return tuple(sorted(found))


def _steps(statements: Sequence[Statement]) -> Iterable[Step]:
    """Give each dated statement beside the one before it of the same office, else of the same speaker."""
    last: dict[str | None, Statement] = {}
    for statement in statements:
        voice = statement.office or statement.speaker
        before = last.get(voice)
        if before is not None and statement.day and before.day and before.day < statement.day:
            yield _step(before, statement)
        if statement.day:
            last[voice] = statement


def _step(before: Statement, after: Statement) -> Step:
    old, new = ({line.stance for line in one.stances} for one in (before, after))
    return Step(
        before=before,
        after=after,
        added=tuple(sorted(set(after.formulae) - set(before.formulae))),
        dropped=tuple(sorted(set(before.formulae) - set(after.formulae))),
        taken=tuple(sorted(new - old)),
        given_up=tuple(sorted(old - new)),
    )
