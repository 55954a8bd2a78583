"""Which words show a position, and are they denied or kept open?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.arabic.verbs import NOON
from mahdar.extract.stances.view import View
from mahdar.language.tables import Sense
from mahdar.records.annotated import Hit

VERBAL = frozenset({"past", "present"})
NOMINAL = frozenset({"masdar", "nouns"})
FORMS = {
    "past": "verb",
    "present": "verb",
    "masdar": "noun",
    "nouns": "noun",
    "active": "participle",
    "word": "participle",
    "adjective": "adjective",
}
TURNED = {"support": "oppose", "oppose": "support", "call-for": "oppose"}
"""What a denied position is."""
VERBS = "verbs"
"""Trait of senses whose verbs tell of deeds, not of positions, unless the speaker uses them of himself."""
OPENS = frozenset({"-", "\N{EN DASH}", "\N{EM DASH}", ":"})
"""Signs after which a sentence begins anew: of a dateline, of a headline."""
OWN = {("1p",), ("f1p",), ("1s",), ("f1s",)}
IF = 2
"""Words that may stand between «if» and its verb, and one more."""
BEFORE = 3
"""Words before a position among which a hedge stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words that show a position at tokens [first, last): their sense, form (verb, noun, participle, adjective), person."""

    first: int
    last: int
    hit: Hit
    sense: Sense
    form: str
    person: str
    negated: bool
    hedged: bool

    @property
    def stance(self) -> str:
        """Return the position that the words show, turned where they are denied."""
        stance = self.sense.traits["stance"]
        return TURNED.get(stance, stance) if self.negated else stance

    @property
    def prefix(self) -> str:
        """Return the particles that the first word carries."""
        return self.hit.prefix


def find_triggers(view: View) -> list[Trigger]:
    """Return the words that may show a position, outside furniture and names, in text order."""
    found: list[Trigger] = []
    for sentence in view.ground.doc.sentences:
        if sentence.part == "furniture":
            continue
        place = sentence.first
        while place < sentence.last:
            trigger = _trigger(view, place)
            if trigger:
                found.append(trigger)
            place = trigger.last if trigger and trigger.last - trigger.first > 1 else place + 1
    return found


def _trigger(view: View, place: int) -> Trigger | None:
    """Return the words of position at a place, None where there are none that count."""
    hits = [hit for hit in view.ground.hits_at.get(place, ()) if hit.kind == "stance" and hit.form != "passive"]
    if not hits or place in view.field.named:
        return None
    hit = _best(view, hits)
    if hit is None:
        return None
    sense = view.ground.language.senses[hit.entry]
    if (hit.form == "present" and _is_unreal(view, hit)) or (hit.form in VERBAL and _is_supposed(view, place)):
        return None
    negated = _is_denied(view, place)
    if negated and sense.traits.get("negatable") != "yes":
        return None
    return Trigger(
        first=place,
        last=hit.last,
        hit=hit,
        sense=sense,
        form=FORMS[hit.form],
        person=hit.detail[0] if hit.detail else "",
        negated=negated,
        hedged=any(view.mark(near, "hedge") for near in range(max(0, place - BEFORE), place)),
    )


def _best(view: View, hits: list[Hit]) -> Hit | None:
    """Return the reading that fits: a noun after a preposition or noun, a verb where a clause begins."""
    verbs = [hit for hit in hits if hit.form in VERBAL]
    nouns = [hit for hit in hits if hit.form in NOMINAL]
    others = [hit for hit in hits if hit.form not in VERBAL | NOMINAL]
    if view.ground.language.senses[hits[0].entry].traits.get(VERBS) == "no":
        verbs = [hit for hit in verbs if hit.detail[:1] in {("1p",), ("f1p",)}]
    if verbs and (nouns or others):
        if verbs[0].detail[:1] == ("3md",) and verbs[0].first - 1 in view.field.named:
            return verbs[0]
        present = [hit for hit in verbs if hit.form == "present"]
        if present:
            return present[0]
        return verbs[0] if _begins_clause(view, hits[0].first) else (nouns or others)[0]
    return next(iter(verbs or nouns or others), None)


def _begins_clause(view: View, place: int) -> bool:
    """Return True where a verb may stand: at the begin of a sentence, after a sign or a conjunction."""
    first, _ = view.ground.sentence_limits(place)
    before = place - 1
    if view.ground.word(before) in OPENS:
        return True
    while before >= first and view.ground.doc.tokens.kinds[before] == "p" and not view.is_comma(before):
        before -= 1
    return before < first or view.is_comma(before) or view.ground.has(before, "clause", "break")


def _is_unreal(view: View, hit: Hit) -> bool:
    """Return True for a verb of another in the subjunctive: «that it may agree» says nothing of what it does."""
    opened = view.ground.word(hit.first - 1).endswith(NOON) and view.mark(hit.first - 1, "said") == hit.first
    return opened and not hit.prefix and hit.detail[:1] not in OWN


def _is_supposed(view: View, place: int) -> bool:
    """Return True for a verb under «if» or «whether», with at most its auxiliary between."""
    ends = [view.mark(near, "if") for near in range(max(0, place - BEFORE), place)]
    return any(end and 0 <= place - end < IF for end in ends)


def _is_denied(view: View, place: int) -> bool:
    """Return True where a word of denial stands right before a place, or its clause is what somebody denies."""
    said = view.said.get(place)
    if said is not None and said.claim.act.value == "deny" and said.first <= place < said.last:
        return True
    return any(view.mark(near, "negator") == place for near in range(max(0, place - 2), place))
