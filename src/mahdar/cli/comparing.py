"""`likeness`: how alike two articles are."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from mahdar.batch.likeness import score_pairs
from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import tell_json


@click.command(name="likeness")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@verb
def likeness_verb(file: Path, settings: Settings) -> None:
    """Tell how alike the two articles of each line of FILE are, from 0 to 1.

    FILE holds JSON Lines with id, title_1, text_1, title_2 and text_2; what is printed are lines of id,score.
    """
    with file.open(encoding="utf-8") as lines:
        found = score_pairs(lines, settings.language())
    if settings.as_json:
        tell_json([asdict(one) for one in found])
        return
    click.echo("id,score")
    for one in found:
        click.echo(f"{one.id},{one.score:.4f}")
