"""Which date word or number stands here, and does something beside it make it another thing?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mahdar.annotate.scene import Scene
from mahdar.arabic.letters import ARTICLE
from mahdar.arabic.nisba import HEH
from mahdar.arabic.numerals import figures
from mahdar.records.annotated import Hit

KINDS = frozenset(("date", "datepart"))
NAMES = frozenset(("relay", "org", "person", "other", "role", "city"))
"""Lexica whose longer names may hold a date word: the paper «Today's News», a square named after a day."""
PLACES = frozenset(("state", "city", "nisba"))
STARTS = frozenset(
    ("weekday", "month", "relative", "season", "part", "unit", "since", "link", "point", "this", "vague", "same-day", "first")
)
"""Families with which the words of a day may begin."""
REACH = 5
"""A name that holds a date word begins at most so many tokens before it."""
CLOSING = frozenset('\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """A scene with its date words by place; of several at a place the longest."""

    scene: Scene
    words: dict[int, Hit]

    def at(self, place: int, *families: str) -> Hit | None:
        """Return the date word of one of the families at a place."""
        hit = self.words.get(place)
        return hit if hit is not None and hit.form in families else None

    def valued(self, place: int, family: str, value: str) -> Hit | None:
        """Return the date word of a family and value at a place."""
        hit = self.words.get(place)
        return hit if hit is not None and hit.form == family and hit.detail[0] == value else None

    def figure(self, place: int, most: int) -> int | None:
        """Return the number of at most `most` digits at a place."""
        tokens = self.scene.tokens
        if 0 <= place < len(tokens) and tokens.kinds[place] == "n":
            return figures(tokens.words[place], most)
        return None

    def sign(self, place: int, signs: str) -> bool:
        """Return True where one of the signs stands at a place."""
        word = self.scene.word(place)
        return bool(word) and word in signs

    def denied(self, place: int, *families: str) -> bool:
        """Return True where a word stands at a place that makes the date word beside it no day."""
        return any(hit.kind == "notdate" and hit.form in families for hit in self.scene.hits_at.get(place, ()))

    def ordinal(self, place: int) -> tuple[int, int] | None:
        """Return the number of a masculine ordinal at a place, and the place after it."""
        for hit in self.scene.hits_at.get(place, ()):
            if hit.kind == "ordinal":
                word = self.scene.word(place)[len(hit.prefix) :]
                feminine = word.endswith(HEH) or word == ARTICLE + _FIRST_FEMININE
                return None if feminine else (int(hit.detail[0]), hit.last)
        return None

    def is_definite(self, hit: Hit) -> bool:
        """Return True where a date word has the article."""
        return self.scene.word(hit.first)[len(hit.prefix.replace(_DOUBLE_LAM, "")) :].startswith((ARTICLE, _DOUBLE_LAM))

    def in_name(self, first: int, last: int) -> bool:
        """Return True where tokens [first, last) lie in a longer name."""
        return any(
            hit.kind in NAMES and hit.last > first and (place < first or hit.last > last) and not self._is_place_today(hit)
            for place in range(first - REACH, first + 1)
            for hit in self.scene.hits_at.get(place, ())
        )

    def _is_place_today(self, hit: Hit) -> bool:
        """Return True for a name that is a state and «today», unless it stands in quotation marks: «the Emirates today»."""
        weak = bool(hit.detail) and hit.detail[0] == "weak"
        starts = self.scene.hits_at.get(hit.first, ())
        if weak or any(other.kind in PLACES and other.last == hit.first + 1 for other in starts):
            return self.scene.word(hit.last) not in CLOSING
        return False


_FIRST_FEMININE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER WAW}\N{ARABIC LETTER LAM}\N{ARABIC LETTER YEH}"
_DOUBLE_LAM = "\N{ARABIC LETTER LAM}\N{ARABIC LETTER LAM}"


def gather(scene: Scene) -> tuple[Clues, list[int]]:
    """Return the date words of a scene, and the places where the words of a day may begin, in text order."""
    words: dict[int, Hit] = {}
    starts = []
    for place, hits in scene.hits_at.items():
        best: Hit | None = None
        for hit in hits:
            if hit.kind in KINDS:
                if best is None or (hit.last, hit.kind == "date") > (best.last, best.kind == "date"):
                    best = hit
            elif hit.kind == "ordinal":
                starts.append(place)
        if best is not None:
            words[place] = best
            if best.form in STARTS:
                starts.append(place)
    starts.extend(_numbers(scene.tokens.kinds))
    return Clues(scene=scene, words=words), sorted(set(starts))


def _numbers(kinds: str) -> Iterator[int]:
    """Yield the places of figures."""
    place = kinds.find("n")
    while place >= 0:
        yield place
        place = kinds.find("n", place + 1)
