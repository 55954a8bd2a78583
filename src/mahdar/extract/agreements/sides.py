"""Whose agreement is it?"""

from __future__ import annotations

from mahdar.extract.events.doers import Doer, has_preposition, mentions_after
from mahdar.extract.events.reach import content_end
from mahdar.extract.events.stage import Stage
from mahdar.extract.events.triggers import ADJECTIVE, Trigger

WITH = "\N{ARABIC LETTER MEEM}\N{ARABIC LETTER AIN}"
BETWEEN = "\N{ARABIC LETTER BEH}\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}"
CLOSE = 3
"""Words within which a preposition of one letter still belongs to the trigger."""
LINKS = frozenset({WITH, BETWEEN})
WITHIN = 12
"""Words after a trigger within which «between» and «with» name its parties."""


def parties_of(stage: Stage, trigger: Trigger, doer: Doer | None) -> tuple[str, ...]:
    """Return the codes of those who agree: who acts, whom «with» or «between» names, else the two who met."""
    field = stage.field
    found = list(doer.codes) if doer else []
    start = doer.after if doer else trigger.last
    _, limit = field.ground.sentence_limits(trigger.first)
    end = min(content_end(field, max(start, trigger.last)), start + WITHIN) if start < limit else start
    links = {word for word, role in trigger.sense.frame if role == "party"}
    if not trigger.is_verb or is_mutual(trigger):
        links |= LINKS
    for mention in mentions_after(field, start, end):
        if any(has_preposition(field, mention, word) for word in links if len(word) > 1 or mention.first - start <= CLOSE):
            found.extend(field.codes(field.group(mention)))
            if len(set(found)) > 1:
                break
    if len(set(found)) == 1 and trigger.form == ADJECTIVE:
        found.extend(_subject_before(stage, trigger))
    sides = tuple(dict.fromkeys(found))
    if len(sides) == 1 and trigger.person in {"1p", "3md"} and is_mutual(trigger):
        return field.pair_before(trigger.span.start, side=sides[0]) or sides
    if not sides and is_mutual(trigger) and trigger.form != "past":
        impersonal = trigger.form in {"word", "passive"} or (trigger.form == "nouns" and trigger.last - trigger.first > 1)
        signing = trigger.sense.traits.get("status") == "signed" and not trigger.prefix
        both = _both_on_stage(stage, trigger) if signing or impersonal else ()
        return both or (field.pair_before(trigger.span.start) if impersonal and not trigger.prefix else None) or ()
    return sides


def _subject_before(stage: Stage, trigger: Trigger) -> tuple[str, ...]:
    """Return the one side that acts in a sentence, with which «the treaty signed with …» binds the other."""
    before = stage.before(trigger.first, "", speaking=False)
    numbers = stage.field.ground.doc.sentence_of
    near = before is not None and numbers[before.verb] == numbers[trigger.first]
    return before.codes if before and near and len(before.codes) == 1 else ()


def _both_on_stage(stage: Stage, trigger: Trigger) -> tuple[str, ...]:
    """Return the two sides who act in a noun's own sentence."""
    before = stage.before(trigger.first, "d", speaking=False)
    numbers = stage.field.ground.doc.sentence_of
    return before.codes if before and numbers[before.verb] == numbers[trigger.first] else ()


def is_mutual(trigger: Trigger) -> bool:
    """Return True for senses of which no side is the doer alone: they take «with» or «between»."""
    return any(role == "party" and word in LINKS for word, role in trigger.sense.frame)


def is_sided(trigger: Trigger) -> bool:
    """Return True for senses and nouns that tell an agreement only where two sides are named."""
    return trigger.sense.traits.get("weak") == "yes" or not (trigger.is_verb or trigger.form == "active")
