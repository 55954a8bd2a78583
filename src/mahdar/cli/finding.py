"""`find`: articles and claims by words, phrases, names and filters; `reindex`: the index of search, anew."""

from __future__ import annotations

from dataclasses import asdict

import click

from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import talk, tell_json, tell_table
from mahdar.store.search.ask import ANY, KINDS, parse_query
from mahdar.store.search.find import Hit, Order, find
from mahdar.store.search.index import count_unindexed, reindex
from mahdar.store.search.names import open_lexis

HEAD = ("ID", "KIND", "OUTLET", "PUBLISHED", "TITLE", "WORDS")


@click.command(name="find", context_settings={"ignore_unknown_options": True})
@click.argument("query", nargs=-1, required=True)
@click.option("--kind", type=click.Choice([*KINDS, ANY]), help="What to look for; articles, where nothing is said.")
@click.option("--by", type=click.Choice(["date", "rank"]), default="date", show_default=True, help="Newest or best first.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="The most lines printed.")
@verb
def find_verb(query: tuple[str, ...], kind: str | None, by: Order, limit: int, settings: Settings) -> None:
    """Find articles, meetings, statements and other claims.

    All words of QUERY must occur, in any form and spelling; names are found by any of their spellings, Arabic or English.
    '"a phrase"' is found as it is written, one | other finds either, -word excludes. Filters: actor:RUS kind:meeting
    from:2024-01 to:2024-12 outlet:NAME.
    """
    lexis = open_lexis(settings.language())
    asked = parse_query(" ".join(query), lexis, kind=kind)
    with settings.store() as store:
        found = find(store, asked, lexis, limit=limit, by=by)
        unseen = count_unindexed(store)
    if settings.as_json:
        tell_json([asdict(hit) for hit in found])
    elif found:
        tell_table(HEAD, [_row(hit) for hit in found])
    if unseen:
        talk(f"{unseen} articles of this store are not in the index yet. Run `mahdar reindex`.")
    if not found:
        talk("nothing found.")


@click.command(name="reindex")
@verb
def reindex_verb(settings: Settings) -> None:
    """Index all articles for search anew."""
    lexis = open_lexis(settings.language())
    with settings.store() as store:
        many = reindex(store, lexis)
    if settings.as_json:
        tell_json({"articles": many})
    talk(f"{many} articles indexed.")


def _row(hit: Hit) -> tuple[str, ...]:
    """Return a hit as cells; the words asked for stand in double brackets."""
    more = f" (+{hit.others} of the record)" if hit.others else ""
    name = hit.record_id or hit.claim_id or hit.article_id
    return (name, hit.kind + more, hit.outlet or "", (hit.published or "")[:10], hit.title or "", hit.snippet.marked())
