"""Which formulae, issues and loaded names stand in these letters?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mahdar.annotate.tokens import tokenize
from mahdar.export.wording import Said
from mahdar.language.furniture import load_letters
from mahdar.language.lexicon import Lexicon
from mahdar.language.load import Row, read_entries
from mahdar.language.patterns import Entry, Trie, find
from mahdar.records.value import Span

Kind = Literal["formula", "issue", "naming"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase of the data in a text: which kind, which entry, and where."""

    kind: str
    entry: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A loaded name and what it is called without taking sides; `since` and `until` tell when the neutral name holds."""

    id: str
    neutral: Said
    since: str
    until: str
    note: Said

    def holds(self, day: str | None) -> bool:
        """Tell whether the entry may hold on a day (ISO; None where it is not known)."""
        if day is None:
            return True
        begun = not self.since or day[: len(self.since)] >= self.since
        return begun and (self.until in {"", ".."} or day[: len(self.until)] <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The phrases of formulae, issues and loaded names in one trie, with the folding under which they are looked up."""

    folding: Mapping[int, str]
    trie: Trie
    naming: Mapping[str, Naming]


def load_phrases(root: Path) -> Phrases:
    """Return the phrases of a `data/` folder."""
    folding = load_letters(root)
    lexicon = Lexicon(folding)
    for row in read_entries(root, "diplomacy/formulae.yaml"):
        _enter(lexicon, row.words("words"), "formula", row.text("id"))
    for row in read_entries(root, "diplomacy/issues.yaml"):
        _enter(lexicon, row.words("strong"), "issue", row.text("issue"))
    entries = read_entries(root, "naming/naming.yaml")
    for row in entries:
        _enter(lexicon, row.words("words"), "naming", row.text("id"))
    return Phrases(folding=folding, trie=lexicon.trie, naming={row.text("id"): _naming(row) for row in entries})


def find_phrases(letters: str, phrases: Phrases) -> tuple[Phrase, ...]:
    """Return the phrases that stand in some letters, in order; of those of one kind that overlap the longest."""
    tokens = tokenize(letters, phrases.folding)
    found: list[Phrase] = []
    taken: dict[str, int] = {}
    hits = find(phrases.trie, tokens.words, tokens.kinds)
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if hit.first < taken.get(hit.kind, 0):
            continue
        taken[hit.kind] = hit.last
        start = tokens.starts[hit.first] + _shed(letters, hit.prefix, tokens.starts[hit.first])
        found.append(Phrase(kind=hit.kind, entry=hit.entry, span=Span(start=start, end=tokens.ends[hit.last - 1])))
    return tuple(found)


def _enter(lexicon: Lexicon, words: tuple[str, ...], kind: Kind, entry: str) -> None:
    for word in words:
        lexicon.enter(word, Entry(kind, entry, "word"))


def _shed(letters: str, prefix: str, start: int) -> int:
    """Return how many letters of a word are particles; the two lams of «for the» keep the article in one piece."""
    is_plain = letters[start : start + len(prefix)].lower() == prefix and not prefix.endswith(prefix[-1:] * 2)
    return len(prefix) if prefix and is_plain else 0


def _naming(row: Row) -> Naming:
    neutral, note = dict(row.pairs("neutral")), dict(row.pairs("note"))
    return Naming(
        id=row.text("id"),
        neutral=Said(ar=neutral["ar"], en=neutral["en"]),
        since=row.text("from"),
        until=row.text("until"),
        note=Said(ar=note["ar"], en=note["en"]),
    )
