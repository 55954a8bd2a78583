"""Who takes part in what a noun of meeting reports?"""

from __future__ import annotations

from typing import TypeAlias

from mahdar.arabic.clitics import BEH
from mahdar.arabic.letters import ALEF, LAM
from mahdar.arabic.nisba import HEH
from mahdar.extract.ground import Ground
from mahdar.extract.meetings.links import (
    after_with,
    first_group,
    is_adverbial,
    is_linked,
    joined,
    mentions_in,
    places_in,
    sides_of,
)
from mahdar.extract.meetings.onstage import antecedent, on_stage, owners_of, pair_before, people_before
from mahdar.extract.meetings.reach import place_reach, reach_left, reach_right
from mahdar.extract.meetings.triggers import ABSTRACT, ADVERBIAL, LOOSE, Trigger, is_light
from mahdar.extract.meetings.verb_parties import subject_before
from mahdar.records.annotated import Mention

Parties: TypeAlias = list[tuple[Mention, str]]
TALKS = frozenset({"gather.mubahathat"})
"""Talks that somebody holds in another state are with that state where no partner is named."""
RECEPTION = "meet.istaqbal-noun"
"""«During his reception of him»: host and guest both stand before it."""
PUT_OFF = 4
"""Words from a verb of putting off to the visit that it speaks of."""
HELD = 4
"""Words from a noun to «that he makes», and from there to who makes it."""
VISITS = frozenset({"visit", "arrival", "tour"})


def of_noun(ground: Ground, trigger: Trigger, left: list[Mention], right: list[Mention]) -> Parties:
    """Return the parties of a noun of meeting: its own pronoun, whose it is, «with», «between», «gathered», adjectives."""
    light = _governor(ground, trigger)
    if _is_general(ground, trigger, light, right):
        return []
    after = _arguments(ground, trigger, right)
    found = [(mention, "noun.argument") for mention in after]
    found += [(mention, "noun.adjective") for mention in _adjectives(ground, trigger)]
    found = [(mention, rule) for mention, rule in _first_party(ground, trigger, left, after)] + found
    if trigger.kind == "letter":
        found = [(mention, "noun.subject") for mention in left if mention.kind == "person"] or found
    return found + _others(ground, trigger, left, found)


def _governor(ground: Ground, trigger: Trigger) -> int | None:
    """Return the place of the light verb that governs a noun; a verb right before a definite noun has it as its own subject."""
    light = light_before(ground, trigger)
    return None if light == trigger.hit.first - 1 and trigger.is_definite else light


def _is_general(ground: Ground, trigger: Trigger, light: int | None, right: list[Mention]) -> bool:
    """Return True where a noun names no one contact: «dialogue» without a verb that holds it, a press conference of one side."""
    if trigger.kind == "press-conference":
        return not _has_partner(ground, right)
    if trigger.is_chain:
        return False
    verbal = trigger.hit.form == "masdar" and trigger.is_definite and trigger.sense in ADVERBIAL
    abstract = trigger.sense in ABSTRACT and not _told_between(ground, trigger, right)
    return light is None and (verbal or abstract or trigger.sense in LOOSE)


def _told_between(ground: Ground, trigger: Trigger, right: list[Mention]) -> bool:
    """Return True where «between» names two sides after a noun, and a place is told or a headline opens with it."""
    linked = [mention for mention in _arguments(ground, trigger, right) if not is_adverbial(ground, mention)]
    if len(sides_of(linked)) < 2 or not any(
        ground.has(place, "party", "between") for place in range(trigger.hit.last, linked[0].first)
    ):
        return False
    first, last = ground.sentence_limits(trigger.hit.first)
    opens = trigger.hit.first == first and ground.doc.sentences[ground.doc.sentence_of[first]].part == "title"
    return opens or any(
        linked[-1].last <= place.first < place_reach(ground, linked[-1].last, last) for place in ground.doc.places
    )


