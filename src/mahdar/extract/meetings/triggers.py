"""Which words report a contact, and how are they told?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mahdar.arabic.clitics import BEH
from mahdar.arabic.letters import ALEF, ARTICLE, LAM
from mahdar.arabic.nisba import HEH
from mahdar.extract.ground import Ground
from mahdar.extract.meetings.chains import chain_at
from mahdar.language.lexicon import SUFFIXES
from mahdar.records.annotated import Hit

FINITE = frozenset({"past", "present", "passive"})
LIGHT = "light."
TOPICAL = frozenset({"meet.bahatha", "meet.naqasha", "meet.tanaqasha", "meet.tahaddatha-maa"})
"""Verbs of discussion, whose objects are topics."""
ABSTRACT = frozenset(
    {"meet.tahawara", "meet.tawasala", "meet.tanaqasha", "meet.bahatha", "meet.naqasha", "meet.tahaddatha-maa", "visit.safar"}
)
"""Senses whose nouns («dialogue», «contact», «discussion») mostly name no one meeting; they count under a light verb."""
LOOSE = frozenset({"gather.muntada", "gather.lajna", "gather.ashgal", "gather.marasim", "gather.munawarat", "gather.dawra"})
"""Nouns of gatherings that count only as an organisation's forum."""
IGNORED = frozenset({"departure"})
ADVERBIAL = frozenset({"meet.tashawara", "meet.tahawara", "meet.tawasala", "meet.tafawada"})
"""Nouns that after «by» tell how something else was done («in consultation with»)."""
OF_HIM = frozenset(LAM + suffix for suffix in SUFFIXES)
"""«A visit of his»: the pronoun on a preposition after the noun."""
SESSION = "gather.dawra"
TOUR, ROUND = "visit.jala", "gather.jawla"
"""A tour is a round where talks follow: «a round of talks»."""
UNREAD = frozenset({"meet.jama", "meet.istadaa", "meet.barqiya"})
"""Senses that only link parties to a noun of meeting, report a protest, or a telegram of courtesy."""
NO_NOUN = frozenset({"meet.qabala", "meet.bahatha", "meet.naqasha", "meet.tanaqasha", "meet.tahaddatha-maa"})
"""Senses whose verbal nouns («discussion of…») go on with a meeting told elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words of meeting at tokens [first, last): the hit, its kind (meeting, visit, call…), and whether it is a finite verb."""

    hit: Hit
    sense: str
    kind: str
    format: str
    is_verb: bool
    tense: str
    """past, present, future; empty for nouns."""
    owner: str
    """The pronoun that a noun carries (`his talks`), empty for none."""
    is_definite: bool
    is_chain: bool = False
    """True for several nouns in one phrase: «a round of the talks», «the meeting of the joint committee»."""


def find_triggers(ground: Ground) -> list[Trigger]:
    """Return the words of meeting outside furniture, in text order; the longest at each place."""
    found: list[Trigger] = []
    for sentence in ground.doc.sentences:
        if sentence.part == "furniture":
            continue
        place = sentence.first
        while place < sentence.last:
            trigger = _chain(ground, place) or _single(ground, place)
            if trigger:
                found.append(trigger)
            place = trigger.hit.last if trigger else place + 1
    return found


def _chain(ground: Ground, place: int) -> Trigger | None:
    """Return the phrase of several nouns of meeting at a place, of the kind and form of its first."""
    hit = chain_at(ground, place)
    if hit is None or _in_name(ground, hit):
        return None
    trigger = _trigger(ground, hit._replace(entry=ROUND) if hit.entry == TOUR else hit)
    if trigger is None:
        return None
    inner = (other for place in range(hit.last - 1, hit.first, -1) for other in ground.hits_at.get(place, ()))
    talks = next((other.entry for other in inner if other.kind == "meet" and other.last == hit.last), hit.entry)
    form = ground.language.senses[talks].traits.get("format", "unknown") if trigger.sense == ROUND else trigger.format
    return replace(trigger, is_chain=True, format=form)


def _single(ground: Ground, place: int) -> Trigger | None:
    """Return the verb or noun of meeting at a place."""
    hit = _best(ground, place)
    return _trigger(ground, hit) if hit else None


def _best(ground: Ground, place: int) -> Hit | None:
    """Return the hit of meeting at a place that is read: a noun or verb proper before a light verb."""
    hits = [hit for hit in ground.hits_at.get(place, ()) if hit.kind == "meet"]
    hits = [
        hit
        for hit in hits
        if not hit.entry.startswith((LIGHT, "margin.", "press.single", "press.bayan")) and hit.form != "adjective"
    ]
    hits = [hit for hit in hits if hit.entry not in UNREAD and not is_light(ground, hit)]
    if not hits or (ground.has(place, "role") and not hits[0].prefix and _longer_role(ground, place, hits[0])):
        return None
    if not hits or _in_name(ground, hits[0]):
        return None
    round_of = any(hit.entry == "gather.jawla" for hit in hits) and _numbered(ground, hits[0].last)
    return min(hits, key=lambda hit: _order(hit, round_of=round_of))


def _order(hit: Hit, *, round_of: bool) -> tuple[bool, bool, bool, bool]:
    """Return the place of a reading among its rivals: a numbered round, then verbs, then nouns with a pronoun."""
    gathering = hit.entry.startswith("gather.")
    return (round_of and hit.entry != "gather.jawla", hit.form not in FINITE, not hit.detail, gathering)


def _numbered(ground: Ground, place: int) -> bool:
    """Return True where a number or «of» with another noun of meeting follows: a round, not a tour."""
    return any(
        ground.has(near, "ordinal") or ground.doc.tokens.kinds[near : near + 1] == "n" for near in range(place, place + 3)
    ) or (ground.has(place + 1, "meet"))


