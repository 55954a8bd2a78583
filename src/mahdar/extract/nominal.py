"""How far does the noun phrase reach that begins here, whom does it name, and which meeting does it tell?"""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.arabic.clitics import CONJUNCTIONS
from mahdar.arabic.letters import ALEF, ARTICLE
from mahdar.arabic.verbs import TEH, YEH
from mahdar.extract.events.field import Field
from mahdar.extract.events.subjects import is_verb
from mahdar.extract.expressions import COMMAS
from mahdar.extract.ground import Ground
from mahdar.extract.meetings.chains import NOMINAL
from mahdar.extract.meetings.triggers import LIGHT
from mahdar.records.annotated import Hit, Mention
from mahdar.records.claim import Claim, MeetingClaim
from mahdar.records.value import Span

PLACES = frozenset({"state", "org", "person", "city"})
SEEN, NOON = "\N{ARABIC LETTER SEEN}", "\N{ARABIC LETTER NOON}"
LEADING = frozenset({"capacity", "initiative"})
"""Lexica whose words say nothing of their part of speech."""
SHORTEST = 4
"""Letters that a word has at least in which the shape of a verb can be seen."""
CLOSE = ")"
NAME = 4
"""Words that a name between quotation marks has at most."""


def is_told(ground: Ground, hit: Hit) -> bool:
    """Return True for words of the article itself, title or content."""
    number = ground.doc.sentence_of[hit.first]
    return number >= 0 and ground.doc.sentences[number].part != "furniture"


def phrase_end(field: Field, first: int, longest: int) -> int:
    """Return the token after a noun phrase: before a stop, a comma, another clause, a verb; words that end none are left out."""
    ground = field.ground
    _, limit = ground.sentence_limits(first)
    place = first
    while place < min(limit, first + longest) and not _ends(field, place, first):
        place += 1
    while place > first + 1 and _is_loose(field, place - 1, first):
        place -= 1
    return place


def _ends(field: Field, place: int, first: int) -> bool:
    """Return True where a phrase cannot go on."""
    ground = field.ground
    if field.is_stop(place) or ground.doc.tokens.kinds[place] == "b":
        return True
    if place == first:
        return False
    if ground.word(place) in COMMAS or _opens_speech(field, place):
        return True
    if field.is_break(place) or ground.has(place, "acting", "aside"):
        return True
    return place not in field.named and (is_verb(field, place) or looks_like_verb(ground, place))


def _opens_speech(field: Field, place: int) -> bool:
    """Return True for a mark that opens a quotation of more words than a name has."""
    return any(quote.first == place + 1 and quote.last - quote.first > NAME for quote in field.ground.doc.quotes)


def _is_loose(field: Field, place: int, first: int) -> bool:
    """Return True for a word that no phrase ends with: a particle, a word of time, a sign but one that closes what it holds."""
    if field.ground.doc.tokens.kinds[place] == "p":
        closes = any(quote.last == place and quote.first >= first for quote in field.ground.doc.quotes)
        return field.ground.word(place) != CLOSE and not closes
    return place not in field.named and (field.is_particle(place) or place in field.timed)


def looks_like_verb(ground: Ground, place: int) -> bool:
    """Return True for a word of no lexicon in the shape of a verb: a present or future form, or a past form of the feminine."""
    word = ground.word(place)
    if ground.doc.tokens.kinds[place] != "w" or len(word) < SHORTEST or word.startswith(ARTICLE):
        return False
    if any(hit.kind not in LEADING for hit in ground.hits_at.get(place, ())):
        return False
    bare = word[1:] if word[0] in CONJUNCTIONS else word
    if bare.startswith((YEH, SEEN + YEH, SEEN + TEH, SEEN + NOON)):
        return True
    return bare.endswith(TEH) and not bare.endswith(ALEF + TEH) and len(bare) >= SHORTEST


def is_masdar(ground: Ground, place: int) -> bool:
    """Return True for a noun in teh marbuta, which folded looks like a verb with its object («hosting», «he hosted it»)."""
    doc = ground.doc
    return doc.letters(place, place + 1).endswith("\N{ARABIC LETTER TEH MARBUTA}")


def is_denied(ground: Ground, place: int) -> bool:
    """Return True for a verb that is told not to have happened, or that somebody cannot do."""
    if any(mood.mood == "negated" and mood.first <= place < mood.last for mood in ground.doc.moods):
        return True
    return ground.has(place - 1, "position", "negator")


def bare_span(ground: Ground, hit: Hit, last: int) -> Span:
    """Return the span from a hit's word to a token, without the one letter that is written onto the word."""
    span = ground.doc.span(hit.first, last)
    return Span(start=span.start + 1, end=span.end) if len(hit.prefix) == 1 else span


def named_in(ground: Ground, first: int, last: int) -> tuple[Mention, ...]:
    """Return the states, organisations, people and cities named within tokens [first, last)."""
    return tuple(mention for mention in ground.doc.mentions if mention.kind in PLACES and first <= mention.first < last)


def meeting_noun(ground: Ground, place: int) -> Hit | None:
    """Return the noun of meeting that stands at a place, the longest; None for verbs, light verbs and press conferences."""
    hits = [
        hit
        for hit in ground.hits_at.get(place, ())
        if hit.kind == "meet"
        and hit.form in NOMINAL
        and not hit.entry.startswith((LIGHT, "margin.", "press."))
        and ground.language.senses[hit.entry].traits.get("kind") not in {"departure", "press-conference", "letter"}
    ]
    return max(hits, key=lambda hit: hit.last, default=None)


def meeting_at(ground: Ground, found: Sequence[Claim], first: int, last: int) -> MeetingClaim | None:
    """Return the meeting whose words stand within tokens [first, last), None where none do."""
    if first >= last:
        return None
    span = ground.doc.span(first, last)
    return next(
        (
            claim
            for claim in found
            if isinstance(claim, MeetingClaim) and span.start < claim.anchor.trigger.end and claim.anchor.trigger.start < span.end
        ),
        None,
    )
