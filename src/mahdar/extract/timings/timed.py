"""Which meeting or event do words of time speak of?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.arabic.letters import ARTICLE
from mahdar.extract.events.field import Field
from mahdar.extract.events.subjects import is_verb
from mahdar.extract.expressions import COMMAS
from mahdar.extract.ground import Ground
from mahdar.extract.meetings.triggers import ABSTRACT, FINITE, TOPICAL, is_light
from mahdar.extract.nominal import is_denied, looks_like_verb, meeting_noun, named_in, phrase_end
from mahdar.extract.timings.objects import Placed
from mahdar.records.annotated import Hit
from mahdar.records.claim import AgreementClaim, Claim, EventClaim, MeetingClaim, StatementClaim
from mahdar.records.value import Value

BACK = 30
"""Words back to which the meeting or event is sought."""
LONGEST = 12
"""Words that the name of a visit may have."""
NEAR = 12
"""Words after a verb of arrival within which its place is named."""
OPENING = 2
"""Words with which a sentence may begin before words of time that open it."""
SUBJECT = 10
"""Words between a verb of coming and the words of time."""
AHEAD = 12
"""Words on to which it is sought where the words of time open the sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """What is placed in time: tokens [first, last), and the meeting where it is one of the article."""

    first: int
    last: int
    meeting: MeetingClaim | None
    statement: StatementClaim | None = None


def find_timed(field: Field, hit: Hit, placed: Placed, found: tuple[Claim, ...]) -> Timed | None:
    """Return what words of time speak of: what is told last before them in their sentence, else what they open."""
    begin, limit = field.ground.sentence_limits(hit.first)
    told = _told(field.ground, found)
    if hit.detail[0] == "during":
        return _during(field, hit, told)
    found_before = _before(field, hit, told, found)
    if found_before or hit.first - begin > OPENING or _is_this(field.ground, begin, hit.first):
        return found_before
    for place in range(placed.last, min(limit, placed.last + AHEAD)):
        timed = _at(field, place, told, found) or _said_at(field, place, found)
        if timed:
            return timed
        if _bars(field, place):
            return None
    return None


def _is_this(ground: Ground, first: int, last: int) -> bool:
    """Return True for «this came»: what the sentence before tells."""
    return any(ground.has(place, "timing", "comes") for place in range(first, last))


def find_told(field: Field, place: int, found: tuple[Claim, ...]) -> Timed | None:
    """Return the meeting or visit whose noun stands at a place."""
    noun = meeting_noun(field.ground, place)
    if noun is None:
        return None
    claim = _told(field.ground, found).get(place)
    meeting = claim if isinstance(claim, MeetingClaim) else _meeting(field, noun, found)
    return Timed(first=place, last=noun.last, meeting=meeting)


def _before(field: Field, hit: Hit, told: dict[int, Claim], found: tuple[Claim, ...]) -> Timed | None:
    """Return what is told last before words of time, None where another clause lies between."""
    begin, _ = field.ground.sentence_limits(hit.first)
    linked = field.ground.has(hit.first - 1, "timing", "that")
    for place in range(hit.first - 1, max(begin, hit.first - BACK) - 1, -1):
        comes = _that_comes(field, place, hit.first)
        timed = comes or _at(field, place, told, found)
        if timed and timed.meeting is None and not comes and (linked or _is_aside(field, begin, hit.first)):
            return None
        if timed:
            return timed
        if _bars(field, place) and not linked:
            said = _said_at(field, place, found)
            return said if said and said.statement and _is_before_content(field, hit, said.statement) else None
    return None


def _that_comes(field: Field, place: int, last: int) -> Timed | None:
    """Return what a verb of coming says to come before or after something («the announcement came after …»)."""
    ground = field.ground
    if not ground.has(place, "timing", "comes") or ground.has(place + 1, "timing", "that", "frame") or last - place > SUBJECT:
        return None
    end = phrase_end(field, place + 1, last - place - 1) if last - place > 1 else place
    is_named = ground.word(place + 1).startswith(ARTICLE) or end > place + 2
    if end <= place + 1 or not is_named or field.is_particle(place + 1) or meeting_noun(ground, place + 1):
        return None
    return Timed(first=place + 1, last=end, meeting=None)