def _in_name(ground: Ground, hit: Hit) -> bool:
    """Return True where the words are part of a person's or organisation's name («… Cooperation Forum»)."""
    return any(
        (mention.kind == "org" and mention.first <= hit.first < mention.last)
        or (mention.kind == "person" and mention.first < hit.last and hit.first < mention.last and hit.last == hit.first + 1)
        for mention in ground.doc.mentions
    )


def _longer_role(ground: Ground, place: int, hit: Hit) -> bool:
    """Return True where the words are the begin of a title."""
    return any(other.kind == "role" and other.last > hit.last for other in ground.hits_at.get(place, ()))


def is_light(ground: Ground, hit: Hit) -> bool:
    """Return True for a verb that only carries a noun of meeting: a light verb, or a single word that alone reports nothing."""
    if hit.kind != "meet" or hit.form not in FINITE | {"active", "masdar"}:
        return hit.kind == "meet" and hit.entry.startswith(LIGHT)
    single = hit.last == hit.first + 1
    return hit.entry.startswith(LIGHT) or (single and ground.language.senses[hit.entry].traits.get("alone") == "no")


def _trigger(ground: Ground, hit: Hit) -> Trigger | None:
    """Return a hit as a trigger, None for kinds that report no contact."""
    traits = ground.language.senses[hit.entry].traits
    kind = traits.get("kind", "meeting")
    if (
        kind in IGNORED
        or not _is_complete(ground, hit)
        or (hit.form == "masdar" and hit.entry in NO_NOUN)
        or (hit.prefix.endswith(BEH) and hit.entry in ADVERBIAL)
        or (hit.prefix.endswith(LAM) and hit.entry in ADVERBIAL and hit.form == "masdar" and not _has_with(ground, hit))
    ):
        return None
    person = hit.detail[0] if hit.detail else ""
    if (kind == "arrival" and person == "definite") or _is_another_noun(ground, hit):
        return None
    verb = hit.form in FINITE
    owner = person.removeprefix("pronoun:") if person.startswith("pronoun:") else ""
    if hit.form == "word" and not owner:
        owner = _written_pronoun(ground, hit)
    if not verb and not owner:
        owner = ground.word(hit.last)[1:] if ground.word(hit.last) in OF_HIM else ""
    by_phone = _by_phone(ground, hit)
    return Trigger(
        hit=hit,
        sense=hit.entry,
        kind="call" if by_phone else kind,
        format="phone" if by_phone else traits.get("format", "unknown"),
        is_verb=verb,
        tense=_tense(hit, person) if verb else "",
        owner=owner,
        is_definite=person == "definite" or _has_article(ground, hit),
    )


def _is_another_noun(ground: Ground, hit: Hit) -> bool:
    """Return True where a noun that ends in heh as written is another with a pronoun: «its part», not «a session»."""
    tokens, letters = ground.doc.tokens, ground.doc.text.letters
    raw = letters[tokens.starts[hit.last - 1] : tokens.ends[hit.last - 1]]
    owned = raw.endswith(HEH + ALEF) or (raw.endswith(HEH) and hit.entry == SESSION)
    return owned and hit.form in {"nouns", "masdar"} and hit.detail == ("bare",)


def _has_with(ground: Ground, hit: Hit) -> bool:
    """Return True where «with» or «between» follows: «for consultation with the president», not «recalled for consultation»."""
    return any(ground.has(place, "party", "with", "between") for place in (hit.last, hit.last + 1))


def _by_phone(ground: Ground, hit: Hit) -> bool:
    """Return True where a word for a telephone stands right after a verb of talking."""
    places = range(hit.last, hit.last + 3) if hit.form in FINITE else ()
    return any(other.entry.startswith("call.") for place in places for other in ground.hits_at.get(place, ()))


def _has_article(ground: Ground, hit: Hit) -> bool:
    """Return True where a later word of the phrase has the article, which makes the whole definite."""
    return any(ground.word(place).startswith(ARTICLE) for place in range(hit.first + 1, hit.last))


def _is_complete(ground: Ground, hit: Hit) -> bool:
    """Return True where the words that a sense needs after a verb, or beside it in its sentence, are there."""
    sense = ground.language.senses[hit.entry]
    if hit.form == "word":
        return True
    first, last = ground.sentence_limits(hit.first)
    words = ground.doc.tokens.words
    if sense.beside and not any(words[at : at + len(phrase)] == phrase for phrase in sense.beside for at in range(first, last)):
        return False
    if not sense.needs or hit.form not in FINITE:
        return True
    after = words[hit.last : min(last, hit.last + 3)]
    return any(_follows(after, phrase) for phrase in sense.needs)


def _follows(after: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Return True where a phrase stands among the next words; a preposition of one letter begins one of them."""
    if len(phrase) == 1 and len(phrase[0]) == 1:
        return any(word.startswith(phrase[0]) for word in after[:1])
    return any(after[at : at + len(phrase)] == phrase for at in range(len(after)))


def _written_pronoun(ground: Ground, hit: Hit) -> str:
    """Return the pronoun written onto a word of a phrase, empty for none; a teh marbuta is none."""
    tokens, letters = ground.doc.tokens, ground.doc.text.letters
    for place in range(hit.first, hit.last):
        raw = letters[tokens.starts[place] : tokens.ends[place]]
        for suffix in sorted(SUFFIXES, key=len, reverse=True):
            if raw.endswith(suffix) and len(raw) > len(suffix) + 3:
                return suffix
    return ""


def _tense(hit: Hit, person: str) -> str:
    """Return the tense of a finite verb."""
    if person.startswith("f"):
        return "future"
    return "present" if hit.form == "present" else "past"
