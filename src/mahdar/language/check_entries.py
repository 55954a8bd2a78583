"""Is a file of entries in shape: its keys, its ids, its examples, one word a line?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mahdar.language.check_finding import Finding
from mahdar.language.load import Row, read_file

NEEDED = ("means", "examples", "near_misses", "seen")
LISTS = ("codebook/", "naming/", "outlets/outlets.yaml")
"""Files that list what there is and hold no rules: their entries have an id, and nothing to fire."""
_ID = re.compile(r"[a-z0-9]+([._:-][a-z0-9]+)*")
_INLINE = re.compile(r"\s*(- )?([\w.-]+: )?[\[{].*[\u0621-\u064A]")


def check_entries(path: Path, name: str, text: str) -> Iterator[Finding]:
    """Give what is wrong with the entries of a YAML file."""
    rows = read_file(path.parent, path)
    folder = name.removesuffix(path.name)
    seen: dict[str, str] = {}
    for row in rows:
        at = folder + row.at
        yield from _check_id(row, at, seen)
        if not name.startswith(LISTS):
            yield from _check_needed(row, at)
    for number, line in enumerate(text.split("\n"), 1):
        if _INLINE.match(line):
            what = "a list in one line scrambles Arabic in editors that write from the left"
            yield Finding(at=f"{name}:{number}", what=what, remedy="Put each word on a line of its own.")


def _check_id(row: Row, at: str, seen: dict[str, str]) -> Iterator[Finding]:
    name = row.text("id")
    if not _ID.fullmatch(name):
        remedy = "An id is short, lower-case ASCII, its parts joined by dots: `meet.iltaqa`."
        yield Finding(at=at, what=f"{name!r} is no id", remedy=remedy)
    if seen.setdefault(name, at) != at:
        yield Finding(at=at, what=f"the id {name!r} stands at {seen[name]} already", remedy="Give each entry its own.")


def _check_needed(row: Row, at: str) -> Iterator[Finding]:
    """Give the keys that every rule has and this one lacks, and tests without words."""
    name = row.text("id")
    for key in NEEDED:
        if not row.cells.get(key):
            yield Finding(at=at, what=f"{name} has no `{key}`", remedy="See the README of the folder for an entry in full.")
    for key in ("examples", "near_misses"):
        for case in row.entries(key):
            if not case.text("text").strip():
                yield Finding(at=at, what=f"a case under `{key}` of {name} has no `text`", remedy="Write a sentence of our own.")
            elif key == "near_misses" and not case.text("why").strip():
                yield Finding(at=at, what=f"a near miss of {name} does not tell why", remedy="Add `why:` in a few words.")
