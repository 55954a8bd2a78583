"""Whose position is it: of the subject, of the owner of a noun, of the speaker whose words these are?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mahdar.arabic.letters import ARTICLE
from mahdar.arabic.nisba import HEH
from mahdar.extract.events.stage import MEEM, NOON, gender_of
from mahdar.extract.events.subjects import Named, has_own_noun, subject_after, subject_before
from mahdar.extract.stances.triggers import Trigger
from mahdar.extract.stances.view import Said, View

JUDGING = "judges"
"""Trait of nouns that judge by themselves («the need for», «the importance of»)."""
DUAL, FIRST = "d", "1"
IMPERSONAL = "impersonal"
"""Trait of verbs without a subject («it is necessary that»): the position is the speaker's."""
VOICED = "voiced"
"""Trait of verbs and nouns that tell what others need: in speech the position is the speaker's, whatever their subject."""
GENITIVE = "genitive"
"""Trait of nouns whose genitive is who is addressed, not who holds the position: «urging the parties to»."""
MUTUAL = "mutual"
"""Trait of senses that two sides share («we agreed»)."""
OWNED = "owned"
"""Trait of nouns that show a position only where their owner stands beside them."""
FROM = MEEM + NOON
"""The preposition before the owner of an indefinite noun: «a request from»."""
OWNER = 3
"""Words after a noun within which its owner stands."""
SHORTEST = 3
"""Letters of the shortest word that may hold a particle."""
WHOLE = frozenset({"function", "acting", "speech", "clause", "say", "person", "state", "org", "city", "name"})
"""Kinds of words that are never cut."""
GOVERNED = 8
"""Words before a noun within which the verb or participle stands that governs it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a position: codes, by which rule, and where the words of the object may begin."""

    sides: tuple[str, ...]
    rule: str
    after: int
    said: Said | None


def find_holder(view: View, trigger: Trigger) -> Holder | None:
    """Return who holds the position that a trigger shows, None where nobody can be told."""
    holder = _found(view, trigger)
    if holder and len(holder.sides) == 1 and trigger.sense.traits.get(MUTUAL) == "yes":
        return replace(holder, sides=view.pair_of(holder.sides) or holder.sides)
    return holder


def _found(view: View, trigger: Trigger) -> Holder | None:
    """Return who holds a position as its own clause tells it."""
    reported = view.reported.get(trigger.first)
    if reported and reported.sides and reported.first >= trigger.last and trigger.sense.traits.get(OWNED) != "yes":
        return Holder(sides=reported.sides, rule="reported", after=reported.first, said=reported)
    if trigger.sense.traits.get(IMPERSONAL) == "yes":
        barred = view.mark(trigger.first - 1, "relative") or _has_side(view, trigger)
        return None if barred else _speaker(view, trigger, trigger.last)
    if ("subject", "object") in trigger.sense.frame:
        return _speaker(view, trigger, trigger.last) if view.said.get(trigger.first) else None
    if trigger.form == "verb":
        return _of_verb(view, trigger)
    if trigger.form == "participle":
        return _of_participle(view, trigger)
    if trigger.form == "adjective":
        return _of_adjective(view, trigger)
    return _of_noun(view, trigger)


def _has_side(view: View, trigger: Trigger) -> bool:
    """Return True where the subject of a verb without one is a side all the same: «Algiers recalled its ambassador»."""
    if trigger.form != "verb":
        return False
    _, limit = view.ground.sentence_limits(trigger.first)
    named = subject_before(view.field, trigger.first) or subject_after(view.field, trigger.last, limit)
    return named is not None and not named.is_self


def _of_verb(view: View, trigger: Trigger) -> Holder | None:
    """Return the subject of a finite verb; of the first person it is the speaker."""
    gender = gender_of(trigger.person)
    said = view.said.get(trigger.first)
    if FIRST in trigger.person or (said and said.sides and trigger.sense.traits.get(VOICED) == "yes"):
        return _speaker(view, trigger, trigger.last)
    _, limit = view.ground.sentence_limits(trigger.first)
    before_it = subject_before(view.field, trigger.first, trigger.person)
    named = before_it or subject_after(view.field, trigger.last, limit, trigger.person)
    if named and not named.is_self:
        return _named(view, named, trigger)
    if named:
        return _speaker(view, trigger, max(named.last, trigger.last))
    before = view.before(trigger.first, gender, speaking=bool(trigger.prefix))
    if (
        before is None
        or has_own_noun(view.field, trigger.first)
        or trigger.sense.traits.get(OWNED) == "yes"
        or (not trigger.prefix and said is None and _must_have_subject(view, trigger))
    ):
        return None
    return Holder(sides=before.codes, rule="on-stage", after=trigger.last, said=said)


