"""Who is the subject of this verb, where the clause itself says so?"""

from __future__ import annotations

from typing import NamedTuple

from mahdar.arabic.clitics import PREPOSITIONS
from mahdar.extract.events.field import Field
from mahdar.extract.expressions import COMMAS
from mahdar.records.annotated import Hit, Mention

NEAR = 8
"""Words after a verb within which its subject begins."""
RELATIVE = 4
"""Words after a noun within which the verb of its relative clause stands."""
LAUNCHED = ("launched",)
BACK = 30
"""Words before a verb within which its clause begins."""
OBLIQUE = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}"
NUMBERS = ("3md", "3fd", "3mp", "1p", "1s")
"""Persons of a verb that no subject follows: before its subject a verb of the third person stands in the singular."""


class Named(NamedTuple):
    """A subject as the clause names it: mentions, or words for the speaker's own side; `first`, `last` are its tokens."""

    group: tuple[Mention, ...]
    is_self: bool
    first: int
    last: int


def subject_of(field: Field, verb: Hit, limit: int) -> Named | None:
    """Return the subject of a finite verb: before it, else after it up to `limit`."""
    person = verb.detail[0] if verb.detail else ""
    return subject_before(field, verb.first, person) or subject_after(field, verb.last, limit, person)


def subject_after(field: Field, first: int, limit: int, person: str = "") -> Named | None:
    """Return the sides named right after a verb, perhaps behind a body (army, delegation) and words of time.

    `person` is that of the verb, with which its subject agrees; empty where what stands before is no verb.
    """
    if person.endswith(NUMBERS):
        return None
    place, body, listed = first, -1, False
    while place < min(limit, first + NEAR):
        mention = field.at.get(place)
        if mention and not mention.of and mention.form == "title":
            body, place = (place if body < 0 else body), mention.last
            continue
        if mention:
            named = _usable(field, mention, first if body < 0 else body, is_behind_body=body >= 0)
            return named if body >= 0 or listed or agrees(field, mention, person) else None
        if field.ground.has(place, "acting", "self"):
            return Named((), True, place, place + 1)
        each = _each(field, place)
        if each:
            place, listed = each, True
            continue
        if field.is_body(place):
            body = place if body < 0 else body
        elif body >= 0 and field.is_preposition(place) and place + 1 in field.at and field.at[place + 1].form == "capital":
            mention = field.at[place + 1]
            return Named((mention,), False, body, mention.last)
        elif not field.is_filler(place) and not (body >= 0 and _goes_on(field, place)):
            return None
        place += 1
    return None


def agrees(field: Field, mention: Mention, person: str) -> bool:
    """Return True where a side can be the subject of a verb in this person.

    No masculine verb goes with the name of a state, but for those of the data; «the two sides» in the oblique case are
    the object of a verb before them.
    """
    if mention.kind == "sides":
        return not (person and field.ground.word(mention.first).endswith(OBLIQUE))
    if mention.kind == "person":
        known = field.ground.language.world.people.get(mention.actor or "")
        return known is None or known.gender not in {"m", "f"} or _gender(person) in {known.gender, ""}
    is_name = mention.kind == "state" and mention.form in {"name", "capital"}
    return not is_name or _gender(person) != "m" or field.ground.has(mention.first, "acting", "masculine")


def _gender(person: str) -> str:
    """Return m or f for a verb in the third person singular, empty for any other."""
    return {"3ms": "m", "3fs": "f"}.get(person.removeprefix("f"), "")


def _usable(field: Field, mention: Mention, first: int, *, is_behind_body: bool) -> Named | None:
    """Return a mention as subject unless a preposition governs it or it is only an adjective."""
    adjective = mention.form == "nisba" and not is_behind_body and not _is_people(field, mention)
    if adjective or field.governor(mention) or not mention.of:
        return None
    group = field.group(mention)
    return Named(group, False, first, group[-1].last)


def _is_people(field: Field, mention: Mention) -> bool:
    """Return True for a people («the Russians»)."""
    return any(
        hit.kind == "nisba" and hit.detail and hit.detail[0] in {"mp", "mo", "md"}
        for hit in field.ground.hits_at.get(mention.first, ())
    )


def _each(field: Field, place: int) -> int | None:
    """Return the place after words that open a list («each of»), None where none stand here."""
    return next(
        (hit.last for hit in field.ground.hits_at.get(place, ()) if hit.kind == "acting" and hit.detail[0] == "each"), None
    )


def _goes_on(field: Field, place: int) -> bool:
    """Return True where a word may belong to the noun before it: no particle, verb or sign."""
    ground = field.ground
    return ground.doc.tokens.kinds[place] == "w" and not field.is_particle(place) and not ground.has(place, "say")


def launched_by(field: Field, first: int) -> Named | None:
    """Return who did what a noun before `first` names, where a relative clause says so: «the raids that the planes launched»."""
    _, limit = field.ground.sentence_limits(first - 1)
    for place in range(first, min(limit, first + RELATIVE)):
        if field.is_stop(place) or (place in field.at and field.at[place].form != "nisba"):
            return None
        hits = field.ground.hits_at.get(place, ())
        hit = next((hit for hit in hits if hit.kind == "acting" and hit.detail[:1] == LAUNCHED), None)
        named = subject_after(field, hit.last, limit) if hit else None
        if named and not named.is_self:
            return named
    return None


