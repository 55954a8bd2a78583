"""Where do the words end that go on with a speaker's noun, and whom does that noun serve?"""

from __future__ import annotations

from mahdar.arabic.letters import ARTICLE
from mahdar.extract.statements.field import OPENING, WAW, Field

TAIL = 9
"""Words after a noun for a speaker in which its side may stand."""


def tail_of(field: Field, place: int) -> tuple[int, tuple[str, ...]]:
    """Return where the words end that go on with a speaker's noun (adjectives, the side), and the side."""
    limit = min(place + TAIL, field.ground.sentence_limits(place - 1)[1])
    is_definite = field.word(place - 1).removeprefix(WAW).startswith(ARTICLE)
    side: tuple[str, ...] = ()
    while place < limit:
        mention = field.mentions.get(place)
        if mention and mention.of:
            if field.joined(mention) or (is_definite and mention.form != "nisba" and not field.governed(mention)):
                break
            side, place = side or mention.of[:1], mention.last
        elif field.mark(place, "speech.nameless"):
            place = field.mark(place, "speech.nameless")
        elif not side and field.mark(place, "speaker.body"):
            place = field.mark(place, "speaker.body")
        elif _is_tail(field, place, is_open=not side):
            place = max(place + 1, field.mark(place, "document.of"))
        else:
            break
    return place, side


def _is_tail(field: Field, place: int, *, is_open: bool) -> bool:
    """Return True for an adjective, a word of issuing, or a noun that the side follows."""
    if (is_open and field.word(place).startswith(ARTICLE)) or field.mark(place, "document.of"):
        return True
    known = [kind for kind, _, _ in field.marks.get(place, ()) if not kind.startswith("speaker.")]
    named = place + 1 in field.mentions or (field.word(place + 1) in OPENING and place + 2 in field.mentions)
    return is_open and (field.is_word(place) or field.word(place) in OPENING) and not known and named


def past_quote(field: Field, place: int) -> int:
    """Return the place after a closing mark that stands right after a name."""
    return (
        place + 1
        if field.word(place) in {'"', "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"} and place not in field.quotes
        else place
    )
