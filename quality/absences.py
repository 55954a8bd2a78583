"""How often do we say that a report does not tell what it does? Fields of meetings that we call absent and the gold fills."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mahdar.export.gold import gold_reading
from mahdar.language.language import Language
from mahdar.pipeline import read_page
from mahdar.read.files import find_pages
from mahdar.records.claim import MeetingClaim
from mahdar.records.problem import Problem
from mahdar.records.reading import Reading
from mahdar.records.value import Missing
from quality.material import SETS, absent, language, load_scorer

FIELDS = {"day": "when", "place": "where", "forum": "forum"}
"""Our fields, with the names that the gold gives them."""
MOST = 0.05
"""No larger share of what we call absent may be wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A field of a meeting that we call absent; `gold` is what the gold has there, empty where it has nothing."""

    set: str
    article: str
    field: str
    gold: str
    ours: str
    theirs: str


def main() -> int:
    """Print the share that is wrong, of each field and of all, and with `--cases` each case."""
    parser = argparse.ArgumentParser(prog="python -m quality.absences", description=__doc__)
    parser.add_argument("--cases", action="store_true", help="show each case")
    args = parser.parse_args()
    reason = absent()
    if reason:
        print(f"skipped: {reason}.")
        return 0
    found = find_absences()
    wrong = [one for one in found if one.gold]
    for field in (*FIELDS, None):
        mine = [one for one in found if field in (None, one.field)]
        bad = sum(bool(one.gold) for one in mine)
        print(f"{field or 'all':<6} called absent {len(mine)}, filled by the gold {bad}, share {bad / max(1, len(mine)):.3f}")
    print("by set: " + ", ".join(f"{name} {count}" for name, count in sorted(Counter(one.set for one in wrong).items())))
    for one in wrong if args.cases else ():
        print(f"\n{one.set} {one.article} {one.field}: {one.gold}\n  ours   {one.ours}\n  theirs {one.theirs}")
    return 0


def find_absences(known: Language | None = None) -> list[Absence]:
    """Return every absent field of our meetings that the gold knows too, over all sets."""
    known, scorer = known or language(), load_scorer()
    return [one for name, folder in SETS.items() for one in _of_set(name, folder, known, scorer)]


def share_wrong(found: list[Absence]) -> float:
    """Return which share of the absent fields the gold fills."""
    return sum(bool(one.gold) for one in found) / max(1, len(found))


def _of_set(name: str, folder: Path, known: Language, scorer: Any) -> Iterator[Absence]:
    """Give the absences of one set."""
    for page in find_pages(sorted(folder.glob("*.article.json")), sys.stdin.buffer):
        traced = page if isinstance(page, Problem) else read_page(page, known)
        if isinstance(traced, Problem):
            raise SystemExit(f"{traced.article}: {traced.what}")
        article = traced.reading.text.name or ""
        gold = json.loads((folder / f"{article}.json").read_text("utf-8"))["meetings"]
        yield from (Absence(set=name, article=article, **parts) for parts in _of_article(traced.reading, gold, scorer))


def _of_article(reading: Reading, gold: list[dict[str, Any]], scorer: Any) -> Iterator[dict[str, str]]:
    """Give field, gold and words of each absence in one article; a meeting of ours is held to the gold that it matches best."""
    claims = [claim for claim in reading.claims if isinstance(claim, MeetingClaim)]
    ours: Any = gold_reading(reading)["meetings"]
    pairs = dict(_matched(ours, gold, scorer))
    for place, claim in enumerate(claims):
        if place not in pairs:
            continue
        theirs = gold[pairs[place]]
        for field, named in FIELDS.items():
            value = getattr(claim, field)
            if isinstance(value, Missing) and value.reason == "absent":
                told = json.dumps(theirs[named], ensure_ascii=False) if theirs[named] else ""
                yield {"field": field, "gold": told, "ours": ours[place]["evidence"], "theirs": theirs["evidence"]}


def _matched(ours: list[Mapping[str, Any]], gold: list[dict[str, Any]], scorer: Any) -> Iterator[tuple[int, int]]:
    """Give the pairs of our meetings and the gold's that the scorer would match, the most similar first."""
    ranked = sorted(
        ((-scorer.meeting_similarity(theirs, mine), at, to) for at, mine in enumerate(ours) for to, theirs in enumerate(gold)),
    )
    left, right = set(range(len(ours))), set(range(len(gold)))
    for similarity, at, to in ranked:
        if similarity < 0 and at in left and to in right:
            left.discard(at)
            right.discard(to)
            yield at, to


if __name__ == "__main__":
    sys.exit(main())
