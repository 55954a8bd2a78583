"""Which entries of the lexicon begin at this word?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from mahdar.arabic.clitics import CONJUNCTIONS, splits
from mahdar.arabic.letters import LAM
from mahdar.records.annotated import Hit

END = ""
GLUED = "+"
"""Marks a preposition of one letter that ends a phrase: it is the first letter of the next word of a text."""


CLOSED = frozenset({"function", "clause", "party"})
"""Kinds of closed-class words, onto which no preposition is written."""


class Entry(NamedTuple):
    """An entry of the lexicon: its kind (state, org, role, meet…), its id, the form that matched, and what else it says."""

    kind: str
    id: str
    form: str
    detail: tuple[str, ...] = ()


Trie: TypeAlias = "dict[str, Trie | tuple[Entry, ...]]"


def add(trie: Trie, words: Sequence[str], entry: Entry) -> None:
    """Enter folded words into the trie; the same entry under the same words is entered once."""
    node = trie
    for word in words:
        branch = node.setdefault(word, {})
        if isinstance(branch, tuple):
            raise TypeError("an empty word was entered into the trie")
        node = branch
    there = node.get(END, ())
    entries = there if isinstance(there, tuple) else ()
    if entry not in entries:
        node[END] = (*entries, entry)


def find(trie: Trie, words: Sequence[str], kinds: str) -> list[Hit]:
    """Return, for each place and kind, the longest matches that begin there; the first word may carry particles.

    `words` are folded tokens and `kinds` their kinds, one letter each; a match never crosses a line break.
    """
    found: list[Hit] = []
    known: dict[str, tuple[tuple[str, Trie], ...]] = {}
    for place, word in enumerate(words):
        if kinds[place] not in "wn":
            continue
        starts = known.get(word)
        if starts is None:
            starts = known[word] = _starts(trie, word)
        if starts:
            _follow(words, place, starts, found)
    return found


def _starts(trie: Trie, word: str) -> tuple[tuple[str, Trie], ...]:
    """Return the branches of the trie that a word opens, with the prefix that it sheds for each."""
    pairs = []
    for prefix, rest in splits(word):
        branch = trie.get(rest)
        if isinstance(branch, dict):
            pairs.append((prefix, branch))
    return tuple(pairs)


def _follow(words: Sequence[str], place: int, starts: tuple[tuple[str, Trie], ...], found: list[Hit]) -> None:
    """Append the longest match of each kind that begins at `place`; of equal ones that with the shorter prefix."""
    best: dict[str, list[Hit]] = {}
    for prefix, branch in starts:
        node, last = branch, place + 1
        while True:
            _enter(best, node.get(END), (place, last, prefix))
            if last >= len(words) or not words[last]:
                break
            glued = node.get(GLUED + words[last][0])
            if isinstance(glued, dict):
                _enter(best, glued.get(END), (place, last, prefix))
            deeper = node.get(words[last])
            if not isinstance(deeper, dict):
                break
            node, last = deeper, last + 1
    for matches in best.values():
        found.extend(matches)


def _enter(best: dict[str, list[Hit]], entries: object, at: tuple[int, int, str]) -> None:
    """Keep the entries of a leaf that may stand after the prefix."""
    if isinstance(entries, tuple):
        for entry in entries:
            if not at[2] or _may_carry(entry, at[2]):
                _keep(best, Hit(*at, *entry))


def _may_carry(entry: Entry, prefix: str) -> bool:
    """Return True where the form may follow a particle: closed words and verbs take conjunctions, a present verb also lam."""
    last = prefix[-1]
    if entry.kind in CLOSED:
        return last in CONJUNCTIONS
    if entry.form not in {"past", "present", "passive"}:
        return True
    return last in CONJUNCTIONS or (entry.form == "present" and prefix in {LAM, CONJUNCTIONS[0] + LAM})


def _keep(best: dict[str, list[Hit]], match: Hit) -> None:
    """Keep a match if none of its kind is longer, or as long with a shorter prefix."""
    rivals = best.setdefault(match.kind, [])
    if not rivals:
        rivals.append(match)
        return
    rank, other = (match.last, -len(match.prefix)), (rivals[0].last, -len(rivals[0].prefix))
    if rank > other:
        rivals[:] = [match]
    elif rank == other:
        rivals.append(match)
