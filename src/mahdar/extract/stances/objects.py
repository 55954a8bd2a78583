"""Which words are the object of a position, and whom do they address?"""

from __future__ import annotations

from dataclasses import replace

from mahdar.arabic.clitics import BEH, CONJUNCTIONS
from mahdar.arabic.letters import ARTICLE, LAM
from mahdar.arabic.verbs import NOON
from mahdar.extract.stances.clauses import judged, whole_clause
from mahdar.extract.stances.ends import JOINTS, deed_at, is_verb, split_deeds
from mahdar.extract.stances.holders import IMPERSONAL, Holder, governs_noun, leads_at
from mahdar.extract.stances.triggers import Trigger
from mahdar.extract.stances.view import OPENING, View
from mahdar.extract.stances.words import Words

WAW = CONJUNCTIONS[0]
AIN, ALEF_MAKSURA = "\N{ARABIC LETTER AIN}", "\N{ARABIC LETTER ALEF MAKSURA}"
REACH = 25
"""Words from a position within which its object begins."""
DEPTH = 4
"""Leading words that may stand before the words of an object."""
BEHIND = frozenset({BEH, AIN + LAM + ALEF_MAKSURA, AIN + NOON})
"""Leads behind an addressee: «of», «to», «for»."""
AGAIN = 10
"""Words after an object within which its lead is taken up again."""
LETTERS = 3
"""Letters of the longest preposition; a longer lead is a noun («responsibility for»), which stands behind whom it is laid on."""
BEHIND_REACH = 12
"""Words of an addressee."""
PEELING = frozenset({"support", "call-for"})
RAISED = "raised"
OPPOSED = "oppose"
BACKING = frozenset(
    {"stance.support.dafaa", "stance.support.daama", "stance.support.ayyada", "stance.support.tamassaka", "stance.support.wasala"}
)
"""Senses whose verbal noun inside an object («the importance of backing X») leads to the object proper."""


def find_objects(view: View, trigger: Trigger, holder: Holder) -> list[Words]:
    """Return the objects of a position: the words of its frame, one for each deed that «and» joins."""
    if trigger.sense.traits.get(IMPERSONAL) == "yes":
        clause = whole_clause(view, trigger)
        if clause:
            return [clause]
    opened = _inside(view, trigger) or _opening(view, trigger, holder)
    if opened is None:
        return judged(view, trigger) if ("subject", "object") in trigger.sense.frame else []
    found: list[Words] = []
    next_one: Words | None = opened
    while next_one is not None and len(found) < JOINTS:
        more = _each_deed(view, next_one, backing=trigger.stance in PEELING)
        found.extend(more)
        next_one = _led_again(view, trigger, more[-1]) if more else None
    return found


def _each_deed(view: View, opened: Words, *, backing: bool) -> list[Words]:
    """Return the objects that begin at an opening: one for each deed that «and» joins."""
    first = _peeled(view, opened, backing=backing)
    found: list[Words] = []
    for start, last in split_deeds(view, first.first):
        again = replace(first, first=start, lead=WAW, opposed=False)
        words = first if start == first.first else _peeled(view, again, backing=backing)
        if words.first < last:
            found.append(replace(words, last=last))
    return found


def _led_again(view: View, trigger: Trigger, words: Words) -> Words | None:
    """Return the opening behind «and» with the same lead again: «agreed on … and on»; None where there is none."""
    leads = [
        word for word, role in trigger.sense.frame if role == "object" and len(word) > 1 and word not in {"object", "subject"}
    ]
    letters = {WAW + word for word, role in trigger.sense.frame if role == "object" and len(word) == 1}
    for place in range(words.last, min(view.limit(words.last), words.last + AGAIN)):
        if view.field.is_stop(place) or is_verb(view, place):
            return None
        after = view.mark(place, "also")
        if after and deed_at(view, after):
            return Words(first=after, last=after, addressee=words.addressee)
        if deed_at(view, place) in letters:
            return Words(first=place, last=place, addressee=words.addressee, lead=deed_at(view, place) or "")
        for lead in leads:
            begin = leads_at(view, place, WAW + lead)
            if begin:
                return Words(first=begin, last=begin, addressee=words.addressee)
    return None


