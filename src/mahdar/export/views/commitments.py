"""What became of what sides agreed: announced, signed, lapsed?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from mahdar.export.views.lines import AgreementLine, agreement_lines
from mahdar.export.views.shelf import Shelf, open_shelf
from mahdar.language.language import Language
from mahdar.merge.days import day_number
from mahdar.merge.words import contained, content_words
from mahdar.records.claim import AgreementClaim
from mahdar.records.group import Member
from mahdar.records.record import Record
from mahdar.store.database import Store
from mahdar.store.query import find_records

State = Literal["announced", "agreed", "signed", "in force", "fulfilled", "lapsed", "unknown"]
STATES: dict[str, State] = {
    "planned": "announced",
    "agreed": "agreed",
    "signed": "signed",
    "in-force": "in force",
    "fulfilled": "fulfilled",
    "called-off": "lapsed",
}
ONE = 0.6
"""Share of the words of the shorter telling that the other must hold for both to be one commitment."""
FEW = 2
PATIENCE = 365
"""Days after which an announced commitment of which nothing more was heard is in an unknown state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What was told of a commitment on a day; `record_id` is the record that tells it, `also` stand its other reports."""

    day: str | None
    state: State
    record_id: str
    line: AgreementLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What sides bound themselves to, its stages in order of their days, and its state as of a day."""

    parties: tuple[str, ...]
    stages: tuple[Stage, ...]
    state: State
    reports: int
    """Articles that tell of it."""


def commitments_of(
    store: Store, language: Language, *, sides: Sequence[str] = (), as_of: str | None = None
) -> tuple[Commitment, ...]:
    """Return the commitments to which all of some sides are parties, the latest first; all of the store without sides."""
    records = [record for record in find_records(store, kind="agreement") if set(sides) <= _parties(record)]
    shelf = open_shelf(store, (member.article_id for record in records for member in record.group.members))
    chains: list[list[Record]] = []
    for record in sorted(records, key=_day):
        chain = next((one for one in chains if _is_one(one[-1], record, shelf, language)), None)
        chain.append(record) if chain else chains.append([record])
    found = [_commitment(chain, shelf, as_of) for chain in chains]
    return tuple(sorted(found, key=lambda one: (one.stages[-1].day or "", one.stages[-1].record_id), reverse=True))


def _parties(record: Record) -> set[str]:
    return {
        party for member in record.group.members if isinstance(member.claim, AgreementClaim) for party in member.claim.parties
    }


def _day(record: Record) -> tuple[bool, str, str]:
    day = min((member.published[:10] for member in record.group.members if member.published), default=None)
    return day is None, day or "", record.record_id


def _is_one(earlier: Record, later: Record, shelf: Shelf, language: Language) -> bool:
    """Return True where a record tells of the commitment of an earlier one: the same parties, most words in common."""
    if _parties(earlier) != _parties(later):
        return False
    return any(
        min(len(mine), len(his)) >= FEW and contained(mine, his) >= ONE
        for mine in _wordings(earlier, shelf, language)
        for his in _wordings(later, shelf, language)
    )


def _wordings(record: Record, shelf: Shelf, language: Language) -> Iterable[tuple[str, ...]]:
    for member in record.group.members:
        if isinstance(member.claim, AgreementClaim):
            span, letters = member.claim.content, shelf.texts[member.article_id].letters
            yield content_words(letters[span.start : span.end], language)


def _commitment(chain: Sequence[Record], shelf: Shelf, as_of: str | None) -> Commitment:
    stages = [stage for record in chain for stage in _stages(record, shelf)]
    stages.sort(key=lambda stage: (stage.day is None, stage.day or "", stage.record_id, stage.line.claim_id))
    return Commitment(
        parties=tuple(sorted(_parties(chain[0]))),
        stages=tuple(stages),
        state=_state(stages, as_of),
        reports=len({member.article_id for record in chain for member in record.group.members}),
    )


def _stages(record: Record, shelf: Shelf) -> Iterable[Stage]:
    """Give the stages that a record tells, each state once, with the other reports of it beside the first."""
    told: dict[State, list[tuple[Member, AgreementLine]]] = {}
    members = sorted(record.group.members, key=lambda one: (one.published or "~", one.claim_id))
    for member, line in zip(members, agreement_lines(members, shelf), strict=True):
        told.setdefault(STATES.get(line.status, "unknown"), []).append((member, line))
    for state, held in told.items():
        member, line = held[0]
        also = tuple(other.cite for _, other in held[1:])
        first = AgreementLine(claim_id=line.claim_id, parties=line.parties, status=line.status, cite=line.cite, also=also)
        yield Stage(day=member.published[:10] if member.published else None, state=state, record_id=record.record_id, line=first)


def _state(stages: Sequence[Stage], as_of: str | None) -> State:
    """Return the last state told; unknown where it was only announced, and nothing was heard for a year."""
    last = stages[-1]
    seen, today = day_number(last.day), day_number(as_of)
    if last.state == "announced" and seen is not None and today is not None and today - seen > PATIENCE:
        return "unknown"
    return last.state
