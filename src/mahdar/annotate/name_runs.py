"""Which words in a row may be one name?"""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from mahdar.annotate.known_words import carries_particle, is_known_word
from mahdar.annotate.name_strength import (
    FOREIGN,
    LIKELY,
    NONE,
    POSSIBLE,
    WEAK,
    borne,
    is_listed,
    letters_score,
    may_open,
    strength,
)
from mahdar.annotate.person_names import GIVEN, LONGEST, is_closed, is_closer, is_connector, is_ordinary, is_taken
from mahdar.annotate.scene import Scene
from mahdar.arabic.clitics import BEH, CONJUNCTIONS
from mahdar.arabic.letters import ALEF, LAM
from mahdar.arabic.nisba import HEH
from mahdar.arabic.verbs import WAW, YEH

PARTICLES = (*CONJUNCTIONS, LAM, BEH)
VOWELS = ALEF + WAW + YEH
"""Letters after which a waw at the head is a part of a foreign name."""


class Run(NamedTuple):
    """Words [first, last) that may be a name; `skipped` letters of a particle stand before it."""

    first: int
    last: int
    skipped: int
    strengths: tuple[float, ...]


def run_at(scene: Scene, first: int, covered: Container[int]) -> Run | None:
    """Return the longest run of words of names that begins at a place, None where none does; `covered` is read already."""
    if _cannot_open(scene, first):
        return None
    skipped = _skipped(scene, first)
    strengths: list[float] = []
    place = first
    while place - first < LONGEST and scene.is_word(place) and place not in covered:
        if _opens_pair(scene, place):
            strengths += [POSSIBLE, max(strength(scene, place + 1), POSSIBLE)]
            place += 2
            continue
        here = _strength_within(scene, first, place, skipped)
        if here == NONE or (place > first and _joins(scene, place)):
            break
        strengths.append(here)
        place += 1
    while len(strengths) > 1 and strengths[-1] <= WEAK and is_ordinary(scene, place - 1):
        strengths.pop()
        place -= 1
    return Run(first, place, skipped, tuple(strengths)) if strengths else None


def _cannot_open(scene: Scene, place: int) -> bool:
    """Return True, at little cost, for most words that open no name: the lexicon has them, and nobody listed bears them."""
    word = scene.word(place)
    if not is_listed(scene, place) or scene.hit(place - 1, "nisba") or is_connector(scene, place):
        return False
    return sum(borne(scene, word)) < 3 and sum(borne(scene, word[1:])) < 3 and not (len(word) > 4 and _is_joined(scene, word))


def _opens_pair(scene: Scene, place: int) -> bool:
    """Return True for «ibn», «Abu», «de» and their like before another word."""
    return (
        is_connector(scene, place)
        and scene.is_word(place + 1)
        and not is_closed(scene, place)
        and not is_closed(scene, place + 1)
    )


def _strength_within(scene: Scene, first: int, place: int, skipped: int) -> float:
    """Return how surely the word at a place is of the name that begins at `first`."""
    if place == first:
        here = strength(scene, place, skipped) if may_open(scene, place, skipped) else NONE
        return WEAK if here == NONE and _is_lent(scene, place) else here
    here = strength(scene, place)
    if place == first + 1 and here < LIKELY and is_family(scene, first, skipped):
        return LIKELY if sum(borne(scene, scene.word(place))) else max(here, POSSIBLE)
    return POSSIBLE if here == NONE and is_closer(scene, place) else here


def _is_lent(scene: Scene, place: int) -> bool:
    """Return True where another word of the language can only be a first name: after «the German», before a foreign surname."""
    nisba = scene.hit(place - 1, "nisba")
    if nisba is None or not scene.is_definite(place - 1) or is_closed(scene, place) or is_taken(scene, place):
        return False
    if scene.is_definite(place) or scene.hit(place, "clue") or carries_particle(scene, place):
        return False
    return scene.is_word(place + 1) and not is_ordinary(scene, place + 1) and strength(scene, place + 1) >= LIKELY


def is_family(scene: Scene, first: int, skipped: int) -> bool:
    """Return True where a word with the article is the family name after a usual given name that is nothing but a name."""
    given = borne(scene, scene.word(first)[skipped:])[0]
    word = scene.word(first + 1)
    return (
        given >= 3 * GIVEN
        and scene.is_definite(first + 1)
        and len(word) > 4
        and not is_closed(scene, first + 1)
        and not is_taken(scene, first + 1)
        and not any(hit.entry == "clue.also-word" for hit in scene.hits_at.get(first, ()))
        and not any(hit.kind != "person" for hit in scene.hits_at.get(first + 1, ()))
        and (sum(borne(scene, word)) > 0 or not is_ordinary(scene, first + 1))
    )


def _joins(scene: Scene, place: int) -> bool:
    """Return True where «and» is written onto a word that is a name without it."""
    return scene.word(place)[0] == CONJUNCTIONS[0] and _skipped(scene, place) == 1


def _skipped(scene: Scene, place: int) -> int:
    """Return how many letters of particles stand before a name in its first word."""
    word = scene.word(place)
    if word[0] not in PARTICLES or len(word) < 4 or sum(borne(scene, word)) >= 3:
        return 0
    if sum(borne(scene, word[1:])) < 3 and not _is_joined(scene, word):
        return 0
    if is_known_word(scene, place) or is_taken(scene, place):
        return 0
    return 1 if strength(scene, place, 1) >= max(POSSIBLE, strength(scene, place)) else 0


def _is_joined(scene: Scene, word: str) -> bool:
    """Return True where a word in waw may be «and» before a foreign name that nobody listed bears."""
    return (
        word[0] == WAW
        and word[1] not in VOWELS
        and len(word) > 4
        and not word.endswith(HEH)
        and letters_score(scene, word[1:]) > FOREIGN
    )
