"""Which phrases tell the file (issue) that words belong to?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mahdar.arabic.letters import ARTICLE
from mahdar.language.lexicon import Lexicon
from mahdar.language.load import read_entries
from mahdar.language.patterns import Entry

ANY = "*"
"""In `with`: a weak phrase that counts beside any side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A file: its place in the codebook, its sort (case, theme, relation, residue), the sides that its weak phrases need."""

    slug: str
    rank: int
    sort: str
    beside: tuple[frozenset[str], ...]
    yields: bool
    """True for a file that gives way to the case that an article is about."""

    def is_beside(self, sides: frozenset[str]) -> bool:
        """Return True where its weak phrases count among these sides.

        >>> issue = Issue(slug="libya", rank=1, sort="case", beside=(frozenset({"LBY"}),), yields=False)
        >>> issue.is_beside(frozenset({"LBY", "ITA"}))
        True
        """
        return any(group <= sides or ANY in group for group in self.beside)


def read_issues(root: Path) -> Mapping[str, Issue]:
    """Return the files of the codebook by slug."""
    lexicon = {row.text("issue"): row for row in read_entries(root, "diplomacy/issues.yaml")}
    return {
        row.text("issue"): Issue(
            slug=row.text("issue"),
            rank=rank,
            sort=row.text("kind"),
            beside=tuple(frozenset(cell.split("+")) for cell in lexicon[row.text("issue")].words("with"))
            if row.text("issue") in lexicon
            else (),
            yields=row.text("issue") in lexicon and lexicon[row.text("issue")].text("yields") == "yes",
        )
        for rank, row in enumerate(read_entries(root, "codebook/issues.yaml"))
    }


def add_issues(lexicon: Lexicon, root: Path) -> None:
    """Enter the phrases of all files; a phrase of `not` belongs to the file that it names, or to none."""
    for row in read_entries(root, "diplomacy/issues.yaml"):
        for form in ("strong", "weak"):
            for phrase in row.words(form):
                for written in _written(phrase):
                    lexicon.enter(written, Entry("issue", row.text("issue"), form))
        for other in row.entries("not"):
            lexicon.enter(other.text("text"), Entry("issue", other.text("issue"), "strong" if other.text("issue") else "not"))


def _written(phrase: str) -> tuple[str, ...]:
    """Return a phrase as it stands, and with the article or without it: «(the) economic cooperation», «(the) nuclear»."""
    words = phrase.split()
    if len(words) > 1 and all(word.startswith(ARTICLE) for word in words):
        return (phrase, " ".join(word[2:] for word in words))
    if len(words) == 1 and not phrase.startswith(ARTICLE):
        return (phrase, ARTICLE + phrase)
    return (phrase,)
