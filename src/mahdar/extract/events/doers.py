"""Who did it: the subject of a verb, the owner of a noun, the speaker who goes on, or nobody that is named?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.arabic.letters import ALEF, ARTICLE, key
from mahdar.extract.events.field import Field
from mahdar.extract.events.stage import Stage, Subject, gender_of, span_of
from mahdar.extract.events.subjects import Named, has_own_noun, launched_by, subject_after, subject_before
from mahdar.extract.events.triggers import Trigger
from mahdar.records.annotated import Mention
from mahdar.records.value import Span

LEFT = 14
"""Words before a noun within which the verb that governs it stands."""
GIVES = frozenset({"announce", "affirm", "add", "promise", "answer"})
EXPRESS = frozenset({"say.aaraba", "say.abda", "say.wajjaha", "propose.taraha"})
"""Acts and verbs of speech whose object is what the speaker does: «announced its refusal», «voiced support»."""
VOICED = 5
"""Words before a noun with its owner within which it is voiced."""
FAR = 120
"""Words back to which «the movement» may point."""
SOURCE = 12
"""Words after a noun or passive within which «by …» names who did it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """Who acts: codes and the words that name them, by which rule, and where what they act on begins."""

    codes: tuple[str, ...]
    span: Span | None
    rule: str
    after: int


def find_doer(stage: Stage, trigger: Trigger) -> Doer | None:
    """Return who did what a trigger reports, None where no side can be told."""
    named = _by_frame(stage.field, trigger)
    if named:
        return named
    if trigger.form == "passive":
        return _by_source(stage, trigger)
    if trigger.is_verb:
        return _of_verb(stage, trigger)
    if trigger.form == "active":
        return _of_participle(stage, trigger)
    return _of_noun(stage, trigger)


def _by_frame(field: Field, trigger: Trigger) -> Doer | None:
    """Return whom a preposition of the sense brings in as the one who acts: «the attack was ascribed to …»."""
    words = [word for word, role in trigger.sense.frame if role == "actor"]
    if not words:
        return None
    _, limit = field.ground.sentence_limits(trigger.first)
    for mention in mentions_after(field, trigger.last, min(limit, trigger.last + SOURCE)):
        if any(has_preposition(field, mention, word) for word in words):
            group = field.group(mention)
            return Doer(codes=field.codes(group), span=mention.span, rule="frame", after=trigger.last)
    return None


def _of_verb(stage: Stage, trigger: Trigger) -> Doer | None:
    """Return the subject of a finite verb: before it, between the words of the expression, after it, or on stage."""
    field = stage.field
    _, limit = field.ground.sentence_limits(trigger.first)
    named = subject_before(field, trigger.first, trigger.person)
    if named is None and trigger.is_apart:
        named = subject_after(field, trigger.head, trigger.tail, trigger.person)
    if named is None:
        named = subject_after(field, trigger.last, limit, trigger.person)
    if named and not named.is_self:
        return Doer(codes=field.codes(named.group), span=span_of(field, named), rule="subject", after=_after(trigger, named.last))
    if named is None and (_has_unread_subject(stage, trigger) or _is_struck(field, trigger)):
        return None
    after = _after(trigger, named.last if named else 0)
    gender = gender_of(trigger.person)
    meant = _meant(field, trigger)
    if meant:
        return meant
    said = _said(stage, trigger, is_own=named is not None or gender == "1")
    if said:
        return Doer(codes=said, span=None, rule="voice", after=after)
    if trigger.sense.traits.get("type") == "PROTEST":
        return None
    before = stage.before(trigger.first, "" if named else gender, speaking=bool(named) or gender == "1" or bool(trigger.prefix))
    return _on_stage(before, after) or (_pair(field, trigger, after) if gender == "d" else None)


def _pair(field: Field, trigger: Trigger, after: int) -> Doer | None:
    """Return the two sides who met last as those whom a dual means."""
    pair = field.pair_before(trigger.span.start)
    return Doer(codes=pair, span=None, rule="pair", after=after) if pair else None


def _after(trigger: Trigger, subject: int) -> int:
    """Return where the objects of a verb may begin: after its subject, which may stand between the words of the expression."""
    return max(subject, trigger.head) if trigger.is_apart else max(subject, trigger.last)


