"""What was agreed: which words say it?"""

from __future__ import annotations

from mahdar.arabic.clitics import CONJUNCTIONS
from mahdar.arabic.letters import LAM, key
from mahdar.extract.events.field import Field
from mahdar.extract.events.reach import content_end, trimmed
from mahdar.extract.events.triggers import ADJECTIVE, NOUNS, Trigger, pact_before
from mahdar.extract.expressions import COMMAS
from mahdar.records.value import Span

SHORT = 2
"""Words of a content before which no comma ends it."""
OPENING = 14
"""Words after a trigger or its subject within which the words of what was agreed begin."""


def contents_of(field: Field, trigger: Trigger, after: int) -> tuple[Span, ...]:
    """Return the words of what was agreed; «on …, and on …» are two."""
    begin = _antecedent(field, trigger) or _begin(field, trigger, after)
    if begin is None:
        return ()
    first, letters = begin
    last = _without_aside(
        field, first, content_end(field, max(first, trigger.last if letters or first < trigger.first else first))
    )
    again = CONJUNCTIONS[0] + field.ground.word(first - 1)
    cut = next((place for place in range(first + 1, last - 1) if field.ground.word(place) == again), None)
    if cut is None or letters:
        return (_span(field, first, letters, last),)
    return (_span(field, first, letters, trimmed(field, first, cut)), _span(field, cut + 1, 0, last))


def qualified(field: Field, trigger: Trigger) -> int | None:
    """Return the token of the pact that a trigger only qualifies: «the deal that Iran concluded», «the treaty signed with …»."""
    if trigger.form == ADJECTIVE:
        return pact_before(field, trigger.first)
    relative = field.ground.has(trigger.first - 1, "acting", "relative")
    return pact_before(field, trigger.first - 1) if relative and trigger.is_verb else None


def _antecedent(field: Field, trigger: Trigger) -> tuple[int, int] | None:
    """Return where the pact begins that a trigger qualifies, without the particle written onto it."""
    place = qualified(field, trigger)
    if place is None:
        return None
    hit = next(hit for hit in field.ground.hits_at[place] if hit.kind == "acting" and hit.detail[:1] == ("pact",))
    return place, len(hit.prefix) if hit.prefix not in {"", LAM + LAM} else 0


def _begin(field: Field, trigger: Trigger, after: int) -> tuple[int, int] | None:
    """Return the token where the words of what was agreed begin, and how many of its letters are a preposition."""
    _, limit = field.ground.sentence_limits(trigger.first)
    if trigger.form in {"nouns", "word"}:
        return trigger.first, 0
    inside = _inside(field, trigger)
    if inside is not None and inside < limit:
        return inside, 0
    words = _openers(field, trigger)
    place = max(after, trigger.last)
    near = range(place, min(limit, place + OPENING))
    begin = next((other for other in near if _opens(field, other, words) or _cut(field, other)), None)
    if begin is not None and not _cut(field, begin):
        if field.ground.word(begin) not in words:
            return begin, 1
        return (begin + 1, 0) if begin + 1 < limit else None
    has_object = any(word == "object" for word, role in trigger.sense.frame if role == "content")
    place = _past_partner(field, place)
    if has_object and place < limit and not _cut(field, place):
        return place, 0
    return (trigger.first, 0) if trigger.form in NOUNS else None


def _without_aside(field: Field, first: int, last: int) -> int:
    """Return the end of a content before a comma after which its circumstances are told: «…, during a summit»."""
    for place in range(first + SHORT, last - 1):
        if field.ground.word(place) in COMMAS and field.ground.has(place + 1, "acting", "circumstance"):
            return place
    return last


def _past_partner(field: Field, place: int) -> int:
    """Return the token after «with …» where such words stand between a verb and its object."""
    partner = field.at.get(place + 1)
    return partner.last if partner and field.ground.has(place, "party", "with") else place


def _inside(field: Field, trigger: Trigger) -> int | None:
    """Return where the content begins within an expression: at the pact that it names, or after its own preposition."""
    places = range(trigger.tail if trigger.is_apart else trigger.first + 1, trigger.last)
    pact = next((place for place in places if field.ground.has(place, "acting", "pact")), None)
    if pact is not None:
        return pact
    return next((place + 1 for place in reversed(places) if field.is_particle(place)), None)


def _openers(field: Field, trigger: Trigger) -> frozenset[str]:
    """Return the words that bring in what is agreed under a sense, folded, with «that»."""
    table = field.ground.language.folding
    return frozenset(
        {*(key(word, table) for word, role in trigger.sense.frame if role == "content" and word != "object"), *_THAT}
    )


_THAT = ("\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}",)


def _opens(field: Field, place: int, words: frozenset[str]) -> bool:
    """Return True where a word brings in what is agreed, or carries the preposition that does."""
    word = field.ground.word(place)
    return word in words or (
        len(word) > 4
        and word[0] in words
        and not field.is_particle(place)
        and place not in field.named
        and place not in field.timed
    )


def _cut(field: Field, place: int) -> bool:
    """Return True where the clause ends before its content came."""
    return field.is_stop(place) or field.ground.has(place, "acting", "aside")


def _span(field: Field, first: int, skipped: int, last: int) -> Span:
    """Return tokens [first, last) as letters, without the first `skipped` ones."""
    tokens = field.ground.doc.tokens
    return Span(start=tokens.starts[first] + skipped, end=tokens.ends[max(last, first + 1) - 1])
