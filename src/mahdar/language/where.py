"""Which entries does a word match, who says so, and which does the reader take?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mahdar.arabic.letters import key
from mahdar.language.check import UPSTREAM, data_files
from mahdar.language.check_rules import tokens_of
from mahdar.language.language import Language
from mahdar.language.load import OWN, Row, read_file, read_table
from mahdar.language.patterns import find
from mahdar.records.annotated import Hit

IDS = ("id", "code", "person", "kind")
"""The columns that may hold the id of an entry, the likeliest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An entry that a run of the words matches; `wins` where the reader takes it, `at` the line that it stands on."""

    words: str
    kind: str
    entry: str
    form: str
    prefix: str
    layer: str
    at: str
    wins: bool


def find_word(phrase: str, root: Path, language: Language) -> tuple[Found, ...]:
    """Return all entries that some words match, those that the reader takes first.

    Of entries of one kind that begin at one word, it takes the longest, then that with the shorter particle.
    """
    words, kinds = tokens_of(phrase, language.folding)
    taken = set(find(language.trie, words, kinds))
    seen: dict[Hit, None] = dict.fromkeys(sorted(taken))
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            for hit in find(language.trie, words[first:last], kinds[first:last]):
                seen.setdefault(hit._replace(first=hit.first + first, last=hit.last + first))
    rows = _rows_by_id(root, {hit.entry for hit in seen})
    found = [_found(hit, words, hit in taken, rows, language.folding) for hit in seen]
    return tuple(
        sorted([*found, *_name_units(words, root, language)], key=lambda one: (not one.wins, one.words, one.kind, one.entry))
    )


def _found(hit: Hit, words: list[str], wins: bool, rows: Mapping[str, list[Row]], table: Mapping[int, str]) -> Found:
    written = " ".join(words[hit.first : hit.last])
    at = _line(rows.get(hit.entry, []), written.removeprefix(hit.prefix), table)
    layer = "upstream" if at.startswith(UPSTREAM) else "yours" if OWN in at else "ours"
    return Found(words=written, kind=hit.kind, entry=hit.entry, form=hit.form, prefix=hit.prefix, layer=layer, at=at, wins=wins)


def _line(rows: list[Row], written: str, table: Mapping[int, str]) -> str:
    """Return the line that writes the words so, else the first of the entry: its forms are made from that one."""
    exact = (row.at for row in rows if key(row.text("arabic"), table) == written)
    return next(exact, rows[0].at if rows else "")


def _rows_by_id(root: Path, ids: set[str]) -> dict[str, list[Row]]:
    """Return the rows that speak of some ids; the user's go first, and rows with Arabic words before those without."""
    held: dict[str, list[Row]] = {}
    for row in _all_rows(root):
        name = next((str(row.cells[column]) for column in IDS if row.cells.get(column)), "")
        if name in ids:
            held.setdefault(name, []).append(row)
    return {
        name: sorted(rows, key=lambda row: (not row.is_own, "arabic" in row.cells and not row.text("arabic")))
        for name, rows in held.items()
    }


def _all_rows(root: Path) -> Iterator[Row]:
    for name in data_files(root):
        yield from read_file(root, root / name)


def _name_units(words: list[str], root: Path, language: Language) -> Iterator[Found]:
    """Give the words that the upstream layer knows as parts of names."""
    known = {word for word in words if word in language.name_units}
    if not known:
        return
    for row in read_table(root, f"{UPSTREAM}name_units.tsv"):
        word = key(row.text("arabic"), language.folding)
        if word in known:
            given, family = language.name_units[word]
            entry = f"{given} given, {family} family"
            yield Found(words=word, kind="name unit", entry=entry, form="name", prefix="", layer="upstream", at=row.at, wins=True)