def _said_at(field: Field, place: int, found: tuple[Claim, ...]) -> Timed | None:
    """Return the statement whose verb of speech stands at a place."""
    if not field.ground.has(place, "say"):
        return None
    start = field.ground.doc.tokens.starts[place]
    said = (
        claim
        for claim in found
        if isinstance(claim, StatementClaim) and claim.anchor.trigger.start <= start < claim.anchor.trigger.end
    )
    claim = next(said, None)
    return Timed(first=place, last=place + 1, meeting=None, statement=claim) if claim else None


def _is_before_content(field: Field, hit: Hit, statement: StatementClaim) -> bool:
    """Return True where words of time stand between a verb of speech and what was said."""
    return field.ground.doc.tokens.starts[hit.first] < statement.content.start


def _is_aside(field: Field, first: int, place: int) -> bool:
    """Return True where a comma parts words of time from a report, whose speaking they may place instead."""
    return field.ground.word(place - 1) in COMMAS and any(
        hit.kind == "say" and hit.form in FINITE for at in range(first, place) for hit in field.ground.hits_at.get(at, ())
    )


def _told(ground: Ground, found: tuple[Claim, ...]) -> dict[int, Claim]:
    """Return the meetings, acts and agreements of an article by the tokens of their words."""
    kinds = (AgreementClaim, EventClaim, MeetingClaim)
    claims = [claim for kind in kinds for claim in found if isinstance(claim, kind)]
    starts = ground.doc.tokens.starts
    places = {start: place for place, start in enumerate(starts)}
    told: dict[int, Claim] = {}
    for claim in claims:
        place = places.get(claim.anchor.trigger.start)
        while place is not None and place < len(starts) and starts[place] < claim.anchor.trigger.end:
            told[place] = claim
            place += 1
    return told


def _at(field: Field, place: int, told: dict[int, Claim], found: tuple[Claim, ...]) -> Timed | None:
    """Return what is told at a place: a meeting, an act, an agreement."""
    ground = field.ground
    if ground.doc.tokens.kinds[place] != "w":
        return None
    claim = told.get(place)
    words = _words(ground, place)
    if is_denied(ground, place) or (words and not _is_journey(ground, words)):
        return None
    if words is None and (ground.has(place, "say") or not isinstance(claim, EventClaim | AgreementClaim | MeetingClaim)):
        return None
    if (words and words.form not in FINITE and not _is_free(field, place)) or (words is None and not field.finite(place)):
        return None
    last = words.last if words else place + 1
    if isinstance(claim, MeetingClaim):
        return Timed(first=place, last=last, meeting=claim)
    if claim is not None and words is None:
        return Timed(first=place, last=last, meeting=None)
    return Timed(first=place, last=last, meeting=_meeting(field, words, found)) if words else None


def _is_journey(ground: Ground, hit: Hit) -> bool:
    """Return False for a verb of arrival behind which no place is named: prices and numbers arrive too."""
    if hit.form not in FINITE or ground.language.senses[hit.entry].traits.get("kind") != "arrival":
        return True
    _, limit = ground.sentence_limits(hit.first)
    stops = (place for place in range(hit.last, limit) if ground.has(place, "timing", "after", "before", "eve", "morrow"))
    last = min(next(stops, limit), hit.last + NEAR)
    return any(mention.form != "nisba" for mention in named_in(ground, hit.last, last) if mention.kind in {"city", "state"})


def _is_free(field: Field, place: int) -> bool:
    """Return True where a noun of meeting is what its clause tells: it opens it, or follows a verb, a name, «this» or «in»."""
    ground = field.ground
    before = place - 1
    first, _ = ground.sentence_limits(place)
    if before < first or ground.doc.tokens.kinds[before] in "pbn" or before in field.named or before in field.timed:
        return True
    if ground.has(before, "timing", "come", "frame") or any(is_light(ground, hit) for hit in ground.hits_at.get(before, ())):
        return True
    return is_verb(field, before)


