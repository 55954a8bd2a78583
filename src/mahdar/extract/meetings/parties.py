"""Who takes part in what these words report?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.extract.ground import Ground
from mahdar.extract.meetings.links import is_people, mentions_in
from mahdar.extract.meetings.noun_parties import VISITS, light_before, of_noun
from mahdar.extract.meetings.reach import reach_left, reach_right
from mahdar.extract.meetings.triggers import Trigger
from mahdar.extract.meetings.verb_parties import of_verb
from mahdar.records.annotated import Mention
from mahdar.records.value import Span

PRIVATE = frozenset({"expert", "citizen"})
"""Levels of people who act for no side."""


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
    light = None if trigger.is_verb else light_before(ground, trigger)
    start = reach_left(ground, trigger.hit.first if light is None else light, first)
    end = reach_right(ground, trigger.hit.last, last)
    right = _acting(ground, trigger, mentions_in(ground, trigger.hit.last, end))
    left = _acting(ground, trigger, mentions_in(ground, start, trigger.hit.first))
    chosen = of_verb(ground, trigger, left, right) if trigger.is_verb else of_noun(ground, trigger, left, right)
    return _distinct(ground, chosen)


def _acting(ground: Ground, trigger: Trigger, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions that may act for a side: of a visit no mere people («the British who wish to visit»), no journalist."""
    if trigger.kind not in VISITS:
        return mentions
    return [mention for mention in mentions if not is_people(ground, mention) and not _is_private(ground, mention)]


def _is_private(ground: Ground, mention: Mention) -> bool:
    """Return True for a person whose title is no office: a journalist, an expert, a citizen."""
    role = ground.language.roles.get(mention.role or "")
    return role is not None and role.level in PRIVATE


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
