"""Which file does a position belong to?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mahdar.extract.ground import Ground
from mahdar.records.annotated import Hit

STRONG, WEAK = "strong", "weak"
CASE = "case"
WEIGHTS = {STRONG: 2, WEAK: 1}
MOST = 0.4
"""Share of all phrases of files from which an article is about one case."""
CASE_LEAD = 2
"""How much a phrase of a case counts beside one of a field, where an article tells of both."""
HEADLINE = 3
"""How much a phrase of the headline counts beside one of the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """The phrases of files in an article, and the files that rule it, the first the most told."""

    ground: Ground
    hits: tuple[Hit, ...]
    """Phrases of files in text order; those inside a longer one are left out."""
    ruling: tuple[str, ...]
    case: str | None
    """The one case that the article is about, None where it is about several or none."""
    sides: frozenset[str]
    """All sides that the article names."""


def files_of(ground: Ground) -> Files:
    """Return the phrases of files in an article."""
    hits = _longest([hit for hit in ground.doc.hits if hit.kind == "issue"])
    sides = frozenset(code for mention in ground.doc.mentions for code in mention.of)
    counts = _counts(ground, hits, sides)
    ruling = _ruling(ground, counts)
    return Files(ground=ground, hits=hits, ruling=ruling, case=_case_of(ground, counts), sides=sides)


def _longest(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return the hits that lie in no longer one."""
    found: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if not found or hit.last > found[-1].last or (hit.first, hit.last) == (found[-1].first, found[-1].last):
            found.append(hit)
    return tuple(found)


def _counts(ground: Ground, hits: Iterable[Hit], sides: frozenset[str]) -> dict[str, int]:
    """Return how much an article tells of each file, the most told first; the residue counts for nothing."""
    issues, doc = ground.language.issues, ground.doc
    counts: dict[str, int] = {}
    for hit in hits:
        issue = issues.get(hit.entry)
        number = doc.sentence_of[hit.first]
        part = doc.sentences[number].part if number >= 0 else "furniture"
        if issue is None or part == "furniture" or issue.sort == "residue":
            continue
        if hit.form == STRONG or (issue.sort == CASE and issue.is_beside(sides)):
            weight = WEIGHTS[hit.form] * (HEADLINE if part == "title" else 1)
            counts[hit.entry] = counts.get(hit.entry, 0) + weight
    return dict(sorted(counts.items(), key=lambda item: (-item[1], issues[item[0]].rank)))


def _ruling(ground: Ground, counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the files of an article by how much it tells of each; a case before a field that is told little more of."""
    issues = ground.language.issues
    told = [slug for slug in counts if issues[slug].sort != "relation"]
    return tuple(sorted(told, key=lambda slug: -counts[slug] * (CASE_LEAD if issues[slug].sort == CASE else 1)))


def _case_of(ground: Ground, counts: Mapping[str, int]) -> str | None:
    """Return the case that an article is about: one that has most of what it tells of any file."""
    case = next((slug for slug in counts if ground.language.issues[slug].sort == CASE), None)
    return case if case and counts[case] >= MOST * sum(counts.values()) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A file, by which rule, and the tokens of the phrase that tells it."""

    slug: str
    rule: str
    first: int
    last: int


def file_of(files: Files, first: int, last: int) -> Filed | None:
    """Return the file of the words [first, last): by their own phrases, the article's case, their sentence; None for none."""
    issues = files.ground.language.issues
    own = _inside(files, first, last)
    found = _pick(files, own, STRONG, "object") or _pick(files, own, WEAK, "object.weak")
    if found and not (files.case and issues[found.slug].yields):
        return found
    if files.case:
        return Filed(slug=files.case, rule="stance.issue.article", first=first, last=last)
    begin, end = files.ground.sentence_limits(first)
    return found or _pick(files, _inside(files, begin, end), STRONG, "sentence") or _by_article(files, first, last)


def tells(files: Files, first: int, last: int, slug: str, *, is_loose: bool) -> bool:
    """Return True where a strong phrase of a file stands in the words [first, last), or any phrase where `is_loose`."""
    return any(hit.entry == slug and (is_loose or hit.form == STRONG) for hit in _inside(files, first, last))


def own_file(files: Files, first: int, last: int) -> str | None:
    """Return the file that words tell by themselves."""
    own = _inside(files, first, last)
    found = _pick(files, own, STRONG, "object") or _pick(files, own, WEAK, "object.weak")
    return found.slug if found else None


def _inside(files: Files, first: int, last: int) -> list[Hit]:
    """Return the phrases inside tokens [first, last), and those that hold all of them."""
    return [hit for hit in files.hits if (first <= hit.first and hit.last <= last) or (hit.first <= first and last <= hit.last)]


def _pick(files: Files, hits: list[Hit], form: str, rule: str) -> Filed | None:
    """Return the file of the first phrase of a form, the longest there; of equal ones that which the codebook has first."""
    issues = files.ground.language.issues
    fitting = [hit for hit in hits if hit.form == form and hit.entry in issues]
    if form == WEAK:
        fitting = [hit for hit in fitting if issues[hit.entry].is_beside(files.sides)]
    if not fitting:
        return None
    best = min(fitting, key=lambda hit: (hit.first, -hit.last, issues[hit.entry].rank))
    return Filed(slug=best.entry, rule=f"stance.issue.{rule}", first=best.first, last=best.last)


def _by_article(files: Files, first: int, last: int) -> Filed | None:
    """Return the file that rules the article."""
    if not files.ruling:
        return None
    return Filed(slug=files.ruling[0], rule="stance.issue.article", first=first, last=last)
