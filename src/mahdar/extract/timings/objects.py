"""By which meeting, visit or event is another placed in time?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.extract.events.field import Field
from mahdar.extract.ground import Ground
from mahdar.extract.meetings.triggers import FINITE, is_light
from mahdar.extract.nominal import meeting_at, meeting_noun, named_in, phrase_end
from mahdar.records.annotated import Hit
from mahdar.records.claim import Claim, MeetingClaim

DISTANCE = 5
"""Words that a distance may have: «about three weeks»."""
PHASES = 4
"""Words that may stand before the noun: «the close of the work of»."""
LONGEST = 14
"""Words that the name of a meeting or event may have."""
PREPARES = "timing.prepares"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What something is placed by: tokens [first, last), those of the distance, the meeting where the article tells of it."""

    first: int
    last: int
    distance: tuple[int, int] | None
    meeting: MeetingClaim | None


def find_object(field: Field, hit: Hit, found: tuple[Claim, ...]) -> Placed | None:
    """Return the named meeting or event that words of time lead to, None where they lead to none."""
    ground = field.ground
    if ground.has(hit.first - 1, "acting", "source") or _is_by(ground, hit):
        return None
    distance = _distance(ground, hit.last)
    start = distance[1] + 1 if distance else hit.last
    clause = _clause(field, hit, start, found)
    if clause:
        return clause
    noun = _noun(ground, start)
    if noun is None or (hit.entry == PREPARES and noun.kind != "meet"):
        return None
    last = phrase_end(field, noun.first, LONGEST)
    meeting = meeting_at(ground, found, start, last)
    owned = bool(noun.detail) and noun.detail[0].startswith("pronoun:")
    last = _owned_end(field, noun, last) if owned else last
    if not (_is_named(ground, start, last) or (meeting and meeting.parties and owned)):
        return None
    return Placed(first=start, last=last, distance=distance, meeting=meeting)


def _is_named(ground: Ground, first: int, last: int) -> bool:
    """Return True where tokens [first, last) name a side, person, city or a gathering by its own name («Geneva conference»)."""
    if named_in(ground, first, last):
        return True
    return any(hit.kind == "org" for place in range(first, last) for hit in ground.hits_at.get(place, ()))


def _owned_end(field: Field, noun: Hit, last: int) -> int:
    """Return where «his visit to Cairo» ends: behind the first name, but for what a particle adds."""
    first = next((mention for mention in named_in(field.ground, noun.last, last)), None)
    if first is None or first.last >= last or field.is_particle(first.last):
        return last
    joined = field.group(first)[-1].last if first in field.at.values() else first.last
    return joined if not field.is_particle(joined) else last


def _is_by(ground: Ground, hit: Hit) -> bool:
    """Return True where «before» is the «by» of a passive, which has «from» before it."""
    return any(
        other.kind == "acting" and other.detail[0] == "source" and other.first < hit.first < other.last
        for place in range(max(0, hit.first - 2), hit.first)
        for other in ground.hits_at.get(place, ())
    )


def _distance(ground: Ground, place: int) -> tuple[int, int] | None:
    """Return the tokens of a distance in time that «of» or «on» follows, None where none stands here."""
    _, limit = ground.sentence_limits(place)
    seen = False
    for at in range(place, min(limit, place + DISTANCE)):
        if seen and at > place and ground.has(at, "timing", "of"):
            return place, at
        if any(hit.kind == "datepart" and hit.form in {"unit", "number", "vague"} for hit in ground.hits_at.get(at, ())):
            seen = seen or _is_unit(ground, at)
        elif not (ground.doc.tokens.kinds[at] == "n" or ground.has(at, "timing", "few")):
            return None
        seen = seen or ground.has(at, "timing", "few")
    return None


def _is_unit(ground: Ground, place: int) -> bool:
    """Return True for a unit of time."""
    return any(hit.kind == "datepart" and hit.form == "unit" for hit in ground.hits_at.get(place, ()))


def _noun(ground: Ground, place: int) -> Hit | None:
    """Return the noun of a meeting or event at a place, perhaps behind words for its beginning, end or attendance."""
    _, limit = ground.sentence_limits(place)
    for _ in range(PHASES):
        if place >= limit or ground.doc.tokens.kinds[place] != "w":
            return None
        noun = meeting_noun(ground, place) or _event(ground, place)
        if noun:
            return noun
        phase = next((hit for hit in ground.hits_at.get(place, ()) if hit.kind == "timing" and hit.detail[0] == "phase"), None)
        if phase is None:
            return None
        place = phase.last + (1 if ground.has(phase.last, "timing", "of") else 0)
        place += 1 if ground.has(place, "position", "place") else 0
    return None


def _event(ground: Ground, place: int) -> Hit | None:
    """Return the noun of an event that is no meeting."""
    hits = [hit for hit in ground.hits_at.get(place, ()) if hit.kind == "timing" and hit.detail[0] == "event"]
    return max(hits, key=lambda hit: hit.last, default=None)


def _clause(field: Field, hit: Hit, place: int, found: tuple[Claim, ...]) -> Placed | None:
    """Return the meeting that a clause tells («after he had met …»), where the article tells of it."""
    ground = field.ground
    if not ground.has(place, "position", "said"):
        return None
    verb = next(
        (
            other
            for other in ground.hits_at.get(place + 1, ())
            if other.kind == "meet" and other.form in FINITE and not is_light(ground, other)
        ),
        None,
    )
    meeting = meeting_at(ground, found, place + 1, place + 2) if verb else None
    if verb is None or meeting is None:
        return None
    return Placed(first=place + 1, last=phrase_end(field, place + 1, LONGEST), distance=None, meeting=meeting)
