"""`series`, `positions`, `agreements`: what the store remembers over time, each count with what it counts."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime

import click

from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import talk, tell_json, tell_table
from mahdar.export.phrases import load_phrases
from mahdar.export.views.commitments import Commitment, commitments_of
from mahdar.export.views.means import Means
from mahdar.export.views.positions import Positions, Statement, positions_of
from mahdar.export.views.rounds import Round, Rounds, names_of_rounds, rounds_of


@click.command(name="series")
@click.argument("name", required=False)
@verb
def series_verb(name: str | None, settings: Settings) -> None:
    """List the series and forums of the store; with NAME, its rounds, those missing, and when the next would be."""
    language = settings.language()
    means = Means(language=language, phrases=load_phrases(settings.data), as_of=_today())
    with settings.store() as store:
        named = names_of_rounds(store)
        wanted = [one for one in named if name in (None, one[1])]
        found = [rounds_of(store, kind, code, means) for kind, code in wanted]
    if settings.as_json:
        tell_json([_rounds_json(one) for one in found])
    elif name is None:
        rows = [(one.kind, one.name, str(len(one.rounds)), str(len(one.planned)), str(len(one.missing))) for one in found]
        tell_table(("KIND", "NAME", "ROUNDS TOLD", "ANNOUNCED", "NUMBERS MISSING"), rows)
    else:
        for one in found:
            _tell_rounds(one)
        if not found:
            talk(f"no report tells of a series or forum {name!r}. `mahdar series` lists those that are told of.")


@click.command(name="positions")
@click.argument("actor")
@click.argument("issue")
@verb
def positions_verb(actor: str, issue: str, settings: Settings) -> None:
    """List what an ACTOR (RUS) held on an ISSUE (ukraine), by day, and what each statement adds or leaves out."""
    with settings.store() as store:
        found = positions_of(store, actor.upper(), issue, load_phrases(settings.data))
    if settings.as_json:
        tell_json(asdict(found))
        return
    tell_table(("DAY", "VOICE", "POSITIONS", "FORMULAE", "WORDS"), [_statement_row(one) for one in found.statements])
    for step in found.steps:
        changes = [
            ("adds", step.added),
            ("leaves out", step.dropped),
            ("takes up", step.taken),
            ("no longer tells", step.given_up),
        ]
        told = "; ".join(f"{what} {', '.join(which)}" for what, which in changes if which) or "as before"
        click.echo(f"{step.before.day} → {step.after.day} {_voice(step.after)}: {told}")
    talk(_counted(found))


@click.command(name="agreements")
@click.argument("sides", nargs=-1, metavar="[SIDE...]")
@click.option("--as-of", metavar="DAY", help="The day as of which their state is told; today where it is not given.")
@verb
def agreements_verb(sides: tuple[str, ...], as_of: str | None, settings: Settings) -> None:
    """List what sides bound themselves to, with its stages and its state as of a day."""
    language = settings.language()
    with settings.store() as store:
        found = commitments_of(store, language, sides=[side.upper() for side in sides], as_of=as_of or _today())
    if settings.as_json:
        tell_json([asdict(one) for one in found])
        return
    tell_table(("STATE", "PARTIES", "STAGES", "REPORTS", "RECORDS", "WORDS"), [_commitment_row(one) for one in found])
    cites = {cite.article.article_id for one in found for stage in one.stages for cite in (stage.line.cite, *stage.line.also)}
    talk(f"{len(found)} commitments, told by {len(cites)} reports.")


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _tell_rounds(found: Rounds) -> None:
    rows = [_round_row(one) for one in (*found.rounds, *found.planned)]
    tell_table(("ROUND", "DAY", "STATUS", "LEVEL", "REPORTS", "RECORDS"), rows, title=f"{found.kind} {found.name}")
    if found.missing:
        click.echo(f"no report tells of round {', '.join(map(str, found.missing))}")
    if found.next:
        gaps = " + ".join(map(str, found.next.gaps))
        click.echo(
            f"next about {found.next.day} ({found.next.earliest} to {found.next.latest}): {found.next.last} and the median of the"
            f" {len(found.next.gaps)} gaps of {gaps} days"
        )


def _round_row(one: Round) -> tuple[str, ...]:
    reports = {article.article_id for meeting in one.meetings for article in meeting.sources}
    records = " ".join(meeting.record_id for meeting in one.meetings)
    number = "" if one.ordinal is None else str(one.ordinal)
    return number, one.day or "", one.status, one.level or "", str(len(reports)), records


def _rounds_json(found: Rounds) -> dict[str, object]:
    rows = [
        dict(zip(("round", "day", "status", "level", "reports", "records"), _round_row(one), strict=True))
        for one in (*found.rounds, *found.planned)
    ]
    after = asdict(found.next) if found.next else None
    return {"kind": found.kind, "name": found.name, "rounds": rows, "missing": found.missing, "next": after}


def _statement_row(one: Statement) -> tuple[str, ...]:
    kinds = sorted({("not " if line.negated else "") + line.stance for line in one.stances})
    return one.day or "", _voice(one), ", ".join(kinds), ", ".join(one.formulae), str(one.cite.words)


def _voice(one: Statement) -> str:
    return " ".join(filter(None, (one.speaker, f"({one.office})" if one.office else ""))) or "the side"


def _counted(found: Positions) -> str:
    reports = {one.cite.article.article_id for one in found.statements}
    lines = sum(len(one.stances) for one in found.statements)
    return f"{lines} positions in {len(found.statements)} statements, told by {len(reports)} reports."


def _commitment_row(one: Commitment) -> tuple[str, ...]:
    stages = ", ".join(f"{stage.state} {stage.day or '?'}" for stage in one.stages)
    records = " ".join(dict.fromkeys(stage.record_id for stage in one.stages))
    return one.state, " ".join(one.parties), stages, str(one.reports), records, str(one.stages[-1].line.cite.words)
