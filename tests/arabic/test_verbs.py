"""Which forms does a verb take?"""

from __future__ import annotations

import pytest

from mahdar.arabic.verbs import past_forms, present_forms

PAST = [
    ("التقي", "3fs", "التقت"),
    ("التقي", "3md", "التقيا"),
    ("اجتمع", "3mp", "اجتمعوا"),
    ("دعا", "3fs", "دعت"),
    ("ارجا", "3fs", "ارجات"),  # «أرجأت»: the hamza was folded away
    ("هنا", "3fs", "هنات"),
    ("لن يدخر جهدا", "3fs", "لن تدخر جهدا"),
    ("لم يقبل", "3mp", "لم يقبلوا"),
]
PRESENT = [
    ("يلتقي", "3fs", "تلتقي"),
    ("يلتقي", "f3ms", "سيلتقي"),
    ("ينشي", "3mp", "ينشيون"),
    ("لا يمانع", "3fs", "لا تمانع"),
    ("سيستهدف", "f3fs", "ستستهدف"),
]


@pytest.mark.parametrize(("base", "person", "form"), PAST)
def test_past(base: str, person: str, form: str) -> None:
    assert past_forms(base)[form] == person


@pytest.mark.parametrize(("base", "person", "form"), PRESENT)
def test_present(base: str, person: str, form: str) -> None:
    assert present_forms(base)[form] == person


def test_a_future_has_no_present() -> None:
    assert set(present_forms("سيستهدف").values()) == {
        person for person in present_forms("سيستهدف").values() if person.startswith("f")
    }
    assert "يستهدف" not in present_forms("سيستهدف")
