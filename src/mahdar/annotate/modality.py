"""Is what is told planned, called off, denied, imagined or long past?"""

from __future__ import annotations

from mahdar.annotate.scene import Scene
from mahdar.records.annotated import Hit, Mood


def find_moods(scene: Scene, hits: tuple[Hit, ...]) -> tuple[Mood, ...]:
    """Return the words that set a mood, in text order; what they reach is the clause that follows (or holds) them."""
    return tuple(
        Mood(
            first=hit.first,
            last=hit.last,
            mood=hit.detail[0],
            rule=hit.entry,
            span=scene.span(hit.first, hit.last),
        )
        for hit in hits
        if hit.kind == "mood" and hit.detail and hit.detail[0]
    )