def _first_party(ground: Ground, trigger: Trigger, left: list[Mention], after: list[Mention]) -> Parties:
    """Return the party that stands before a noun: whom its pronoun means, or the subject of the clause."""
    sides = sides_of([*after, *_adjectives(ground, trigger)])
    if trigger.hit.prefix.endswith(LAM) and after and not trigger.owner:
        people = [mention for mention in people_before(ground, trigger) if not set(mention.of) & sides]
        return [(mention, "noun.subject") for mention in people[:1]]
    if trigger.kind == "arrival" and not trigger.owner:
        return [(mention, "noun.subject") for mention in subject_before(ground, trigger, left) if mention.kind == "person"]
    if _held_by_subject(ground, trigger):
        return [(mention, "noun.subject") for mention in people_before(ground, trigger)[:1]]
    if trigger.owner or _gathers_with_pronoun(ground, trigger):
        owners = owners_of(ground, trigger, after)
        return [(mention, "noun.pronoun") for mention in owners if trigger.kind != "arrival" or _may_arrive(trigger, mention)]
    if trigger.kind in VISITS and after and (_is_visitor(trigger, after[0]) or _is_held(ground, trigger, after[0])):
        return []
    if trigger.kind == "tour" and after and not any(mention.kind == "person" for mention in after):
        return [(mention, "noun.subject") for mention in on_stage(ground, trigger, after)]
    if (
        (len(sides) < 2 or _is_linked_to_others(ground, trigger, after))
        and not _is_between(ground, trigger, after)
        and _wants_subject(ground, trigger, [*after, *_adjectives(ground, trigger)], _governor(ground, trigger))
    ):
        subjects = _governing(ground, trigger, left, after)
        guests = [mention for mention in subjects if trigger.kind not in VISITS or mention.kind != "state" or len(subjects) == 1]
        return [(mention, "noun.subject") for mention in guests]
    return []


def _may_arrive(trigger: Trigger, mention: Mention) -> bool:
    """Return True where the pronoun of an arrival may mean a person: «her arrival» is mostly that of troops or goods."""
    return mention.kind == "person" and trigger.owner == HEH


def _is_linked_to_others(ground: Ground, trigger: Trigger, after: list[Mention]) -> bool:
    """Return True where «with» after a verb that holds a meeting, or «from» after a call, names the partners of its subject."""
    if not after:
        return False
    called = any(ground.has(after[0].first - back, "party", "from") for back in (1, 2))
    return (trigger.kind == "call" and called) or (_governor(ground, trigger) is not None and after_with(ground, after[0]))


def _is_held(ground: Ground, trigger: Trigger, mention: Mention) -> bool:
    """Return True where «that … makes» leads from a noun to a person, who then is its visitor."""
    return any(ground.has(place, "party", "holds") for place in range(trigger.hit.last, mention.first))


def _held_by_subject(ground: Ground, trigger: Trigger) -> bool:
    """Return True where «that he makes» follows a noun and nobody is named after it: the subject of the sentence makes it."""
    limit = min(trigger.hit.last + HELD, ground.sentence_limits(trigger.hit.first)[1])
    holds = [place for place in range(trigger.hit.last, limit) if ground.has(place, "party", "holds")]
    return bool(holds) and not any(
        holds[0] <= mention.first <= holds[0] + HELD and not is_adverbial(ground, mention) for mention in ground.actors
    )


def _is_between(ground: Ground, trigger: Trigger, after: list[Mention]) -> bool:
    """Return True where «between» leads to the parties, so that the subject of the clause is none of them."""
    places = range(trigger.hit.last, after[0].first) if after else ()
    return any(ground.has(place, "party", "between") for place in places)


