"""How much of what is no report is marked so? Furniture of our own pages and of pages from elsewhere, in letters."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from mahdar.language.language import Language
from mahdar.pipeline import read_page
from mahdar.read.files import find_pages
from mahdar.records.problem import Problem
from mahdar.records.reading import Reading
from mahdar.records.text import Text
from mahdar.records.value import Span, value_of
from quality.material import ROOT, SETS, SHARED, language

REPORTS = ROOT / "sample" / "reports"
PAGES = SHARED / "bench" / "html"
WHOLE = "arabic_article"
"""The one page from elsewhere whose article is known word for word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureScore:
    """Letters of furniture (of the report where `name` says so): in the gold, found and right; spaces do not count."""

    name: str
    pages: int
    gold: int
    found: int
    right: int
    claims: int
    """Claims whose words lie in furniture; none may."""
    titles: int
    """Pages with the right title."""
    days: int
    """Pages with the right day of publication, or rightly with none."""

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall, 1 where there was nothing to find."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0


def main() -> int:
    """Print the scores and, with `--cases`, the words that were marked wrongly."""
    parser = argparse.ArgumentParser(prog="python -m quality.furniture", description=__doc__)
    parser.add_argument("--cases", action="store_true", help="show what was marked wrongly")
    args = parser.parse_args()
    for score in furniture_scores(show=args.cases):
        print(
            f"{score.name:<34} F1 {score.f1:.3f}  gold {score.gold}, found {score.found}, right {score.right}"
            f"  claims in furniture {score.claims}  titles {score.titles}/{score.pages}  days {score.days}/{score.pages}"
        )
    return 0


def furniture_scores(known: Language | None = None, *, show: bool = False) -> list[FurnitureScore]:
    """Return a row for each: our sample, pages from elsewhere where they are there, and the words that each gold quotes."""
    known = known or language()
    rows = [
        _spans("our sample", [REPORTS], known, show=show),
        _spans("our sample, title apart", sorted(SETS["sample"].glob("*.article.json")), known, show=show),
    ]
    if PAGES.is_dir():
        rows += [_pages(known), _whole(known, show=show)]
    rows += [_kept(name, folder, known, show=show) for name, folder in SETS.items() if any(folder.glob("*.article.json"))]
    return rows


def _spans(name: str, paths: Iterable[Path], known: Language, *, show: bool) -> FurnitureScore:
    """Return how pages of the sample fare against its spans of furniture."""
    gold: dict[str, list[dict[str, Any]]] = json.loads((SETS["sample"] / "furniture.json").read_text("utf-8"))
    totals, pages = [0, 0, 0, 0, 0, 0], 0
    for stem, reading in _readings(paths, known):
        pages += 1
        article = json.loads((SETS["sample"] / f"{stem}.article.json").read_text("utf-8"))
        spans = [Span(start=span["start"], end=span["end"]) for span in gold[stem]]
        wanted = _wanted(reading.text.letters, article["text"], spans)
        found = _letters_of(reading.text, "furniture") - _again(reading.text)
        if show:
            _tell(stem, reading.text.letters, wanted, found)
        counts = len(wanted), len(found), len(wanted & found), claims_in_furniture(reading, wanted)
        totals = [old + new for old, new in zip(totals, (*counts, *_marks(reading, article)), strict=True)]
    return _score(name, pages, totals)


def _marks(reading: Reading, article: dict[str, Any]) -> tuple[int, int]:
    """Return whether title and day of publication are right, as 1 or 0."""
    day = value_of(reading.text.published) or ""
    title = _squeezed(value_of(reading.text.title)) == _squeezed(article["title"])
    return int(title), int(day[:10] == (article["published"] or "")[:10])


def _again(text: Text) -> set[int]:
    """Return the places of a title that is printed again; the gold does not count it as furniture."""
    return {at for label in text.labels if label.rule == "title-again" for at in _solid(text.letters, label.span)}


def _pages(known: Language) -> FurnitureScore:
    """Return titles and days of pages from elsewhere; the gold tells nothing of their furniture."""
    gold = {Path(item["file"]).stem: item for item in json.loads((PAGES / "gold.json").read_text("utf-8"))}
    totals = [0, 0, 0, 0, 0, 0]
    for name, reading in _readings([PAGES / item["file"] for item in gold.values()], known):
        day, title = value_of(reading.text.published) or "", _squeezed(value_of(reading.text.title))
        totals[3] += claims_in_furniture(reading)
        totals[4] += bool(title) and _squeezed(gold[name]["title"]).startswith(title)
        totals[5] += day[:10] == gold[name]["gold_date"]
    return _score("pages from elsewhere", len(gold), totals)


