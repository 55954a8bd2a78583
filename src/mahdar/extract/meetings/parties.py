"""Who takes part in what these words report?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.arabic.clitics import BEH, CONJUNCTIONS
from mahdar.arabic.letters import ALEF, LAM
from mahdar.arabic.nisba import HEH
from mahdar.extract.ground import Ground
from mahdar.extract.meetings.reach import reach_left, reach_right
from mahdar.extract.meetings.triggers import ABSTRACT, ADVERBIAL, LOOSE, TOPICAL, Trigger, is_light
from mahdar.records.annotated import Mention
from mahdar.records.value import Span

WITH, BETWEEN = "with", "between"
COMMAS = frozenset({",", "\N{ARABIC COMMA}"})
_WAW = CONJUNCTIONS[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A participant found: the person's id (None for a side alone), the side, whether host or visitor, and the rule."""

    actor: str | None
    side: str | None
    part: str
    rule: str
    span: Span


def find_parties(ground: Ground, trigger: Trigger) -> list[Guest]:
    """Return who takes part, in text order, each person once, and no side alone beside a person of it."""
    first, last = ground.sentence_limits(trigger.hit.first)
    start = reach_left(ground, trigger.hit.first, first)
    end = reach_right(ground, trigger.hit.last, last)
    right = _mentions(ground, trigger.hit.last, end)
    left = _mentions(ground, start, trigger.hit.first)
    chosen = _of_verb(ground, trigger, left, right) if trigger.is_verb else _of_noun(ground, trigger, left, right)
    return _distinct(ground, chosen)


def _mentions(ground: Ground, first: int, last: int) -> list[Mention]:
    """Return the acting mentions within tokens [first, last)."""
    return [mention for mention in ground.actors if first <= mention.first and mention.last <= last]


def _of_verb(ground: Ground, trigger: Trigger, left: list[Mention], right: list[Mention]) -> list[tuple[Mention, str]]:
    """Return the parties of a finite verb: its subject before or after it, its object, and whom «with» names."""
    if trigger.kind in {"visit", "arrival"}:
        return _of_visit(ground, trigger, left, right)
    after = [mention for mention in right if not _is_adverbial(ground, mention)]
    if trigger.sense in TOPICAL:
        after = _subject_and_with(ground, after)
    before = [] if _follows_directly(trigger, after) and len(_sides(after)) > 1 else _subject_before(ground, trigger, left)
    if not before and len(_sides(after)) < 2:
        before = _antecedent(ground, trigger) or _on_stage(ground, trigger, after)
    return [(mention, "verb.subject") for mention in before] + [(mention, "verb.argument") for mention in after]


def _follows_directly(trigger: Trigger, after: list[Mention]) -> bool:
    """Return True where the verb's subject stands right after it."""
    return bool(after) and after[0].first - trigger.hit.last <= 2


def _subject_before(ground: Ground, trigger: Trigger, left: list[Mention]) -> list[Mention]:
    """Return the people or sides before a verb that may be its subject: the last group, with what «and» joins to it."""
    group: list[Mention] = []
    for mention in reversed([mention for mention in left if not _is_adverbial(ground, mention)]):
        if group and not _joined(ground, mention, group[-1]):
            break
        group.append(mention)
    return list(reversed(group))


def _joined(ground: Ground, before: Mention, after: Mention) -> bool:
    """Return True where «and» or a comma joins two mentions, with nothing between but words like «each of», «on one side»."""
    between = [ground.word(place) for place in range(before.last, after.first)]
    passed = all(ground.has(place, "party", "also") or ground.word(place) in COMMAS for place in range(before.last, after.first))
    letter = ground.doc.text.letters[ground.doc.tokens.starts[after.first]]
    return passed and (letter == _WAW or any(word[0] == _WAW or word in COMMAS for word in between))


def _subject_and_with(ground: Ground, after: list[Mention]) -> list[Mention]:
    """Return the first group after a verb of discussion and those whom «with» names; its objects are topics."""
    found: list[Mention] = []
    for mention in after:
        opened = not found or _joined(ground, found[-1], mention) or _after_with(ground, mention)
        if opened:
            found.append(mention)
    return found


