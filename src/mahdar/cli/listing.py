"""`list`: the articles, claims, records and problems that a store holds."""

from __future__ import annotations

from dataclasses import asdict

import click

from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import problem_json, tell_json, tell_table
from mahdar.export.changed import shown_claims
from mahdar.store.query import claims_of, current_claims, find_article, find_articles, find_problems, find_records


@click.group(name="list")
def list_group() -> None:
    """List what the store holds."""


@list_group.command()
@verb
def articles(settings: Settings) -> None:
    """List the articles: id, name, outlet, day of publication, title."""
    with settings.store() as store:
        found = find_articles(store)
    if settings.as_json:
        tell_json([asdict(one) for one in found])
        return
    rows = [
        (one.article_id, one.name or "", one.published or "", one.outlet or "", one.title or "", one.url or "") for one in found
    ]
    tell_table(("ARTICLE", "NAME", "PUBLISHED", "OUTLET", "TITLE", "ADDRESS"), rows)


@list_group.command()
@click.argument("article", required=False)
@click.option("--kind", help="Only this kind: actor, meeting, statement...")
@verb
def claims(article: str | None, kind: str | None, settings: Settings) -> None:
    """List the claims of an ARTICLE (its id, address or name), or of all."""
    with settings.store() as store:
        held = claims_of(store, find_article(store, article).article_id) if article else current_claims(store)
        found = shown_claims(store, [one for one in held if kind in (None, one.claim.kind)])
    if settings.as_json:
        tell_json([asdict(one) for one in found])
        return
    tell_table(("CLAIM", "KIND", "WORDS"), [(one.claim_id, one.kind, one.words) for one in found])


@list_group.command()
@click.option("--kind", help="Only this kind: meeting, actor, statement...")
@verb
def records(kind: str | None, settings: Settings) -> None:
    """List the living records of every kind: id, kind, number of claims and articles. `mahdar show` tells of the meetings."""
    with settings.store() as store:
        found = find_records(store, kind=kind)
    rows = [
        (one.record_id, one.group.kind, len(one.group.members), len({m.article_id for m in one.group.members})) for one in found
    ]
    if settings.as_json:
        tell_json([dict(zip(("record", "kind", "claims", "articles"), row, strict=True)) for row in rows])
        return
    tell_table(("RECORD", "KIND", "CLAIMS", "ARTICLES"), [tuple(map(str, row)) for row in rows])


@list_group.command()
@verb
def problems(settings: Settings) -> None:
    """List what could not be read, and what was met in texts and not understood: article, stage, what, what to do."""
    with settings.store() as store:
        found = find_problems(store)
    if settings.as_json:
        tell_json([problem_json(one) for one in found])
        return
    tell_table(("ARTICLE", "STAGE", "WHAT", "WHAT TO DO"), [(one.article, one.stage, one.what, one.remedy) for one in found])
