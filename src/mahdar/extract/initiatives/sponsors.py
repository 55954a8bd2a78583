"""Who put an initiative forward?"""

from __future__ import annotations

from typing import NamedTuple

from mahdar.arabic.clitics import CONJUNCTIONS
from mahdar.arabic.letters import ALEF, ARTICLE, LAM
from mahdar.arabic.nisba import HEH
from mahdar.extract.events.field import Field
from mahdar.extract.events.subjects import is_verb, subject_after, subject_of
from mahdar.extract.events.voices import Voices
from mahdar.extract.expressions import COMMAS
from mahdar.language.lexicon import SUFFIXES
from mahdar.records.annotated import Hit, Mention
from mahdar.records.value import Span

ADJECTIVE = 5
"""Words after the noun within which the demonym of its sponsor stands."""
RELATIVE = 12
"""Words after the noun within which the clause begins that tells who put it forward."""
BEFORE = 12
"""Words before the noun within which the verb of putting forward stands."""
PREPOSITION = "function.preposition"
TALKS = "talks"
"""Gatherings of any kind, whose owners take part and did not propose them."""
FEMININE = frozenset({"initiative", "plan", "road-map", "architecture"})
OWNERS = tuple(sorted(SUFFIXES, key=len, reverse=True))


class Sponsor(NamedTuple):
    """Sides that put an initiative forward, the words that say so, and the rule."""

    codes: tuple[str, ...]
    span: Span
    rule: str


def sponsor_of(field: Field, voices: Voices, noun: Hit) -> Sponsor | None:
    """Return who put forward what a noun names, None where the text does not tell."""
    if noun.detail[0] == TALKS:
        return _told_after(field, voices, noun) or _told_before(field, voices, noun)
    return (
        _owner(field, noun)
        or _demonym(field, noun)
        or _told_after(field, voices, noun)
        or _told_before(field, voices, noun)
        or _pronoun(field, voices, noun)
    )


def _owner(field: Field, noun: Hit) -> Sponsor | None:
    """Return the side or person right after a bare noun («the plan of the president»)."""
    ground = field.ground
    if ground.word(noun.last - 1).startswith(ARTICLE) and noun.last == noun.first + 1:
        return None
    mention = field.at.get(noun.last)
    if mention is None and field.is_body(noun.last) and ground.doc.letters(noun.last, noun.last + 1)[0] not in CONJUNCTIONS:
        _, limit = ground.sentence_limits(noun.first)
        named = subject_after(field, noun.last, limit)
        return _of(field, named.group, "sponsor.owner") if named and not named.is_self else None
    if mention is None or mention.form == "nisba" or field.governor(mention) or mention.kind == "sides":
        return None
    return _of(field, field.group(mention), "sponsor.owner")


def _demonym(field: Field, noun: Hit) -> Sponsor | None:
    """Return the side whose demonym agrees with the noun («the Egyptian proposal», «the American plan of peace»)."""
    ground = field.ground
    _, limit = ground.sentence_limits(noun.first)
    wants_feminine = noun.detail[0] in FEMININE or ground.word(noun.last - 1).endswith(ALEF + "\N{ARABIC LETTER TEH}")
    for place in range(noun.last, min(limit, noun.last + ADJECTIVE)):
        mention = field.at.get(place)
        if mention and mention.form == "nisba" and mention.of:
            group = field.group(mention)
            word = ground.word(group[0].first)
            if place == noun.last or word.endswith(HEH) == wants_feminine:
                return _of(field, group, "sponsor.demonym")
            return None
        if mention or ground.doc.tokens.kinds[place] != "w" or field.is_break(place) or is_verb(field, place):
            return None
        if ground.word(place).startswith(LAM):
            return None
        if field.is_particle(place):
            return None
    return None


