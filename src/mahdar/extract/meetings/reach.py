"""How far does a word of meeting reach, to its left and to its right?"""

from __future__ import annotations

from mahdar.arabic.letters import ALEF
from mahdar.extract.ground import Ground
from mahdar.extract.meetings.chains import NOMINAL
from mahdar.extract.meetings.triggers import FINITE, is_light
from mahdar.records.annotated import Hit

STOPS = frozenset(";:.!?\N{ARABIC SEMICOLON}\N{ARABIC QUESTION MARK}")


def reach_right(ground: Ground, first: int, limit: int) -> int:
    """Return the place where what belongs to a trigger ends, going right from `first`: a clause, a topic, another verb."""
    place = first
    while place < limit:
        if _relative_of_party(ground, place):
            place += 2
            continue
        if _ends_clause(ground, place, first) or ground.has(place, "clause", "topic") or _is_other_noun(ground, place, first):
            return place
        place += 1
    return limit


def place_reach(ground: Ground, first: int, limit: int) -> int:
    """Return where the clause after a trigger ends for its place and day: at another clause or verb, past topics."""
    return next(
        (place for place in range(first, limit) if _ends_clause(ground, place, first) and not _relative_of_party(ground, place)),
        limit,
    )


def _relative_of_party(ground: Ground, place: int) -> bool:
    """Return True for «which … chaired», «that brought together», «that will be held»: a relative that goes on with it."""
    held = any(hit.kind == "meet" and is_light(ground, hit) for hit in ground.hits_at.get(place + 1, ()))
    relative = any(hit.entry == "function.pronoun" for hit in ground.hits_at.get(place, ()))
    scheduled = relative and any(ground.has(near, "mood", "planned") for near in (place + 1, place + 2))
    return ground.has(place, "clause", "break") and (ground.has(place + 1, "party", "gathers", "holds") or held or scheduled)


def _is_other_noun(ground: Ground, place: int, first: int) -> bool:
    """Return True where the margins of a forum, or another noun of meeting, begin: it has its own parties."""
    return (
        place > first
        and place not in ground.named
        and not ground.has(place, "party", "holds")
        and any(
            hit.kind == "meet"
            and (
                hit.entry.startswith("margin.")
                or (hit.form in NOMINAL and hit.entry.startswith(("meet.", "gather.", "visit.", "call.")))
            )
            for hit in ground.hits_at.get(place, ())
        )
    )


def reach_left(ground: Ground, last: int, limit: int) -> int:
    """Return the place where the clause that holds a trigger begins, going left from `last`; `limit` where none does."""
    place = last - 1
    while place >= limit:
        if place not in ground.named and (
            ground.word(place) in STOPS or ground.has(place, "clause", "break") or says(ground, place)
        ):
            return place + 1
        place -= 1
    return limit


def _ends_clause(ground: Ground, place: int, first: int) -> bool:
    """Return True where another clause begins: a conjunction, a verb of speech or meeting, a stop."""
    if place in ground.named or ground.has(place, "party", "gathers", "holds"):
        return False
    if _in_date(ground, place):
        return False
    if ground.word(place) in STOPS or ground.has(place, "clause", "break") or says(ground, place):
        return True
    if place > first and any(_is_other_verb(hit) for hit in ground.hits_at.get(place, ())):
        return True
    return place > first and any(
        hit.kind == "meet" and hit.form in FINITE and not hit.entry.startswith("light.") and hit.last - hit.first == 1
        for hit in ground.hits_at.get(place, ())
    )


def _in_date(ground: Ground, place: int) -> bool:
    """Return True for the words of a day: «two days ago» begins as a clause would; «for the first time in five years» is none."""
    return any(
        date.first <= place < date.last and not any(hit.detail[:1] == ("since",) for hit in ground.hits_at.get(date.first, ()))
        for date in ground.doc.dates
    )


def _is_other_verb(hit: Hit) -> bool:
    """Return True for a verb of another act in a form that no noun shares."""
    if hit.kind not in {"event", "stance", "agree"} or hit.last > hit.first + 1:
        return False
    return hit.form == "present" or (hit.form == "past" and hit.detail[:1] != ("3ms",))


def says(ground: Ground, place: int) -> bool:
    """Return True where a finite verb of speech stands, or a participle that goes on with speech."""
    return place not in ground.named and any(
        hit.kind == "say"
        and hit.last - hit.first == 1
        and (hit.form in FINITE or (hit.form == "active" and _goes_on(ground, hit)))
        for hit in ground.hits_at.get(place, ())
    )


def _goes_on(ground: Ground, hit: Hit) -> bool:
    """Return True where a participle stands in the accusative or agrees with a feminine or dual speaker."""
    return ground.word(hit.first).endswith(ALEF) or (bool(hit.detail) and hit.detail[0] in {"fs", "fd", "mp"})
