"""What a person said stays as it was said, and finds its claim again or is listed as orphaned."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.made import CALL, LETTERS, MEETING, STANCE, actor, meeting, page, reading, run, spot, stance

from mahdar.errors import StoreError
from mahdar.records.judgement import Judgement, Target, Verdict
from mahdar.store.database import Store
from mahdar.store.judgements import add_judgement, find_judgements, find_orphans, judgement_name, target_of
from mahdar.store.save import save_reading

WHEN = "2024-03-05T10:00:00+00:00"


def judgement(*targets: Target, verdict: Verdict = "wrong", value: str | None = None, why: str = "read it") -> Judgement:
    name = judgement_name(verdict, targets, "desk", WHEN)
    return Judgement(judgement_id=name, verdict=verdict, targets=targets, value=value, who="desk", when=WHEN, why=why)


def test_a_judgement_holds_what_was_seen(store: Store) -> None:
    [claim_id] = save_reading(store, reading(meeting()), page(), run=run(1)).gained
    target = target_of(store, claim_id, field="day")
    assert (target.quote, target.seen, target.kind) == (MEETING, "2024-03-04 (1)", "meeting")
    said = judgement(target, verdict="should_be", value="2024-03-03")
    judged = add_judgement(store, said, claim_ids=[claim_id])
    assert [(one.claim_id, one.state) for one in judged.attachments] == [(claim_id, "attached")]
    assert find_judgements(store) == (judged,) and judged.judgement == said
    assert "parties: EGY; SAU" in target_of(store, claim_id).seen


def test_a_judgement_without_ids_is_found_by_its_anchor(store: Store) -> None:
    save = save_reading(store, reading(meeting(), stance()), page(), run=run(1))
    first, second = save.gained
    both = judgement(target_of(store, first), target_of(store, second), verdict="different")
    assert [one.claim_id for one in add_judgement(store, both).attachments] == [first, second]


def test_said_twice_is_kept_once_and_never_overwritten(store: Store) -> None:
    [claim_id] = save_reading(store, reading(stance()), page(), run=run(1)).gained
    said = judgement(target_of(store, claim_id))
    assert add_judgement(store, said) == add_judgement(store, said)
    with pytest.raises(StoreError, match="never overwritten"):
        add_judgement(store, replace(said, why="changed my mind"))
    assert [one.judgement for one in find_judgements(store)] == [said]


def test_a_judgement_follows_its_claim_into_a_changed_text(store: Store) -> None:
    [claim_id] = save_reading(store, reading(stance()), page(), run=run(1)).gained
    add_judgement(store, judgement(target_of(store, claim_id)), claim_ids=[claim_id])
    newer = "خبر عاجل\n" + LETTERS
    save_reading(store, reading(stance(letters=newer), letters=newer), page(newer), run=run(2))
    [judged] = find_judgements(store)
    assert judged.is_attached() and judged.attachments[0].claim_id == claim_id


def test_a_sentence_that_moved_is_found_by_its_words(store: Store) -> None:
    first = save_reading(store, reading(meeting(), stance()), page(), run=run(1))
    claim_id = first.gained[1]
    add_judgement(store, judgement(target_of(store, claim_id)), claim_ids=[claim_id])
    lines = LETTERS.splitlines(keepends=True)
    newer = "".join([lines[2], lines[0], lines[1], lines[3]])
    second = save_reading(store, reading(stance(letters=newer), meeting(letters=newer), letters=newer), page(newer), run=run(2))
    assert second.is_empty()
    assert find_orphans(store) == ()


def test_a_judgement_goes_to_the_claim_that_took_the_place(store: Store) -> None:
    """The sides were mended and the trigger moved, so the claim is new; but it is the meeting that was judged."""
    [old] = save_reading(store, reading(meeting()), page(), run=run(1)).gained
    add_judgement(store, judgement(target_of(store, old, field="parties")), claim_ids=[old])
    second = save_reading(store, reading(meeting(MEETING, "نظيره", sides=("EGY", "SAU", "QAT"))), page(), run=run(2))
    assert second.lost == (old,)
    [judged] = find_judgements(store)
    assert judged.attachments[0].claim_id == second.gained[0]


def test_a_judgement_whose_claim_is_gone_is_orphaned_and_comes_back(store: Store) -> None:
    first = save_reading(store, reading(meeting(), stance()), page(), run=run(1))
    claim_id = first.gained[1]
    said = judgement(target_of(store, claim_id))
    add_judgement(store, said, claim_ids=[claim_id])
    neighbour = replace(stance(actor="SAU"), anchor=spot("stance", STANCE, "وأكدت"))
    save_reading(store, reading(meeting(), neighbour), page(), run=run(2))
    # A stance of another side stands in the sentence now: it is not what was judged.
    [orphan] = find_orphans(store)
    assert orphan.judgement == said
    assert (orphan.attachments[0].claim_id, orphan.attachments[0].reason) == (claim_id, "no such stance is read there now")
    without = LETTERS.replace(STANCE, "")
    save_reading(store, reading(meeting(letters=without), letters=without), page(without), run=run(3))
    assert find_orphans(store)[0].attachments[0].reason == "its words are gone"
    save_reading(store, reading(meeting(), stance()), page(), run=run(4))
    assert find_orphans(store) == ()


def test_odd_judgements_are_refused(store: Store) -> None:
    first = save_reading(store, reading(meeting(), meeting(CALL, "وبحث"), actor()), page(), run=run(1))
    target = target_of(store, first.gained[0])
    with pytest.raises(StoreError, match="Give 2"):
        add_judgement(store, judgement(target, verdict="same"))
    with pytest.raises(StoreError, match="Name a claim for each"):
        add_judgement(store, judgement(target), claim_ids=list(first.gained))
    with pytest.raises(StoreError, match="needs a value"):
        add_judgement(store, judgement(target, verdict="should_be"))
    with pytest.raises(StoreError, match="never held"):
        add_judgement(store, judgement(replace(target, text="0" * 64)))
    with pytest.raises(StoreError, match="no claim 'c-x'"):
        target_of(store, "c-x")
    assert find_judgements(store) == ()
