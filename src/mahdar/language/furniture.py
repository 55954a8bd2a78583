"""Which phrases mark a line of a page as furniture?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from mahdar.arabic.letters import bare, fold, folding
from mahdar.errors import DataError
from mahdar.language.load import Row, read_entries

KEYS = frozenset(["id", "means", "where", "position", "takes", "max_words", "words", "examples", "near_misses", "seen"])
WHERE = ("line", "start", "end", "contains", "tail", "name", "class")
POSITION = ("any", "head", "foot", "edge", "below")
TAKES = ("line", "next", "headlines", "rest")
MAX_WORDS = 25
NUMBER, CREDIT = "{number}", "{credit}"
TOKEN = re.compile(r"[^\W_]+|[:|©+]|\{number\}|\{credit\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureRule:
    """One entry of `arabic/furniture.yaml`: where its phrases stand, in which part of the page, and what else goes with them."""

    id: str
    where: str
    position: str
    takes: str
    max_words: int


class Phrase(NamedTuple):
    """The folded words of a phrase, and its rule."""

    tokens: tuple[str, ...]
    rule: FurnitureRule


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureRules:
    """All phrases, each found by its first word (`ends` by its last), and the folding under which they are looked up."""

    letters: Mapping[int, str]
    starts: Mapping[str, tuple[Phrase, ...]]
    ends: Mapping[str, tuple[Phrase, ...]]
    inside: Mapping[str, tuple[Phrase, ...]]
    tails: Mapping[str, tuple[Phrase, ...]]
    names: Mapping[str, tuple[Phrase, ...]]
    """Words with which names of outlets begin."""
    classes: Mapping[str, str]
    """Words of class names and ids in HTML, each with its rule."""

    def tokens(self, line: str) -> tuple[str, ...]:
        """Return the folded words of a line, with colons, bars and signs of copyright."""
        return tokens_of(line, self.letters)


def tokens_of(line: str, letters: Mapping[int, str]) -> tuple[str, ...]:
    """Return the folded words of a line or phrase, with colons, bars and signs of copyright.

    >>> tokens_of("(A.b): c", {})
    ('a', 'b', ':', 'c')
    """
    return tuple(TOKEN.findall(bare(fold(line, letters)).lower()))


def fits(pattern: tuple[str, ...], tokens: tuple[str, ...], at: int) -> bool:
    """Return whether a phrase stands in a line at word `at`; `{number}` stands for any number.

    >>> fits(("{number}", "b"), ("a", "7", "b"), 1)
    True
    """
    if at < 0 or at + len(pattern) > len(tokens):
        return False
    return all(word == token or (word == NUMBER and token.isdigit()) for word, token in zip(pattern, tokens[at:], strict=False))


def load_rules(root: Path, credits_: Iterable[tuple[str, ...]] = ()) -> FurnitureRules:
    """Return the rules of `arabic/furniture.yaml` below `root`; `credits_` are the folded names that `{credit}` stands for."""
    letters = load_letters(root)
    names = tuple(credits_)
    found: dict[str, dict[str, list[Phrase]]] = {"start": {}, "end": {}, "contains": {}, "tail": {}, "name": {}}
    classes: dict[str, str] = {}
    for row in read_entries(root, "arabic/furniture.yaml"):
        rule = _rule(row)
        if rule.where == "class":
            classes.update(dict.fromkeys(row.words("words"), rule.id))
            continue
        index = found["start" if rule.where == "line" else rule.where]
        for words in row.words("words"):
            for tokens in _expanded(tokens_of(words, letters), names):
                first = tokens[-1] if rule.where == "end" else tokens[0]
                index.setdefault(first, []).append(Phrase(tokens, rule))
    frozen = {name: {first: tuple(phrases) for first, phrases in index.items()} for name, index in found.items()}
    return FurnitureRules(
        letters=letters,
        starts=frozen["start"],
        ends=frozen["end"],
        inside=frozen["contains"],
        tails=frozen["tail"],
        names=frozen["name"],
        classes=classes,
    )


def load_letters(root: Path) -> dict[int, str]:
    """Return the folding of `arabic/letters.yaml`."""
    rows = read_entries(root, "arabic/letters.yaml")
    return folding({source: row.text("to") for row in rows for source in row.words("from")})


def _rule(row: Row) -> FurnitureRule:
    """Return an entry as a rule, or raise DataError where a key or its value is not known."""
    unknown = sorted(set(row.cells) - KEYS)
    if unknown:
        raise DataError(f"data/{row.at}: the key `{unknown[0]}` is not known. Write one of: {', '.join(sorted(KEYS))}.")
    limit = row.text("max_words") or str(MAX_WORDS)
    if not limit.isdecimal():
        raise DataError(f"data/{row.at}: `max_words: {limit}` is no number. Write digits.")
    return FurnitureRule(
        id=row.text("id"),
        where=_one_of(row, "where", WHERE),
        position=_one_of(row, "position", POSITION),
        takes=_one_of(row, "takes", TAKES),
        max_words=int(limit),
    )


def _one_of(row: Row, name: str, known: tuple[str, ...]) -> str:
    """Return the value of a key that knows few values; the first is meant where the key is left out."""
    value = row.text(name) or known[0]
    if value not in known:
        raise DataError(f"data/{row.at}: `{name}: {value}` is not known. Write one of: {', '.join(known)}.")
    return value


def _expanded(tokens: tuple[str, ...], names: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    """Return a phrase once for every name that its slot `{credit}` stands for, or as it is."""
    if CREDIT not in tokens:
        return [tokens] if tokens else []
    at = tokens.index(CREDIT)
    return [(*tokens[:at], *name, *tokens[at + 1 :]) for name in names]
