"""What the pages tell to run and to read is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from quality.material import ROOT
from quality.pages import commands

from mahdar.cli import main
from mahdar.records.claim import Claim
from mahdar.records.value import Reason

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
COMMANDS = {" ".join(words) for words, _ in commands(main)}
MADE = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_and_links_of_a_page_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    told = re.findall(r"(?:^|`)(mahdar|make) ([a-z-]+)(?: ([a-z]+))?", text, re.MULTILINE)
    for program, verb, noun in told:
        known = MADE if program == "make" else COMMANDS | {"--help", "--version"}
        assert verb in known or f"{verb} {noun}" in known, f"{program} {verb} {noun}"
    for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (page.parent / link).exists(), link
    for path in re.findall(r"`((?:src/mahdar|tests|sample|quality)/[\w./-]+)`", text):
        assert (ROOT / path).exists() or "STAGE" in path, path


def test_the_codebook_tells_every_claim_field_and_reason() -> None:
    text = (ROOT / "docs" / "codebook.md").read_text("utf-8")
    for kind in get_args(Claim):
        name = kind.__name__.removesuffix("Claim").lower()
        section = text.partition(f"### {name}\n")[2].partition("\n### ")[0].partition("\n## ")[0]
        fields = set(kind.__dataclass_fields__) - {"anchor", "kind"}
        assert {field for field in fields if f"`{field}`" not in section} == set(), name
    assert all(f"| `{reason}` |" in text for reason in get_args(Reason))
