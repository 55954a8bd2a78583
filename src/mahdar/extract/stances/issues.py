"""Which file does a position belong to?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mahdar.extract.ground import Ground
from mahdar.language.issues import Issue
from mahdar.records.annotated import Hit

STRONG, WEAK = "strong", "weak"
HEADLINE = 3
"""How much a phrase of the headline counts beside one of the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """The phrases of files in an article, and the files that rule it, the first the most told."""

    ground: Ground
    hits: tuple[Hit, ...]
    """Phrases of files in text order; those inside a longer one are left out."""
    ruling: tuple[str, ...]
    sides: frozenset[str]
    """All sides that the article names."""


def files_of(ground: Ground) -> Files:
    """Return the phrases of files in an article."""
    hits = _longest([hit for hit in ground.doc.hits if hit.kind == "issue"])
    sides = frozenset(code for mention in ground.doc.mentions for code in mention.of)
    return Files(ground=ground, hits=hits, ruling=_ruling(ground, hits), sides=sides)


def _longest(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return the hits that lie in no longer one."""
    found: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if not found or hit.last > found[-1].last or (hit.first, hit.last) == (found[-1].first, found[-1].last):
            found.append(hit)
    return tuple(found)


def _ruling(ground: Ground, hits: Iterable[Hit]) -> tuple[str, ...]:
    """Return the files of an article's strong phrases, the most told first; the residue never rules."""
    counts: dict[str, int] = {}
    for hit in hits:
        number = ground.doc.sentence_of[hit.first]
        part = ground.doc.sentences[number].part if number >= 0 else "furniture"
        if hit.form == STRONG and part != "furniture" and _sort(ground.language.issues, hit) not in {"residue", "relation"}:
            counts[hit.entry] = counts.get(hit.entry, 0) + (HEADLINE if part == "title" else 1)
    return tuple(sorted(counts, key=lambda slug: (-counts[slug], ground.language.issues[slug].rank)))


def _sort(issues: Mapping[str, Issue], hit: Hit) -> str:
    """Return what sort of file a phrase belongs to."""
    return issues[hit.entry].sort if hit.entry in issues else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A file, by which rule, and the tokens of the phrase that tells it."""

    slug: str
    rule: str
    first: int
    last: int


def file_of(files: Files, first: int, last: int) -> Filed | None:
    """Return the file of the words [first, last): by their own phrases, by their sentence, by the article; None for none."""
    own = _inside(files, first, last)
    found = _pick(files, own, STRONG, "object") or _pick(files, own, WEAK, "object.weak")
    if found and (found.slug not in files.ground.language.issues or files.ground.language.issues[found.slug].sort != "residue"):
        return found
    begin, end = files.ground.sentence_limits(first)
    around = _inside(files, begin, end)
    return _pick(files, around, STRONG, "sentence") or _by_article(files, first, last) or found


def own_file(files: Files, first: int, last: int) -> str | None:
    """Return the file that words tell by themselves."""
    own = _inside(files, first, last)
    found = _pick(files, own, STRONG, "object") or _pick(files, own, WEAK, "object.weak")
    return found.slug if found else None


def _inside(files: Files, first: int, last: int) -> list[Hit]:
    """Return the phrases inside tokens [first, last)."""
    return [hit for hit in files.hits if first <= hit.first and hit.last <= last]


def _pick(files: Files, hits: list[Hit], form: str, rule: str) -> Filed | None:
    """Return the file of the longest phrase of a form; of equal ones that which stands first in the codebook."""
    issues = files.ground.language.issues
    fitting = [hit for hit in hits if hit.form == form and hit.entry in issues]
    if form == WEAK:
        fitting = [hit for hit in fitting if issues[hit.entry].is_beside(files.sides)]
    if not fitting:
        return None
    best = min(fitting, key=lambda hit: (hit.first - hit.last, issues[hit.entry].rank))
    return Filed(slug=best.entry, rule=f"stance.issue.{rule}", first=best.first, last=best.last)


def _by_article(files: Files, first: int, last: int) -> Filed | None:
    """Return the file that rules the article."""
    if not files.ruling:
        return None
    return Filed(slug=files.ruling[0], rule="stance.issue.article", first=first, last=last)
