"""Which words report an act or an agreement, and in which form do they stand?"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from mahdar.arabic.clitics import PREPOSITIONS
from mahdar.arabic.letters import ALEF, ARTICLE, key
from mahdar.extract.events.field import FINITE, Field
from mahdar.extract.events.subjects import agrees
from mahdar.extract.expressions import COMMAS
from mahdar.language.gapped import find_gapped
from mahdar.language.tables import Sense
from mahdar.records.annotated import Hit
from mahdar.records.value import Span

NOUNS = frozenset({"masdar", "nouns", "word"})
DUAL = ("3md",)
PLURAL = frozenset({DUAL, ("3mp",), ("1p",)})
ADJECTIVE = "adjective"
"""A participle with the article; it tells an agreement where it qualifies one: «the agreement concluded with Iran»."""
PACT = 4
"""Words before a participle or a relative within which the pact stands that it qualifies."""
LOOSE = 5
"""Other words that may stand between the words of an expression with a finite verb."""
RANK = ("past", "present", "active", "masdar", "nouns", "word", "passive", ADJECTIVE)
"""Which reading of a written word goes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words that report an act at tokens [first, last); a subject may stand between `head` and `tail`."""

    first: int
    last: int
    head: int
    tail: int
    sense: Sense
    form: str
    person: str
    prefix: str
    has_pronoun: bool
    """True for a verb with its object written onto it as a pronoun."""
    span: Span

    @property
    def is_verb(self) -> bool:
        """True for a finite verb."""
        return self.form in FINITE

    @property
    def is_apart(self) -> bool:
        """True where other words stand between those of the expression."""
        return self.tail > self.head

    @property
    def is_future(self) -> bool:
        """True for a verb with the sign of the future."""
        return self.form == "present" and self.person.startswith("f")


def find_triggers(field: Field, kind: str) -> list[Trigger]:
    """Return the words of a lexicon (`event`, `agree`) outside furniture, the longest reading at each place, in text order."""
    found: list[Trigger] = []
    likely = field.ground.openers | {hit.first for hit in field.ground.doc.hits if hit.kind == kind}
    for sentence in field.ground.doc.sentences:
        if sentence.part == "furniture":
            continue
        free = sentence.first
        for place in range(sentence.first, sentence.last):
            if place < free or place not in likely or place in field.named:
                continue
            trigger = _best(field, place, kind, sentence.last)
            if trigger and not (found and found[-1].tail <= place < found[-1].last):
                found.append(trigger)
                free = trigger.head
    return found


def _best(field: Field, place: int, kind: str, limit: int) -> Trigger | None:
    """Return the reading of a word that goes first: most words, then by form."""
    ground = field.ground
    words = ground.doc.tokens.words
    apart = find_gapped(
        ground.language.gapped, words, place, min(limit, field.ground.cuts[bisect_right(field.ground.cuts, place)])
    )
    readings = [(hit, hit.last, hit.last) for hit in ground.hits_at.get(place, ()) if hit.kind == kind]
    readings += [(found.hit, place + 1, found.tail) for found in apart if found.hit.kind == kind]
    carried = [(hit, hit.last, hit.last) for hit in field.suffixed(place) if hit.kind == kind]
    has_pronoun = bool(carried)
    readings = carried or readings
    usable = [(hit, head, tail) for hit, head, tail in readings if _may_tell(field, hit) and _stands(field, hit, head, tail)]
    if not usable:
        return None
    nominal = any(reading[0].form in NOUNS for reading in usable)
    governed = nominal and _is_governed(field, usable[0][0])
    dual = not nominal or _may_be_dual(field, usable[0][0])
    fits = [reading for reading in usable if not _clashes(field, reading[0])] or usable
    hit, head, tail = min(fits, key=lambda reading: _order(reading[0], governed=governed, dual=dual))
    return Trigger(
        first=place,
        last=hit.last,
        head=head,
        tail=tail,
        sense=ground.language.senses[hit.entry],
        form=hit.form,
        person=hit.detail[0] if hit.detail else "",
        prefix=hit.prefix,
        has_pronoun=has_pronoun,
        span=ground.doc.span(place, hit.last),
    )


def _may_tell(field: Field, hit: Hit) -> bool:
    """Return True for the forms that report an act; a participle with the article only beside the pact that it qualifies."""
    return hit.form in RANK and (hit.form != ADJECTIVE or (hit.kind == "agree" and pact_before(field, hit.first) is not None))


def pact_before(field: Field, place: int) -> int | None:
    """Return the token of the pact that a participle or relative at a place qualifies, None where none stands before it."""
    first, _ = field.ground.sentence_limits(place)
    for before in range(place - 1, max(first, place - PACT - 1) - 1, -1):
        if field.is_stop(before) or field.ground.word(before) in COMMAS or field.is_particle(before):
            return None
        if field.ground.has(before, "acting", "pact"):
            return before
    return None


def _order(hit: Hit, *, governed: bool, dual: bool) -> tuple[int, int, int]:
    """Return the place of a reading among its rivals: long expressions, then nouns after a preposition, then the usual order."""
    unlikely = (governed and hit.detail[:1] not in PLURAL) or (hit.detail[:1] == DUAL and not dual)
    return (-min(hit.last - hit.first, 2), int(unlikely and hit.form not in NOUNS), RANK.index(hit.form))


def _clashes(field: Field, hit: Hit) -> bool:
    """Return True for a verb in a person that does not go with the side right after it: «that Washington agree», 3fs."""
    after = field.at.get(hit.last)
    return hit.form in FINITE and after is not None and not agrees(field, after, hit.detail[0] if hit.detail else "")


def _may_be_dual(field: Field, hit: Hit) -> bool:
    """Return True where «and» opens a word, or two who act stand before it, so that it may be a verb in the dual."""
    if hit.prefix:
        return True
    first, _ = field.ground.sentence_limits(hit.first)
    before = (field.at[place] for place in range(first, hit.first) if place in field.at)
    return any(mention.kind == "sides" or len(field.group(mention)) > 1 for mention in before)


def _is_governed(field: Field, hit: Hit) -> bool:
    """Return True where a preposition or a verb governs a word, so that it is a noun."""
    ground = field.ground
    if hit.prefix and hit.prefix[-1] in PREPOSITIONS:
        return True
    before = hit.first - 1
    if before < 0:
        return False
    if hit.prefix:
        opens = ground.word(before) in COMMAS or field.is_stop(before) or before < ground.sentence_limits(hit.first)[0]
        return not (opens or hit.last in field.at)
    adjective = field.at.get(hit.last)
    if adjective is not None and adjective.form == "nisba" and hit.form != "present":
        return True
    if field.is_preposition(before):
        return True
    return ground.has(before, "clause", "topic") or _is_verb(field, before) or _is_noun(field, before)


def _is_noun(field: Field, place: int) -> bool:
    """Return True for a word that is no side, particle, sign or verb."""
    ground = field.ground
    if place in field.named or ground.doc.tokens.kinds[place] != "w" or field.is_particle(place) or ground.has(place, "clause"):
        return False
    return not ground.has(place, "acting") and not field.is_filler(place) and field.finite(place) is None


def _is_verb(field: Field, place: int) -> bool:
    """Return True where a finite verb of speech or in the present stands."""
    hit = field.finite(place)
    return hit is not None and (hit.kind == "say" or hit.form == "present") and not field.is_particle(place)


def _stands(field: Field, hit: Hit, head: int, tail: int) -> bool:
    """Return True where a form may report an act here: no particle, no part of a title, participles as predicates only."""
    ground = field.ground
    single = hit.last - hit.first == 1
    if single and (field.is_particle(hit.first) or _is_other_verb(field, hit) or _is_bound(field, hit)):
        return False
    if any(other.kind in {"role", "other"} and other.last > hit.last for other in ground.hits_at.get(hit.first, ())):
        return False
    free = [place for place in range(head, tail) if not _is_light(field, place)]
    if len(free) > (LOOSE if hit.form in FINITE else 1):
        return False
    return hit.form != "active" or _is_predicate(field, hit)


def _is_other_verb(field: Field, hit: Hit) -> bool:
    """Return True where the word without a particle is a verb: «discussed», not «by urging»."""
    if not hit.prefix or hit.prefix[-1] not in PREPOSITIONS:
        return False
    others = (other for other in field.ground.hits_at.get(hit.first, ()) if other.kind in {"meet", "say"})
    return any(other.form in FINITE and not other.prefix for other in others)


def _is_bound(field: Field, hit: Hit) -> bool:
    """Return True where the preposition right after a verb gives it another sense: «issued by», not «confiscated»."""
    if hit.form in NOUNS or not field.ground.has(hit.last, "acting", "bound"):
        return False
    words = field.ground.language.senses[hit.entry].frame
    return not any(key(word, field.ground.language.folding) == field.ground.word(hit.last) for word, _ in words)


def _is_light(field: Field, place: int) -> bool:
    """Return True for what may stand between the words of an expression: its subject, words of time, particles."""
    return place in field.named or field.is_filler(place) or field.is_body(place) or field.is_particle(place)


def _is_predicate(field: Field, hit: Hit) -> bool:
    """Return True for a participle without the article that goes on with a speaker or says what somebody does."""
    word = field.ground.word(hit.first)
    bare = word[len(hit.prefix) :]
    if bare.startswith(ARTICLE) or (hit.prefix and hit.prefix[-1] in PREPOSITIONS):
        return False
    before = field.ground.word(hit.first - 1)
    if (hit.detail[:1] == ("mp",) and hit.prefix) or field.ground.doc.tokens.kinds[hit.first - 1 : hit.first] == "n":
        return False
    pronoun = field.ground.has(hit.first - 1, "function") and any(
        other.entry == "function.pronoun" for other in field.ground.hits_at[hit.first - 1]
    )
    opens = before in COMMAS or bool(hit.prefix) or pronoun or (hit.first - 1) in field.named
    return opens or (bare.endswith(ALEF) and hit.detail[:1] == ("ms",))
