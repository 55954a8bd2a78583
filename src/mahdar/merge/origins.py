"""How many independent origins do the reports of a group have?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from mahdar.language.language import Language
from mahdar.merge.words import contained, plain_words, runs, words_of
from mahdar.records.claim import StatementClaim
from mahdar.records.group import Member
from mahdar.records.value import value_of

COPIED = 0.6
"""Share of the shorter text's runs of words that the other holds too, from which both are one text."""
RUN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Articles that go back to one text or one agency, in order of their ids, and what shows it."""

    articles: tuple[str, ...]
    why: tuple[str, ...]


def find_origins(members: Sequence[Member], letters: Mapping[str, str], language: Language) -> tuple[Origin, ...]:
    """Return the origins of some claims; an article whose letters are not given is one of its own.

    The runs are compared exactly: a group holds few articles, so that sketching them would only cost certainty.
    """
    texts = {member.article_id: member.claim.anchor.text for member in members}
    pieces = {
        article: runs(words_of(letters.get(text, ""), language.folding), RUN) if text in letters else frozenset()
        for article, text in texts.items()
    }
    relays = _relays(members, language)
    root = {article: article for article in sorted(texts)}
    why: dict[str, set[str]] = defaultdict(set)
    for one, other in combinations(sorted(texts), 2):
        if root[one] == root[other]:
            continue
        reason = _reason(texts[one] == texts[other], pieces[one], pieces[other]) or _relayed(relays[one], relays[other])
        if reason:
            keep, lose = sorted((root[one], root[other]))
            why[keep] |= why.pop(lose, set()) | {reason}
            root = {article: keep if first == lose else first for article, first in root.items()}
    return _origins(root, why)


def _origins(root: Mapping[str, str], why: Mapping[str, set[str]]) -> tuple[Origin, ...]:
    held: dict[str, list[str]] = defaultdict(list)
    for article, first in root.items():
        held[first].append(article)
    return tuple(Origin(articles=tuple(held[first]), why=tuple(sorted(why.get(first, ())))) for first in sorted(held))


def _reason(is_one_text: bool, mine: frozenset[tuple[str, ...]], his: frozenset[tuple[str, ...]]) -> str | None:
    if is_one_text:
        return "one text"
    return "near-copies of one text" if contained(mine, his) >= COPIED else None


def _relayed(mine: frozenset[tuple[str, ...]], his: frozenset[tuple[str, ...]]) -> str | None:
    return "the same words relayed by the same medium" if mine & his else None


def _relays(members: Sequence[Member], language: Language) -> dict[str, frozenset[tuple[str, ...]]]:
    """Return by which media or documents each article says that words came to it."""
    found: dict[str, set[tuple[str, ...]]] = {member.article_id: set() for member in members}
    for member in members:
        via = value_of(member.claim.via) if isinstance(member.claim, StatementClaim) else None
        if via:
            found[member.article_id].add(plain_words(via, language.folding))
    return {article: frozenset(relays) for article, relays in found.items()}
