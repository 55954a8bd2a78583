"""What is quoted of a text: whole sentences where they are short, 25 words where they are not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mahdar.export.quotation import MOST_WORDS, quote
from mahdar.records.value import Span


def test_a_short_sentence_is_quoted_whole_and_alone() -> None:
    letters = "عقد اجتماع أول. التقى الوزيران في مسقط يوم الأحد. ثم غادرا."
    start = letters.index("مسقط")
    words = quote(letters, Span(start=start, end=start + 4))
    assert str(words) == "التقى الوزيران في مسقط يوم الأحد."
    assert words.exact == "مسقط"


def test_a_long_sentence_is_cut_around_the_evidence() -> None:
    letters = " ".join(f"كلمة{number}" for number in range(60))
    start = letters.index("كلمة30")
    words = quote(letters, Span(start=start, end=start + 6))
    assert words.count() == MOST_WORDS
    assert words.before.startswith("…")
    assert words.after.endswith("…")


@given(st.text(alphabet="اب ج.\n؟", max_size=400), st.integers(0, 400), st.integers(1, 200))
def test_never_more_than_25_words(letters: str, start: int, length: int) -> None:
    span = Span(start=min(start, len(letters)), end=min(start + length, len(letters)))
    assert quote(letters, span).count() <= MOST_WORDS