def _must_have_subject(view: View, trigger: Trigger) -> bool:
    """Return True where a verb begins its sentence, whose subject is then no side that we know."""
    first, _ = view.ground.sentence_limits(trigger.first)
    return all(view.field.is_filler(place) for place in range(first, trigger.first))


def _of_participle(view: View, trigger: Trigger) -> Holder | None:
    """Return whom a participle speaks of: the side right before it, else the speaker who goes on."""
    said = view.said.get(trigger.first)
    first = trigger.first
    while view.mark(first - 1, "copula") or view.mark(first - 1, "negator"):
        first -= 1
    named = subject_before(view.field, first)
    if named and not view.is_comma(first - 1) and named.last >= first - 1:
        if named.is_self:
            return _speaker(view, trigger, trigger.last)
        return Holder(sides=view.field.codes(named.group), rule="predicate", after=trigger.last, said=said)
    if view.ground.has(trigger.first - 1, "acting", "self"):
        return _speaker(view, trigger, trigger.last)
    if not _is_adverbial(view, trigger):
        return None
    before = view.before(trigger.first, "", speaking=True)
    return Holder(sides=before.codes, rule="goes-on", after=trigger.last, said=said) if before else None


def _is_adverbial(view: View, trigger: Trigger) -> bool:
    """Return True for a participle that goes on with what someone does: accusative or agreeing, after a comma or «and»."""
    first, _ = view.ground.sentence_limits(trigger.first)
    agrees = trigger.person in {"fs", "fd", "mp"} or view.is_accusative(trigger.first)
    return agrees and (
        bool(trigger.prefix) or trigger.first == first or view.is_comma(trigger.first - 1) or trigger.person != "mp"
    )


def _of_adjective(view: View, trigger: Trigger) -> Holder | None:
    """Return whose standing an adjective tells: «China's supportive position»."""
    for place in range(trigger.first - 1, max(-1, trigger.first - OWNER - 1), -1):
        if view.mark(place, "standing"):
            named = subject_after(view.field, place + 1, trigger.first)
            if named and not named.is_self:
                return Holder(sides=view.field.codes(named.group), rule="owner", after=trigger.last, said=view.said.get(place))
            return _speaker(view, trigger, trigger.last)
    return None


def _of_noun(view: View, trigger: Trigger) -> Holder | None:
    """Return whose a noun of position is: by its pronoun, by its genitive, by whose words it stands in."""
    if trigger.person.startswith("pronoun:"):
        return _of_pronoun(view, trigger)
    if view.ground.has(trigger.last, "acting", "self"):
        return _speaker(view, trigger, trigger.last + 1)
    if trigger.sense.traits.get(JUDGING) == "yes":
        return _speaker(view, trigger, trigger.last) if governs_noun(view, trigger) else None
    _, limit = view.ground.sentence_limits(trigger.first)
    begin = trigger.last + 1 if view.ground.word(trigger.last) == FROM else trigger.last
    named = subject_after(view.field, begin, min(limit, begin + OWNER))
    if named and trigger.sense.traits.get(GENITIVE) == "toward" and begin == trigger.last:
        return None
    if named and not named.is_self and trigger.person != "definite" and _introduced(view, trigger, named.last, limit):
        return _named(view, named, trigger)
    is_free = trigger.sense.traits.get(OWNED) != "yes"
    return _speaker(view, trigger, trigger.last) if is_free and _is_governed(view, trigger) else None


