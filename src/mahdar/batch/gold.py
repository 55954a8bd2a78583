"""How does a folder of articles become a folder of readings in the shape of the annotation guide, and how is that scored?"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from mahdar.batch.local import Outcome
from mahdar.errors import SourceError
from mahdar.export.gold import gold_reading
from mahdar.records.problem import Problem

SCORER = "score.py"


def write_gold(outcomes: Iterable[Outcome], folder: Path) -> tuple[Problem, ...]:
    """Write `ID.json` for each article read, and return the problems of those that were not."""
    folder.mkdir(parents=True, exist_ok=True)
    problems: list[Problem] = []
    for outcome in outcomes:
        if isinstance(outcome, Problem):
            problems.append(outcome)
            continue
        page, reading = outcome
        name = page.meta.name or page.page_id[:16]
        if Path(name).name != name:
            problems.append(_bad_name(name))
            continue
        found = json.dumps({**gold_reading(reading), "id": name}, ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(found + "\n", "utf-8")
    return tuple(problems)


def find_scorer(gold: Path) -> Path:
    """Return the `score.py` beside a folder of gold readings, or in a folder above it."""
    for folder in (gold.resolve(), *gold.resolve().parents):
        if (folder / SCORER).is_file():
            return folder / SCORER
    raise SourceError(f"{gold}: no {SCORER} in it or above it. Give its path: `--scorer PATH`.")


def run_scorer(scorer: Path, gold: Path, predicted: Path, *, options: Sequence[str] = ()) -> str:
    """Return what the scorer prints of two folders."""
    command = [sys.executable, str(scorer), str(gold), str(predicted), *options]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SourceError(f"{scorer} failed: {done.stderr.strip()[-400:]}. Check the folder of gold readings {gold}.")
    return done.stdout


def _bad_name(name: str) -> Problem:
    what = f"the id {name!r} cannot be the name of a file"
    return Problem(article=name, stage="gold", what=what, remedy="Give the article an id without slashes.")