def _told_after(field: Field, voices: Voices, noun: Hit) -> Sponsor | None:
    """Return who is told after the noun to have put it forward («that Qatar proposed», «submitted by»)."""
    ground = field.ground
    _, limit = ground.sentence_limits(noun.first)
    for place in range(noun.last, min(limit, noun.last + RELATIVE)):
        if field.is_stop(place):
            return None
        by = next(
            (hit for hit in ground.hits_at.get(place, ()) if hit.kind == "initiative" and hit.detail[0] == "proposed"), None
        )
        hit = by or (
            proposes(field, place) if ground.has(place - 1, "acting", "relative") or _adds_object(field, place) else None
        )
        if hit:
            named = subject_after(field, hit.last, limit)
            if named and named.is_self:
                return _spoken(field, voices, hit)
            return _of(field, named.group, "sponsor.after") if named else None
        if ground.has(place, "acting", "aside") or (is_verb(field, place) and ground.has(place, "say")):
            return None
    return None


def _told_before(field: Field, voices: Voices, noun: Hit) -> Sponsor | None:
    """Return the subject of a verb of putting forward whose object is the noun."""
    ground = field.ground
    first, _ = ground.sentence_limits(noun.first)
    for place in range(noun.first - 1, max(first, noun.first - BEFORE) - 1, -1):
        hit = proposes(field, place)
        if hit and not _adds_object(field, place):
            named = subject_of(field, hit._replace(detail=()), noun.first)
            if named and not named.is_self:
                return _of(field, named.group, "sponsor.before")
            if named and named.is_self:
                return _spoken(field, voices, hit)
            said = voices.saying(ground.doc.span(hit.first, hit.last))
            return Sponsor(said, ground.doc.span(hit.first, hit.last), "sponsor.speaker") if said else None
        if field.is_stop(place) or field.is_break(place) or ground.word(place) in COMMAS:
            return None
        if place not in field.named and is_verb(field, place):
            return None
    return None


def _pronoun(field: Field, voices: Voices, noun: Hit) -> Sponsor | None:
    """Return whom the pronoun on the noun means: the speaker of these words, else who is named last before it."""
    ground = field.ground
    if noun.entry.startswith("initiative.conference") or not _is_owned(field, noun):
        return None
    span = ground.doc.span(noun.first, noun.last)
    first, _ = ground.sentence_limits(noun.first)
    for place in range(noun.first - 1, first - 1, -1):
        mention = field.at.get(place)
        if mention and mention.of and mention.form != "nisba" and mention.kind != "sides" and len(mention.of) == 1:
            return Sponsor(mention.of, span, "sponsor.pronoun")
    speaking = voices.around(span)
    return Sponsor(speaking, span, "sponsor.speaker") if speaking else None


def _is_owned(field: Field, noun: Hit) -> bool:
    """Return True where the noun carries a pronoun: a longer form of the noun that takes no article."""
    doc = field.ground.doc
    raw = doc.letters(noun.first, noun.first + 1)
    return noun.last == noun.first + 1 and raw.endswith(
        (
            "\N{ARABIC LETTER TEH}" + HEH,
            "\N{ARABIC LETTER TEH}" + HEH + ALEF,
            "\N{ARABIC LETTER HAH}" + HEH,
            "\N{ARABIC LETTER HAH}" + HEH + ALEF,
        )
    )


def proposes(field: Field, place: int) -> Hit | None:
    """Return the verb of putting forward at a place; what a preposition governs is a noun that looks like one."""
    ground = field.ground
    if place in field.named or any(hit.entry == PREPOSITION for hit in ground.hits_at.get(place - 1, ())):
        return None
    return next((hit for hit in ground.hits_at.get(place, ()) if hit.kind == "initiative" and hit.detail[0] == "propose"), None)


def _adds_object(field: Field, place: int) -> bool:
    """Return True where a verb of putting forward carries its object, so that it speaks of what stands before it."""
    hit = proposes(field, place)
    if hit is None:
        return False
    word = field.ground.word(hit.last - 1)
    return word.endswith(OWNERS) and len(word) > 3


def _spoken(field: Field, voices: Voices, hit: Hit) -> Sponsor | None:
    """Return the speaker, where the speaker's own side is meant."""
    span = field.ground.doc.span(hit.first, hit.last)
    speaking = voices.around(span)
    return Sponsor(speaking, span, "sponsor.speaker") if speaking else None


def _of(field: Field, group: tuple[Mention, ...], rule: str) -> Sponsor | None:
    """Return a group as sponsor, None where no side is known."""
    codes = field.codes(group)
    span = Span(start=group[0].span.start, end=group[-1].span.end)
    return Sponsor(codes, span, rule) if codes else None
