"""Which letters does the store hold, and where did they go in a newer text?"""

from __future__ import annotations

from sqlalchemy import Connection, select

from mahdar.errors import StoreError
from mahdar.records.text import Text
from mahdar.store.align import Block, align
from mahdar.store.rows import insert_new
from mahdar.store.tables import text_alignments, texts


def keep_text(connection: Connection, text: Text) -> None:
    """Write the letters of a text down, once."""
    insert_new(connection, texts, [{"text_id": text.text_id, "letters": text.letters}])


def letters_of(connection: Connection, text_id: str) -> str:
    """Return the letters of a text; a text that was never read is a StoreError."""
    letters = connection.scalar(select(texts.c.letters).where(texts.c.text_id == text_id))
    if letters is None:
        raise StoreError(f"no text {text_id[:12]} in this store. Read the article that it comes from first: `mahdar read`.")
    return str(letters)


def align_texts(connection: Connection, old_text: str, new_text: str) -> tuple[Block, ...]:
    """Return what two stored texts share, worked out once."""
    pair = (text_alignments.c.old_text == old_text) & (text_alignments.c.new_text == new_text)
    known = connection.scalar(select(text_alignments.c.blocks).where(pair))
    if known is not None:
        return tuple(Block(old=old, new=new, length=length) for old, new, length in known)
    found = align(letters_of(connection, old_text), letters_of(connection, new_text))
    if old_text != new_text:
        rows = [[block.old, block.new, block.length] for block in found]
        insert_new(connection, text_alignments, [{"old_text": old_text, "new_text": new_text, "blocks": rows}])
    return found
