"""Which files were raised, and by whom?"""

from __future__ import annotations

from mahdar.arabic.clitics import BEH, CONJUNCTIONS
from mahdar.arabic.letters import ALEF, ARTICLE, LAM
from mahdar.arabic.nisba import HEH
from mahdar.arabic.verbs import TEH, YEH
from mahdar.extract.events.stage import gender_of
from mahdar.extract.events.subjects import has_own_noun, subject_after, subject_before
from mahdar.extract.stances.ends import deed_at, goes_on_saying, is_verb, trimmed
from mahdar.extract.stances.holders import Holder, leads_at
from mahdar.extract.stances.issues import Files, own_file
from mahdar.extract.stances.objects import REACH
from mahdar.extract.stances.triggers import Trigger
from mahdar.extract.stances.view import OPENING, View
from mahdar.extract.stances.words import Words

LONGEST = 45
"""Words that a list of topics may have."""
PART = 6
"""Words after «and» that tell whether another file begins."""
NEAR = 14
"""Words before a noun of discussion within which it is said to have been held."""
BACK = 8
"""Words before a verb within which the talks stand that are its subject."""
LEAD = 3
"""Words after a noun of talks within which its file begins."""
IN = "\N{ARABIC LETTER FEH}" + YEH
"""The preposition of places, which leads to a topic only after a verb."""
PLACES = frozenset({"city", "state"})
SCENE = 16
"""Words of a scene up to its comma."""
HONORIFIC = "honorific"
"""Titles that are ordinary words too."""
TALKS = "talks"
"""Trait of verbs that tell topics only of talks («the talks covered»)."""
DUAL = "d"
PLURAL = ALEF + TEH
WAW = CONJUNCTIONS[0]
NISBA = YEH + HEH
"""The end of a feminine adjective of relation."""


def is_discussion(view: View, trigger: Trigger) -> bool:
    """Return True where a word of discussion tells that something was discussed."""
    if trigger.form == "verb":
        return trigger.sense.traits.get(TALKS) != "yes" or _has_talks(view, trigger)
    if trigger.form != "noun":
        return False
    first, _ = view.ground.sentence_limits(trigger.first)
    for place in range(trigger.first - 1, max(first, trigger.first - NEAR) - 1, -1):
        if view.is_comma(place):
            break
        if view.mark(place, "done"):
            return True
    if trigger.prefix == LAM or trigger.last - trigger.first > 1:
        return True
    talks = view.ground.word(trigger.first).endswith(PLURAL)
    return talks and any(view.mark(place, "about") for place in range(trigger.last, trigger.last + LEAD))


def _has_talks(view: View, trigger: Trigger) -> bool:
    """Return True where the subject of a verb is a noun of meeting; «what concerns the talks» has none."""
    if view.ground.has(trigger.first - 1, "speech", "relative"):
        return False
    begin = trigger.first
    while begin > max(0, trigger.first - BACK) and not view.is_comma(begin - 1):
        begin -= 1
    near = (*range(begin, trigger.first), *range(trigger.last, trigger.last + 2))
    return any(
        hit.kind == "meet" and hit.form in {"masdar", "nouns"} for place in near for hit in view.ground.hits_at.get(place, ())
    )


def raisers(view: View, trigger: Trigger) -> Holder | None:
    """Return the sides that discussed: the subjects of the verb, with the other parties of the meeting told there."""
    if not is_discussion(view, trigger):
        return None
    _, limit = view.ground.sentence_limits(trigger.first)
    named = None
    if trigger.form == "verb":
        named = subject_before(view.field, trigger.first) or subject_after(view.field, trigger.last, limit)
    sides = view.field.codes(named.group) if named and not named.is_self else ()
    after = max(named.last if named else 0, trigger.last)
    if not sides and trigger.form == "verb" and not _has_talks(view, trigger):
        if has_own_noun(view.field, trigger.first):
            return None
        if not trigger.prefix and not view.is_particle(trigger.last) and gender_of(trigger.person) != DUAL:
            return None
        before = view.before(trigger.first, gender_of(trigger.person), speaking=False)
        sides = before.codes if before else ()
    if len(sides) < 2:
        met = _meeting_at(view, trigger.first, sides)
        sides = met if not sides or set(sides) <= set(met) else sides
    return Holder(sides=sides, rule="raised", after=after, said=view.said.get(trigger.first)) if sides else None