def _after_with(ground: Ground, mention: Mention) -> bool:
    """Return True where «with» stands right before a mention."""
    return any(ground.has(place, "party", WITH) for place in (mention.first - 1, mention.first - 2))


def _on_stage(ground: Ground, trigger: Trigger, others: list[Mention]) -> list[Mention]:
    """Return who is spoken of where a trigger has no subject of its own: the first person or pair of the last sentence with one."""
    if any(quote.first <= trigger.hit.first < quote.last for quote in ground.doc.quotes):
        return []
    sides = _sides(others)
    sentence = ground.doc.sentence_of[trigger.hit.first]
    first, _ = ground.sentence_limits(trigger.hit.first)
    if ground.has(reach_left(ground, trigger.hit.first, first) - 1, "party", "speaker"):
        return [
            mention
            for mention in ground.actors
            if mention.kind == "person" and mention.last <= trigger.hit.first and not set(mention.of) & sides
        ][-1:]
    for number in range(sentence, max(-1, sentence - 3), -1):
        for mention in ground.actors:
            inside = ground.doc.sentence_of[mention.first] == number and mention.last <= trigger.hit.first
            if inside and mention.kind in {"person", "sides"} and mention.of and not set(mention.of) & sides:
                return [mention]
    return []


def _of_visit(ground: Ground, trigger: Trigger, left: list[Mention], right: list[Mention]) -> list[tuple[Mention, str]]:
    """Return the visitor of a verb of visiting or arriving, and the host: the people seen there, else the state of the place."""
    people = [mention for mention in right if mention.kind in {"person", "org"} and not _is_adverbial(ground, mention)]
    visitors = _subject_before(ground, trigger, left)
    if not visitors and people and people[0].first - trigger.hit.last <= 2:
        visitors = people[:1]
    if not visitors:
        visitors = _antecedent(ground, trigger) or _on_stage(ground, trigger, [])
    hosts = [mention for mention in right if mention not in visitors and mention.kind != "sides"]
    if trigger.kind == "arrival":
        hosts = []
        visitors = [mention for mention in visitors if mention.kind == "person"]
    places = _places(
        ground, trigger.hit.last, reach_right(ground, trigger.hit.last, ground.sentence_limits(trigger.hit.first)[1])
    )
    named = [mention for mention in hosts if not _is_adverbial(ground, mention)]
    return (
        [(mention, "visit.visitor") for mention in visitors]
        + [(mention, "visit.host") for mention in named]
        + [(mention, "visit.place") for mention in places[:1] if not set(mention.of) & _sides(named)]
    )


def _places(ground: Ground, first: int, last: int) -> list[Mention]:
    """Return cities and states named as places within tokens [first, last)."""
    located = {place.first for place in ground.doc.places}
    return [
        mention
        for mention in ground.doc.mentions
        if first <= mention.first < last
        and (
            mention.kind == "city"
            or (
                mention.kind == "state"
                and mention.first in located
                or mention.kind == "state"
                and mention.form in {"name", "capital"}
            )
        )
        and not _in_person(ground, mention)
    ]


def _in_person(ground: Ground, mention: Mention) -> bool:
    """Return True where a mention stands inside a person's title or name."""
    return any(other.kind == "person" and other.first <= mention.first and mention.last <= other.last for other in ground.actors)


def _is_adverbial(ground: Ground, mention: Mention) -> bool:
    """Return True where a state is a place («in Egypt») or an adjective of something else than a side."""
    if mention.kind == "state" and mention.form == "nisba":
        return not _is_side_adjective(ground, mention)
    if mention.kind != "state":
        return False
    return any(place.first == mention.first for place in ground.doc.places)


def _is_side_adjective(ground: Ground, mention: Mention) -> bool:
    """Return True where a demonym says which side or delegation: «the Russian side», «an American delegation»; or a people."""
    hit = next((hit for hit in ground.hits_at.get(mention.first, ()) if hit.kind == "nisba"), None)
    if hit and hit.detail and hit.detail[0] in {"mp", "mo", "md"}:
        return True
    return any(ground.has(place, "party", "side") for place in (mention.first - 1, mention.first - 2))


