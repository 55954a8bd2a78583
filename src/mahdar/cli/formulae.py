"""`formulae`: wordings that recur in what is said, since when, until when, in whose mouth."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import talk, tell_json, tell_table
from mahdar.export.formulae import formulae_of
from mahdar.merge.formulae import LEAST, Formula

HEAD = ("OCCASIONS", "FIRST", "LAST", "LATER WITHOUT", "BY", "WORDS")


@click.command(name="formulae")
@click.argument("sides", nargs=-1, metavar="[SIDE]...")
@click.option("--least", type=click.IntRange(2, 1000), default=LEAST, show_default=True, help="Occasions it takes.")
@verb
def formulae_verb(sides: tuple[str, ...], least: int, settings: Settings) -> None:
    """List the wordings that recur in statements of different days, in any inflection; with SIDEs (RUS CHN), in what these say.

    LATER WITHOUT counts the later days on which those who used a wording spoke without it. --json gives every use with its
    claim, article and letters.
    """
    with settings.store() as store:
        found = formulae_of(store, settings.language(), sides=[side.upper() for side in sides], least=least)
    if settings.as_json:
        tell_json([_json(one) for one in found])
    elif found:
        tell_table(HEAD, [_row(one) for one in found])
    if not found:
        talk("no wording recurs on so many occasions.")


def _row(formula: Formula) -> tuple[str, ...]:
    days = _days(formula)
    return (str(formula.occasions), days[0], days[-1], str(formula.silent), " ".join(formula.sides()), formula.words)


def _days(formula: Formula) -> list[str]:
    """Return the days of the uses whose day is known, in order; there are always some."""
    return [use.spoken.day for use in formula.uses if use.spoken.day]


def _json(formula: Formula) -> dict[str, Any]:
    days = _days(formula)
    uses = [
        {
            "claim": use.spoken.claim_id,
            "article": use.spoken.article_id,
            "day": use.spoken.day,
            "speaker": use.spoken.speaker,
            "sides": use.spoken.sides,
            "span": asdict(use.span),
        }
        for use in formula.uses
    ]
    head = {"words": formula.words, "occasions": formula.occasions, "first": days[0], "last": days[-1], "silent": formula.silent}
    return {**head, "sides": formula.sides(), "uses": uses}
