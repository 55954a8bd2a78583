"""Which dictionary words may a written word be?"""

from pathlib import Path

import pytest
import yaml

from mahdar.arabic.clitics import splits
from mahdar.arabic.lemma import Lemmas, carried
from mahdar.arabic.letters import folding
from mahdar.language.cache import SHIPPED
from mahdar.language.load import read_entries

FILE = Path(__file__).parents[1] / "cases/arabic/lemmas.yaml"
CASES = [pytest.param(case, id=case["word"]) for case in yaml.load(FILE.read_text("utf-8"), Loader=yaml.BaseLoader)]


@pytest.fixture(scope="module")
def lemmas() -> Lemmas:
    rows = read_entries(SHIPPED, "arabic/letters.yaml")
    return Lemmas(folding({source: row.text("to") for row in rows for source in row.words("from")}))


@pytest.mark.parametrize("case", CASES)
def test_lemmas(case: dict[str, str | list[str]], lemmas: Lemmas) -> None:
    wanted = case["lemma"]
    assert lemmas.of(str(case["word"])) == (tuple(wanted) if isinstance(wanted, list) else (wanted,))


def test_odd_words_have_lemmas(lemmas: Lemmas) -> None:
    for word in ("", "x", "ل", "ال", "لل", "وال", "ها", "سي", "ء" * 300, "ا" * 300, "ﷺ", "é", "ـــ"):
        assert all(isinstance(lemma, str) for lemma in lemmas.of(word))


def test_carried_words_shed_their_particles() -> None:
    for word in ("وزير", "الوزير"):
        assert all(word in {rest for _, rest in splits(form)} for form in carried(word))
