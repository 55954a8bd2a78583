"""How surely is a word a word of somebody's name?"""

from __future__ import annotations

from mahdar.annotate.known_words import carries_particle, is_known_word, is_misspelt, is_my_own
from mahdar.annotate.person_names import GIVEN, is_closed, is_ordinary, is_taken
from mahdar.annotate.scene import Scene
from mahdar.arabic.letters import ARTICLE
from mahdar.arabic.nisba import HEH
from mahdar.arabic.verbs import YEH
from mahdar.language.name_letters import runs_of

SURE, LIKELY, POSSIBLE, WEAK, NONE = 2.0, 1.5, 1.0, 0.5, 0.0
USUAL = 100
"""A word that so many people bear is hardly met as anything else."""
FOREIGN, ODD, NEVER = 1.2, 0.2, -1.5
"""Log odds by letter from which an unknown word looks like a name, may be one, and cannot be one."""


def strength(scene: Scene, place: int, skipped: int = 0) -> float:
    """Return how surely the word at a place, without its first letters, is of a name; 0 where it cannot be.

    What counts is how many people bear it, whether the language knows it as another word, and the look of its letters.
    """
    word = scene.word(place)[skipped:]
    bearers = sum(borne(scene, word))
    if len(word) < 2 or not scene.is_word(place) or _is_out(scene, place, skipped, bearers=bearers):
        return NONE
    if is_ordinary(scene, place, skipped):
        return max(_of_ordinary(bearers), _by_letters_alone(scene, place, skipped))
    if bearers >= 3:
        return SURE if bearers >= GIVEN else LIKELY
    if word.endswith(YEH + HEH) or is_misspelt(scene, place, skipped):
        return NONE
    if not word.startswith(ARTICLE) and is_my_own(scene, place, skipped):
        return WEAK
    if word.startswith(ARTICLE):
        return POSSIBLE if bearers or word.endswith(YEH) else WEAK
    looks = letters_score(scene, word)
    if looks >= FOREIGN:
        return LIKELY
    return POSSIBLE if bearers or looks >= ODD else WEAK if looks > NEVER else NONE


def _is_out(scene: Scene, place: int, skipped: int, *, bearers: int) -> bool:
    """Return True where a word is of a closed class, stands for something else, or looks in no way like a name."""
    if bearers < 3 and is_listed(scene, place):
        return True
    if is_closed(scene, place) or (not skipped and is_taken(scene, place)):
        return True
    word = scene.word(place)[skipped:]
    if word.startswith(ARTICLE):
        return bearers < 3 and is_known_word(scene, place, skipped)
    return bearers < 3 and letters_score(scene, word) <= NEVER


def may_open(scene: Scene, place: int, skipped: int) -> bool:
    """Return True where a name may begin: with a word that is borne as one, or that the language does not know as written."""
    bearers = sum(borne(scene, scene.word(place)[skipped:]))
    return bearers >= 3 or not (is_listed(scene, place) or is_known_word(scene, place, skipped))


def _of_ordinary(bearers: int) -> float:
    """Return how surely a word that the language knows is of a name, by how many bear it."""
    steps = ((USUAL, SURE), (3 * GIVEN, LIKELY), (GIVEN, POSSIBLE), (3, WEAK))
    return next((strong for many, strong in steps if bearers >= many), NONE)


def _by_letters_alone(scene: Scene, place: int, skipped: int) -> float:
    """Return how surely a word that the language knows, perhaps by chance, is a foreign name by its letters."""
    word = scene.word(place)[skipped:]
    if word.startswith(ARTICLE) or len(word) < 4 or is_listed(scene, place):
        return NONE
    looks = letters_score(scene, word)
    if looks < FOREIGN:
        return NONE
    if is_known_word(scene, place, skipped):
        return POSSIBLE if looks >= 3.5 else WEAK
    if carries_particle(scene, place, skipped):
        return NONE
    return LIKELY if looks >= 2.2 else POSSIBLE


def is_listed(scene: Scene, place: int) -> bool:
    """Return True where the lexicon has the word as something else than a name."""
    return any(hit.kind not in {"person", "name"} and hit.entry != "clue.also-word" for hit in scene.hits_at.get(place, ()))


def borne(scene: Scene, word: str) -> tuple[int, int]:
    """Return how many listed people bear a folded word as their first name and as a later one."""
    return scene.language.borne.get(word, (0, 0))


def letters_score(scene: Scene, word: str) -> float:
    """Return how much likelier the letters of a word are in a name than in another word, by letter."""
    weights = scene.language.name_letters
    return sum(weights.get(run, 0.0) for run in runs_of(word)) / max(1, len(word))
