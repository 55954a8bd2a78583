"""Is `data/` as its READMEs say?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mahdar.errors import DataError
from mahdar.language.check_entries import check_entries
from mahdar.language.check_finding import Finding
from mahdar.language.check_letters import check_letters, mended
from mahdar.language.check_links import check_links
from mahdar.language.check_rules import check_rules
from mahdar.language.check_tables import check_tables, sorted_table
from mahdar.language.check_tenures import check_tenures

UPSTREAM = "upstream/"
"""The layer of outside sources, which is left as it came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found, and how many files were mended."""

    findings: tuple[Finding, ...]
    mended: tuple[str, ...]
    files: int


def check_data(root: Path, *, fix: bool = False) -> Checked:
    """Return what is wrong with the files below `root`; with `fix`, after mending what needs no judgement."""
    files = data_files(root)
    changed = mend_data(root) if fix else ()
    findings = [finding for name in files for finding in check_file(root / name, name)]
    if not any(finding.is_shape for finding in findings):
        findings += [*check_links(root), *check_tenures(root), *check_rules(root)]
    return Checked(findings=tuple(findings), mended=changed, files=len(files))


def mend_data(root: Path) -> tuple[str, ...]:
    """Mend what needs no judgement in the files below `root`; return the paths of those that were not in order."""
    return tuple(name for name in data_files(root) if fix_file(root / name, name))


def data_files(root: Path) -> tuple[str, ...]:
    """Return the paths of all tables and entries below `root`, in order."""
    found = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.suffix in {".tsv", ".yaml"})
    return tuple(sorted(found))


def check_file(path: Path, name: str) -> Iterator[Finding]:
    """Give what is wrong with one file by itself; `name` is its path below `data/`."""
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as wrong:
        yield Finding(at=name, what=f"byte {wrong.start} is no UTF-8", remedy="Save the file as UTF-8.", is_shape=True)
        return
    yield from check_letters(name, text)
    try:
        if path.suffix == ".tsv":
            yield from check_tables(name, text, in_order=not name.startswith(UPSTREAM))
        else:
            yield from check_entries(path, name, text)
    except DataError as wrong:
        yield Finding(at=name, what=str(wrong), remedy="Mend it first: the checks of its content wait for it.", is_shape=True)


def fix_file(path: Path, name: str) -> bool:
    """Mend what needs no judgement in one file; return whether anything did."""
    if name.startswith(UPSTREAM):
        return False
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    better = mended(name, text)
    if path.suffix == ".tsv":
        better = sorted_table(name, better)
    if better == text:
        return False
    path.write_bytes(better.encode("utf-8", "surrogateescape"))
    return True
