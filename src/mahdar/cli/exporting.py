"""`export`: a page of the store as a file that other programs read; all events as one data set."""

from __future__ import annotations

from pathlib import Path

import click

from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import talk
from mahdar.errors import SourceError
from mahdar.export.formats.write import FORMATS

EVENTS = "events"
SITE = "http://127.0.0.1:8000"


@click.command()
@click.argument("address")
@click.option("--format", "form", type=click.Choice([*FORMATS, "json"]), default="csv", show_default=True, help="Its format.")
@click.option("--out", type=click.Path(path_type=Path), help="The file; without it, the bytes go to stdout.")
@click.option("--lang", type=click.Choice(["ar", "en"]), default="ar", show_default=True, help="Its language.")
@click.option(
    "--site", default=SITE, show_default=True, help="The address under which the pages are served: ids of feeds begin so."
)
@verb
def export(address: str, form: str, out: Path | None, settings: Settings, **asked: str) -> None:
    """Write what a page shows to a file: the same lines, in the same order.

    ADDRESS is that of a page, as /meetings, /pair/RUS-CHN, /search?q=WORDS, /m-ID; `events` are all events, one row each, with
    PLOVER type, actors, day and precision, source and sentence.
    """
    written = _events(form, settings, asked["site"]) if address == EVENTS else _page(address, form, settings, asked)
    if out is None:
        click.echo(written, nl=False)
        return
    try:
        out.write_bytes(written)
    except OSError as error:
        raise SourceError(f"{out}: {error.strerror}. Give a file that can be written.") from error
    talk(f"{out}: {len(written)} bytes.")


def _events(form: str, settings: Settings, site: str) -> bytes:
    from mahdar.export.event_data import event_table

    if form not in FORMATS:
        raise SourceError(f"the events are not written as {form}. Ask for one of: {', '.join(FORMATS)}.")
    with settings.store() as store:
        return FORMATS[form].write(event_table(store, site=site))


def _page(address: str, form: str, settings: Settings, asked: dict[str, str]) -> bytes:
    """Return what the pages answer there."""
    from mahdar.serve.app import Settings as Served
    from mahdar.serve.app import create_app
    from mahdar.serve.ask import ask

    path = address if address.startswith("/") else f"/{address}"
    query = f"format={form}&lang={asked['lang']}"
    with settings.store() as store:
        app = create_app(Served(store=store, is_local=True, language=settings.language(), data=settings.data, site=asked["site"]))
        answer = ask(app, f"{path}{'&' if '?' in path else '?'}{query}")
    if answer.status != 200:
        raise SourceError(f"{address} answers {answer.status}: there is no such page, or nothing in it. Try /meetings, /pairs.")
    return answer.body