def _inside(view: View, trigger: Trigger) -> Words | None:
    """Return the opening of an object whose first deed is part of the expression itself: «called for stopping …»."""
    last = trigger.last - 1
    if last == trigger.first or trigger.stance == RAISED:
        return None
    if trigger.sense.traits.get(IMPERSONAL) == "yes" or deed_at(view, last) is None:
        return None
    return Words(first=last, last=last, lead=_lead_of(view, trigger, last) or (BEH if deed_at(view, last) == BEH else ""))


def _opening(view: View, trigger: Trigger, holder: Holder) -> Words | None:
    """Return where an object begins, and the addressee named before it; None where the frame is not filled."""
    if holder.rule == "reported":
        addressed = _addressed(view, trigger, holder)
        lead = _lead_of(view, trigger, holder.after)
        return addressed or Words(first=holder.after, last=holder.after, addressee=_between(view, trigger, holder), lead=lead)
    limit = min(view.limit(trigger.first), holder.after + REACH)
    addressee: str | None = None
    past = holder.after
    for place in range(holder.after, limit):
        if _bars(view, place):
            return None
        side, last = _addressee_at(view, trigger, holder, place)
        addressee, past = addressee or side, max(past, last)
        found = _opened_at(view, trigger, place) if place >= past else None
        if found:
            return replace(found, addressee=addressee)
        if trigger.form != "verb" and place >= holder.after + 2 and not _may_intervene(view, place):
            return None
    return None


def _addressee_at(view: View, trigger: Trigger, holder: Holder, place: int) -> tuple[str | None, int]:
    """Return the side that a position addresses from a place on, and the place after its words; the begin where none is named."""
    for word, role in trigger.sense.frame:
        begin = leads_at(view, place, word) if role == "toward" and word != "object" else 0
        side = _side_at(view, begin, holder) if begin else None
        if side:
            return side, view.field.at[begin].last
    return (_side_at(view, place, holder), 0) if ("object", "toward") in trigger.sense.frame else (None, 0)


def _opened_at(view: View, trigger: Trigger, place: int) -> Words | None:
    """Return the object that a lead opens at a place, or that begins there itself."""
    leads = [word for word, role in trigger.sense.frame if role in {"object", "content"} and word not in {"object", "subject"}]
    for word in leads:
        begin = leads_at(view, place, word)
        if begin:
            return Words(first=begin, last=begin, lead=word if begin == place else "")
    if trigger.form == "noun" and (trigger.person == "definite" or (place == trigger.last and not governs_noun(view, trigger))):
        return None
    if ("object", "object") not in trigger.sense.frame or not _may_open(view, place) or _is_skipped(view, trigger, place, leads):
        return None
    return Words(first=place, last=place)


def _addressed(view: View, trigger: Trigger, holder: Holder) -> Words | None:
    """Return the opening behind the addressee that comes first («accused the group of»); None where none does."""
    start = holder.after
    if ("object", "toward") not in trigger.sense.frame or deed_at(view, start) or _lead_of(view, trigger, start):
        return None
    leads = [word for word, role in trigger.sense.frame if role == "object" and (word in BEHIND or len(word) > LETTERS)]
    for place in range(start + 1, min(view.limit(start), start + BEHIND_REACH)):
        if view.is_comma(place) or _bars(view, place):
            return None
        for word in leads:
            begin = leads_at(view, place, word)
            if begin:
                sides = (_side_at(view, at, holder) for at in range(start, place))
                side = next((side for side in sides if side), None)
                return Words(first=begin, last=begin, addressee=side, lead=word if begin == place else "")
    return None


def _lead_of(view: View, trigger: Trigger, place: int) -> str:
    """Return the particle written onto the word at a place: of the sense's frame, or «and» before a deed; empty for none."""
    if deed_at(view, place) == WAW:
        return WAW
    return next(
        (word for word, role in trigger.sense.frame if role != "toward" and len(word) == 1 and leads_at(view, place, word)), ""
    )


