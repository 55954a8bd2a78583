"""Do statements and positions lead to their meeting, document, addressee and carrier? Scored against `links.tsv`."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mahdar.export.gold import gold_reading
from mahdar.language.language import Language
from mahdar.pipeline import read_page
from mahdar.read.files import find_pages
from mahdar.records.claim import DocumentClaim, MeetingClaim, StanceClaim, StatementClaim
from mahdar.records.problem import Problem
from mahdar.records.reading import Reading
from mahdar.records.value import Span
from quality.material import SETS, load_scorer

TABLE = Path(__file__).parent / "links.tsv"
KINDS = ("meeting", "document", "addressee", "carrier")
NONE = "-"
HALF = 0.5
Link = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkScore:
    """How many links of one kind were judged to be there, found, and found rightly."""

    kind: str
    gold: int
    found: int
    right: int

    @property
    def f1(self) -> float:
        """Return F1; 1 where there is nothing to find and nothing was found."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    """An article as read, with its gold."""

    reading: Reading
    gold: dict[str, Any]
    scorer: Any

    def span(self, words: str) -> Span:
        """Return where words of the gold stand in the text."""
        start = self.reading.text.letters.find(words)
        return Span(start=start, end=start + len(words))


def link_scores(known: Language) -> list[LinkScore]:
    """Return the score of each kind of link over all rows of the table, then of all together."""
    want: list[Link] = []
    got: list[Link] = []
    for number, (row, article) in enumerate(_rows(known)):
        want += [(kind, f"{number} {value}") for kind, value in _judged(row)]
        got += [(kind, f"{number} {value}") for kind, value in _found(row, article)]
    scores = [
        _score(kind, [link for link in want if link[0] == kind], [link for link in got if link[0] == kind]) for kind in KINDS
    ]
    return [*scores, _score("all", want, got)]


def _score(kind: str, want: list[Link], got: list[Link]) -> LinkScore:
    """Return how many links are wanted, found and right."""
    return LinkScore(kind=kind, gold=len(want), found=len(got), right=len(set(want) & set(got)))


def _rows(known: Language) -> Iterator[tuple[dict[str, str], _Article]]:
    """Give the rows of the table, each with its article; articles that are not there are left out."""
    scorer = load_scorer()
    read: dict[tuple[str, str], _Article | None] = {}
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            place = (row["set"], row["article"])
            if place not in read:
                read[place] = _read(*place, known, scorer)
            article = read[place]
            if article is not None:
                yield row, article


def _read(name: str, article: str, known: Language, scorer: Any) -> _Article | None:
    """Return an article read, None where its set is not beside this repository."""
    path = SETS[name] / f"{article}.article.json"
    if not path.is_file():
        return None
    traced = next(read_page(page, known) for page in find_pages([path], sys.stdin.buffer) if not isinstance(page, Problem))
    if isinstance(traced, Problem):
        raise SystemExit(f"{article}: {traced.what}")
    return _Article(reading=traced.reading, gold=json.loads((SETS[name] / f"{article}.json").read_text("utf-8")), scorer=scorer)


def _judged(row: dict[str, str]) -> list[Link]:
    """Return the links that a row holds."""
    found = [(kind, row[kind]) for kind in ("meeting", "document", "carrier") if row[kind] != NONE]
    return found + [("addressee", code) for code in row["addressee"].split("+") if code != NONE]


def _found(row: dict[str, str], article: _Article) -> list[Link]:
    """Return the links of the claim that a row is about, in the row's terms; what leads elsewhere is named as such."""
    sort, number = row["claim"][0], int(row["claim"][1:])
    if sort == "p":
        stance = _stance(article, article.gold["stances"][number])
        carrier = _by_key(article, stance.statement) if stance else None
        return [("carrier", _statement_number(article, carrier))] if isinstance(carrier, StatementClaim) else []
    statement = _statement(article, article.span(article.gold["statements"][number]["text"]))
    if statement is None:
        return []
    links = [("addressee", one.of) for one in statement.addressees if one.of]
    meeting, document = _by_key(article, statement.meeting), _by_key(article, statement.document)
    if isinstance(meeting, MeetingClaim):
        links.append(("meeting", _meeting_number(article, meeting)))
    if isinstance(document, DocumentClaim):
        trigger = document.anchor.trigger
        judged = row["document"]
        is_right = judged != NONE and trigger.start <= int(judged) < trigger.end
        links.append(("document", judged if is_right else f"at {trigger.start}"))
    return links


def _by_key(article: _Article, key: str | None) -> object | None:
    """Return the claim with a key."""
    return next((claim for claim in article.reading.claims if key and claim.anchor.key == key), None)


def _overlap(one: Span, other: Span) -> float:
    """Return the letters that two spans share, as a part of all their letters."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))


def _statement(article: _Article, span: Span) -> StatementClaim | None:
    """Return the statement read that holds the words of a span."""
    said = [claim for claim in article.reading.claims if isinstance(claim, StatementClaim)]
    best = max(said, key=lambda claim: _overlap(claim.content, span), default=None)
    return best if best and _overlap(best.content, span) >= HALF else None


def _stance(article: _Article, gold: dict[str, Any]) -> StanceClaim | None:
    """Return the position read that is the same as one of the gold."""
    held = [claim for claim in article.reading.claims if isinstance(claim, StanceClaim)]
    scored = [(article.scorer.similarity("stances", gold, _as_gold(article, claim, "stances"), None), claim) for claim in held]
    best = max(scored, key=lambda pair: float(pair[0]), default=None)
    return best[1] if best and best[0] > 0 else None


def _as_gold(article: _Article, claim: Any, layer: str) -> dict[str, Any]:
    """Return a claim in the shape of the gold."""
    items = gold_reading(replace(article.reading, claims=(claim,)))[layer]
    return dict(items[0]) if items else {"actor": None, "stance": None, "who": []}


def _statement_number(article: _Article, claim: StatementClaim) -> str:
    """Return the number of a statement in the gold, the closest first; where it lies for one that is not there."""
    spans = [article.span(item["text"]) for item in article.gold["statements"]]
    best = max(range(len(spans)), key=lambda number: _overlap(claim.content, spans[number]), default=-1)
    fits = best >= 0 and _overlap(claim.content, spans[best]) >= HALF
    return str(best) if fits else f"at {claim.content.start}"


def _meeting_number(article: _Article, claim: MeetingClaim) -> str:
    """Return the number of a meeting in the gold; where it lies for one that is not there."""
    read = _as_gold(article, claim, "meetings")
    alike = [float(article.scorer.meeting_similarity(item, read)) for item in article.gold["meetings"]]
    best = max(range(len(alike)), key=lambda number: alike[number], default=-1)
    return str(best) if best >= 0 and alike[best] > 0 else f"at {claim.anchor.trigger.start}"