def _of_pronoun(view: View, trigger: Trigger) -> Holder | None:
    """Return whom the pronoun of a noun means: who is on stage, for «of the two» the pair that met, else the speaker."""
    gender = gender_of(trigger.person)
    before = view.before(trigger.first, gender, speaking=True)
    if before is not None:
        return Holder(sides=before.codes, rule="owner", after=trigger.last, said=view.said.get(trigger.first))
    speaker = _speaker(view, trigger, trigger.last)
    pair = view.pair_of(speaker.sides if speaker else ()) if gender == DUAL else ()
    return Holder(sides=pair, rule="pair", after=trigger.last, said=view.said.get(trigger.first)) if pair else speaker


def governs_noun(view: View, trigger: Trigger) -> bool:
    """Return True where what follows a judging noun is its genitive or its lead, not an adjective: «great importance»."""
    place = trigger.last
    if any(leads_at(view, place, lead) for lead, _ in trigger.sense.frame if lead != "object"):
        return True
    if view.mark(place, "deed", "negator") or view.ground.word(place).startswith(ARTICLE) or place in view.field.at:
        return True
    return view.is_word(place) and not view.ground.word(place).endswith(HEH)


def _introduced(view: View, trigger: Trigger, first: int, limit: int) -> bool:
    """Return True where the word that leads to the object stands shortly after the owner."""
    leads = [word for word, role in trigger.sense.frame if role == "object" and word != "object"]
    if any(leads_at(view, place, lead) for place in range(first, min(limit, first + OWNER)) for lead in leads):
        return True
    if ("object", "object") not in trigger.sense.frame:
        return False
    opposed = trigger.sense.traits["stance"] == "oppose" and view.ground.word(first).startswith(ARTICLE)
    return opposed or view.mark(first, "deed", "quantifier") > 0


def leads_at(view: View, place: int, lead: str) -> int:
    """Return where the object may begin that a lead (a preposition) introduces at a place, 0 where it does not stand there."""
    folded = lead.translate(view.ground.language.folding)
    if len(folded) == 1:
        return place if _carries(view, place, folded) else 0
    words = folded.split()
    stands = all(view.ground.word(place + number) == word for number, word in enumerate(words))
    return place + len(words) if stands else 0


def _carries(view: View, place: int, letter: str) -> bool:
    """Return True where a word begins with a particle and is no word of its own."""
    word = view.ground.word(place)
    if not word.startswith(letter) or len(word) < SHORTEST:
        return word == letter
    whole = [
        hit for hit in view.ground.hits_at.get(place, ()) if not hit.prefix and hit.kind != "position" and hit.form != "family"
    ]
    return not whole if len(word) == SHORTEST else not any(hit.kind in WHOLE for hit in whole)


def _is_governed(view: View, trigger: Trigger) -> bool:
    """Return True where a noun opens what someone says, or is the object of a verb of speech: «announced support for»."""
    said = view.said.get(trigger.first)
    if said and trigger.first <= said.first + 1:
        return True
    first, _ = view.ground.sentence_limits(trigger.first)
    for place in range(trigger.first - 1, max(first, trigger.first - GOVERNED) - 1, -1):
        if view.field.is_stop(place) or view.is_comma(place) or view.field.is_break(place):
            return False
        if place not in view.field.named and _governs(view, place):
            return _only_subject(view, place + 1, trigger.first)
    return False


def _governs(view: View, place: int) -> bool:
    """Return True where a verb or participle of speech stands."""
    return any(hit.kind == "say" and hit.form in {"past", "present", "active"} for hit in view.ground.hits_at.get(place, ()))


def _only_subject(view: View, first: int, last: int) -> bool:
    """Return True where nothing but a subject and particles stands between a verb and its noun."""
    field = view.field
    free = [
        place
        for place in range(first, last)
        if place not in field.named and not field.is_filler(place) and not field.is_body(place) and not view.is_particle(place)
    ]
    return not free


def _named(view: View, named: Named, trigger: Trigger) -> Holder:
    """Return a subject or owner that the clause names."""
    sides, after = view.field.codes(named.group), max(named.last, trigger.last)
    return Holder(sides=sides, rule="subject", after=after, said=view.said.get(trigger.first))


def _speaker(view: View, trigger: Trigger, after: int) -> Holder | None:
    """Return the speaker whose words these are, else who speaks or acts on stage."""
    said = view.said.get(trigger.first)
    if said:
        return Holder(sides=said.sides, rule="speaker", after=after, said=said) if said.sides else None
    return None
