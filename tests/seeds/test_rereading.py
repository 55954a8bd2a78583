"""What people said and the names of records outlive a change of data and of a rule; the diff says what the change did."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.conftest import CACHE

import mahdar.extract.finders as finders
from mahdar.batch.intake import Intake, take_in
from mahdar.batch.judging import Said, judge
from mahdar.batch.local import read_many
from mahdar.extract.ground import Ground
from mahdar.extract.meetings.meetings import find_meetings
from mahdar.language.cache import SHIPPED, load_language
from mahdar.language.language import Language
from mahdar.read.files import find_pages
from mahdar.records.claim import Claim, MeetingClaim
from mahdar.records.group import Member
from mahdar.records.reading import Reading
from mahdar.records.value import Value
from mahdar.store.changes import diff, run_at, runs_of
from mahdar.store.database import Store, open_store
from mahdar.store.judgements import find_judgements, find_orphans
from mahdar.store.query import claims_of, current_claims, find_articles, find_records, ledger_of, reading_of

SENSE, OLD, NEW = "gather.mubahathat", "  kind: meeting\n", "  kind: talks\n"

LINK = "meeting"
"""The field of a time anchor that leads to its meeting: it is found by the meeting's form, which the test changes."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path / 'seeds.db'}") as opened:
        yield opened


@pytest.fixture
def other_data(tmp_path: Path) -> Language:
    """Return the language of a copy of the data in which one line is another."""
    root = Path(shutil.copytree(SHIPPED, tmp_path / "data"))
    [path] = [path for path in (root / "diplomacy").glob("meetings*.yaml") if f"- id: {SENSE}\n" in path.read_text("utf-8")]
    before, head, after = path.read_text("utf-8").partition(f"- id: {SENSE}\n")
    assert OLD in after.split("- id:")[0], "the line that this test changes is gone; choose another"
    path.write_text(before + head + after.replace(OLD, NEW, 1), "utf-8")
    return load_language(root, CACHE)


def changed_rule(ground: Ground, found: tuple[Claim, ...]) -> tuple[MeetingClaim, ...]:
    """Find meetings as another version of the rule for levels would."""
    return tuple(_lifted(claim) for claim in find_meetings(ground, found))


def _lifted(claim: MeetingClaim) -> MeetingClaim:
    if not isinstance(claim.level, Value) or claim.level.value != "head":
        return claim
    return replace(claim, level=replace(claim.level, value="leader", rule="meeting.level.other"))


def read_seeds(store: Store, seeds: Path, language: Language, day: int) -> Intake:
    pages = find_pages(sorted(seeds.glob("*.article.json")), sys.stdin.buffer)
    return take_in(store, read_many(pages, language), language, run=run_at(datetime(2026, 1, day, tzinfo=UTC)))


def readings(store: Store) -> dict[str, Reading]:
    return {one.article_id: reading_of(store, one.article_id) for one in find_articles(store)}


def judge_five(store: Store) -> tuple[str, ...]:
    """Judge five claims of several kinds, among them ones that the changes touch."""
    meetings = [member for member in current_claims(store, kind="meeting") if isinstance(member.claim, MeetingClaim)]
    touched = next(one for one in meetings if SENSE in _rule(one, "form"))
    heads = next(one for one in meetings if isinstance(one.claim.level, Value) and one.claim.level.value == "head")
    other = next(one for one in meetings if one.claim_id not in {touched.claim_id, heads.claim_id})
    person = next(one for one in current_claims(store, kind="actor") if one.claim.type == "person")  # type: ignore[union-attr]
    said = [
        ("wrong", (touched.claim_id,), "form", None),
        ("should_be", (heads.claim_id,), "level", "head of state"),
        ("right", (other.claim_id,), None, None),
        ("right", (person.claim_id,), "role", None),
        ("different", (touched.claim_id, other.claim_id), None, None),
    ]
    for number, (verdict, about, field, value) in enumerate(said):
        when = f"2026-01-01T10:00:0{number}+00:00"
        judge(store, Said(verdict=verdict, about=about, field=field, value=value, who="desk", when=when, why=""))  # type: ignore[arg-type]
    return tuple(claim for _, about, _, _ in said for claim in about)


def _rule(member: Member, field: str) -> str:
    return str(getattr(getattr(member.claim, field), "rule", ""))


def names(store: Store) -> dict[str, frozenset[str]]:
    return {one.record_id: frozenset(member.claim_id for member in one.group.members) for one in find_records(store)}


def test_names_and_judgements_outlive_a_change(
    store: Store, seeds: Path, language: Language, other_data: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_seeds(store, seeds, language, 1)
    claims = judge_five(store)
    read_seeds(store, seeds, language, 2)
    before, old = names(store), readings(store)
    monkeypatch.setattr(finders, "FINDERS", tuple(changed_rule if one is find_meetings else one for one in finders.FINDERS))

    intake = read_seeds(store, seeds, other_data, 3)

    assert names(store) == before
    assert not [line for line in intake.named if line.act != "given"] and {one.record_id for one in ledger_of(store)} == set(
        before
    )
    judged = find_judgements(store)
    assert len(judged) == 5 and find_orphans(store) == ()
    assert tuple(one.claim_id for each in judged for one in each.attachments) == claims
    assert told(store, intake.run.run_id) == expected(old, readings(store), store)


def told(store: Store, run_id: str) -> set[tuple[str, ...]]:
    """Return what the difference names: the claims gained and lost, and the fields that changed."""
    earlier = [one.run_id for one in runs_of(store)][-2]
    found = diff(store, earlier, run_id)
    changed = {
        (one.claim_id, one.field, one.old or "", one.new or "") for each in found for one in each.changed if one.field != LINK
    }
    gained = {("gained", claim) for each in found for claim in each.gained}
    return changed | gained | {("lost", claim) for each in found for claim in each.lost}


def expected(old: dict[str, Reading], new: dict[str, Reading], store: Store) -> set[tuple[str, ...]]:
    """Return the same from the two readings themselves, claim by claim; only the two fields that were meant may differ."""
    result: set[tuple[str, ...]] = set()
    for article_id, reading in new.items():
        ids = [member.claim_id for member in claims_of(store, article_id)]
        assert len(ids) == len(old[article_id].claims) == len(reading.claims)
        for claim_id, one, other in zip(ids, old[article_id].claims, reading.claims, strict=True):
            for name in (each.name for each in fields(one)):
                values = [getattr(getattr(claim, name), "value", None) for claim in (one, other)]
                if getattr(one, name) != getattr(other, name) and name != LINK:
                    assert name in {"form", "level"}, f"{name} changed too"
                    result.add((claim_id, name, str(values[0]), str(values[1])))
    assert {each[1] for each in result} == {"form", "level"}
    return result
