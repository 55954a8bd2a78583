"""A span is found again where its words went, or nowhere."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.made import LETTERS, MEETING, STANCE

from mahdar.errors import StoreError
from mahdar.records.value import Span
from mahdar.store.align import align, carry
from mahdar.store.anchors import anchor, fits, relocate

LINES = st.lists(st.sampled_from(["التقى الوزير", "نظيره في الرياض", "وأكدا عمق العلاقات", "أمس", ""]), max_size=8).map("\n".join)


def span_of(words: str, letters: str = LETTERS) -> Span:
    start = letters.index(words)
    return Span(start=start, end=start + len(words))


@given(LINES, LINES)
def test_blocks_hold_the_same_letters_in_order(old: str, new: str) -> None:
    blocks = align(old, new)
    for block in blocks:
        assert old[block.old : block.old + block.length] == new[block.new : block.new + block.length] != ""
    places = [(block.old, block.new) for block in blocks]
    assert places == sorted(places) and all(a.old + a.length <= b.old for a, b in pairwise(blocks))


@given(st.integers(0, len(LETTERS) - 1), st.integers(1, 60))
def test_a_span_is_carried_past_words_that_were_put_before_it(start: int, length: int) -> None:
    span = Span(start=start, end=min(start + length, len(LETTERS)))
    assert carry(align(LETTERS, f"عاجل {LETTERS}"), span) == Span(start=span.start + 5, end=span.end + 5)


def test_a_span_whose_words_were_taken_out_is_nowhere() -> None:
    blocks = align(LETTERS, LETTERS.replace(STANCE, "حذف"))
    assert carry(blocks, span_of(STANCE)) is None
    assert carry(blocks, span_of(MEETING)) == span_of(MEETING)


def test_a_mended_letter_keeps_the_span() -> None:
    newer = LETTERS.replace("شكري", "شكرى")
    moved = carry(align(LETTERS, newer), span_of(MEETING))
    assert moved is not None and newer[moved.start : moved.end] == MEETING.replace("شكري", "شكرى")


def test_long_texts_are_aligned_quickly() -> None:
    """A text ten times as long as a long article, where each line changed, and one without any lines."""
    for many, joint in ((400, "\n"), (5000, "\n"), (400, " "), (5000, " ")):
        old = joint.join(f"سطر رقم {number} من نص طويل عن لقاء في القاهرة" for number in range(many))
        start = time.perf_counter()
        align(old, old.replace("القاهرة", "الرياض"))
        assert time.perf_counter() - start < 5


def test_the_selector_of_a_span() -> None:
    selector = anchor(LETTERS, span_of(STANCE))
    assert selector.exact == STANCE
    assert LETTERS[span_of(STANCE).start - 32 : span_of(STANCE).start] == selector.prefix
    assert fits(selector, LETTERS, span_of(STANCE)) and not fits(selector, LETTERS, span_of(MEETING))
    for span in (Span(start=0, end=9999), Span(start=5, end=5), Span(start=-1, end=3)):
        with pytest.raises(StoreError, match="not in its text"):
            anchor(LETTERS, span)


def test_the_same_word_is_told_apart_by_its_neighbours() -> None:
    second = LETTERS.index("القاهرة،")
    selector = anchor(LETTERS, Span(start=second, end=second + 7))
    newer = "القاهرة\n" + LETTERS
    assert relocate(selector, newer) == Span(start=second + 8, end=second + 15)
    assert relocate(selector, "زار الوزير القاهرة ثم عاد إلى القاهرة") is None
    assert relocate(selector, "لا شيء") is None


def test_words_that_changed_a_little_are_found() -> None:
    newer = "قبل ذلك\n" + LETTERS.replace("سامح شكري", "سامح  شكري").replace("المصري", "المصرى")
    found = relocate(anchor(LETTERS, span_of(MEETING)), newer)
    assert (
        found is not None
        and newer[found.start : found.end].startswith("التقى وزير")
        and newer[found.start : found.end].endswith("القاهرة")
    )


@given(st.data())
def test_a_quote_that_is_found_holds_the_same_words(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(LETTERS) - 2))
    end = data.draw(st.integers(start + 1, len(LETTERS)))
    found = relocate(anchor(LETTERS, Span(start=start, end=end)), LETTERS)
    assert found is None or LETTERS[found.start : found.end] == LETTERS[start:end]
    assert found is not None or end - start < 24
