"""How far does a word of meeting reach, to its left and to its right?"""

from __future__ import annotations

from mahdar.extract.ground import Ground
from mahdar.extract.meetings.triggers import FINITE

STOPS = frozenset(";:\N{ARABIC SEMICOLON}")


def reach_right(ground: Ground, first: int, limit: int) -> int:
    """Return the place where what belongs to a trigger ends, going right from `first`: a clause, a topic, another verb."""
    place = first
    while place < limit:
        if _ends_clause(ground, place, first) or ground.has(place, "clause", "topic"):
            return place
        place += 1
    return limit


def reach_left(ground: Ground, last: int, limit: int) -> int:
    """Return the place where the clause that holds a trigger begins, going left from `last`; `limit` where none does."""
    place = last - 1
    while place >= limit:
        if ground.word(place) in STOPS or ground.has(place, "clause", "break") or _says(ground, place):
            return place + 1
        place -= 1
    return limit


def _ends_clause(ground: Ground, place: int, first: int) -> bool:
    """Return True where another clause begins: a conjunction, a verb of speech or meeting, a stop."""
    if ground.word(place) in STOPS or ground.has(place, "clause", "break") or _says(ground, place):
        return True
    return place > first and any(
        hit.kind == "meet" and hit.form in FINITE and not hit.entry.startswith("light.") and hit.last - hit.first == 1
        and not ground.has(place, "person") and not ground.has(place, "role")
        for hit in ground.hits_at.get(place, ())
    )


def _says(ground: Ground, place: int) -> bool:
    """Return True where a finite verb of speech stands, or a participle that goes on with speech."""
    return any(
        hit.kind == "say" and (hit.form in FINITE or hit.form == "active") and hit.last - hit.first == 1
        and not any(other.kind in {"person", "role", "name"} for other in ground.hits_at[place])
        for hit in ground.hits_at.get(place, ())
    )
