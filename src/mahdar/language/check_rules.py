"""Do the words of each entry occur in its examples, and not in its near misses?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from mahdar.arabic.letters import key
from mahdar.language.check_finding import Finding
from mahdar.language.gapped import Gapped, build_gapped, find_gapped
from mahdar.language.language import Language, build_language
from mahdar.language.load import read_entries
from mahdar.language.patterns import Entry, Trie, find
from mahdar.records.annotated import Hit

READ_ON = frozenset(
    [
        "meet",
        "say",
        "event",
        "stance",
        "agree",
        "role",
        "speech",
        "clause",
        "speaker",
        "document",
        "formula",
        "position",
        "acting",
        "date",
        "datepart",
        "notdate",
        "name",
        "initiative",
        "capacity",
        "timing",
    ]
)
"""Kinds of entries whose words are weighed in their sentence: a near miss may hold them, as long as no claim comes of it."""
_TOKEN = re.compile(r"(?P<w>[^\W\d_]+)|(?P<n>\d+)|(?P<b>\n)|(?P<p>[^\s\w])")


def check_rules(root: Path, language: Language | None = None) -> Iterator[Finding]:
    """Give examples in which their own entry is not found, and near misses in which it is."""
    compiled = language or build_language(root, "check")
    apart = build_gapped(compiled.senses.values(), compiled.folding)
    kinds = entry_kinds(compiled.trie)
    for row in read_entries(root, "**/*.yaml"):
        name = row.text("id")
        for case in row.entries("examples") if name in kinds else ():
            words, signs = tokens_of(case.text("text"), compiled.folding)
            together = {hit.entry for hit in find(compiled.trie, words, signs)}
            if name not in together and name not in _found_apart(apart, words):
                what = f"{name} is not found in its own example «{case.text('text')}»"
                yield Finding(at=row.at, what=what, remedy="Add the word that stands there, or mend the example.")
        for case in row.entries("near_misses") if name in kinds and not kinds[name] & READ_ON else ():
            if _stands_free(name, case.text("text"), compiled):
                what = f"{name} is found in its near miss «{case.text('text')}»"
                yield Finding(at=row.at, what=what, remedy="Drop the word that is too wide, or mend the near miss.")


def entry_kinds(trie: Trie) -> dict[str, set[str]]:
    """Return the ids of all entries of a trie, each with the kinds under which it is entered."""
    kinds: dict[str, set[str]] = {}
    for entry in _entries(trie):
        kinds.setdefault(entry.id, set()).add(entry.kind)
    return kinds


def tokens_of(text: str, table: Mapping[int, str]) -> tuple[list[str], str]:
    """Return the folded words of a text, and the kind of each in one letter.

    >>> tokens_of("Abc, 12", {})
    (['abc', ',', '12'], 'wpn')
    """
    matches = list(_TOKEN.finditer(key(text, table)))
    return [match.group() for match in matches], "".join(match.lastgroup or "p" for match in matches)


def _found_apart(gapped: Gapped, words: list[str]) -> set[str]:
    """Return the entries of which the words stand apart."""
    return {one.hit.entry for place in range(len(words)) for one in find_gapped(gapped, words, place, len(words))}


def _stands_free(name: str, text: str, language: Language) -> bool:
    """Return True where an entry is found and no longer one covers it: «Council of Ministers» is not «the ministers»."""
    words, signs = tokens_of(text, language.folding)
    hits = find(language.trie, words, signs)
    own = [hit for hit in hits if hit.entry == name]
    return any(not any(_covers(other, hit) for other in hits) for hit in own)


def _covers(other: Hit, hit: Hit) -> bool:
    return other.first <= hit.first and hit.last <= other.last and other.last - other.first > hit.last - hit.first


def _entries(trie: Trie) -> Iterable[Entry]:
    waiting: list[Trie] = [trie]
    while waiting:
        for branch in waiting.pop().values():
            if isinstance(branch, dict):
                waiting.append(branch)
            else:
                yield from branch
