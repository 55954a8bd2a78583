"""Where do the words of an object end?"""

from __future__ import annotations

from mahdar.arabic.clitics import CONJUNCTIONS
from mahdar.arabic.letters import ALEF, LAM
from mahdar.extract.stances.holders import leads_at
from mahdar.extract.stances.view import CLOSING, OPENING, View

LONGEST = 24
"""Words that an object may have."""
ALONE = 2
"""Words that may stand alone."""
FULL = 4
"""Words after which a relative clause only adds to what already stands alone."""
PURPOSE = 5
"""Words after which a purpose clause only adds to what already stands alone."""
RELATIVE = 11
"""Words that an object with its relative clause may have."""
JOINTS = 4
"""Deeds that one position may join."""
FINITE = frozenset({"past", "present"})
PREPOSITION = "function.preposition"
VERBS = frozenset({"say", "stance", "event", "meet", "agree"})
BRACKETS = frozenset("()[]-")
WAW = CONJUNCTIONS[0]


def split_deeds(view: View, first: int) -> list[tuple[int, int]]:
    """Return the object that begins at a place, and those that «and» joins to it where each names a deed."""
    found: list[tuple[int, int]] = []
    start: int | None = first
    while start is not None and len(found) < JOINTS:
        last, after = _end(view, start)
        if last <= start:
            break
        found.append((start, last))
        start = after
    return found


def object_end(view: View, first: int, begin: int) -> int:
    """Return the token after the last of a clause that goes on at `first` and began at `begin`."""
    limit = min(view.limit(first), begin + LONGEST)
    place = first
    while place < limit and not (place > first and _closes(view, first, place, is_clause=True)):
        place += 1
    return trimmed(view, begin, place)


def _end(view: View, first: int) -> tuple[int, int | None]:
    """Return the token after an object's last, and where the next joined deed begins, None for none."""
    limit = min(view.limit(first), first + LONGEST)
    is_deed = bool(deed_at(view, first))
    is_clause = not is_deed and is_verb(view, first)
    relative = 0
    place = first
    while place < limit:
        if place > first:
            if not relative and place > first + (1 if is_deed else FULL) and deed_at(view, place) == WAW:
                return trimmed(view, first, place), place
            if _closes(view, first, place, is_clause=is_clause or relative > 0) or (relative and place - first > RELATIVE):
                break
            relative = relative or view.mark(place, "relative") or int(place > first + 1 and is_verb(view, place))
        place += 1
    joins = place < limit and view.is_comma(place) and deed_at(view, place + 1) == WAW
    after = place + 1 if (is_deed or place > first + 2) and joins else None
    return trimmed(view, first, place), after


def deed_at(view: View, place: int) -> str | None:
    """Return the particle before a deed that stands at a place (a blank for none), None where there is no deed."""
    for hit in view.ground.hits_at.get(place, ()):
        if hit.kind == "position" and hit.detail[0] == "deed":
            return hit.prefix or " "
    return None


def _closes(view: View, first: int, place: int, *, is_clause: bool) -> bool:
    """Return True where the words of an object end before a place."""
    sign = view.ground.word(place)
    if view.field.is_stop(place) or view.is_comma(place) or view.ground.doc.tokens.kinds[place] == "b" or sign in BRACKETS:
        return True
    if view.mark(place, "end", "list") or place in view.field.timed:
        return True
    if view.mark(place, "relative") and place - first >= FULL:
        return True
    if _joins_position(view, place):
        return True
    if (place - first >= PURPOSE and deed_at(view, place) == LAM) or goes_on_saying(view, place):
        return True
    if is_clause:
        return is_verb(view, place) and sign.startswith(WAW)
    if place <= first + 1 or not is_verb(view, place) or view.mark(place - 1, "said", "negator", "hedge"):
        return False
    return sign.startswith(WAW) or place - first >= FULL


def _joins_position(view: View, place: int) -> bool:
    """Return True where «and» joins another noun of position with its own object: «… and opposition to»."""
    for hit in view.ground.hits_at.get(place, ()):
        if hit.kind == "stance" and hit.form == "masdar" and hit.prefix == WAW:
            if hit.detail[0].startswith("pronoun:"):
                return True
            leads = [word for word, role in view.ground.language.senses[hit.entry].frame if role == "object" and word != "object"]
            if any(leads_at(view, at, lead) for at in (hit.last, hit.last + 1) for lead in leads):
                return True
    return False


def goes_on_saying(view: View, place: int) -> bool:
    """Return True where a participle in the accusative goes on with speech: «stressing»."""
    return view.ground.word(place).endswith(ALEF) and any(
        hit.kind in {"say", "stance"} and (hit.form == "active" or (hit.form == "word" and not hit.prefix))
        for hit in view.ground.hits_at.get(place, ())
    )


def is_verb(view: View, place: int) -> bool:
    """Return True where a word can only be a finite verb; after a preposition stands none."""
    if place in view.field.named or view.is_particle(place) or deed_at(view, place):
        return False
    if any(hit.entry == PREPOSITION for hit in view.ground.hits_at.get(place - 1, ())):
        return False
    hits = [hit for hit in view.ground.hits_at.get(place, ()) if hit.kind in VERBS and hit.last == place + 1]
    return bool(hits) and all(hit.form in FINITE for hit in hits)


def trimmed(view: View, first: int, last: int) -> int:
    """Return `last` moved left over commas, unmatched marks, and particles that lead nowhere."""
    words = view.ground.doc.tokens.words
    while last > first:
        if view.is_word(last - 1) and not view.is_particle(last - 1):
            break
        if words[last - 1] in CLOSING and any(sign in OPENING for sign in words[first : last - 1]):
            break
        last -= 1
    return last
