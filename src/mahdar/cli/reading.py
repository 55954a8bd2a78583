"""`read`: pages in, readings and named records kept; `runs` and `diff`: what a run came to."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Any

import click

from mahdar.batch.intake import Intake, take_in
from mahdar.batch.local import read_many
from mahdar.cli.model import model_options
from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import problem_json, talk, tell_json, tell_problems, tell_table, with_progress
from mahdar.errors import StoreError
from mahdar.export.changed import Told, tell_changes
from mahdar.extract.aid import Aid
from mahdar.read.files import find_pages
from mahdar.store.changes import Changes, diff, run_at, runs_of

workers_option = click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that read.")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH... | -")
@workers_option
@model_options
@verb
def read(paths: tuple[str, ...], workers: int, aids: tuple[Aid, ...], settings: Settings) -> None:
    """Read articles and keep what they say.

    PATH is a file (.txt, .html, .json, .jsonl, .jsonl.gz), a folder with all below it, or - for standard input.
    What cannot be read is told with its reason, and the rest is read; the exit is then 1.
    """
    pages = find_pages(paths, sys.stdin.buffer)
    language = settings.language()
    with settings.store() as store:
        outcomes = with_progress(read_many(pages, language, workers=workers, aids=aids), "reading")
        intake = take_in(store, outcomes, language, run=run_at(datetime.now(UTC)))
        changed = tell_changes(store, intake.articles)
    tell_problems(intake.problems)
    _tell(intake, changed, settings)
    if intake.problems:
        sys.exit(1)


@click.command()
@verb
def runs(settings: Settings) -> None:
    """List the runs that changed something, the first first."""
    with settings.store() as store:
        found = runs_of(store)
    if settings.as_json:
        tell_json([{"run": run.run_id, "started": run.started} for run in found])
    else:
        tell_table(("RUN", "STARTED"), [(run.run_id, run.started) for run in found])


@click.command(name="diff")
@click.argument("later", required=False)
@click.argument("earlier", required=False)
@verb
def diff_verb(later: str | None, earlier: str | None, settings: Settings) -> None:
    """Tell what claims a run gained, lost and changed.

    LATER is a run, the last one where it is not given; EARLIER is the run to compare with, the one before LATER where it is
    not given.
    """
    with settings.store() as store:
        ids = [run.run_id for run in runs_of(store)]
        if later is None and not ids:
            raise StoreError("no run has changed this store yet. Read something: `mahdar read PATH`.")
        last = later or ids[-1]
        if earlier is None and last in ids and ids.index(last):
            earlier = ids[ids.index(last) - 1]
        changes = diff(store, earlier, last)
        told = tell_changes(store, changes)
    if settings.as_json:
        tell_json({"run": last, "since": earlier, "articles": [_article_json(each) for each in told]})
        return
    for each in told:
        _tell_article(each)
    talk(f"run {last}: {_counts(changes)}")


def _tell(intake: Intake, changed: tuple[Told, ...], settings: Settings) -> None:
    acts = [{"record": one.record_id, "act": one.act, "other": one.other, "reason": one.reason} for one in intake.named]
    if settings.as_json:
        problems = [problem_json(problem) for problem in intake.problems]
        articles = [_article_json(each) for each in changed]
        tell_json(
            {"run": intake.run.run_id, "read": len(intake.articles), "articles": articles, "records": acts, "problems": problems}
        )
        return
    for each in changed:
        _tell_article(each, is_new=not (each.lost or each.changed))
    talk(f"{_many(len(intake.articles), 'article')} read: {_counts(intake.articles)}.")
    by_act = {act: sum(one.act == act for one in intake.named) for act in ("given", "split", "redirected", "retired")}
    if acts:
        talk("records: " + ", ".join(f"{many} {act}" for act, many in by_act.items() if many) + ".")
    if intake.problems:
        talk(f"{_many(len(intake.problems), 'problem')}, told above.")


def _counts(articles: tuple[Changes, ...]) -> str:
    gained, lost = sum(len(each.gained) for each in articles), sum(len(each.lost) for each in articles)
    changed = sum(len(each.changed) for each in articles)
    return f"{_many(gained, 'claim')} gained, {lost} lost, {_many(changed, 'field')} changed"


def _tell_article(told: Told, *, is_new: bool = False) -> None:
    """Print what became of an article's claims; of one that only gained some, how many: `mahdar diff` lists them."""
    click.echo(f"{told.article_id} {told.name}: +{len(told.gained)} -{len(told.lost)} ~{len(told.changed)}")
    for sign, claims in (("+", () if is_new else told.gained), ("-", told.lost)):
        for claim in claims:
            click.echo(f"  {sign} {claim.claim_id} {claim.kind}: {claim.words}")
    for change in told.changed:
        old, new = (" ".join((side or "nothing").split()) for side in (change.old, change.new))
        click.echo(f"  ~ {change.claim_id} {change.field}: {old} → {new}")


def _article_json(told: Told) -> dict[str, Any]:
    return {
        "article": told.article_id,
        "name": told.name,
        "gained": [{"claim": one.claim_id, "kind": one.kind, "words": one.words} for one in told.gained],
        "lost": [{"claim": one.claim_id, "kind": one.kind, "words": one.words} for one in told.lost],
        "changed": [{"claim": one.claim_id, "field": one.field, "old": one.old, "new": one.new} for one in told.changed],
    }


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
