"""Figures are numbers, words are not."""

from hypothesis import given
from hypothesis import strategies as st

from mahdar.arabic.numerals import figures


@given(st.integers(0, 9999))
def test_figures_of_a_number(number: int) -> None:
    assert figures(str(number), 4) == number


@given(st.text(alphabet=st.characters(blacklist_characters="0123456789"), min_size=1))
def test_no_figures_in_words(word: str) -> None:
    assert figures(word, 9) is None
