"""Storing twice changes nothing; reading again keeps the ids."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select
from tests.store.made import CALL, LETTERS, MEETING, actor, meeting, page, reading, run, stance, value

from mahdar.errors import StoreError
from mahdar.records.problem import Problem
from mahdar.records.value import Span
from mahdar.store.changes import FieldChange, changes_of, diff, runs_of
from mahdar.store.database import Store
from mahdar.store.query import (
    claims_of,
    current_claims,
    find_article,
    find_articles,
    find_claim,
    find_problems,
    page_of,
    reading_of,
    text_of,
)
from mahdar.store.save import save_problem, save_reading
from mahdar.store.tables import claims, metadata, past_claims, readings


def counts(store: Store) -> dict[str, int]:
    with store.read() as connection:
        return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in metadata.sorted_tables}


def test_what_was_saved_comes_back(store: Store) -> None:
    told = reading(meeting(), stance(), actor())
    changes = save_reading(store, told, page(), run=run())
    assert reading_of(store, changes.article_id) == told
    assert page_of(store, changes.article_id) == page()
    assert text_of(store, changes.article_id) == told.text
    assert find_problems(store) == told.problems
    assert {claim.claim_id for claim in current_claims(store)} == set(changes.gained)
    [article] = find_articles(store)
    assert (article.published, article.title, article.outlet) == ("2024-03-04", "لقاء في القاهرة", "example")
    assert find_article(store, "https://example.org/1") == find_article(store, "one") == find_article(store, article.article_id)


def test_storing_twice_changes_nothing(store: Store) -> None:
    first = save_reading(store, reading(meeting(), stance()), page(), run=run(1))
    before = counts(store)
    again = save_reading(store, reading(meeting(), stance()), page(), run=run(2))
    assert again.is_empty() and again.article_id == first.article_id
    assert counts(store) == before
    assert runs_of(store) == (run(1),)


def test_a_mended_value_keeps_the_claim_and_the_old_body(store: Store) -> None:
    first = save_reading(store, reading(meeting()), page(), run=run(1))
    second = save_reading(store, reading(meeting(day="2024-03-03"), version="0.2.0"), page(), run=run(2))
    [claim_id] = first.gained
    assert second.gained == second.lost == ()
    assert second.changed == (FieldChange(claim_id=claim_id, field="day", old="2024-03-04 (1)", new="2024-03-03 (1)"),)
    assert counts(store)["past_claims"] == 1
    with store.read() as connection:
        assert connection.scalar(select(past_claims.c.body))["day"]["value"]["edtf"] == "2024-03-04"
        assert connection.scalar(select(func.count()).where(readings.c.is_current)) == 1


def test_another_rule_or_evidence_alone_is_no_change_that_a_reader_sees(store: Store) -> None:
    save_reading(store, reading(stance()), page(), run=run(1))
    other = replace(stance(), stance=replace(value("support", Span(start=1, end=4)), rule="better"))
    assert save_reading(store, reading(other), page(), run=run(2)).is_empty()
    assert [member.claim for member in current_claims(store)] == [other]


def test_a_moved_trigger_keeps_the_id_by_evidence_and_sides(store: Store) -> None:
    first = save_reading(store, reading(meeting(), meeting(CALL, "وبحث", sides=("EGY", "UN"))), page(), run=run(1))
    moved = meeting(MEETING, "نظيره")
    second = save_reading(store, reading(meeting(CALL, "هاتفيا", sides=("EGY", "UN")), moved), page(), run=run(2))
    assert second.is_empty()
    assert [member.claim_id for member in claims_of(store, first.article_id)] == list(reversed(first.gained))


def test_other_sides_on_the_same_words_are_another_claim(store: Store) -> None:
    save_reading(store, reading(meeting()), page(), run=run(1))
    second = save_reading(store, reading(meeting(MEETING, "نظيره", sides=("QAT", "TUR"))), page(), run=run(2))
    assert len(second.gained) == len(second.lost) == 1
    assert find_claim(store, second.lost[0]).claim == meeting()


def test_a_claim_that_comes_back_has_its_old_id(store: Store) -> None:
    first = save_reading(store, reading(meeting(), stance()), page(), run=run(1))
    gone = save_reading(store, reading(meeting(), version="0.2.0"), page(), run=run(2))
    assert gone.lost == first.gained[1:]
    back = save_reading(store, reading(meeting(), stance()), page(), run=run(3))
    assert back.gained == gone.lost
    assert counts(store)["readings"] == 2


def test_a_changed_text_carries_its_claims(store: Store) -> None:
    first = save_reading(store, reading(meeting(), stance(), actor()), page(), run=run(1))
    newer = "عاجل: تحديث\n" + LETTERS.replace("سامح شكري", "السفير سامح شكري").replace("وأكدت", "كما أكدت").replace(
        "أكدت مصر", "أكدت أمس مصر"
    )
    newer = newer.replace("كما أكدت أمس مصر", "وأكدت مصر")
    words = MEETING.replace("سامح شكري", "السفير سامح شكري")
    told = reading(meeting(words, letters=newer), stance(letters=newer), actor(letters=newer), letters=newer)
    second = save_reading(store, told, page(newer), run=run(2))
    assert second.article_id == first.article_id
    assert second.is_empty()
    assert counts(store)["text_alignments"] == 1
    assert {member.claim.anchor.text for member in current_claims(store)} == {told.text.text_id}


def test_a_text_written_anew_retires_its_claims(store: Store) -> None:
    first = save_reading(store, reading(meeting(), stance()), page(), run=run(1))
    newer = "أسعار النفط ترتفع اليوم في الأسواق العالمية\n"
    second = save_reading(store, reading(letters=newer), page(newer), run=run(2))
    assert second.lost == first.gained


def test_an_article_is_found_again(store: Store) -> None:
    bare = save_reading(store, reading(url=None), page(url=None), run=run())
    assert save_reading(store, reading(url=None), page(url=None, name="other"), run=run()).article_id == bare.article_id
    newer = LETTERS + "وختم.\n"
    by_name = save_reading(store, reading(letters=newer, url=None), page(newer, url=None, name="one"), run=run())
    assert by_name.article_id == bare.article_id
    adopted = save_reading(store, reading(letters=newer), page(newer), run=run())
    assert adopted.article_id == bare.article_id
    mirror = save_reading(store, reading(url="https://example.org/2"), page(url="https://example.org/2"), run=run())
    assert mirror.article_id != bare.article_id
    with pytest.raises(StoreError, match="2 articles are called 'one'"):
        find_article(store, "one")


def test_two_articles_of_the_same_letters_keep_their_own_claims(store: Store) -> None:
    first = save_reading(store, reading(meeting()), page(), run=run())
    second = save_reading(store, reading(meeting(), url="https://example.org/2"), page(url="https://example.org/2"), run=run())
    assert set(first.gained).isdisjoint(second.gained)
    assert counts(store)["texts"] == counts(store)["pages"] == 1


def test_two_claims_of_one_key_both_stay(store: Store) -> None:
    twice = reading(stance(), stance(actor="SAU"))
    first = save_reading(store, twice, page(), run=run(1))
    assert len(set(first.gained)) == 2
    assert save_reading(store, replace(twice, version="0.2.0"), page(), run=run(2)).is_empty()
    turned = replace(twice, version="0.3.0", claims=twice.claims[::-1])
    assert save_reading(store, turned, page(), run=run(3)).is_empty()
    for place, version in ((0, "0.4.0"), (1, "0.5.0")):
        alone = save_reading(store, reading(twice.claims[place], version=version), page(), run=run(4))
        assert [member.claim_id for member in claims_of(store, first.article_id)] == [first.gained[0]]
        assert alone.gained == ()


def test_a_claim_outside_its_text_fails_aloud_and_keeps_nothing(store: Store) -> None:
    far = stance()
    far = replace(far, anchor=replace(far.anchor, evidence=Span(start=0, end=9999)))
    with pytest.raises(StoreError, match="outside its text"):
        save_reading(store, reading(meeting(), far), page(), run=run())
    with pytest.raises(StoreError, match="not of this page"):
        save_reading(store, reading(), page("other"), run=run())
    assert not any(counts(store).values())


def test_a_reading_is_kept_whole_or_not_at_all(store: Store) -> None:
    long = replace(reading(meeting()), version=None)  # type: ignore[arg-type]
    with pytest.raises(StoreError, match="Nothing of this step was kept"):
        save_reading(store, long, page(), run=run())
    assert not any(counts(store).values())


def test_references_between_claims_are_shown_by_id(store: Store) -> None:
    whole = meeting(CALL, "وبحث", sides=("EGY", "UN"))
    part = replace(meeting(), within=whole.anchor.key)
    first = save_reading(store, reading(whole, part), page(), run=run(1))
    newer = "خبر\n" + LETTERS
    whole = meeting(CALL, "وبحث", sides=("EGY", "UN"), letters=newer)
    same = replace(meeting(letters=newer), within=whole.anchor.key)
    assert save_reading(store, reading(whole, same, letters=newer), page(newer), run=run(2)).is_empty()
    alone = replace(same, within=None)
    third = save_reading(store, reading(whole, alone, letters=newer), page(newer), run=run(3))
    assert third.changed == (FieldChange(claim_id=first.gained[1], field="within", old=first.gained[0], new=None),)


def test_runs_tell_what_they_did(store: Store) -> None:
    first = save_reading(store, reading(meeting(), stance()), page(), run=run(1))
    save_reading(store, reading(meeting(day="2024-03-01")), page(), run=run(2))
    save_reading(store, reading(meeting(day="2024-03-02"), actor()), page(), run=run(3))
    meeting_id, stance_id = first.gained
    [second] = changes_of(store, run(2).run_id)
    assert (second.gained, second.lost) == ((), (stance_id,))
    assert [(one.old, one.new) for one in second.changed] == [("2024-03-04 (1)", "2024-03-01 (1)")]
    [both] = diff(store, run(1).run_id, run(3).run_id)
    assert [(one.claim_id, one.old, one.new) for one in both.changed] == [(meeting_id, "2024-03-04 (1)", "2024-03-02 (1)")]
    assert (len(both.gained), both.lost) == (1, (stance_id,))
    [all_of_it] = diff(store, None, run(3).run_id)
    assert (all_of_it.lost, all_of_it.changed, len(all_of_it.gained)) == ((), (), 2)
    with pytest.raises(StoreError, match="no run 'x'"):
        changes_of(store, "x")


def test_a_problem_of_a_page_is_kept_once_and_until_the_page_is_read(store: Store) -> None:
    problem = Problem(article=page().source, stage="clean", what="no article", remedy="Give another page.")
    save_problem(store, problem)
    before = counts(store)
    save_problem(store, problem)
    assert counts(store) == before
    assert find_problems(store) == (problem,)
    told = reading(meeting())
    save_reading(store, told, page(), run=run())
    assert find_problems(store) == told.problems


def test_claims_of_one_kind(store: Store) -> None:
    save_reading(store, reading(meeting(), stance(), actor()), page(), run=run())
    assert [member.claim.kind for member in current_claims(store, kind="stance")] == ["stance"]
    with store.read() as connection:
        assert set(connection.scalars(select(claims.c.state))) == {"current"}
