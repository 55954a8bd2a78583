"""For whom does a person speak, where their own title does not say so?"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from mahdar.annotate.scene import COMMAS, Scene
from mahdar.arabic.nisba import HEH
from mahdar.records.annotated import Mention

BETWEEN = 2
"""Words between a name and the title in apposition: a comma, «who is»."""


def apposed_sides(scene: Scene, mentions: Sequence[Mention]) -> dict[str, tuple[str, ...]]:
    """Return for people without a side that of the title in apposition to their name: «X, spokesman of the Kenyan army»."""
    found: dict[str, tuple[str, ...]] = {}
    people = [mention for mention in mentions if mention.kind == "person"]
    for before, after in itertools.pairwise(people):
        if before.actor and before.name and not before.of and after.of and not after.name and _is_near(scene, before, after):
            found.setdefault(before.actor, after.of)
    return found


def side_inside(scene: Scene, mentions: Sequence[Mention], mention: Mention) -> tuple[str, ...]:
    """Return the side that a title's own demonym names («the European official»); scholars and former officials have none."""
    roles = (scene.hit(place, "role") for place in range(mention.first, mention.last))
    if any(role is not None and role.detail[0] in {"expert", "former"} for role in roles):
        return ()
    inside = (other for other in mentions if mention.first <= other.first and other.last <= mention.last)
    return next((other.of for other in inside if other.kind in {"state", "org"} and other.form == "nisba"), ())


def home_side(scene: Scene, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the outlet's own state where the text names it, or names no state: elsewhere a bare office is another state's."""
    states = {mention.of[0] for mention in mentions if mention.kind == "state" and mention.of}
    return (scene.home,) if scene.home is not None and (scene.home in states or not states) else ()


def _is_near(scene: Scene, before: Mention, after: Mention) -> bool:
    """Return True where only a comma or «who is» stands between two mentions."""
    places = range(before.last, after.first)
    return len(places) <= BETWEEN and all(scene.word(place) in COMMAS or _is_pronoun(scene, place) for place in places)


def _is_pronoun(scene: Scene, place: int) -> bool:
    """Return True for «who is»."""
    return any(hit.entry == "function.pronoun" for hit in scene.hits_at.get(place, ()))


def may_be(scene: Scene, mention: Mention, person: str) -> bool:
    """Return False where a woman's title (its head ends in teh marbuta) meets a listed man; men's titles are of either."""
    known = scene.language.world.people.get(person)
    head = scene.hit(mention.first, "role")
    if known is None or head is None or head.detail[0] in {"honorific", "royal", "monarch"}:
        return True
    return known.gender != "m" or not scene.word(mention.first).endswith(HEH)