def _others(ground: Ground, trigger: Trigger, left: list[Mention], found: Parties) -> Parties:
    """Return who else took part: those who met during it, who attended it, and for a visit the state of the place."""
    if not found:
        return []
    more: Parties = []
    sides = sides_of([mention for mention, _ in found])
    if (
        _is_during(ground, trigger)
        and len(sides) < 2
        and trigger.kind not in VISITS
        and (not trigger.owner or trigger.sense == RECEPTION)
    ):
        more += [(mention, "noun.subject") for mention in first_group(ground, people_before(ground, trigger))]
    if _taking_part(ground, trigger) and not trigger.owner:
        known = [mention for mention, _ in found]
        more += [(mention, "noun.subject") for mention in _governing(ground, trigger, left, []) if mention not in known]
    if trigger.kind in VISITS:
        places = [mention for mention in _visited(ground, trigger) if not set(mention.of) & sides]
        more += [(mention, "visit.place") for mention in places or _who_put_off(ground, trigger, sides)]
    if trigger.sense in TALKS and len(sides) == 1 and not trigger.is_definite and _governor(ground, trigger) is not None:
        more += [(mention, "visit.place") for mention in _visited(ground, trigger) if not set(mention.of) & sides]
    return more


def _who_put_off(ground: Ground, trigger: Trigger, sides: set[str]) -> list[Mention]:
    """Return the state that put off or called off a visit, which then is its host: «Algeria postponed the minister's visit»."""
    moods = [
        mood
        for mood in ground.doc.moods
        if mood.mood in {"postponed", "cancelled"} and 0 < trigger.hit.first - mood.last <= PUT_OFF and len(sides) == 1
    ]
    between = [mention for mood in moods for mention in mentions_in(ground, mood.last, trigger.hit.first)]
    return [mention for mention in between if mention.kind == "state" and not set(mention.of) & sides][:1]


def _is_during(ground: Ground, trigger: Trigger) -> bool:
    """Return True where «during» leads to the noun: the people of the clause before it took part."""
    return any(ground.has(place, "clause", "during") for place in (trigger.hit.first - 1, trigger.hit.first))


def _wants_subject(ground: Ground, trigger: Trigger, after: list[Mention], light: int | None) -> bool:
    """Return True where a noun's missing party is the subject of its clause: under a light verb, or where «with» names one."""
    return (
        light is not None
        or any(is_linked(ground, trigger, mention) for mention in after)
        or (trigger.kind in {"visit", "arrival", "tour"} and bool(after))
        or (trigger.hit.prefix.endswith(LAM) and bool(after))
    )


def _gathers_with_pronoun(ground: Ground, trigger: Trigger) -> bool:
    """Return True for «a meeting that brought him together with»."""
    return any(
        ground.has(place, "party", "gathers") and ground.word(place).endswith((HEH, HEH + ALEF))
        for place in range(trigger.hit.last, trigger.hit.last + 4)
    )


def _is_visitor(trigger: Trigger, mention: Mention) -> bool:
    """Return True where whoever stands right after a noun of visiting visits: people do; «a visit of Iran» is to Iran."""
    return mention.first - trigger.hit.last <= 1 and mention.kind in {"person", "org", "sides"}


def _has_partner(ground: Ground, right: list[Mention]) -> bool:
    """Return True where «with» names somebody after a noun: a press conference held with another side's minister."""
    return any(after_with(ground, mention) and mention.kind == "person" for mention in right)


def _governing(ground: Ground, trigger: Trigger, left: list[Mention], after: list[Mention]) -> list[Mention]:
    """Return the subject of the verb that governs a noun of meeting, with whom «with» names before the noun.

    Where the clause names no subject it is whoever was on stage.
    """
    known = [mention for mention in left if mention.of or mention.actor]
    usable = [mention for mention in known if not is_adverbial(ground, mention) and not set(mention.of) & sides_of(after)]
    partners = [mention for mention in usable if after_with(ground, mention)]
    subjects = [mention for mention in usable if mention not in partners]
    light = light_before(ground, trigger)
    group = first_group(ground, [mention for mention in subjects if light is not None and mention.first > light])
    group = group or subject_before(ground, trigger, subjects) or antecedent(ground, trigger)
    if not group and light is not None and any(hit.detail[:1] in {("3md",), ("3fd",)} for hit in ground.hits_at[light]):
        group = pair_before(ground, trigger, sides_of(after))
    return (group or on_stage(ground, trigger, after + partners)) + partners


