"""What can be asked for on the command line? One file per group of verbs."""

from __future__ import annotations

import logging

import click

from mahdar import __version__
from mahdar.cli.briefings import briefing
from mahdar.cli.comparing import likeness_verb
from mahdar.cli.data import data
from mahdar.cli.digests import digest
from mahdar.cli.dossiers import dossier
from mahdar.cli.exporting import export
from mahdar.cli.finding import find_verb, reindex_verb
from mahdar.cli.formulae import formulae_verb
from mahdar.cli.judging import judge_verb, judgements_verb
from mahdar.cli.keeping import backup_verb, publish_verb, restore_verb
from mahdar.cli.listing import list_group
from mahdar.cli.measuring import gold, score
from mahdar.cli.reading import diff_verb, read, runs
from mahdar.cli.remembering import agreements_verb, positions_verb, series_verb
from mahdar.cli.serving import serve, token
from mahdar.cli.showing import explain_verb, show, why


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, "-V", "--version", prog_name="mahdar", message="%(prog)s %(version)s")
def main() -> None:
    """Read Arabic diplomatic news into a record whose every value leads back to its sentence."""
    logging.basicConfig(format="%(message)s", level=logging.WARNING)


@click.command()
def version() -> None:
    """Print the version."""
    click.echo(__version__)


for command in (
    read,
    show,
    why,
    explain_verb,
    gold,
    score,
    judge_verb,
    judgements_verb,
    list_group,
    find_verb,
    reindex_verb,
    backup_verb,
    restore_verb,
    publish_verb,
    runs,
    diff_verb,
    dossier,
    series_verb,
    positions_verb,
    agreements_verb,
    likeness_verb,
    formulae_verb,
    briefing,
    digest,
    export,
    serve,
    token,
    data,
    version,
):
    main.add_command(command)
