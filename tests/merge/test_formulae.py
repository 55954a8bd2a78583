"""Which wordings recur in what is said on different days?"""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tables import table

from mahdar.language.language import Language
from mahdar.merge.formulae import Formula, Spoken, find_formulae


def spoken(number: int, said: dict[str, Any]) -> Spoken:
    """Return what a line of a case tells: `day SIDE+SIDE: words`."""
    head, _, letters = said["words"].partition(": ")
    day, _, sides = head.partition(" ")
    return Spoken(
        claim_id=f"c-{number}",
        article_id=f"a-{number}",
        letters=letters,
        start=100 * number,
        sides=tuple(sides.split("+")),
        speaker=None,
        day=None if day == "undated" else day,
    )


def told(formula: Formula) -> str:
    """Return a formula as a case writes it: `first..last SIDE SIDE, silent N: words`."""
    days = [use.spoken.day for use in formula.uses if use.spoken.day]
    return f"{days[0]}..{days[-1]} {' '.join(formula.sides())}, silent {formula.silent}: {formula.words}"


@pytest.mark.parametrize("case", table("merge/formulae.yaml"))
def test_formulae(case: dict[str, Any], language: Language) -> None:
    said = [spoken(number, {"words": words}) for number, words in enumerate(case["said"])]
    found = find_formulae(said, language, least=int(case.get("least", "2")))
    assert [told(formula) for formula in found] == case.get("formulae", [])
    assert all(_holds(said, formula) for formula in found)


def _holds(said: Iterable[Spoken], formula: Formula) -> bool:
    """Return True where each use stands inside the words of its saying."""
    ends = {one.claim_id: one.start + len(one.letters) for one in said}
    return all(use.spoken.start <= use.span.start < use.span.end <= ends[use.spoken.claim_id] for use in formula.uses)


WORDS = ["احترام", "سيادة", "الدول", "ورفض", "التدخل", "في", "شؤونها", "الداخلية", "إلى", "وقف", "التصعيد", "فورا"]


@given(st.lists(st.tuples(st.integers(1, 9), st.lists(st.sampled_from(WORDS), min_size=3, max_size=9)), max_size=6))
def test_order_and_doubles_change_nothing(language: Language, drawn: list[tuple[int, list[str]]]) -> None:
    said = [
        spoken(number, {"words": f"2024-05-0{day} {'EGY' if day % 2 else 'JOR'}: {' '.join(words)}"})
        for number, (day, words) in enumerate(drawn)
    ]
    once = find_formulae(said, language, least=2)
    assert find_formulae(said[::-1], language, least=2) == once
    assert all(formula.occasions >= 2 and formula.days() > 1 for formula in once)
