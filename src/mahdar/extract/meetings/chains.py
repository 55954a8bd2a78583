"""Which nouns of meeting are one phrase («the fifth session of the joint committee»)?"""

from __future__ import annotations

from mahdar.arabic.letters import ARTICLE, LAM
from mahdar.extract.ground import Ground
from mahdar.records.annotated import Hit

NOMINAL = frozenset({"masdar", "nouns", "word"})
LINKS = 5
"""Words (a number, adjectives, «of») that may stand between two nouns of one phrase."""
PART = "part"
"""The trait of nouns that name a part of something longer: round, session, meeting, work."""
OF = "from"
MEANING = frozenset({"party", "clause", "say", "mood", "role", "state", "nisba", "org"})
"""Kinds of words that are no adjective of a noun of meeting."""


def chain_at(ground: Ground, place: int) -> Hit | None:
    """Return the phrase of several nouns of meeting that begins at a place, as a hit of its first noun; None for one noun."""
    head = _part_at(ground, place)
    if head is None:
        return None
    last = head.last
    part = head
    while (after := _next(ground, part)) is not None:
        part, last = after, after.last
        if not _is_part(ground, after):
            break
    return head._replace(last=last) if last > head.last else None


def _part_at(ground: Ground, place: int) -> Hit | None:
    """Return the longest noun of a part that begins at a place, without a pronoun."""
    hits = [hit for hit in ground.hits_at.get(place, ()) if _is_noun(hit) and _is_part(ground, hit)]
    return max(hits, key=lambda hit: hit.last, default=None)


def _is_noun(hit: Hit) -> bool:
    """Return True for a noun of meeting that carries no pronoun."""
    return hit.kind == "meet" and hit.form in NOMINAL and not (hit.detail and hit.detail[0].startswith("pronoun"))


def _is_part(ground: Ground, hit: Hit) -> bool:
    """Return True where a noun may be a part of what the next noun names."""
    return ground.language.senses[hit.entry].traits.get(PART) == "yes"


def _next(ground: Ground, part: Hit) -> Hit | None:
    """Return the noun that a part belongs to: in the genitive right after it, after «of», or with «of» written onto it."""
    first = part.last
    is_open = not ground.word(part.last - 1).startswith(ARTICLE)
    limit = min(first + LINKS, ground.sentence_limits(first - 1)[1])
    of, place = False, first
    while place < limit:
        hits = [hit for hit in ground.hits_at.get(place, ()) if _is_noun(hit) and not ground.has(place, "clause")]
        hit = max(hits, key=lambda hit: hit.last, default=None)
        if hit and (hit.prefix == LAM or (not hit.prefix and (of or (is_open and place == first)))):
            return hit
        of = of or ground.has(place, "party", OF)
        if not _is_link(ground, place):
            return None
        place = max((hit.last for hit in ground.hits_at.get(place, ()) if hit.kind == "ordinal"), default=place + 1)
    return None


def _is_link(ground: Ground, place: int) -> bool:
    """Return True for «of», a number, or a word that may be an adjective: in no name, and of no other meaning."""
    if ground.doc.tokens.kinds[place] == "n" or ground.has(place, "ordinal") or ground.has(place, "party", OF):
        return True
    if place in ground.named or ground.doc.tokens.kinds[place] != "w":
        return False
    return not any(hit.kind in MEANING or hit.entry == "function.preposition" for hit in ground.hits_at.get(place, ()))
