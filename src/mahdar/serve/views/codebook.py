"""What does each code of the record mean?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mahdar.export.wording import Said, Wording
from mahdar.language.load import read_entries

PARTS = ("certainty", "reason", "standing", "status", "form", "format", "level", "stance", "mode", "basis", "manner")
"""The labels that are codes, in the order of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code, what it is called, and what it means where the data say so."""

    code: str
    said: Said
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """All codes of one field."""

    name: str
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """The codes by field: those of the pages, the issues, and the types of events."""

    parts: tuple[Part, ...]


def codebook_of(wording: Wording, root: Path) -> Codebook:
    """Return the codebook of a `data/` folder."""
    parts = [Part(name=name, codes=_labels(wording, name)) for name in PARTS]
    issues = read_entries(root, "codebook/issues.yaml")
    events = read_entries(root, "codebook/plover.yaml")
    issue = [Code(code=row.text("issue"), said=wording.issues[row.text("issue")], means=row.text("means")) for row in issues]
    event = [Code(code=row.text("type"), said=wording.events[row.text("type")], means=row.text("means")) for row in events]
    return Codebook(parts=(*parts, Part(name="issue", codes=tuple(issue)), Part(name="event", codes=tuple(event))))


def _labels(wording: Wording, name: str) -> tuple[Code, ...]:
    prefix = f"{name}."
    return tuple(
        Code(code=label.removeprefix(prefix), said=said, means="")
        for label, said in wording.labels.items()
        if label.startswith(prefix)
    )
