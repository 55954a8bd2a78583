"""What stands at this token? The tokens of a text and the lexicon's hits by place, for the files that read names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mahdar.arabic.letters import ARTICLE
from mahdar.language.language import Language
from mahdar.records.annotated import Hit, Sentence, Tokens
from mahdar.records.value import Span

COMMAS = frozenset(",\N{ARABIC COMMA}")
OPENING = frozenset('(\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A text under reading; `hits_at` holds the hits that begin at each place."""

    letters: str
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...]
    hits_at: Mapping[int, tuple[Hit, ...]]
    language: Language
    day: str | None
    """The day of publication (ISO), None where it is not known."""
    home: str | None
    """The state of the outlet or of the dateline, None where neither is known."""
    titles: tuple[int, ...] = ()
    """The places where a title may begin, in order."""
    meant: Mapping[int, str] | None = None
    """For each place where a name of a side begins, whom it means here; None before names are settled."""

    def side(self, hit: Hit) -> str | None:
        """Return the side that a hit means at its place, None where the words mean none."""
        return hit.entry if self.meant is None else self.meant.get(hit.first)

    def hit(self, place: int, *kinds: str) -> Hit | None:
        """Return the longest hit of the given kinds at a place, the first kind first among equals."""
        best: Hit | None = None
        for hit in self.hits_at.get(place, ()):
            if hit.kind in kinds and (best is None or (hit.last, -kinds.index(hit.kind)) > (best.last, -kinds.index(best.kind))):
                best = hit
        return best

    def title_within(self, first: int, last: int) -> bool:
        """Return True where a title may begin within places [first, last)."""
        number = bisect_left(self.titles, first)
        return number < len(self.titles) and self.titles[number] < last

    def word(self, place: int) -> str:
        """Return the folded word or sign at a place, empty outside the text."""
        words = self.tokens.words
        return words[place] if 0 <= place < len(words) else ""

    def raw(self, place: int) -> str:
        """Return the letters at a place as they were written."""
        return self.letters[self.tokens.starts[place] : self.tokens.ends[place]]

    def is_word(self, place: int) -> bool:
        """Return True where a word stands at the place."""
        kinds = self.tokens.kinds
        return 0 <= place < len(kinds) and kinds[place] == "w"

    def is_definite(self, place: int) -> bool:
        """Return True where the word at the place has the article."""
        return self.word(place).startswith(ARTICLE)

    def is_definite_side(self, place: int) -> bool:
        """Return False for a demonym without the article: «an Omani official» is nobody whose name would follow."""
        return self.hit(place, "nisba") is None or self.is_definite(place)

    def same_sentence(self, a: int, b: int) -> bool:
        """Return True where both places lie in one sentence."""
        inside = 0 <= a < len(self.tokens) and 0 <= b < len(self.tokens)
        return inside and self.sentence_of[a] == self.sentence_of[b] != -1

    def span(self, first: int, last: int) -> Span:
        """Return the span of tokens [first, last)."""
        return Span(start=self.tokens.starts[first], end=self.tokens.ends[last - 1])


def by_place(hits: Iterable[Hit]) -> dict[int, tuple[Hit, ...]]:
    """Return hits by the place where they begin."""
    found: dict[int, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.first, []).append(hit)
    return {place: tuple(there) for place, there in found.items()}