def _said(stage: Stage, trigger: Trigger, *, is_own: bool) -> tuple[str, ...] | None:
    """Return the sides of the statement that a trigger opens, or that speaks of its own side in these words."""
    return stage.voices.saying(trigger.span) or (stage.voices.around(trigger.span) if is_own else None)


def _meant(field: Field, trigger: Trigger) -> Doer | None:
    """Return the organisation that «the movement», «the organisation» beside a verb stands for: the last one named."""
    if trigger.person.startswith("1"):
        return None
    for place in (trigger.head, trigger.first - 1) if trigger.head == trigger.first + 1 else (trigger.first - 1,):
        if not any(hit.entry == "acting.movement" and not hit.prefix for hit in field.ground.hits_at.get(place, ())):
            continue
        if field.ground.word(place).startswith(ARTICLE) and place not in field.named and place + 1 not in field.at:
            before = (field.at[first] for first in range(place - 1, max(0, place - FAR), -1) if first in field.at)
            last = next((mention for mention in before if mention.kind == "org"), None)
            if last:
                span = field.ground.doc.span(place, place + 1)
                return Doer(codes=last.of, span=span, rule="meant", after=max(trigger.last, place + 1))
    return None


def _is_struck(field: Field, trigger: Trigger) -> bool:
    """Return True where a bare noun right after a verb of violence is its subject, or its victim in the passive."""
    word = field.ground.word(trigger.head)
    if (
        trigger.sense.traits.get("type") not in {"ASSAULT", "COERCE"}
        or field.ground.doc.tokens.kinds[trigger.head : trigger.head + 1] != "w"
    ):
        return False
    return not (word.startswith(ARTICLE) or word.endswith(ALEF) or field.is_particle(trigger.head))


def _has_unread_subject(stage: Stage, trigger: Trigger) -> bool:
    """Return True where a verb that begins its sentence, without «and», must have a subject that is no side we know."""
    if has_own_noun(stage.field, trigger.first):
        return True
    first, _ = stage.field.ground.sentence_limits(trigger.first)
    place = trigger.first
    while place > first and stage.field.is_filler(place - 1):
        place -= 1
    return place == first and not trigger.prefix and not trigger.person.startswith("1")


def _on_stage(subject: Subject | None, after: int) -> Doer | None:
    """Return a subject from the stage as who acts."""
    if subject is None:
        return None
    return Doer(codes=subject.codes, span=subject.span, rule="on-stage", after=after)


def _of_participle(stage: Stage, trigger: Trigger) -> Doer | None:
    """Return whom a participle speaks of: the side right before it, else the speaker who goes on."""
    field = stage.field
    if not trigger.prefix and trigger.first - 1 in field.named:
        named = subject_before(field, trigger.first)
        if named and not named.is_self:
            return Doer(codes=field.codes(named.group), span=span_of(field, named), rule="predicate", after=trigger.last)
    first, _ = field.ground.sentence_limits(trigger.first)
    gender = gender_of(trigger.person)
    before = stage.before(trigger.first, gender, speaking=True)
    said = _said(stage, trigger, is_own=gender == "p")
    if said and (before is None or before.verb < first):
        return Doer(codes=said, span=None, rule="voice", after=trigger.last)
    return _on_stage(before, trigger.last)


def _of_noun(stage: Stage, trigger: Trigger) -> Doer | None:
    """Return whose act a noun tells: by its pronoun, by the verb that governs it, by its genitive or adjective, by «from»."""
    field = stage.field
    if trigger.person.startswith("pronoun:"):
        gender = gender_of(trigger.person)
        if not _is_voiced(field, trigger):
            return None
        own = _on_stage(stage.before(trigger.first, gender, speaking=True), trigger.last)
        return own or (_pair(field, trigger, trigger.last) if gender == "d" else None)
    governed = _governed(stage, trigger)
    if governed:
        return governed
    if field.ground.has(trigger.last, "acting", "self"):
        said = _said(stage, trigger, is_own=True)
        if said:
            return Doer(codes=said, span=None, rule="voice", after=trigger.last + 1)
        return _on_stage(stage.before(trigger.first, "", speaking=True), trigger.last + 1)
    launched = launched_by(field, trigger.last)
    if launched:
        return Doer(codes=field.codes(launched.group), span=span_of(field, launched), rule="launched", after=launched.last)
    named = _owner(field, trigger)
    if named:
        return Doer(codes=field.codes(named.group), span=span_of(field, named), rule="owner", after=named.last)
    return _by_source(stage, trigger)