def _of_noun(ground: Ground, trigger: Trigger, left: list[Mention], right: list[Mention]) -> list[tuple[Mention, str]]:
    """Return the parties of a noun of meeting: its own pronoun, whose it is, «with», «between», «gathered», adjectives."""
    light = _light_before(ground, trigger)
    if light == trigger.hit.first - 1 and trigger.is_definite:
        light = None
    if trigger.hit.form == "masdar" and trigger.is_definite and trigger.sense in ADVERBIAL and light is None:
        return []
    if (trigger.sense in ABSTRACT | LOOSE and light is None) or (
        trigger.kind == "press-conference" and not _has_partner(ground, right)
    ):
        return []
    after = _arguments(ground, trigger, right)
    found = [(mention, "noun.argument") for mention in after]
    found += [(mention, "noun.adjective") for mention in _adjectives(ground, trigger)]
    if trigger.owner or _gathers_with_pronoun(ground, trigger):
        found = [(mention, "noun.pronoun") for mention in _owners(ground, trigger, after)] + found
    elif trigger.kind in {"visit", "arrival", "tour"} and after and _is_visitor(trigger, after[0]):
        pass
    elif trigger.kind == "tour" and found and not any(mention.kind == "person" for mention, _ in found):
        found = [(mention, "noun.subject") for mention in _on_stage(ground, trigger, after)] + found
    elif len({side for mention, _ in found for side in mention.of}) < 2 and _wants_subject(ground, trigger, after, light):
        found = [(mention, "noun.subject") for mention in _governing(ground, trigger, left, after)] + found
    if trigger.kind == "letter":
        found = [(mention, "noun.subject") for mention in left if mention.kind == "person"] or found
    if _is_during(ground, trigger) and found and len({side for mention, _ in found for side in mention.of}) < 2:
        found += [(mention, "noun.subject") for mention in _first_group(ground, _people_before(ground, trigger))]
    if _taking_part(ground, trigger) and found and not trigger.owner:
        joined = [(mention, "noun.subject") for mention in _governing(ground, trigger, left, [])]
        found += [pair for pair in joined if pair[0] not in [mention for mention, _ in found]]
    if found and trigger.kind in {"visit", "arrival", "tour"}:
        known = {side for mention, _ in found for side in mention.of}
        found += [(mention, "visit.place") for mention in _visited(ground, trigger) if not set(mention.of) & known]
    return found


def _is_during(ground: Ground, trigger: Trigger) -> bool:
    """Return True where «during» leads to the noun: the people of the clause before it took part."""
    return any(ground.has(place, "clause", "during") for place in (trigger.hit.first - 1, trigger.hit.first))


def _people_before(ground: Ground, trigger: Trigger) -> list[Mention]:
    """Return the people and pairs named in a trigger's sentence before it."""
    first, _ = ground.sentence_limits(trigger.hit.first)
    return [mention for mention in _mentions(ground, first, trigger.hit.first) if mention.kind in {"person", "sides"}]