def subject_before(field: Field, verb: int, person: str = "") -> Named | None:
    """Return the sides that the clause begins with, or that stand right before the verb; none where «and» opens the verb.

    `person` is that of the verb, with which its subject agrees.
    """
    found = _subject_before(field, verb)
    if found is None or len(found.group) != 1 or found.group[0].kind != "state" or field.is_body(found.first):
        return found
    return found if agrees(field, found.group[0], person) else None


def _subject_before(field: Field, verb: int) -> Named | None:
    """Return the sides that the clause begins with, or that stand right before the verb."""
    if _opens(field, verb) or has_own_noun(field, verb):
        return None
    start = _clause_start(field, verb)
    main = _before_relative(field, start)
    if main:
        return main
    place = start
    while place < verb:
        mention = field.at.get(place)
        if mention:
            found = _usable(field, mention, start, is_behind_body=place > start and field.is_body(place - 1))
            if found and found.last <= verb:
                return found
            break
        if not (field.is_body(place) or field.is_filler(place) or field.is_break(place) or _each(field, place)):
            break
        if field.ground.has(place, "acting", "self"):
            return Named((), True, place, place + 1)
        place += 1
    if field.ground.has(place, "acting", "self"):
        return Named((), True, place, place + 1)
    return _right_before(field, verb, start)


def _before_relative(field: Field, start: int) -> Named | None:
    """Return the side of whom a relative clause spoke that ends before a verb: «the envoy who met them said»."""
    first, _ = field.ground.sentence_limits(start) if start < len(field.ground.doc.tokens) else (0, 0)
    if start - 2 < first or not is_verb(field, start - 1) or not field.ground.has(start - 2, "acting", "relative"):
        return None
    last = start - 2
    mention = next(
        (
            field.at[place]
            for place in range(last - 1, max(first, last - NEAR) - 1, -1)
            if place in field.at and field.at[place].last == last
        ),
        None,
    )
    return _usable(field, mention, mention.first, is_behind_body=True) if mention else None


def has_own_noun(field: Field, verb: int) -> bool:
    """Return True where a noun that names no side stands right before a verb, or before its relative: that is its subject."""
    first, _ = field.ground.sentence_limits(verb)
    if _opens(field, verb):
        return False
    place = verb - 1
    while place >= first and field.is_filler(place):
        place -= 1
    if place >= first and field.ground.has(place, "acting", "relative"):
        return place - 1 not in field.named
    if place < first or not _is_free(field, place):
        return False
    while place > first and _is_free(field, place - 1):
        place -= 1
    governed = field.is_preposition(place - 1) or _has_preposition(field, place)
    start = _clause_start(field, verb)
    return not governed or (start > first and is_verb(field, start - 1))


def _is_free(field: Field, place: int) -> bool:
    """Return True for a word that is no side, particle, verb, conjunction or sign."""
    ground = field.ground
    if place in field.named or ground.doc.tokens.kinds[place] != "w" or field.is_body(place) or field.is_break(place):
        return False
    return not field.is_particle(place) and not ground.has(place, "acting") and field.finite(place) is None


def _has_preposition(field: Field, place: int) -> bool:
    """Return True where a word begins like one that carries a preposition."""
    return field.ground.word(place)[:1] in PREPOSITIONS


def _opens(field: Field, verb: int) -> bool:
    """Return True where the verb carries «and»: its subject cannot stand before it."""
    hit = field.finite(verb) or next(iter(field.suffixed(verb)), None)
    return hit is not None and bool(hit.prefix)


def _clause_start(field: Field, verb: int) -> int:
    """Return where the clause of a verb begins: after a stop, a conjunction, or another verb."""
    first, _ = field.ground.sentence_limits(verb)
    place = verb - 1
    while place >= max(first, verb - BACK):
        if field.is_stop(place) or field.is_break(place) or (place not in field.named and is_verb(field, place)):
            return place + 1
        place -= 1
    return place + 1


def is_verb(field: Field, place: int) -> bool:
    """Return True where a word can only be a finite verb."""
    hit = field.finite(place)
    if hit is None or field.is_particle(place):
        return False
    return (
        hit.kind == "say"
        or hit.form == "present"
        or not any(other.form in {"masdar", "nouns"} for other in field.ground.hits_at.get(place, ()))
    )


def _right_before(field: Field, verb: int, start: int) -> Named | None:
    """Return the side that ends right before a verb, with those joined to it."""
    place = verb - 1
    while place >= start and (field.is_filler(place) or field.ground.word(place) in COMMAS):
        place -= 1
    mention = next(
        (field.at[first] for first in range(place, start - 1, -1) if first in field.at and field.at[first].last == place + 1),
        None,
    )
    if mention is None or mention.form == "nisba" or _is_under_preposition(field, mention):
        return None
    return _usable(field, mention, mention.first, is_behind_body=False)


def _is_under_preposition(field: Field, mention: Mention) -> bool:
    """Return True where a preposition stands before a mention or its body."""
    place = mention.first - 1
    while field.is_body(place):
        place -= 1
    return field.is_preposition(place) and not field.ground.has(place - 1, "acting", "each")
