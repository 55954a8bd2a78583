"""What do the words around a name tell of whose it is?"""

from __future__ import annotations

from mahdar.annotate.known_words import ENCLITICS, is_known_word
from mahdar.annotate.name_runs import Run
from mahdar.annotate.name_strength import POSSIBLE, WEAK
from mahdar.annotate.person_names import is_closed, is_ordinary
from mahdar.annotate.scene import COMMAS, OPENING, Scene
from mahdar.arabic.verbs import TEH, YEH

PRONOUNS = tuple(pronoun for pronoun in ENCLITICS if pronoun)


def person_context(scene: Scene, run: Run, *, after_person: bool) -> float:
    """Return how much the words around speak for a person."""
    total = 0.0
    for near in (run.first - 1, run.last):
        if any(hit.kind in {"say", "human"} and hit.form in {"past", "present"} for hit in scene.hits_at.get(near, ())):
            total += POSSIBLE
            break
    nisba = scene.hit(run.first - 1, "nisba")
    if nisba and not run.skipped:
        total += POSSIBLE
    if after_person and run.skipped:
        total += POSSIBLE
    if scene.word(run.last).startswith(YEH) and is_known_word(scene, run.last):
        total += POSSIBLE
    if any(hit.kind == "person" and hit.form in {"family", "famous"} for hit in scene.hits_at.get(run.first, ())):
        total += WEAK
    if stands_beside(scene, run.first, "clue.person") or _is_somebodys(scene, run.first - 1):
        total += POSSIBLE
    elif stands_beside(scene, run.first, "clue.of-person"):
        total += WEAK
    return total


def _is_somebodys(scene: Scene, place: int) -> bool:
    """Return True for a noun with the pronoun of a third person: «his captain N»."""
    word = scene.word(place)
    return (
        len(word) > 4
        and word[0] not in YEH + TEH
        and word.endswith(PRONOUNS)
        and not is_closed(scene, place)
        and is_ordinary(scene, place)
    )


def stands_beside(scene: Scene, place: int, entry: str) -> bool:
    """Return True where a word of an entry stands right before, maybe with a sign between."""
    near = place - 1
    if scene.word(near) in COMMAS | OPENING:
        near -= 1
    return any(hit.entry == entry and hit.last == near + 1 for hit in scene.hits_at.get(near, ()))