def _during(field: Field, hit: Hit, told: dict[int, Claim]) -> Timed | None:
    """Return the meeting that a verb tells right before words for the visit or gathering in which it took place."""
    begin, _ = field.ground.sentence_limits(hit.first)
    if field.ground.has(hit.first - 1, "timing", "come"):
        return None
    for place in range(hit.first - 1, max(begin, hit.first - BACK) - 1, -1):
        claim, words = told.get(place), _words(field.ground, place)
        if isinstance(claim, MeetingClaim) and words and words.form in FINITE and words.entry not in TOPICAL:
            return Timed(first=place, last=words.last, meeting=claim)
        if _bars(field, place) or field.finite(place) or field.ground.word(place) in COMMAS:
            return None
    return None


def _words(ground: Ground, place: int) -> Hit | None:
    """Return the noun or full verb of meeting at a place."""
    noun = meeting_noun(ground, place)
    if noun and noun.entry not in ABSTRACT:
        return noun
    if noun is None and ground.has(place, "say"):
        return None
    verbs = [
        hit
        for hit in ground.hits_at.get(place, ())
        if hit.kind == "meet" and hit.form in FINITE and hit.entry not in TOPICAL and not is_light(ground, hit)
    ]
    return max(verbs, key=lambda hit: hit.last, default=None)


def _meeting(field: Field, hit: Hit, found: tuple[Claim, ...]) -> MeetingClaim | None:
    """Return the meeting of the article that words mean which are not its own: definite, by its sides, or by a visit."""
    return _meant(field.ground, hit, found) or _of_sides(field, hit, found) or _held_on(field, hit, found)


def _of_sides(field: Field, hit: Hit, found: tuple[Claim, ...]) -> MeetingClaim | None:
    """Return the meeting whose sides a noun names: the only one of its form of exactly these two."""
    kind = field.ground.language.senses[hit.entry].traits.get("kind", "meeting")
    named = field.ground.actors
    last = phrase_end(field, hit.first, LONGEST)
    codes = {code for mention in named if hit.last <= mention.first < last and mention.form != "nisba" for code in mention.of}
    same = [claim for claim in found if isinstance(claim, MeetingClaim) and claim.form.value == kind and _sides(claim) == codes]
    return same[0] if len(codes) > 1 and len(same) == 1 else None


def _sides(meeting: MeetingClaim) -> set[str]:
    """Return the sides of a meeting."""
    return {party.of for party in meeting.parties if party.of}


def _meant(ground: Ground, hit: Hit, found: tuple[Claim, ...]) -> MeetingClaim | None:
    """Return the meeting that a definite noun means: the only central one of its form, None where that is not sure."""
    if not hit.detail or hit.detail[0] == "bare" or hit.form not in {"masdar", "nouns"}:
        return None
    kind = ground.language.senses[hit.entry].traits.get("kind", "meeting")
    central = [claim for claim in found if isinstance(claim, MeetingClaim) and claim.central and claim.form.value == kind]
    return central[0] if len(central) == 1 else None


def _held_on(field: Field, hit: Hit, found: tuple[Claim, ...]) -> MeetingClaim | None:
    """Return the talks that a visit brought about: the only central ones, where they were held in the state that was visited."""
    if field.ground.language.senses[hit.entry].traits.get("kind") != "visit":
        return None
    central = [claim for claim in found if isinstance(claim, MeetingClaim) and claim.central and claim.status.value == "held"]
    named = named_in(field.ground, hit.last, phrase_end(field, hit.first, LONGEST))
    codes = {code for mention in named if mention.kind != "person" for code in mention.of}
    here = [claim for claim in central if isinstance(claim.place, Value) and claim.place.value.country in codes]
    return here[0] if len(here) == 1 else None


def _bars(field: Field, place: int) -> bool:
    """Return True where another clause begins that tells something else: a report, a verb other than of coming about."""
    ground = field.ground
    if field.is_stop(place) or ground.doc.tokens.kinds[place] == "b" or field.is_break(place):
        return True
    if place in field.named or ground.word(place) in COMMAS:
        return False
    if ground.has(place, "timing", "come") or any(is_light(ground, hit) for hit in ground.hits_at.get(place, ())):
        return False
    return (
        is_verb(field, place)
        or looks_like_verb(ground, place)
        or meeting_noun(ground, place) is not None
        or any(hit.kind == "say" for hit in ground.hits_at.get(place, ()) if hit.form == "active")
    )
