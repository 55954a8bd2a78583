"""Under which conditions is an initiative put forward or backed?"""

from __future__ import annotations

from mahdar.extract.events.field import Field
from mahdar.extract.events.subjects import is_verb
from mahdar.extract.expressions import COMMAS
from mahdar.extract.nominal import phrase_end
from mahdar.records.annotated import Hit
from mahdar.records.claim import Condition

REACH = 22
"""Words after the noun of an initiative within which a condition opens."""
LONGEST = 22
SORT = "condition-"
OWN = frozenset({"proviso", "no-preconditions"})
"""Sorts that may stand behind a comma or another clause."""
PREPOSITION = "function.preposition"
FEWEST = 2
"""Words that a condition has at least."""


def conditions_of(field: Field, noun: Hit) -> tuple[Condition, ...]:
    """Return the conditions that follow an initiative in its clause, in text order; none inside another."""
    _, limit = field.ground.sentence_limits(noun.first)
    found: list[Condition] = []
    place, in_clause = noun.last, True
    while place < min(limit, noun.last + REACH):
        if field.is_stop(place) or field.ground.doc.tokens.kinds[place] == "b":
            break
        hit = _opener(field, place)
        sort = hit.detail[0].removeprefix(SORT) if hit else ""
        if hit and (in_clause or sort in OWN):
            last = _end(field, hit)
            if last - hit.first >= FEWEST or sort == "no-preconditions":
                found.append(Condition(sort=sort, words=field.ground.doc.span(hit.first, last)))
                place = last
                continue
        in_clause = in_clause and not _leaves(field, place)
        place += 1
    return tuple(found)


def _opener(field: Field, place: int) -> Hit | None:
    """Return the words that open a condition at a place; «according to» a source opens none."""
    ground = field.ground
    hits = [hit for hit in ground.hits_at.get(place, ()) if hit.kind == "initiative" and hit.detail[0].startswith(SORT)]
    hit = max(hits, key=lambda one: one.last, default=None)
    if hit is None or place in field.named or ground.has(hit.last, "initiative", "source"):
        return None
    return hit


def _end(field: Field, hit: Hit) -> int:
    """Return the token after a condition: its noun phrase, or its clause up to a stop or comma."""
    ground = field.ground
    if hit.detail[0] == SORT + "no-preconditions":
        return hit.last
    _, limit = ground.sentence_limits(hit.first)
    place = hit.last
    while place < min(limit, hit.first + LONGEST) and not (
        field.is_stop(place) or ground.doc.tokens.kinds[place] == "b" or ground.word(place) in COMMAS
    ):
        if place > hit.last + 1 and _leaves(field, place):
            break
        if place > hit.last and _opener(field, place):
            break
        place += 1
    return max(hit.last, phrase_end(field, place - 1, 1)) if place > hit.last else hit.last


def _leaves(field: Field, place: int) -> bool:
    """Return True where the clause of an initiative is left: another report, a relative aside."""
    ground = field.ground
    if ground.has(place, "acting", "aside"):
        return True
    governed = any(hit.entry == PREPOSITION for hit in ground.hits_at.get(place - 1, ()))
    return not governed and place not in field.named and ground.has(place, "say") and is_verb(field, place)
