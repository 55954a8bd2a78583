"""`make quality-errors`: what would gain most, the errors of each layer by the rule or word behind them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mahdar.export.gold import gold_reading
from mahdar.language.language import Language
from mahdar.pipeline import read_page
from mahdar.read.files import find_pages
from mahdar.records.claim import Claim
from mahdar.records.problem import Problem
from mahdar.records.reading import Traced
from mahdar.records.value import Value
from quality.material import SETS, absent, language, load_scorer

KINDS = {
    "states": ("state", "nisba", "city"),
    "orgs": ("org", "nisba"),
    "persons": ("person", "role", "post"),
    "meetings": ("meet",),
    "statements": ("say", "speech"),
    "stances": ("stance",),
    "agreements": ("agree",),
    "events": ("event",),
}
"""The kinds of words that a layer's claims come from."""
TELLING = ("form", "act", "stance", "status", "type", "name")
"""Fields whose rule names the words that a claim comes from."""
BEFORE = 90
"""Letters before the words of a statement in which its verb stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """One item that is missed, false, or right but for a field; `behind` is the rule or word that it comes from."""

    layer: str
    sort: str
    behind: str
    article: str
    words: str


def main() -> int:
    """Print the groups of errors, the largest first."""
    parser = argparse.ArgumentParser(prog="python -m quality.errors", description=__doc__)
    parser.add_argument("--set", dest="names", action="append", choices=SETS, help="only this set; may be given again")
    parser.add_argument("--layer", action="append", choices=KINDS, help="only this layer; may be given again")
    parser.add_argument("--most", type=int, default=12, metavar="N", help="groups shown of each layer (12)")
    parser.add_argument("--each", type=int, default=3, metavar="N", help="cases shown of each group (3)")
    args = parser.parse_args()
    reason = absent()
    if reason:
        print(f"skipped: {reason}.")
        return 0
    known, scorer = language(), load_scorer()
    errors = [error for name in args.names or SETS for error in find_errors(SETS[name], known, scorer)]
    for layer in args.layer or KINDS:
        _tell([error for error in errors if error.layer == layer], layer, args)
    return 0


def find_errors(folder: Path, known: Language, scorer: Any) -> Iterator[Error]:
    """Give all errors in one folder of articles."""
    for page in find_pages(sorted(folder.glob("*.article.json")), sys.stdin.buffer):
        traced = page if isinstance(page, Problem) else read_page(page, known)
        if isinstance(traced, Problem):
            print(f"{traced.article}: {traced.what}", file=sys.stderr)
            continue
        name = traced.reading.text.name or ""
        gold = json.loads((folder / f"{name}.json").read_text("utf-8"))
        article = json.loads((folder / f"{name}.article.json").read_text("utf-8"))
        text = scorer.Text((article.get("title") or "") + "\n" + article["text"])
        for layer in KINDS:
            yield from _layer_errors((name, layer), gold, traced, (scorer, text))


def _layer_errors(place: tuple[str, str], gold: Mapping[str, Any], traced: Traced, tools: tuple[Any, Any]) -> Iterator[Error]:
    """Give the errors of one layer of one article."""
    (name, layer), (scorer, text) = place, tools
    golds, preds = (scorer.layer_items(reading, layer) for reading in (gold, gold_reading(traced.reading)))
    pairs = scorer.match(layer, golds, preds, text)
    rules = _rules(traced, layer, scorer)
    for number, item in enumerate(golds):
        if number not in {i for i, _ in pairs}:
            yield Error(layer=layer, sort="missed", behind=_seen(item, layer, traced), article=name, words=_words(item))
    for number, item in enumerate(preds):
        if number not in {j for _, j in pairs}:
            rule = rules.get(_words(item), "no rule")
            yield Error(layer=layer, sort="false", behind=rule, article=name, words=_words(item))
    for i, j in pairs if layer in scorer.FIELDS else ():
        for field, is_right in scorer.FIELDS[layer](golds[i], preds[j], text):
            if not is_right:
                said = f"{golds[i].get(field)} ≠ {preds[j].get(field)} in {_words(preds[j])}"
                rule = rules.get(_words(preds[j]), "no rule")
                yield Error(layer=layer, sort=f"wrong {field}", behind=rule, article=name, words=said)


def _rules(traced: Traced, layer: str, scorer: Any) -> dict[str, str]:
    """Return for each item that we found the rule that made its claim."""
    rules: dict[str, str] = {}
    for claim in traced.reading.claims:
        for item in scorer.layer_items(gold_reading(replace(traced.reading, claims=(claim,))), layer):
            rules.setdefault(_words(item), _rule(claim))
    return rules


def _rule(claim: Claim) -> str:
    """Return the rule that made a claim: of its telling fields the first that has one."""
    held = (getattr(claim, name, None) for name in TELLING)
    return next((value.rule for value in held if isinstance(value, Value)), claim.kind)


def _seen(item: Any, layer: str, traced: Traced) -> str:
    """Return which words of the lexicon stand in what was missed."""
    doc = traced.annotated
    words = item if isinstance(item, str) else item.get("evidence") or item.get("text") or item.get("name") or ""
    if layer in ("states", "orgs"):
        held = any(hit.entry == item for hit in doc.hits)
        return "its name is in the lexicon" if held else "no name of it is in the lexicon"
    start = doc.text.letters.find(words)
    if start < 0:
        return "its words are not in the text as we cleaned it"
    first = start - BEFORE if layer == "statements" else start
    spans = ((hit, doc.tokens.starts[hit.first]) for hit in doc.hits if hit.kind in KINDS[layer])
    held = sorted({hit.entry for hit, at in spans if first <= at < start + len(words)})
    return "seen: " + ", ".join(held[:3]) if held else "no word of the lexicon"


def _words(item: Any) -> str:
    return json.dumps(item, ensure_ascii=False) if not isinstance(item, str) else item


def _tell(errors: list[Error], layer: str, args: argparse.Namespace) -> None:
    """Print the groups of one layer."""
    groups: dict[tuple[str, str], list[Error]] = {}
    for error in errors:
        groups.setdefault((error.sort, error.behind), []).append(error)
    print(f"\n{layer}: {len(errors)} errors")
    for (sort, behind), held in sorted(groups.items(), key=lambda group: -len(group[1]))[: args.most]:
        print(f"  {len(held):>3}  {sort}  {behind}")
        for error in held[: args.each]:
            print(f"         {error.article}: {error.words[:170]}")


if __name__ == "__main__":
    sys.exit(main())
