"""`briefing`: chosen records, or what a search finds in a period, as a text to hand on."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from urllib.parse import urlencode

import click

from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import talk
from mahdar.errors import SourceError

PAPERS = ("html", "pdf", "docx", "md", "eml")


@click.command()
@click.argument("records", nargs=-1)
@click.option("--search", "words", default="", help="Search words, as `mahdar find` takes them, in place of records.")
@click.option("--kind", default="meeting", show_default=True, help="What the search looks for.")
@click.option("--since", default="", help="Only what was reported from this day, month or year on.")
@click.option("--until", default="", help="Only what was reported until then.")
@click.option("--title", default="", help="What it is called.")
@click.option("--lang", type=click.Choice(["ar", "en"]), default="ar", show_default=True, help="Its language.")
@click.option("--site", default="http://127.0.0.1:8000", show_default=True, help="The address under which the pages are served.")
@click.option(
    "--out",
    "outs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A file: .html, .pdf, .docx, .md, .eml; may be given several times. One that is there is replaced whole.",
)
@verb
def briefing(
    records: tuple[str, ...], words: str, outs: tuple[Path, ...], settings: Settings, *, site: str, **asked: str
) -> None:
    """Write a briefing on RECORDS, or on what --search finds: ordered lines, each with the numbers of its sentences.

    Written into the folder of `serve --briefings`, a file has the fixed address /briefings/NAME and is replaced whole.
    """
    from mahdar.serve.app import Settings as Served
    from mahdar.serve.app import create_app
    from mahdar.serve.ask import ask

    if not records and not words:
        raise click.UsageError("a briefing takes RECORDS, or --search WORDS.")
    wanted = outs or (Path("-.md"),)
    unknown = next((out for out in wanted if out.suffix.lstrip(".") not in PAPERS), None)
    if unknown is not None:
        raise SourceError(f"{unknown}: a briefing is written as .{', .'.join(PAPERS)}. Give the file one of these endings.")
    query = urlencode([*[("id", one) for one in records], ("q", words), *asked.items()])
    with settings.store() as store:
        served = Served(store=store, is_local=True, language=settings.language(), data=settings.data, site=site)
        app = create_app(served)
        papers = [ask(app, f"/briefing?{query}&paper={out.suffix[1:]}") for out in wanted]
    failed = next((one for one in papers if one.status != 200), None)
    if failed is not None:
        raise SourceError(
            f"no briefing was made ({failed.status}). Look at the records with `mahdar show`, or try --out FILE.html."
        )
    for out, paper in zip(wanted, papers, strict=True):
        if not outs:
            click.echo(paper.body.decode(), nl=False)
            continue
        _replace(out, paper.body)
        talk(f"{out}: {len(paper.body)} bytes.")


def _replace(out: Path, body: bytes) -> None:
    """Put a file in place whole: nobody ever reads half of it."""
    try:
        with tempfile.NamedTemporaryFile(dir=out.absolute().parent, delete=False) as draft:
            draft.write(body)
        os.chmod(draft.name, 0o644)  # noqa: PTH101
        Path(draft.name).replace(out)
    except OSError as error:
        raise SourceError(f"{out}: {error.strerror}. Give a file that can be written.") from error
