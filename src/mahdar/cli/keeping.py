"""`backup`, `restore`, `publish`: a store into a file, whole or without its full texts, and back."""

from __future__ import annotations

from pathlib import Path

import click

from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import talk, tell_json
from mahdar.store.backup import back_up, restore
from mahdar.store.database import open_store
from mahdar.store.search.index import reindex
from mahdar.store.search.names import open_lexis


@click.command(name="backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@verb
def backup_verb(file: Path, settings: Settings) -> None:
    """Write the whole store into FILE: articles, readings, records with their ids, judgements.

    Others may read and write meanwhile; FILE holds one state. It is a store itself, so every command can look into it.
    """
    with settings.store() as store:
        many = back_up(store, file)
    if settings.as_json:
        tell_json({"articles": many, "file": str(file)})
    talk(f"{many} articles and all that is known of them are in {file}.")


@click.command(name="restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@verb
def restore_verb(file: Path, settings: Settings) -> None:
    """Bring all of a backup FILE into an empty store, and index it for search."""
    lexis = open_lexis(settings.language())
    with settings.store() as store:
        many = restore(store, file)
        reindex(store, lexis)
    if settings.as_json:
        tell_json({"articles": many, "file": str(file)})
    talk(f"{many} articles restored from {file}.")


@click.command(name="publish")
@click.argument("file", type=click.Path(path_type=Path))
@verb
def publish_verb(file: Path, settings: Settings) -> None:
    """Write a copy of the store for the public into FILE, a new one: no pages, and of each text only the cited sentences.

    Formulae and issues that stand outside of cited sentences are not in the copy.
    """
    from mahdar.export.public import publish

    lexis = open_lexis(settings.language())
    with settings.store() as store:
        many = publish(store, file)
    with open_store(f"sqlite:///{file}") as copy:
        reindex(copy, lexis)
    if settings.as_json:
        tell_json({"articles": many})
    talk(f"{file}: {many} articles without their full texts. Serve it: `mahdar serve --public --db {file}`.")