def _whole(known: Language, *, show: bool) -> FurnitureScore:
    """Return how the letters of the report fare on the page from elsewhere whose article is known."""
    article = (PAGES / f"{WHOLE}.txt").read_text("utf-8")
    title = json.loads((PAGES / f"{WHOLE}.json").read_text("utf-8"))["title"]
    totals = [0, 0, 0, 0, 0, 0]
    for _, reading in _readings([PAGES / f"{WHOLE}.html"], known):
        wanted = _wanted(reading.text.letters, article, [Span(start=0, end=len(article))])
        found = _letters_of(reading.text, "content")
        if show:
            _tell(WHOLE, reading.text.letters, wanted, found)
        totals = [len(wanted), len(found), len(wanted & found), claims_in_furniture(reading), 0, 1]
        totals[4] = int(_squeezed(value_of(reading.text.title)) == _squeezed(title))
    return _score("an article from elsewhere (report)", 1, totals)


def _kept(name: str, folder: Path, known: Language, *, show: bool) -> FurnitureScore:
    """Return how many of the letters that the gold of a set quotes are kept as title or content."""
    totals, pages = [0, 0, 0, 0, 0, 0], 0
    for stem, reading in _readings(sorted(folder.glob("*.article.json")), known):
        pages += 1
        letters = reading.text.letters
        quoted = set(_quoted(json.loads((folder / f"{stem}.json").read_text("utf-8")), letters))
        kept = _letters_of(reading.text, "content") | _letters_of(reading.text, "title")
        if show:
            _tell(stem, letters, quoted, kept & quoted)
        article = json.loads((folder / f"{stem}.article.json").read_text("utf-8"))
        counts = len(quoted), len(quoted & kept), len(quoted & kept), claims_in_furniture(reading)
        totals = [old + new for old, new in zip(totals, (*counts, *_marks(reading, article)), strict=True)]
    return _score(f"{name}: quoted by the gold, kept", pages, totals)


def claims_in_furniture(reading: Reading, known: Iterable[int] = ()) -> int:
    """Return how many claims point at letters that we, or the gold by their places, call furniture."""
    places = _letters_of(reading.text, "furniture").union(known)
    anchors = (claim.anchor for claim in reading.claims)
    return sum(any(at in places for span in (one.evidence, one.trigger) for at in range(span.start, span.end)) for one in anchors)


def _readings(paths: Iterable[Path], known: Language) -> Iterator[tuple[str, Reading]]:
    """Give the name and reading of each page; one that cannot be read stops the measuring."""
    for page in find_pages(list(paths), sys.stdin.buffer):
        traced = page if isinstance(page, Problem) else read_page(page, known)
        if isinstance(traced, Problem):
            raise SystemExit(f"{traced.article}: {traced.what}")
        yield traced.reading.text.name or "", traced.reading


def _quoted(gold: dict[str, Any], letters: str) -> Iterator[int]:
    """Give the places of the letters that the gold of an article quotes."""
    for layer in ("meetings", "statements", "stances", "agreements", "events"):
        for item in gold[layer]:
            words = item.get("evidence") or item.get("text")
            at = letters.find(words) if words else -1
            if at >= 0:
                yield from _solid(letters, Span(start=at, end=at + len(words)))


def _wanted(ours: str, theirs: str, spans: Iterable[Span]) -> set[int]:
    """Return the places in our letters of what stands in spans of another copy of the text; spaces may differ."""
    mine = [at for at, letter in enumerate(ours) if not letter.isspace()]
    other = [at for at, letter in enumerate(theirs) if not letter.isspace()]
    blocks = SequenceMatcher(
        None, "".join(ours[at] for at in mine), "".join(theirs[at] for at in other), autojunk=False
    ).get_matching_blocks()
    place = {other[block.b + step]: mine[block.a + step] for block in blocks for step in range(block.size)}
    return {place[at] for span in spans for at in range(span.start, span.end) if at in place}


def _letters_of(text: Text, part: str) -> set[int]:
    """Return the places of the letters that are of a part."""
    return {at for label in text.labels if label.part == part for at in _solid(text.letters, label.span)}


def _solid(letters: str, span: Span) -> Iterator[int]:
    """Give the places in a span that are no space."""
    return (at for at in range(span.start, span.end) if not letters[at].isspace())


def _squeezed(words: str | None) -> str:
    """Return words without their spaces."""
    return "".join((words or "").split())


def _tell(name: str, letters: str, wanted: set[int], found: set[int]) -> None:
    """Print the runs of letters that were marked wrongly."""
    for sort, places in (("missed", wanted - found), ("false", found - wanted)):
        runs = "".join(letters[at] if at in places or letters[at].isspace() else "\0" for at in range(len(letters)))
        for run in filter(None, (" ".join(run.split()) for run in runs.replace("\n", "\0").split("\0"))):
            print(f"  {name} {sort}: {run}")


def _score(name: str, pages: int, totals: list[int]) -> FurnitureScore:
    """Return a row of a table."""
    gold, found, right, claims, titles, days = totals
    return FurnitureScore(name=name, pages=pages, gold=gold, found=found, right=right, claims=claims, titles=titles, days=days)


if __name__ == "__main__":
    sys.exit(main())
