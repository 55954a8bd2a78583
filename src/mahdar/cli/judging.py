"""`judge`: what a person says of a record or claim; `judgements`: all that was said, and where it stands now."""

from __future__ import annotations

import getpass
from dataclasses import asdict
from datetime import UTC, datetime

import click

from mahdar.batch.judging import PAIRS, judge_and_name
from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import talk, tell_json
from mahdar.export.whole import ALIASES
from mahdar.records.judgement import Said, Verdict
from mahdar.store.judgements import Judged, find_judgements, find_orphans

VERDICTS: dict[str, Verdict] = {
    "right": "right",
    "wrong": "wrong",
    "should-be": "should_be",
    "same": "same",
    "different": "different",
    "unsure": "unsure",
}


@click.command(name="judge")
@click.argument("name", metavar="ID")
@click.argument("verdict", type=click.Choice(list(VERDICTS)))
@click.argument("other", required=False, metavar="[VALUE|OTHER]")
@click.option("--field", help="The field meant: who, when, where, status...; the whole where it is not given.")
@click.option("--why", default="", help="The reason, for those who come after.")
@click.option("--who", envvar="MAHDAR_WHO", help="Who says so; the account's name where it is not given.")
@click.option("--when", help="When it was said, in ISO 8601; now where it is not given.")
@verb
def judge_verb(name: str, verdict: str, other: str | None, settings: Settings, **said: str | None) -> None:
    """Say that a record or claim is right or wrong, what a field should be, or whether two are the same.

    `judge ID right`, `judge ID wrong --field when`, `judge ID should-be VALUE --field where`, `judge ID same OTHER`.
    """
    if (other is not None) != (verdict in (*PAIRS, "should-be")):
        needs = "the other record" if verdict in PAIRS else "the value" if verdict == "should-be" else "no further argument"
        raise click.UsageError(f"`{verdict}` takes {needs}.")
    now = datetime.now(UTC)
    field = said["field"]
    with settings.store() as store:
        judged = judge_and_name(
            store,
            Said(
                verdict=VERDICTS[verdict],
                about=(name, other) if verdict in PAIRS and other else (name,),
                field=ALIASES.get(field, field) if field else None,
                value=other if verdict == "should-be" else None,
                who=said["who"] or getpass.getuser(),
                when=said["when"] or now.isoformat(timespec="seconds"),
                why=said["why"] or "",
            ),
            settings.language(),
        )
    _tell((judged,), settings)


@click.command(name="judgements")
@click.option("--orphaned", is_flag=True, help="Only those whose claim is gone.")
@verb
def judgements_verb(orphaned: bool, settings: Settings) -> None:
    """List what people said, the first first, and the claim that each stands at now."""
    with settings.store() as store:
        found = find_orphans(store) if orphaned else find_judgements(store)
    _tell(found, settings)
    if not settings.as_json and not found:
        talk("none is orphaned." if orphaned else "nobody has said anything yet: `mahdar judge --help`.")


def _tell(found: tuple[Judged, ...], settings: Settings) -> None:
    if settings.as_json:
        tell_json([asdict(one) for one in found])
        return
    for one in found:
        said = one.judgement
        value = f" {said.value}" if said.value else ""
        click.echo(f"{said.judgement_id}  {said.verdict.replace('_', '-')}{value}  by {said.who}, {said.when}")
        for target, place in zip(said.targets, one.attachments, strict=True):
            field = f" {target.field}" if target.field else ""
            where = place.claim_id if place.state == "attached" else f"orphaned: {place.reason}"
            click.echo(f"  {target.kind}{field} at {where} (seen: {' '.join(target.seen.split())})")
        if said.why:
            click.echo(f"  why: {said.why}")
