"""To whom were the words said?"""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.arabic.letters import LAM
from mahdar.extract.statements.field import Field
from mahdar.extract.statements.stage import Said
from mahdar.records.annotated import Mention
from mahdar.records.claim import Addressee

FACING = frozenset(
    {"call-for", "urge", "ask", "demand", "warn", "threaten", "accuse", "announce", "congratulate", "thank", "condole"}
)
"""Acts whose direct object is who is addressed: «urged the parties to», «informed his guest that»."""
TOLD = frozenset({"person", "state", "org", "sides"})
HEADED = frozenset({"object", "phrase"})
"""Forms of content at whose head the addressee may stand: «demanded of Iraq that»."""
SCENE = 3
"""Words within which a preposition of the scene governs a mention."""


def addressees_of(field: Field, said: Said) -> tuple[Addressee, ...]:
    """Return those to whom the words are addressed: named between the verb and what was said, or at its head, in text order."""
    found: dict[tuple[str | None, str | None], Addressee] = {}
    for mention in _told(field, said):
        for code in mention.of or (None,):
            if mention.kind == "person" or code not in said.speaker.of:
                one = Addressee(actor=mention.actor, of=code, evidence=mention.span)
                found.setdefault((one.actor, one.of), one)
    return tuple(found.values())


def _told(field: Field, said: Said) -> Iterator[Mention]:
    """Yield the mentions that are addressed, those that «and» joins to them too."""
    spoken = said.speaker.span
    last = said.content.first + (1 if said.act in FACING and said.content.form in HEADED else 0)
    place, scene, joined = said.last, 0, False
    while place < last:
        mention = field.mentions.get(place)
        if mention is None:
            scene = field.mark(place, "speech.scene", "speech.relative") or scene
            place += 1
            continue
        is_speaker = spoken is not None and mention.span.start < spoken.end and spoken.start < mention.span.end
        in_scene = scene and place - scene < SCENE
        if not is_speaker and not in_scene and mention.kind in TOLD and _is_told(field, said, mention):
            yield mention
            joined = True
        place, scene = mention.last, 0
        last = place + 1 if joined and place in field.mentions and field.joined(field.mentions[place]) else last


def _is_told(field: Field, said: Said, mention: Mention) -> bool:
    """Return True for a mention with the particle «to», or that is the object of a verb of facing somebody."""
    if mention.form == "nisba":
        return False
    if field.governed(mention):
        return field.word(mention.first).startswith(LAM)
    return said.act in FACING
