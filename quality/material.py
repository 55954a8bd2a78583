"""Which articles and which scorer is quality measured with?"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mahdar.batch.gold import run_scorer, write_gold
from mahdar.batch.local import read_many
from mahdar.extract.aid import Aid
from mahdar.language.cache import load_language
from mahdar.language.language import Language
from mahdar.read.files import find_pages
from mahdar.records.ids import digest
from quality import blind

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "gold" / "score.py"
BULK = SHARED / "bench" / "bulk.jsonl.gz"
CACHE = ROOT / "build" / "cache"
SETS = {"seeds": SHARED / "gold" / "seeds", "dev": SHARED / "gold" / "dev", "sample": ROOT / "sample" / "gold"}
"""Folders of `ID.article.json` with what a reader must find in each, `ID.json`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What the scorer says of one set, and the digest of the set, so that scores of two corpora are never compared."""

    name: str
    digest: str
    table: dict[str, Any]


def absent() -> str | None:
    """Return why nothing can be measured, None where it can."""
    if SCORER.is_file():
        return None
    return f"there is no {SCORER.relative_to(SHARED.parent)} beside this repository, so there is nothing to measure on"


def language(data: Path | None = None) -> Language:
    """Return the language of the shipped data, or of another folder."""
    return load_language(data, CACHE) if data else load_language(cache=CACHE)


def load_scorer() -> Any:
    """Return the scorer as a module, for its notion of the same thing."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{SCORER} cannot be loaded.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score_sets(known: Language, aids: tuple[Aid, ...] = ()) -> Iterator[Scored]:
    """Give the scores of each set that is there."""
    for name, folder in SETS.items():
        if any(folder.glob("*.article.json")):
            yield Scored(name=name, digest=set_digest(folder), table=_table(folder, known, aids))
    for name in blind.SETS if BULK.is_file() else ():
        with tempfile.TemporaryDirectory() as folder:
            blind.write_set(name, BULK, Path(folder))
            table = _table(Path(folder), known, aids)
        yield Scored(name=f"blind-{name}", digest=digest(blind.file_of(name).read_bytes())[:16], table=table)


def _table(folder: Path, known: Language, aids: tuple[Aid, ...]) -> dict[str, Any]:
    """Return what the scorer says of our readings of a folder."""
    with tempfile.TemporaryDirectory() as held:
        predict(folder, Path(held), known, aids)
        table: dict[str, Any] = json.loads(run_scorer(SCORER, folder, Path(held), options=["--json"]))
    return table


def predict(folder: Path, out: Path, known: Language, aids: tuple[Aid, ...] = ()) -> None:
    """Write what we find in each article of a folder; an article that cannot be read stops the measuring."""
    problems = write_gold(read_many(find_pages(sorted(folder.glob("*.article.json")), sys.stdin.buffer), known, aids=aids), out)
    if problems:
        raise SystemExit("\n".join(f"{one.article}: {one.what}" for one in problems))


def set_digest(folder: Path) -> str:
    """Return the digest of all files of a set."""
    files = sorted(folder.glob("*.json"))
    return digest(b"".join(path.name.encode() + b"\0" + path.read_bytes() for path in files))[:16]
