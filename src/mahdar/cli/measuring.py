"""`gold`: readings in the shape of the annotation guide; `score`: how right they are."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from mahdar.batch.gold import find_scorer, run_scorer, write_gold
from mahdar.batch.local import Outcome, read_many
from mahdar.cli.model import model_options
from mahdar.cli.reading import workers_option
from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import problem_json, talk, tell_json, tell_problems, with_progress
from mahdar.extract.aid import Aid
from mahdar.read.files import find_pages
from mahdar.records.problem import Problem

folder = click.Path(path_type=Path, file_okay=False)


@click.command()
@click.argument("source", type=click.Path(path_type=Path, exists=True), metavar="IN")
@click.argument("out", type=folder)
@workers_option
@model_options
@verb
def gold(source: Path, out: Path, workers: int, aids: tuple[Aid, ...], settings: Settings) -> None:
    """Write one ID.json for each ID.article.json of the folder IN to the folder OUT."""
    problems = _write(_readings(source, settings, workers=workers, aids=aids), out)
    written = sorted(path.name for path in out.glob("*.json"))
    if settings.as_json:
        tell_json({"out": str(out), "files": written, "problems": [problem_json(one) for one in problems]})
    talk(f"{len(written)} readings in {out}.")
    if problems:
        sys.exit(1)


@click.command()
@click.argument("gold_folder", type=click.Path(path_type=Path, file_okay=False, exists=True), metavar="GOLD")
@click.option(
    "--scorer",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="score.py; else looked for beside and above GOLD.",
)
@click.option("--errors", metavar="LAYER", help="Print the misses and false alarms of one layer.")
@workers_option
@model_options
@verb
def score(
    gold_folder: Path, scorer: Path | None, errors: str | None, settings: Settings, *, workers: int, aids: tuple[Aid, ...]
) -> None:
    """Read the articles of the folder GOLD and score the readings against the ones in it."""
    command = scorer or find_scorer(gold_folder)
    options = [*(["--json"] if settings.as_json else []), *(["--errors", errors] if errors else [])]
    with tempfile.TemporaryDirectory() as held:
        problems = _write(_readings(gold_folder, settings, workers=workers, aids=aids), Path(held))
        click.echo(run_scorer(command, gold_folder, Path(held), options=options), nl=False)
    if problems:
        sys.exit(1)


def _readings(source: Path, settings: Settings, *, workers: int, aids: tuple[Aid, ...]) -> Iterator[Outcome]:
    """Return what becomes of the articles of a folder."""
    pages = find_pages([source], sys.stdin.buffer)
    return with_progress(read_many(pages, settings.language(), workers=workers, aids=aids), "reading")


def _write(outcomes: Iterator[Outcome], out: Path) -> tuple[Problem, ...]:
    problems = write_gold(outcomes, out)
    tell_problems(problems)
    return problems
