"""`dossier`: all that is on record of two sides, as one document."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import talk
from mahdar.errors import SourceError
from mahdar.export.dossier import dossier_of
from mahdar.export.reader import Digits, Language, Months, Reader
from mahdar.export.tell import Book, Teller, load_book
from mahdar.export.views.means import Means
from mahdar.export.views.pair import Pair, pair_of

MARKDOWN = ".md"
FORMATS = (".docx", MARKDOWN, ".html")


@click.command()
@click.argument("sides", nargs=2, metavar="SIDE SIDE")
@click.option("--out", type=click.Path(path_type=Path), help="The file: .docx, .md or .html. Without it, Markdown is printed.")
@click.option("--lang", type=click.Choice(["ar", "en"]), default="ar", show_default=True, help="Its language.")
@click.option("--digits", type=click.Choice(["latn", "arab"]), default="latn", show_default=True, help="Its digits, in Arabic.")
@click.option(
    "--months", type=click.Choice(["yulyu", "tammuz", "both"]), default="yulyu", show_default=True, help="Its month names."
)
@verb
def dossier(
    sides: tuple[str, str], out: Path | None, lang: Language, settings: Settings, *, digits: Digits, months: Months
) -> None:
    """Write the dossier of two sides (RUS CHN), each line with the numbers of the sentences that say it."""
    from mahdar.export.dossier_file import dossier_bytes  # brings python-docx, which is slow to import

    suffix = out.suffix.lower() if out else MARKDOWN
    if suffix not in FORMATS:
        raise SourceError(f"{out}: a dossier is written as {', '.join(FORMATS)}. Give the file one of these endings.")
    book = load_book(settings.data)
    made = dossier_of(_pair(sides, settings, book), Teller(book=book, reader=Reader(lang=lang, digits=digits, months=months)))
    written = dossier_bytes(made, suffix)
    if out is None:
        click.echo(written.decode("utf-8"), nl=False)
        return
    try:
        out.write_bytes(written)
    except OSError as error:
        raise SourceError(f"{out}: {error.strerror}. Give a file that can be written.") from error
    talk(f"{out}: {sum(len(section.lines) for section in made.sections)} lines, {len(made.citations)} sentences cited.")


def _pair(sides: tuple[str, str], settings: Settings, book: Book) -> Pair:
    """Return what is on record of two sides."""
    one, other = (side.upper() for side in sides)
    unknown = next((side for side in (one, other) if side not in book.wording.sides), None)
    if unknown is not None:
        raise SourceError(
            f"{unknown!r} is no code of a state or organisation, as RUS and ASEAN are. Try `mahdar data where NAME`."
        )
    today = datetime.now(UTC).date().isoformat()
    with settings.store() as store:
        pair = pair_of(store, (one, other), Means(language=settings.language(), phrases=book.phrases, as_of=today))
    if not pair.meetings:
        raise SourceError(f"this store holds no meeting of {one} and {other}. `mahdar show` lists what there is.")
    return pair