def _meeting_at(view: View, place: int, sides: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sides of the meeting told in the same sentence, else of the central one, else of the last one told before."""
    numbers = view.ground.doc.sentence_of
    fitting = [met for met in view.meetings if len(met.sides) > 1 and set(sides) <= set(met.sides)]
    here = [met.sides for met in fitting if numbers[met.place] == numbers[place]]
    if here:
        return max(here, key=len)
    central = [met for met in fitting if met.central and met.place < place]
    before = central or [met for met in fitting if met.place < place]
    return before[-1].sides if before else ()


def find_topics(view: View, files: Files, trigger: Trigger, holder: Holder) -> list[Words]:
    """Return the files raised after a verb or noun of discussion, each by its own words."""
    opened = _opening(view, trigger, holder)
    if opened is None:
        return []
    found: list[Words] = []
    for number, (start, last) in enumerate(_parts(view, files, opened[0])):
        begin = _past_heads(view, start)
        if begin >= last or _is_umbrella(view, files, begin, last) or not _is_topic(view, begin):
            continue
        lead = opened[1] if begin == opened[0] else WAW if begin == start else ""
        if number == 0 or own_file(files, begin, last) or (begin == start and deed_at(view, start) == WAW):
            head = _shared_head(view, found, begin, last)
            found.append(Words(first=head, last=last, lead=lead if head == begin else found[-1].lead, own=begin))
    return found


def _shared_head(view: View, found: list[Words], begin: int, last: int) -> int:
    """Return where a topic begins that is a bare name joined to another under one noun: «the state of affairs in A and B»."""
    mention = view.field.at.get(begin)
    bare = mention is not None and mention.last == last
    if bare and found and found[-1].last == begin and view.mark(found[-1].first, "generic", "file", "umbrella"):
        return found[-1].first
    return begin


def _past_heads(view: View, place: int) -> int:
    """Return where a topic begins after opening marks and nouns that only lead to it."""
    while True:
        after = view.mark(place, "head") or (place + 1 if _is_discussing(view, place) else 0)
        if not after and view.ground.word(place) not in OPENING:
            return place
        place = after or place + 1


def _is_discussing(view: View, place: int) -> bool:
    """Return True for a verbal noun of discussion that only repeats the verb: «besides discussing»."""
    return any(
        hit.kind == "stance" and hit.form == "masdar" and hit.entry.startswith("stance.raised.") and hit.detail[:1] == ("bare",)
        for hit in view.ground.hits_at.get(place, ())
    )


def _is_topic(view: View, place: int) -> bool:
    """Return True where a topic may begin: no person, particle or verb."""
    mention = view.field.at.get(place)
    if mention and (mention.kind == "person" or mention.form == "nisba"):
        return False
    return view.is_word(place) and not view.is_particle(place) and not is_verb(view, place)


def _opening(view: View, trigger: Trigger, holder: Holder) -> tuple[int, str] | None:
    """Return where the topics begin, and the particle that leads to them."""
    limit = min(view.limit(trigger.first), holder.after + REACH)
    leads = [word for word, role in trigger.sense.frame if role == "object" and word != "object"]
    direct = ("object", "object") in trigger.sense.frame
    past = holder.after
    for place in range(holder.after, limit):
        if view.field.is_stop(place) or view.mark(place, "relative") or _reports(view, place):
            return None
        past = max(past, _past_place(view, place))
        if place < past:
            continue
        for lead in leads:
            begin = leads_at(view, place, lead)
            if begin and not (lead == IN and trigger.form == "noun"):
                return begin, lead if begin == place else ""
        if (
            direct
            and (trigger.form == "verb" or (place == trigger.last and trigger.person != "definite"))
            and _opens_topic(view, place)
        ):
            return place, ""
    return None


def _past_place(view: View, place: int) -> int:
    """Return where the words end that say in which place or talks it was, 0 where none begin: «in Cairo», «in a call today»."""
    begins = (place + 1 if view.ground.word(place) == IN else 0, place if view.ground.word(place).startswith(BEH) else 0)
    for begin in begins:
        for hit in view.ground.hits_at.get(begin, ()) if begin else ():
            if hit.kind in PLACES and (begin > place or hit.prefix.endswith(BEH)):
                return hit.last
            if hit.kind == "meet" and begin > place and hit.form == "nouns":
                commas = (at for at in range(hit.last, hit.last + SCENE) if view.is_comma(at))
                return next(commas, hit.last)
    return 0


def _reports(view: View, place: int) -> bool:
    """Return True where a verb of speech stands."""
    return place not in view.field.named and any(
        hit.kind == "say" and hit.form in {"past", "present"} for hit in view.ground.hits_at.get(place, ())
    )


def _opens_topic(view: View, place: int) -> bool:
    """Return True where a topic begins without a lead: a noun that is no name, time or word of meeting."""
    if not view.is_word(place) or place in view.field.named or place in view.field.timed or view.field.is_filler(place):
        return False
    titled = any(hit.kind == "role" and hit.detail[0] != HONORIFIC for hit in view.ground.hits_at.get(place, ()))
    if view.is_particle(place) or view.ground.has(place, "meet") or titled:
        return False
    mention = view.field.at.get(place)
    return mention is None and not view.ground.has(place, "sides")


def _parts(view: View, files: Files, first: int) -> list[tuple[int, int]]:
    """Return the parts of a list of topics: cut at list words and commas, and at «and» where another file begins."""
    limit = min(view.limit(first), first + LONGEST)
    found: list[tuple[int, int]] = []
    start = place = first
    while place < limit and not _stops(view, place, first):
        after = view.mark(place, "list", "also") if place > start else 0
        if after or view.is_comma(place) or view.ground.word(place) == ":":
            _append(view, found, start, place)
            start = place = after or place + 1
            continue
        joins = place > start and view.ground.word(place).startswith(WAW) and not _is_adjective(view, place)
        if joins and (
            (place > _past_heads(view, start) + 1 and deed_at(view, place) == WAW) or _is_other_file(view, files, start, place)
        ):
            _append(view, found, start, place)
            start = place
        place += 1
    _append(view, found, start, place)
    return found


def _is_adjective(view: View, place: int) -> bool:
    """Return True for an adjective joined to another: «economic and commercial»."""
    word, before = view.ground.word(place), view.ground.word(place - 1)
    return word.startswith(WAW + ARTICLE) and word.endswith(NISBA) and before.startswith(ARTICLE) and before.endswith(NISBA)


def _append(view: View, found: list[tuple[int, int]], first: int, last: int) -> None:
    """Append a part that holds a word."""
    last = trimmed(view, first, last)
    if last > first:
        found.append((first, last))


def _stops(view: View, place: int, first: int) -> bool:
    """Return True where a list of topics ends."""
    if view.field.is_stop(place) and view.ground.word(place) != ":":
        return True
    if view.mark(place, "end") and not view.mark(place, "list", "also"):
        return True
    if view.mark(place, "relative") and place > first + 1:
        return True
    return place > first and (is_verb(view, place) or goes_on_saying(view, place))


def _is_other_file(view: View, files: Files, first: int, place: int) -> bool:
    """Return True where the words before «and» and those after it tell different files."""
    limit = min(place + PART, view.limit(place))
    ends = (at for at in range(place + 1, limit) if view.is_comma(at) or view.ground.word(at).startswith(WAW))
    before, after = own_file(files, first, place), own_file(files, place, next(ends, limit))
    return after is not None and before is not None and before != after


def _is_umbrella(view: View, files: Files, first: int, last: int) -> bool:
    """Return True where the words cover any file and name none."""
    if any(view.mark(place, "umbrella") >= last - 1 for place in range(first, min(first + 2, last))):
        return True
    own = own_file(files, first, last)
    return view.mark(first, "generic", "umbrella") > 0 and (own is None or view.ground.language.issues[own].sort == "residue")
