"""What of a store may stand on a public machine: everything but the full texts?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from sqlalchemy import func, select

from mahdar.export.quotation import STOPS, window_of
from mahdar.records.value import Span, Words
from mahdar.store.backup import back_up
from mahdar.store.codec import claim_from
from mahdar.store.database import Store, open_store
from mahdar.store.tables import claims, pages, texts

MASK = "\N{MIDDLE DOT}"


def publish(store: Store, file: Path) -> int:
    """Write a copy of a store without pages and full texts into a new file, and return how many articles it holds.

    Of each text only the sentences stay that a claim rests on, at most 25 words for each. All other letters are masked one by
    one, so every place in the text stays true.
    """
    many = back_up(store, file)
    with open_store(f"sqlite:///{file}") as copy:
        strip(copy)
    return many


def strip(store: Store) -> None:
    """Empty the pages of a store and mask what no claim of its texts rests on."""
    with store.write() as connection:
        connection.execute(pages.update().values(content=b""))
        for text_id, letters in connection.execute(select(texts.c.text_id, texts.c.letters)).all():
            held = connection.execute(select(claims.c.body).where(claims.c.text_id == text_id, claims.c.state == "current"))
            spans = {span for row in held for span in spans_of(claim_from(row.body))}
            masked = mask(letters, sorted(spans))
            connection.execute(texts.update().where(texts.c.text_id == text_id).values(letters=masked))


def holds_full_texts(store: Store) -> bool:
    """Tell whether a store holds any page as it was fetched; `publish` leaves none."""
    with store.read() as connection:
        return bool(connection.scalar(select(func.count()).select_from(pages).where(func.length(pages.c.content) > 0)))


def mask(letters: str, spans: Iterable[Span]) -> str:
    """Return letters in which only the quotations around some spans can be read; ends of sentences and spaces stay.

    >>> mask("They met. Then it rained.", [Span(start=5, end=8)])
    'They met. ···· ·· ······.'
    """
    kept = bytearray(len(letters))
    for span in spans:
        begin, finish = window_of(letters, span)
        kept[begin:finish] = b"\x01" * (finish - begin)
    return "".join(sign if held or sign.isspace() or sign in STOPS else MASK for sign, held in zip(letters, kept, strict=True))


def spans_of(held: object) -> Iterator[Span]:
    """Yield every span that a claim points at."""
    match held:
        case Span():
            yield held
        case Words():
            yield Span(start=held.start, end=held.end)
        case tuple():
            for each in held:
                yield from spans_of(each)
        case _ if is_dataclass(held):
            for one in fields(held):
                yield from spans_of(getattr(held, one.name))