def _wants_subject(ground: Ground, trigger: Trigger, after: list[Mention], light: int | None) -> bool:
    """Return True where a noun's missing party is the subject of its clause: under a light verb, or where «with» names one."""
    return (
        light is not None
        or any(_is_linked(ground, trigger, mention) for mention in after)
        or (trigger.kind in {"visit", "arrival", "tour"} and bool(after))
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
    return any(_after_with(ground, mention) and mention.kind == "person" for mention in right)


def _governing(ground: Ground, trigger: Trigger, left: list[Mention], after: list[Mention]) -> list[Mention]:
    """Return the subject of the verb that governs a noun of meeting, with whom «with» names before the noun.

    Where the clause names no subject it is whoever was on stage.
    """
    usable = [mention for mention in left if not _is_adverbial(ground, mention) and not set(mention.of) & _sides(after)]
    partners = [mention for mention in usable if _after_with(ground, mention)]
    subjects = [mention for mention in usable if mention not in partners]
    light = _light_before(ground, trigger)
    group = _first_group(ground, [mention for mention in subjects if light is not None and mention.first > light])
    group = group or _subject_before(ground, trigger, subjects) or _antecedent(ground, trigger)
    if not group and light is not None and any(hit.detail[:1] in {("3md",), ("3fd",)} for hit in ground.hits_at[light]):
        group = _pair(ground, trigger, _sides(after))
    return (group or _on_stage(ground, trigger, after + partners)) + partners


def _antecedent(ground: Ground, trigger: Trigger) -> list[Mention]:
    """Return whom a relative clause that holds the trigger speaks of: the mention right before «who»."""
    first, _ = ground.sentence_limits(trigger.hit.first)
    start = reach_left(ground, trigger.hit.first, first)
    relative = any(hit.entry == "function.pronoun" for hit in ground.hits_at.get(start - 1, ()))
    return [mention for mention in ground.actors if relative and start - 3 <= mention.last <= start - 1][-1:]


def _first_group(ground: Ground, mentions: list[Mention]) -> list[Mention]:
    """Return the first mention with all that «and» joins to it."""
    group = mentions[:1]
    for mention in mentions[1:]:
        if not _joined(ground, group[-1], mention):
            break
        group.append(mention)
    return group


def _visited(ground: Ground, trigger: Trigger) -> list[Mention]:
    """Return the place that a noun of visiting names, the first after it."""
    limit = ground.sentence_limits(trigger.hit.first)[1]
    return _places(ground, trigger.hit.last, reach_right(ground, trigger.hit.last, limit))[:1]


def _arguments(ground: Ground, trigger: Trigger, right: list[Mention]) -> list[Mention]:
    """Return the mentions that a noun governs: right after it, after «with», «between», «of», or joined to such."""
    found: list[Mention] = []
    for mention in right:
        if _is_adverbial(ground, mention):
            continue
        gap = range(trigger.hit.last, mention.first)
        beside = len(gap) <= 1 or all(ground.has(place, "party", "also") for place in gap)
        near = beside and (not trigger.is_definite or _taking_part(ground, trigger) or len(gap) > 1)
        linked = _is_linked(ground, trigger, mention)
        prefixed = ground.doc.text.letters[ground.doc.tokens.starts[mention.first]] == BEH and mention.kind == "person"
        joined = bool(found) and (_joined(ground, found[-1], mention) or mention.form == "counterpart")
        gathered = any(ground.has(place, "party", "gathers") for place in range(trigger.hit.last, mention.first))
        if near or linked or prefixed or joined or gathered:
            found.append(mention)
    return found


def _is_linked(ground: Ground, trigger: Trigger, mention: Mention) -> bool:
    """Return True where «with» or «between» (of a call or letter: «from») leads from the noun to the mention."""
    link = next(
        (
            place
            for place in (mention.first - 1, mention.first - 2)
            if ground.has(place, "party", WITH, BETWEEN)
            or (trigger.kind in {"call", "letter"} and ground.has(place, "party", "from"))
        ),
        None,
    )
    if link is None or link < trigger.hit.first:
        return False
    return not any(ground.has(place, "party", "away") for place in range(trigger.hit.last, link))


def _taking_part(ground: Ground, trigger: Trigger) -> bool:
    """Return True where a verb of taking part stands right before a noun: whoever follows takes part."""
    return any(
        hit.entry in {"light.sharaka", "light.hadara"}
        for place in range(max(0, trigger.hit.first - 3), trigger.hit.first)
        for hit in ground.hits_at.get(place, ())
    )


def _adjectives(ground: Ground, trigger: Trigger) -> list[Mention]:
    """Return the demonyms that a noun of meeting carries as adjectives: «Russian-Chinese consultations»."""
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


def _owners(ground: Ground, trigger: Trigger, others: list[Mention]) -> list[Mention]:
    """Return whom the pronoun of a noun stands for: one person, or two of different sides."""
    sides = _sides(others)
    if trigger.owner.endswith("\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}"):
        return _pair(ground, trigger, sides)
    before = [mention for mention in _spoken_of(ground, trigger) if not set(mention.of) & sides]
    first, _ = ground.sentence_limits(trigger.hit.first)
    clause = range(reach_left(ground, trigger.hit.first, first) - 1, trigger.hit.first)
    if any(ground.has(place, "party", "speaker") for place in clause):
        before = _speakers(ground, trigger, sides) or before
    people = [mention for mention in before if mention.kind == "person"]
    return (people or [mention for mention in before if mention.form == "name" and mention.kind != "sides"])[:1]


def _pair(ground: Ground, trigger: Trigger, sides: set[str]) -> list[Mention]:
    """Return the last two people of different sides before a trigger, or the pair that stands for them."""
    found: list[Mention] = []
    for mention in _spoken_of(ground, trigger):
        if mention.kind == "sides":
            return [mention]
        if mention.kind == "person" and not set(mention.of) & (sides | _sides(found)):
            found.append(mention)
        if len(found) == 2:
            return found[::-1]
    return []


def _speakers(ground: Ground, trigger: Trigger, sides: set[str]) -> list[Mention]:
    """Return the subject of the sentence that reports speech: its first person, of another side than the parties found."""
    first, _ = ground.sentence_limits(trigger.hit.first)
    inside = [mention for mention in ground.actors if first <= mention.first < trigger.hit.first and mention.kind == "person"]
    started = [mention for mention in inside if mention.of and not set(mention.of) & sides]
    if started:
        return started[:1]
    before = [
        mention for mention in ground.actors if mention.kind == "person" and mention.last <= first and not set(mention.of) & sides
    ]
    number = ground.doc.sentence_of[trigger.hit.first]
    last = [mention for mention in before if ground.doc.sentence_of[mention.first] == number - 1]
    return last[:1]


def _spoken_of(ground: Ground, trigger: Trigger) -> list[Mention]:
    """Return who was named before a trigger, the nearest first, in its sentence and the two before it."""
    number = ground.doc.sentence_of[trigger.hit.first]
    return [
        mention
        for mention in reversed(ground.actors)
        if mention.last <= trigger.hit.first
        and mention.of
        and mention.form != "nisba"
        and number - ground.doc.sentence_of[mention.first] <= 2
    ]


def _light_before(ground: Ground, trigger: Trigger) -> int | None:
    """Return the place of the verb («held», «conducted») that governs a noun, None where there is none in its clause."""
    first, _ = ground.sentence_limits(trigger.hit.first)
    start = reach_left(ground, trigger.hit.first, first)
    for place in range(trigger.hit.first - 1, start - 1, -1):
        if any(is_light(ground, hit) for hit in ground.hits_at.get(place, ())):
            return place
    return None


def _sides(mentions: list[Mention]) -> set[str]:
    """Return the codes that mentions stand for."""
    return {side for mention in mentions for side in mention.of}


def _distinct(ground: Ground, chosen: list[tuple[Mention, str]]) -> list[Guest]:
    """Return the parties as guests: pairs opened, people once, sides alone only without a person of them."""
    guests: list[Guest] = []
    for mention, rule in chosen:
        members = [ground.doc.mentions[number] for number in mention.members] or [mention]
        for member in members:
            for guest in _guests(mention if mention.kind == "sides" and not mention.members else member, rule):
                if not any(_same(guest, other) for other in guests):
                    guests.append(guest)
    people = {guest.side for guest in guests if guest.actor}
    return [guest for guest in guests if guest.actor or guest.side not in people]


def _guests(mention: Mention, rule: str) -> list[Guest]:
    """Return a mention as guests: a person with a side, or each side that it stands for."""
    part = rule.partition(".")[2]
    if mention.kind == "person":
        side = mention.of[0] if mention.of else None
        return [Guest(actor=mention.actor, side=side, part=part, rule=rule, span=mention.span)] if mention.actor or side else []
    return [Guest(actor=None, side=side, part=part, rule=rule, span=mention.span) for side in mention.of]


def _same(a: Guest, b: Guest) -> bool:
    """Return True where two guests are one person, or one side without a person."""
    return a.actor == b.actor and (a.actor is not None or a.side == b.side)
