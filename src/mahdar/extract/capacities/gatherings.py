"""Which gathering, committee or delegation is told beside words of presiding?"""

from __future__ import annotations

from mahdar.extract.events.field import Field
from mahdar.extract.ground import Ground
from mahdar.extract.meetings.triggers import ABSTRACT
from mahdar.extract.nominal import meeting_noun
from mahdar.records.annotated import Hit

HEAD = "head-of-delegation"
BEFORE = 14
"""Words before «under the chairmanship of» within which the noun of the gathering stands."""
AHEAD = 9
"""Words after a verb of presiding within which it stands."""
GATHERED = frozenset({"meeting", "session", "summit", "round"})
COMMITTEE = "gather.lajna"
TALKS = "meet.tafawada"
"""The sense of negotiating, whose noun tells talks."""
NEAR = 3
"""Words after a noun of capacity within which its gathering is named."""


def head_before(field: Field, place: int) -> tuple[tuple[int, int], str] | None:
    """Return the gathering or delegation told last before a place in its clause: its tokens, and `HEAD` for a delegation."""
    first, _ = field.ground.sentence_limits(place)
    for at in range(place - 1, max(first, place - BEFORE) - 1, -1):
        head = _head(field.ground, at)
        if head:
            return head
        if field.is_stop(at) or _is_other_body(field.ground, at):
            return None
    return None


def _is_other_body(ground: Ground, place: int) -> bool:
    """Return True for a committee: whoever presides over it does not preside over the gathering told before."""
    noun = meeting_noun(ground, place)
    return noun is not None and noun.entry == COMMITTEE


def head_after(field: Field, place: int, limit: int) -> tuple[tuple[int, int], str] | None:
    """Return the gathering or delegation that follows a verb of presiding."""
    for at in range(place, min(limit, place + AHEAD)):
        head = _head(field.ground, at)
        if head:
            return head
        if field.is_stop(at) or field.is_break(at) or field.finite(at):
            return None
    return None


def _head(ground: Ground, place: int) -> tuple[tuple[int, int], str] | None:
    """Return what is presided over at a place: a gathering, a joint committee, a delegation."""
    noun = meeting_noun(ground, place)
    if noun and _is_gathering(noun) and ground.language.senses[noun.entry].traits.get("kind", "meeting") in GATHERED:
        return (noun.first, noun.last), ""
    if ground.has(place, "capacity", "group"):
        return (place, place + 1), HEAD
    return ((place, place + 1), "") if ground.has(place, "capacity", "committee") else None


def _is_gathering(noun: Hit) -> bool:
    """Return True for a noun that tells one gathering: no committee, dialogue or contact in general."""
    if noun.entry.startswith("gather."):
        return noun.entry not in {COMMITTEE, "gather.marasim", "gather.munawarat"}
    return noun.form != "word" and (noun.entry == TALKS or noun.entry not in ABSTRACT)


def gathering_after(field: Field, place: int) -> tuple[int, int] | None:
    """Return the gathering named right after a noun of capacity («as chair of the summit»)."""
    for at in range(place, place + NEAR):
        if field.ground.doc.tokens.kinds[at : at + 1] != "w" or field.is_break(at):
            return None
        head = _head(field.ground, at)
        if head:
            return head[0] if not head[1] else None
    return None
