"""Which terms does a run of letters hold, and where: words, their lemmas, listed names?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mahdar.arabic.clitics import splits
from mahdar.arabic.letters import UNSEEN
from mahdar.arabic.tokens import tokenize
from mahdar.records.value import Span
from mahdar.store.search.names import LONGEST, Lexis, Named, names_in, plain

MARK = "1"
"""Goes up when the same letters give other terms, so that an older index is known for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Parallel arrays, one place a word or number; a line break is a place without a word, so that no phrase crosses it."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lemmas: tuple[tuple[str, ...], ...]
    names: tuple[Named, ...]

    def __len__(self) -> int:
        return len(self.starts)


def terms_of(letters: str, lexis: Lexis) -> Terms:
    """Return the terms of a text; offsets are those of its letters."""
    tokens = tokenize(letters, lexis.language.folding)
    kept = [place for place, kind in enumerate(tokens.kinds) if kind != "p"]
    new = {old: place for place, old in enumerate(kept)}
    written = [_written(letters[start:end]) for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    named = names_in(tokens.words, tokens.kinds, written, lexis)
    names = tuple(name._replace(first=new[name.first], last=_end(name.last, new)) for name in named if name.first in new)
    words = [plain(tokens.words[old]) if tokens.kinds[old] != "b" else "" for old in kept]
    lemmas = [
        lexis.lemmas.of(written[old]) if tokens.kinds[old] == "w" else (word,) for old, word in zip(kept, words, strict=True)
    ]
    for name in names:
        for place in range(name.first, name.last):
            lemmas[place] = (words[place],)
        if name.prefix:
            lemmas[name.first] = (_without(words[name.first], name.prefix),)
    return Terms(
        starts=tuple(tokens.starts[old] for old in kept),
        ends=tuple(tokens.ends[old] for old in kept),
        words=tuple(words),
        lemmas=tuple(lemmas),
        names=names,
    )


def places_in(terms: Terms, spans: Iterable[Span]) -> tuple[int, ...]:
    """Return the places of the terms that stand in some spans, each once, in order."""
    inside = list(spans)
    return tuple(
        place
        for place, (start, end) in enumerate(zip(terms.starts, terms.ends, strict=True))
        if any(span.start <= start and end <= span.end for span in inside)
    )


def _written(letters: str) -> str:
    return "".join(c for c in letters if c not in UNSEEN)[:LONGEST]


def _end(last: int, new: dict[int, int]) -> int:
    return new[last - 1] + 1 if last - 1 in new else max(place for old, place in new.items() if old < last) + 1


def _without(word: str, prefix: str) -> str:
    """Return a word without its particles; after the two lams of «for the» the article comes back."""
    return next((rest for before, rest in splits(word) if before == prefix), word)
