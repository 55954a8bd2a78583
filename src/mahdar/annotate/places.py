"""Where did it happen? Cities, and states that stand as places."""

from __future__ import annotations

from collections.abc import Iterable

from mahdar.annotate.scene import Scene
from mahdar.arabic.clitics import BEH
from mahdar.records.annotated import Mention, PlaceMention


def find_places(scene: Scene, mentions: Iterable[Mention]) -> tuple[PlaceMention, ...]:
    """Return places in text order: every city, and a state or capital after a preposition or noun of place."""
    found = []
    for mention in mentions:
        if mention.kind == "city":
            found.append(_place(scene, mention, city=True))
        elif mention.kind == "state" and mention.form in {"name", "capital"} and _is_located(scene, mention):
            found.append(_place(scene, mention, city=mention.form == "capital"))
    return tuple(found)


def _is_located(scene: Scene, mention: Mention) -> bool:
    """Return True after «in» or «to», as a word or written onto the name."""
    if mention.form == "capital":
        return False
    prefix = scene.hit(mention.first, "state", "city")
    if prefix and prefix.prefix.endswith(BEH):
        return True
    return any(
        hit.entry == "locative.preposition" and hit.last == mention.first
        for hit in scene.hits_at.get(mention.first - 1, ())
        if hit.kind == "locative"
    )


def _place(scene: Scene, mention: Mention, *, city: bool) -> PlaceMention:
    """Return a mention as a place; a city by its id, a capital as a city of its state."""
    return PlaceMention(
        first=mention.first,
        last=mention.last,
        span=mention.name or mention.span,
        city=mention.actor if city else None,
        state=mention.of[0] if mention.of else None,
        rule="place.city" if city else "place.state",
    )
