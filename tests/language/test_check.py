"""`mahdar data check` finds each kind of fault, tells where, and mends what needs no judgement."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mahdar.batch.rules import check_claims
from mahdar.language.cache import SHIPPED
from mahdar.language.check import check_data, check_file, data_files, fix_file
from mahdar.language.check_links import check_links
from mahdar.language.check_rules import check_rules
from mahdar.language.check_tenures import check_tenures
from mahdar.language.language import Language
from mahdar.language.load import read_entries

Spoil = Callable[[str, str, str], Path]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Return a function that changes one file of a copy of the data."""

    def change(name: str, old: str, new: str) -> Path:
        root = Path(shutil.copytree(SHIPPED, tmp_path / "data"))
        text = (root / name).read_text("utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new, 1), "utf-8")
        return root

    return change


def found(root: Path, name: str) -> list[str]:
    """Return what is wrong with one file, without compiling the data."""
    wrong = [*check_file(root / name, name)]
    if not any(one.is_shape for one in wrong):
        wrong += [one for one in (*check_links(root), *check_tenures(root)) if one.at.startswith(name)]
    return [str(one) for one in wrong]


def test_the_shipped_data_are_as_they_should_be() -> None:
    assert [str(one) for one in check_data(SHIPPED).findings] == []


def test_no_near_miss_makes_a_claim(language: Language) -> None:
    assert [str(one) for one in check_claims(SHIPPED, language)] == []


STATES, CITIES = "world/state_names.tsv", "world/cities.tsv"
SPOILT = [
    ("a tatweel", STATES, "\tمصر\n", "\tمصـر\n", "TATWEEL"),
    ("a vowel mark", STATES, "\tمصر\n", "\tمِصر\n", "KASRA"),
    ("a Persian yeh", STATES, "\tسوريا\n", "\tسوریا\n", "FARSI YEH (U+06CC); Arabic spells it with ARABIC LETTER YEH"),
    ("a presentation form", STATES, "\tمصر\n", "\tﻣصر\n", "presentation form"),
    ("a bidi sign", STATES, "\tمصر\n", "\t\u200fمصر\n", "RIGHT-TO-LEFT MARK"),
    ("a double space", STATES, "\tسوريا\n", "\tسوريا  الكبرى\n", "double space"),
    ("rows out of order", "world/orgs.tsv", "AAAID\t", "ZZZ\t", "stands after"),
]


@pytest.mark.parametrize(("what", "name", "old", "new", "told"), SPOILT, ids=[each[0] for each in SPOILT])
def test_faults_that_fix_mends(spoil: Spoil, what: str, name: str, old: str, new: str, told: str) -> None:
    root = spoil(name, old, new)
    [line] = [line for line in found(root, name) if told in line]
    assert line.startswith(f"data/{name}:") and line.endswith("--fix`.")
    assert fix_file(root / name, name)
    assert not [line for line in found(root, name) if told in line]


JUDGED = [
    ("a dead link", "world/people/tenures-a.tsv", "ae:abz\t", "ae:nobody\t", "'ae:nobody' is in no table"),
    ("a day that is none", "world/people/tenures-a.tsv", "\t2006-02\t", "\t2006-13\t", "'2006-13' is no day"),
    ("a cell too few", CITIES, "\tregion\t", "\t", "5 cells where the header has 6"),
    ("an id twice", "world/people/people-a.tsv", "ae:abz\tARE", "ae:abushahab\tARE", "stands at"),
    ("no reason", "arabic/locatives.yaml", "      why:", "      note:", "does not tell why"),
    ("no examples", "arabic/locatives.yaml", "  examples:", "  samples:", "has no `examples`"),
    ("a key twice", "arabic/locatives.yaml", "  means:", "  id: again\n  means:", "stands twice"),
    ("a list in one line", "arabic/sides.yaml", "  words:\n", "  others: [الجانبان, الطرفان]\n  words:\n", "in one line"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "name", "old", "new", "told"), JUDGED, ids=[each[0] for each in JUDGED])
def test_faults_that_need_a_person(spoil: Spoil, what: str, name: str, old: str, new: str, told: str) -> None:
    root = spoil(name, old, new)
    before = [line for line in found(root, name) if told in line]
    assert before, found(root, name)
    fix_file(root / name, name)
    assert len([line for line in found(root, name) if told in line]) == len(before)


def test_two_holders_of_one_post(spoil: Spoil) -> None:
    name = "world/people/tenures-a.tsv"
    root = spoil(
        name,
        "person\tpost\tfrom\tuntil\tdisputed\tsource\n",
        "person\tpost\tfrom\tuntil\tdisputed\tsource\nae:abushahab\tARE.foreign-minister\t2010\t2012\t\tpress\n",
    )
    assert [line for line in found(root, name) if "hold ARE.foreign-minister at the same time" in line]


def test_a_rule_whose_near_miss_fires(language: Language, tmp_path: Path) -> None:
    near = "  near_misses:\n    - text: وصل إلى القاهرة\n      why: none\n"
    (tmp_path / "one.yaml").write_text(f"- id: locative.preposition\n{near}", "utf-8")
    [finding] = check_rules(tmp_path, language)
    assert "found in its near miss" in finding.what


def test_an_example_without_its_word(language: Language, tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("- id: sides.two\n  examples:\n    - text: وصل الوفد\n", "utf-8")
    [finding] = check_rules(tmp_path, language)
    assert "not found in its own example" in finding.what


def test_a_near_miss_of_which_a_claim_comes(language: Language, tmp_path: Path) -> None:
    sentence = "التقى وزير الخارجية المصري سامح شكري نظيره السعودي فيصل بن فرحان في الرياض"
    near = f"- id: meet.iltaqa\n  near_misses:\n    - text: {sentence}\n      why: none\n"
    (tmp_path / "one.yaml").write_text(near, "utf-8")
    [finding] = check_claims(tmp_path, language)
    assert "meet.iltaqa makes a claim of its near miss" in finding.what


def test_every_file_is_checked() -> None:
    names = data_files(SHIPPED)
    assert len(names) > 60 and any(name.startswith("upstream/") for name in names)
    assert read_entries(SHIPPED, "arabic/letters.yaml")