def _side_at(view: View, place: int, holder: Holder) -> str | None:
    """Return the side named at a place other than the holder, None for none."""
    mention = view.field.at.get(place)
    if mention is None or not mention.of or mention.form == "nisba" or set(mention.of) & set(holder.sides):
        return None
    return mention.of[0]


def _between(view: View, trigger: Trigger, holder: Holder) -> str | None:
    """Return the side that stands between a verb and what it asks for, where its frame takes one."""
    if "toward" not in {role for _, role in trigger.sense.frame}:
        return None
    sides = (_side_at(view, place, holder) for place in range(trigger.last, holder.after))
    return next((side for side in sides if side), None)


def _bars(view: View, place: int) -> bool:
    """Return True where no object can follow: a stop, a relative clause."""
    return view.field.is_stop(place) or view.ground.doc.tokens.kinds[place] == "b" or view.mark(place, "relative") > 0


def _may_open(view: View, place: int) -> bool:
    """Return True where a direct object may begin: a word that is no particle, time or adverb; a quotation."""
    if view.ground.word(place) in OPENING:
        return True
    if not view.is_word(place) or (view.is_particle(place) and not view.mark(place, "negator", "quantifier")):
        return False
    return place not in view.field.timed and not view.field.is_filler(place)


def _is_skipped(view: View, trigger: Trigger, place: int, leads: list[str]) -> bool:
    """Return True for an adjective of the noun of position, before the lead: «their complete rejection of»."""
    if trigger.form == "verb" or not view.ground.word(place).startswith(ARTICLE):
        return False
    return any(leads_at(view, place + 1, word) for word in leads)


def _may_intervene(view: View, place: int) -> bool:
    """Return True for a word that may stand between a noun and its lead: an adjective, a sign, a name."""
    return view.ground.word(place).startswith(ARTICLE) or not view.is_word(place) or place in view.field.named


def _peeled(view: View, words: Words, *, backing: bool) -> Words:
    """Return an opening moved past marks, openers of a clause, and nouns that only lead to the object proper."""
    for _ in range(DEPTH):
        place = words.first
        after = view.mark(place, "said", "head")
        if view.ground.word(place) in OPENING:
            words = replace(words, first=place + 1, lead="")
        elif after:
            words = replace(words, first=after, lead="")
        elif view.mark(place, "negator"):
            words = replace(words, first=view.mark(place, "negator"), lead="", denied=not words.denied)
        else:
            inner = _inner(view, words, backing=backing)
            if inner is None:
                break
            words = inner
    return words


def _inner(view: View, words: Words, *, backing: bool) -> Words | None:
    """Return an opening moved past «working with X for», or past a noun of position that leads on; None where neither stands."""
    place = words.first
    joint = _joint_work(view, place)
    if joint:
        return replace(words, first=joint[0], lead=joint[1], partner=joint[2])
    for hit in view.ground.hits_at.get(place, ()):
        if hit.kind != "stance" or hit.form != "masdar" or hit.detail[:1] != ("bare",):
            continue
        sense = view.ground.language.senses[hit.entry]
        opposed = sense.traits["stance"] == OPPOSED
        if not backing or (not opposed and hit.entry not in BACKING):
            continue
        for word, role in sense.frame:
            begin = leads_at(view, hit.last, word) if word != "object" else 0
            if begin and role == "object":
                return replace(words, first=begin, lead=word if begin == hit.last else "", opposed=words.opposed or opposed)
        if ("object", "object") in sense.frame and _may_open(view, hit.last):
            return replace(words, first=hit.last, lead="", opposed=words.opposed or opposed)
    return None


def _joint_work(view: View, place: int) -> tuple[int, str, str | None] | None:
    """Return where the object of «(to) work with X on» begins, its lead and X; None where no such words stand."""
    if not view.mark(place, "work"):
        return None
    last, side = view.mark(place, "work"), None
    for at in range(last, last + 4):
        mention = view.field.at.get(at)
        if mention and mention.of and mention.kind != "sides":
            side = mention.of[0]
        for word in view.leads:
            begin = leads_at(view, at, word)
            if begin and at not in view.field.named and (side or at == last):
                return begin, word if begin == at else "", side
    return None
