"""Reading article by article gives the records that reading all at once gives, in any order."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mahdar.batch.intake import take_in
from mahdar.batch.judging import Said, judge
from mahdar.batch.local import read_one
from mahdar.batch.naming import group_claims, name_records
from mahdar.language.language import Language
from mahdar.read.files import find_pages
from mahdar.records.page import Page
from mahdar.records.reading import Reading
from mahdar.records.record import Record
from mahdar.store.changes import run_at
from mahdar.store.database import Store, open_store
from mahdar.store.query import current_claims, find_records

SAMPLE = Path(__file__).parents[2] / "sample" / "gold"
START = datetime(2026, 1, 1, tzinfo=UTC)
Told = tuple[Page, Reading]


@pytest.fixture(scope="module")
def told(language: Language) -> list[Told]:
    """Return the sample's articles as they are read."""
    outcomes = [read_one(page, language) for page in find_pages(sorted(SAMPLE.glob("*.article.json")), None)]  # type: ignore[arg-type]
    return [outcome for outcome in outcomes if isinstance(outcome, tuple)]


def take(store: Store, lots: Sequence[Sequence[Told]], language: Language) -> None:
    for number, lot in enumerate(lots):
        take_in(store, lot, language, run=run_at(START + timedelta(minutes=number)))


def shown(store: Store) -> dict[frozenset[tuple[str, str]], Any]:
    """Return all records by their claims: why they are one, and to which others they are linked."""
    spots = {member.claim_id: (member.article_id, member.claim.anchor.key) for member in current_claims(store)}
    records = find_records(store)
    named = {record.record_id: _spots(record) for record in records}
    return {
        _spots(record): (
            record.group.kind,
            record.group.why,
            {(spots[claim], why) for claim, why in record.group.possibly},
            {(link.relation, named.get(link.other), link.why) for link in record.links},
        )
        for record in records
    }


def _spots(record: Record) -> frozenset[tuple[str, str]]:
    return frozenset((member.article_id, member.claim.anchor.key) for member in record.group.members)


@pytest.mark.parametrize("seed", range(4))
def test_one_by_one_in_any_order_gives_what_all_at_once_gives(
    seed: int, told: list[Told], language: Language, tmp_path: Path
) -> None:
    order = random.Random(seed).sample(told, len(told))
    with open_store(f"sqlite:///{tmp_path}/one.db") as one, open_store(f"sqlite:///{tmp_path}/all.db") as whole:
        take(one, [order[:10], *([each] for each in order[10:]), order[:3]], language)
        take(whole, [told], language)
        mine, his = shown(one), shown(whole)
        assert set(mine) == set(his)
        for claims, record in his.items():
            assert mine[claims] == record


def test_what_a_person_says_is_grouped_at_once(told: list[Told], language: Language, tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path}/said.db") as store:
        take(store, [told], language)
        large = max((one for one in find_records(store, kind="meeting")), key=lambda one: len(one.group.members))
        pair = tuple(member.claim_id for member in large.group.members[:2])
        judge(store, Said(verdict="different", about=pair, field=None, value=None, who="A", when="2026-01-01T00:00", why=""))
        lines = name_records(store, language, run=run_at(START + timedelta(days=1)))
        assert "split" in {line.act for line in lines}
        now = {frozenset(member.claim_id for member in one.group.members) for one in find_records(store)}
        groups = group_claims(store, language, as_of=START.isoformat())
        assert now == {frozenset(member.claim_id for member in group.members) for group in groups}


def test_nothing_new_changes_nothing(told: list[Told], language: Language, tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path}/again.db") as store:
        take(store, [told], language)
        before = shown(store)
        assert name_records(store, language, run=run_at(START + timedelta(days=1))) == ()
        take(store, [told[:5]], language)
        assert shown(store) == before