def _visited(ground: Ground, trigger: Trigger) -> list[Mention]:
    """Return the place that a noun of visiting names, the first after it."""
    limit = ground.sentence_limits(trigger.hit.first)[1]
    return places_in(ground, trigger.hit.last, reach_right(ground, trigger.hit.last, limit))[:1]


def _arguments(ground: Ground, trigger: Trigger, right: list[Mention]) -> list[Mention]:
    """Return the mentions that a noun governs: right after it, after «with», «between», «of», or joined to such."""
    found: list[Mention] = []
    for mention in right:
        if is_adverbial(ground, mention):
            continue
        gap = range(trigger.hit.last, mention.first)
        beside = len(gap) <= 1 or all(ground.has(place, "party", "also") for place in gap)
        near = beside and (not trigger.is_definite or _taking_part(ground, trigger) or len(gap) > 1)
        linked = is_linked(ground, trigger, mention) and (trigger.kind not in VISITS or mention.kind == "person")
        prefixed = ground.doc.text.letters[ground.doc.tokens.starts[mention.first]] == BEH and mention.kind == "person"
        listed = bool(found) and (joined(ground, found[-1], mention) or mention.form == "counterpart")
        gathered = any(ground.has(place, "party", "gathers", "holds") for place in range(trigger.hit.last, mention.first))
        if near or linked or prefixed or listed or gathered:
            found.append(mention)
    return found


def _taking_part(ground: Ground, trigger: Trigger) -> bool:
    """Return True where a verb of taking part stands right before a noun: whoever follows takes part."""
    return any(
        hit.entry in {"light.sharaka", "light.hadara"}
        for place in range(max(0, trigger.hit.first - 3), trigger.hit.first)
        for hit in ground.hits_at.get(place, ())
    )


def _adjectives(ground: Ground, trigger: Trigger) -> list[Mention]:
    """Return the demonyms that a noun of meeting carries as adjectives: «Russian-Chinese consultations»."""
    if trigger.kind in VISITS:
        return []
    found: list[Mention] = []
    limit = min(trigger.hit.last + 6, ground.sentence_limits(trigger.hit.first)[1])
    by_first = {
        mention.first: mention for mention in ground.actors if mention.kind in {"state", "org"} and mention.form == "nisba"
    }
    place = trigger.hit.last
    while place < limit:
        mention = by_first.get(place)
        if mention:
            found.append(mention)
            place = mention.last
        elif _is_adjective(ground, trigger, place) or ground.word(place) in {"-", "\N{EN DASH}", "/"}:
            place += 1
        else:
            break
    return found if len({side for mention in found for side in mention.of}) > 1 else []


def _is_adjective(ground: Ground, trigger: Trigger, place: int) -> bool:
    """Return True where a word may be an adjective of the noun: definite as it is, and no other hit."""
    definite = ground.word(place).startswith("\N{ARABIC LETTER ALEF}" + LAM)
    return ground.doc.tokens.kinds[place] == "w" and definite == trigger.is_definite and not ground.has(place, "function")


def light_before(ground: Ground, trigger: Trigger) -> int | None:
    """Return the place of the verb («held», «conducted») that governs a noun, None where there is none in its clause."""
    first, _ = ground.sentence_limits(trigger.hit.first)
    start = reach_left(ground, trigger.hit.first, first)
    if start > first and ground.has(start - 1, "clause", "when"):
        start = reach_left(ground, start - 1, first)
    for place in range(trigger.hit.first - 1, start - 1, -1):
        if any(is_light(ground, hit) for hit in ground.hits_at.get(place, ())):
            return place
    return None
