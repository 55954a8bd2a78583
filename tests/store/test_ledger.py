"""Named groups are kept with their history."""

from __future__ import annotations

import pytest
from tests.store.made import CALL, actor, meeting, page, reading, run, stance
from tests.store.test_save import counts

from mahdar.errors import StoreError
from mahdar.merge.ledger import known_from
from mahdar.merge.naming import name_groups
from mahdar.records.group import Group, Link
from mahdar.store.database import Store
from mahdar.store.ledger import Named, known_ids, save_records
from mahdar.store.query import Tombstone, current_claims, find_record, find_records, ledger_of, updated_of
from mahdar.store.save import save_reading


def name(store: Store, *groups: str, number: int = 1, possibly: tuple[tuple[str, str], ...] = ()) -> Named:
    """Name groups, each given as the ids of its claims."""
    members = {member.claim_id: member for member in current_claims(store)}
    made = [
        Group(kind="meeting", members=tuple(members[c] for c in sorted(ids.split())), why=("key",), possibly=possibly)
        for ids in groups
    ]
    return save_records(store, lambda rows: name_groups(made, known_from(rows)), run=run(number))


def three_claims(store: Store) -> list[str]:
    told = reading(meeting(), meeting(CALL, "وبحث", sides=("EGY", "UN")), stance(), actor())
    return list(save_reading(store, told, page(), run=run(1)).gained)


def test_records_come_back_as_they_were_named(store: Store) -> None:
    one, two, three, _ = three_claims(store)
    records, _ = name(store, f"{one} {two}", three, possibly=((one, "same day"),))
    assert set(find_records(store)) == set(records)
    assert [find_record(store, record.record_id) for record in records] == list(records)
    assert find_records(store, kind="agreement") == ()
    assert [line.act for line in ledger_of(store, run_id=run(1).run_id)] == ["given", "given"]
    assert Link(other=find_records(store)[0].record_id, relation="possibly_same", why="same day") in find_records(store)[1].links


def test_naming_again_changes_nothing(store: Store) -> None:
    one, two, *_ = three_claims(store)
    name(store, one, two, number=2)
    before, known = counts(store), known_ids(store)
    assert name(store, two, one, number=3)[1] == ()
    assert (counts(store), known_ids(store)) == (before, known)
    assert set(updated_of(store).values()) == {run(2).started}


def test_a_merged_record_redirects_and_a_split_says_where_from(store: Store) -> None:
    one, two, three, _ = three_claims(store)
    first, _ = name(store, f"{one} {two}", three)
    small = next(record for record in first if len(record.group.members) == 1)
    large = next(record for record in first if len(record.group.members) == 2)
    name(store, f"{one} {two} {three}", number=2)
    [only] = find_records(store)
    assert find_record(store, small.record_id) == only and only.record_id == large.record_id
    split, _ = name(store, f"{two} {three}", one, number=3)
    assert find_records(store) == split
    assert [link.relation for link in split[1].links] == ["split_from"]
    assert find_record(store, small.record_id).record_id == large.record_id
    assert known_ids(store)[-1][3] == large.record_id


def test_a_retired_record_leaves_a_tombstone_and_comes_back(store: Store) -> None:
    one, two, three, _ = three_claims(store)
    name(store, one, two)
    save_reading(store, reading(meeting()), page(), run=run(2))
    gone = next(row[0] for row in known_ids(store) if two in row[2])
    assert isinstance(find_record(store, gone), Tombstone), "its claim is retired, though no merge has said so yet"
    name(store, one, number=3)
    stone = find_record(store, gone)
    assert isinstance(stone, Tombstone) and stone.reason == "no article makes any of its claims now"
    three_claims(store)
    name(store, one, two, number=4)
    assert {record.record_id for record in find_records(store)} == {row[0] for row in known_ids(store)}
    assert [line.act for line in ledger_of(store)] == ["given", "given", "retired", "given"]
    assert three not in {claim for row in known_ids(store) for claim in row[2]}


def test_a_record_is_updated_when_a_shown_value_changes(store: Store) -> None:
    first = save_reading(store, reading(meeting(), stance()), page(), run=run(1))
    name(store, *first.gained)
    save_reading(store, reading(meeting(day="2024-03-05"), stance(), version="0.2.0"), page(), run=run(2))
    by_claim = {row[2][0]: row[0] for row in known_ids(store)}
    updated = updated_of(store)
    assert [updated[by_claim[claim]] for claim in first.gained] == [run(2).started, run(1).started]


def test_an_unknown_record_is_named_in_the_error(store: Store) -> None:
    with pytest.raises(StoreError, match="no record 'm-none'"):
        find_record(store, "m-none")