def _is_voiced(field: Field, trigger: Trigger) -> bool:
    """Return True where words of speech stand shortly before a noun with its owner: «voiced his thanks», not «his support»."""
    if any(hit.kind == "say" for place in range(trigger.first, trigger.last) for hit in field.ground.hits_at.get(place, ())):
        return True
    first, _ = field.ground.sentence_limits(trigger.first)
    near = range(max(first, trigger.first - VOICED), trigger.first)
    return any(hit.kind == "say" for place in near for hit in field.ground.hits_at.get(place, ()))


def _governed(stage: Stage, trigger: Trigger) -> Doer | None:
    """Return the subject of a verb of speech whose object a noun is: «announced its refusal», «voiced his country's support»."""
    field = stage.field
    first, _ = field.ground.sentence_limits(trigger.first)
    for place in range(trigger.first - 1, max(first, trigger.first - LEFT) - 1, -1):
        if field.is_stop(place) or field.is_break(place):
            return None
        if place in field.named or not _is_governor(field, place):
            continue
        subject = next((subject for subject in stage.subjects if subject.verb == place), None)
        if subject is None or not _right_after(field, subject, place, trigger.first):
            return None
        after = trigger.last + 1 if field.ground.has(trigger.last, "acting", "self") else trigger.last
        return Doer(codes=subject.codes, span=subject.span, rule="governor", after=after)
    return None


def _is_governor(field: Field, place: int) -> bool:
    """Return True where a finite verb announces or affirms what its object tells."""
    hit = field.finite(place)
    if hit is None or hit.kind != "say" or field.is_particle(place):
        return False
    return hit.entry in EXPRESS or field.ground.language.senses[hit.entry].traits.get("act") in GIVES


def _right_after(field: Field, subject: Subject, verb: int, noun: int) -> bool:
    """Return True where nothing but the subject, words of time and one preposition stands between a verb and its noun."""
    places = range(verb + 1, noun)
    free = [
        place
        for place in places
        if place not in field.named and not field.is_filler(place) and not field.is_body(place) and not field.is_particle(place)
    ]
    return not free and len(places) <= LEFT


def _owner(field: Field, trigger: Trigger) -> Named | None:
    """Return the sides to which a noun belongs: in the genitive right after it, or as adjectives."""
    _, limit = field.ground.sentence_limits(trigger.first)
    named = subject_after(field, trigger.head, trigger.tail) if trigger.is_apart else None
    named = named or subject_after(field, trigger.last, min(limit, trigger.last + 3))
    if named and not named.is_self:
        return named
    mention = field.at.get(trigger.last)
    if mention and mention.form == "nisba" and mention.of:
        group = field.group(mention)
        return Named(group, False, trigger.last, group[-1].last)
    return None


def _by_source(stage: Stage, trigger: Trigger) -> Doer | None:
    """Return whom «by» or «from» names after a noun or a passive; nobody where nothing does."""
    field = stage.field
    _, limit = field.ground.sentence_limits(trigger.first)
    for place in range(trigger.last, min(limit, trigger.last + SOURCE)):
        if field.is_stop(place) or (field.is_break(place) and not field.ground.has(place, "acting", "source")):
            return None
        hit = next(
            (hit for hit in field.ground.hits_at.get(place, ()) if hit.kind == "acting" and hit.detail[0] == "source"), None
        )
        named = subject_after(field, hit.last, limit) if hit else None
        if named and not named.is_self:
            return Doer(codes=field.codes(named.group), span=span_of(field, named), rule="source", after=trigger.last)
    return None


def mentions_after(field: Field, first: int, last: int) -> list[Mention]:
    """Return the sides that begin within tokens [first, last), in text order."""
    return [field.at[place] for place in range(first, last) if place in field.at and field.at[place].of]


def has_preposition(field: Field, mention: Mention, word: str) -> bool:
    """Return True where a preposition stands before a mention or its body, or is written onto it."""
    wanted = key(word, field.ground.language.folding)
    if field.governor(mention) == wanted:
        return True
    size = len(wanted.split())
    for first in range(mention.first - size, mention.first - size - 3, -1):
        written = " ".join(field.ground.word(place) for place in range(first, first + size))
        if written == wanted or (
            len(wanted) == 1 and field.ground.word(first + size).startswith(wanted) and field.is_body(first + size)
        ):
            return True
        if not field.is_body(first + size - 1):
            return False
    return False
