"""Whose agreement is it?"""

from __future__ import annotations

from mahdar.extract.events.doers import Doer, mentions_after
from mahdar.extract.events.field import Field, codes_of
from mahdar.extract.events.reach import content_end
from mahdar.extract.events.targets import has_preposition
from mahdar.extract.events.triggers import Trigger

CLOSE = 3
"""Words within which a preposition of one letter still belongs to the trigger."""
WITHIN = 12
"""Words after a trigger within which «between» and «with» name its parties."""


def parties_of(field: Field, trigger: Trigger, doer: Doer | None) -> tuple[str, ...]:
    """Return the codes of those who agree: who acts, and whom «with» or «between» names."""
    found = list(doer.codes) if doer else []
    start = doer.after if doer else trigger.last
    _, limit = field.ground.sentence_limits(trigger.first)
    end = min(content_end(field, start), start + WITHIN) if start < limit else start
    links = {word for word, role in trigger.sense.frame if role == "party"}
    for mention in mentions_after(field, start, end):
        if any(has_preposition(field, mention, word) for word in links if len(word) > 1 or mention.first - start <= CLOSE):
            found.extend(codes_of(field.group(mention)))
            if not found or len(set(found)) > 1:
                break
    return tuple(dict.fromkeys(found))


def is_sided(trigger: Trigger) -> bool:
    """Return True for senses and nouns that tell an agreement only where two sides are named."""
    return trigger.sense.traits.get("weak") == "yes" or not (trigger.is_verb or trigger.form == "active")
