"""Ids are given once, inherited by the larger part, redirected, and never forgotten."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from mahdar.merge.ledger import Known, known_after, known_from, supply_id
from mahdar.merge.naming import name_groups
from mahdar.records.claim import Anchor, MeetingClaim
from mahdar.records.group import Group, Link, Member
from mahdar.records.record import LedgerLine, Record
from mahdar.records.value import Missing, Span, Value

ABSENT = Missing(reason="absent", rule="test")
HELD = Value(value="held", certainty="stated", basis="stated", rule="test", evidence=())


def member(claim_id: str, *, published: str | None = None, within: str | None = None) -> Member:
    spot = Anchor(key=f"key-{claim_id}", text="t", trigger=Span(start=0, end=1), target=None, evidence=Span(start=0, end=1))
    claim = MeetingClaim(
        anchor=spot,
        form=HELD,
        level=ABSENT,
        parties=(),
        day=ABSENT,
        place=ABSENT,
        format=ABSENT,
        forum=ABSENT,
        forum_id=ABSENT,
        ordinal=ABSENT,
        series=ABSENT,
        status=HELD,
        manner=ABSENT,
        within=within,
        central=True,
    )
    return Member(claim_id=claim_id, article_id="a-1", outlet=None, published=published, claim=claim)


def group(*claim_ids: str, possibly: tuple[tuple[str, str], ...] = ()) -> Group:
    return Group(kind="meeting", members=tuple(member(claim_id) for claim_id in claim_ids), why=(), possibly=possibly)


def known(**held: str) -> Known:
    return known_from([(name, "live", tuple(claims.split()), None) for name, claims in held.items()])


def ids(records: tuple[Record, ...]) -> dict[str, str]:
    return {record.record_id: " ".join(member.claim_id for member in record.group.members) for record in records}


def acts(lines: tuple[LedgerLine, ...]) -> list[tuple[str, str, str | None]]:
    return [(line.act, line.record_id, line.other) for line in lines]


def test_a_new_group_is_named_after_its_oldest_claim() -> None:
    early = Group(
        kind="meeting", members=(member("c1"), member("c2", published="2024-01-01"), member("c3", published="2024-01-02")), why=()
    )
    [record], lines = name_groups([early], Known())
    assert record.record_id == supply_id("c2", 0)
    assert acts(lines) == [("given", record.record_id, None)]


def test_naming_again_changes_nothing() -> None:
    groups = [group("c1", "c2"), group("c3")]
    records, lines = name_groups(groups, Known())
    after = known_after(Known(), records, lines)
    assert name_groups(groups, after) == (records, ())


def test_merged_groups_keep_the_id_of_most_claims_and_redirect_the_other() -> None:
    records, lines = name_groups([group("c1", "c2", "c3")], known(old="c1", big="c2 c3"))
    assert ids(records) == {"big": "c1 c2 c3"}
    assert acts(lines) == [("redirected", "old", "big")]


def test_at_a_tie_the_oldest_id_stays() -> None:
    records, lines = name_groups([group("c1", "c2")], known(second="c2", first="c1"))
    assert list(ids(records)) == ["second"]
    assert acts(lines) == [("redirected", "first", "second")]


def test_a_split_keeps_the_larger_part_and_says_where_the_smaller_came_from() -> None:
    before = known(one="c1 c2 c3")
    records, lines = name_groups([group("c1"), group("c2", "c3")], before)
    new = supply_id("c1", 0)
    assert ids(records) == {"one": "c2 c3", new: "c1"}
    assert acts(lines) == [("split", new, "one")]
    assert [link.relation for link in records[1].links] == ["split_from"]
    assert name_groups([group("c1"), group("c2", "c3")], known_after(before, records, lines)) == (records, ())


def test_an_id_without_claims_is_retired_and_comes_back_with_them() -> None:
    before = known(one="c1", two="c2")
    records, lines = name_groups([group("c2")], before)
    assert acts(lines) == [("retired", "one", None)]
    after = known_after(before, records, lines)
    assert name_groups([group("c2")], after)[1] == ()
    back, lines = name_groups([group("c1"), group("c2")], after)
    assert ids(back) == {"one": "c1", "two": "c2"}
    assert acts(lines) == [("given", "one", None)]


def test_a_retired_id_redirects_where_its_claims_come_back_elsewhere() -> None:
    after = known_from([("one", "retired", ("c1",), None), ("two", "live", ("c2",), None)])
    records, lines = name_groups([group("c1", "c2")], after)
    assert ids(records) == {"two": "c1 c2"}
    assert acts(lines) == [("redirected", "one", "two")]


def test_a_redirected_id_is_never_given_again() -> None:
    taken = supply_id("c1", 0)
    before = known_from([(taken, "redirected", (), None), ("one", "live", ("c1", "c2", "c3"), None)])
    records, _ = name_groups([group("c1"), group("c2", "c3")], before)
    assert set(ids(records)) == {"one", supply_id("c1", 1)}


def test_claims_that_swap_between_records_leave_each_its_larger_part() -> None:
    records, lines = name_groups([group("c1", "c2", "c6"), group("c3", "c4", "c5")], known(one="c1 c2 c3", two="c4 c5 c6"))
    assert ids(records) == {"one": "c1 c2 c6", "two": "c3 c4 c5"}
    assert lines == ()


def test_links_between_records() -> None:
    visit, talks = (
        group("c1", possibly=(("c3", "same day, one side"),)),
        Group(kind="meeting", members=(member("c2", within="key-c1"),), why=()),
    )
    records, _ = name_groups([visit, talks, group("c3")], known(visit="c1", talks="c2", third="c3"))
    found = {record.record_id: record.links for record in records}
    assert found == {
        "visit": (Link(other="third", relation="possibly_same", why="same day, one side"),),
        "talks": (Link(other="visit", relation="within", why="told as part of it in a-1"),),
        "third": (),
    }


def test_the_order_of_groups_does_not_matter() -> None:
    groups = [group("c1", "c5"), group("c2"), group("c3"), group("c4", "c6")]
    before = known(one="c1 c2 c3", two="c4 c5", three="c6", four="c7")
    assert len({repr(name_groups(order, before)) for order in permutations(groups)}) == 1


@given(st.lists(st.lists(st.integers(0, 3), min_size=8, max_size=8), min_size=1, max_size=5))
def test_no_id_is_lost_and_no_claim_stands_in_two_records(history: list[list[int]]) -> None:
    """Each line of the history says into which group each of eight claims falls; group 0 is no group at all."""
    now = Known()
    for line in history:
        groups = [
            group(*(f"c{claim}" for claim, place in enumerate(line) if place == number)) for number in {1, 2, 3} & set(line)
        ]
        records, lines = name_groups(groups, now)
        after = known_after(now, records, lines)
        assert [one.record_id for one in after.records[: len(now.records)]] == [one.record_id for one in now.records]
        assert {one.record_id for one in after.records if one.state == "live"} == {record.record_id for record in records}
        assert sorted(c for record in records for c in ids((record,))[record.record_id].split()) == sorted(
            f"c{claim}" for claim, place in enumerate(line) if place
        )
        assert {line.other for line in lines if line.act == "redirected"} <= {record.record_id for record in records}
        assert name_groups(groups, after)[1] == ()
        now = after
