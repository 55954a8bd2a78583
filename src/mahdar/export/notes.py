"""What is a line of a dossier, and by which numbers are its sentences cited?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from mahdar.errors import StoreError
from mahdar.export.views.shelf import Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one manner: our own, our own stressed, or a source's in its own Arabic."""

    words: str
    manner: Literal["plain", "strong", "quoted"] = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a section, and the numbers of the sentences that say it."""

    runs: tuple[Run, ...]
    numbers: tuple[int, ...]


class Notes:
    """Gives each cited sentence its number, in the order in which it is first cited."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[str, int, int], int] = {}
        self.cites: list[Cite] = []

    def line(self, runs: Sequence[Run], cites: Iterable[Cite]) -> Line:
        """Return a line with the numbers of its sentences; a line that no sentence says cannot be printed."""
        numbers = tuple(dict.fromkeys(self._number(cite) for cite in cites))
        if not numbers:
            words = "".join(run.words for run in runs)
            raise StoreError(
                f"the line «{words}» rests on no sentence, so it is not printed. Read its reports again: `mahdar read`."
            )
        return Line(runs=tuple(runs), numbers=numbers)

    def _number(self, cite: Cite) -> int:
        name = (cite.article.article_id, cite.span.start, cite.span.end)
        if name not in self.numbers:
            self.cites.append(cite)
            self.numbers[name] = len(self.cites)
        return self.numbers[name]


def exact(cite: Cite) -> Run:
    """Return the very words of a citation, in their quotation marks."""
    return quoted(cite.words.exact)


def quoted(words: str) -> Run:
    """Return words of a source in quotation marks."""
    return Run(words=f"«{words}»", manner="quoted")
