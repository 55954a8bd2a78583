"""Which articles from elsewhere were annotated by hand, and what must a reader find in them?

The articles are not ours to ship: a row of `blind/` names one by its id in the shared bench, and words of the annotation are
pairs of places in `title + newline + text`. `tuned` lay open while rules were written; nobody writes a
rule by `held`.
"""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

HERE = Path(__file__).parent / "blind"
SETS = ("tuned", "held")
LAYERS = ("actors", "meetings", "statements", "stances", "agreements", "events")

Node: TypeAlias = "dict[str, Node] | list[Node] | str | int | bool | None"


def file_of(name: str) -> Path:
    """Return the file of a set."""
    return HERE / f"{name}.jsonl"


def write_set(name: str, bench: Path, folder: Path) -> None:
    """Write a set into a folder as articles with their gold, in the shape of the annotation guide."""
    articles = _articles(bench)
    for line in file_of(name).read_text("ascii").splitlines():
        row = json.loads(line)
        article = articles[row["id"]]
        letters = f"{article['title'] or ''}\n{article['text'] or ''}"
        gold = {"id": row["id"], **{layer: _words(row[layer], letters) for layer in LAYERS}}
        for suffix, held in ((".article.json", article), (".json", gold)):
            (folder / f"{row['id']}{suffix}").write_text(json.dumps(held, ensure_ascii=False), "utf-8")


@cache
def _articles(bench: Path) -> dict[str, Any]:
    """Return the articles of the shared bench by their ids."""
    with gzip.open(bench, "rt", encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, lines)}


def _words(held: Node, letters: str) -> Node:
    """Return an annotation with words for the places that it was kept with."""
    if isinstance(held, dict):
        return {key: _words(each, letters) for key, each in held.items()}
    if isinstance(held, list):
        if len(held) == 2 and all(type(each) is int for each in held):
            return letters[held[0] : held[1]]  # type: ignore[misc]
        return [_words(each, letters) for each in held]
    return held
