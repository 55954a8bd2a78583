"""Is a written word one of the language, as it is, or with particles and pronouns written onto it?"""

from __future__ import annotations

import simplemma

from mahdar.annotate.scene import Scene
from mahdar.arabic.clitics import CONJUNCTIONS, PREPOSITIONS
from mahdar.arabic.letters import ARTICLE, MARKS
from mahdar.arabic.verbs import NOON, SEEN, TEH, YEH

ENCLITICS = (
    "",
    "\N{ARABIC LETTER HEH}",
    *(
        "\N{ARABIC LETTER HEH}" + rest
        for rest in ("\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER MEEM}", "\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}")
    ),
    "\N{ARABIC LETTER NOON}\N{ARABIC LETTER ALEF}",
)
"""Pronouns written onto a word: none, his, her, their, of the two, our."""
INFLECTIONS = (
    "\N{ARABIC LETTER TEH MARBUTA}",
    "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}",
    "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}",
    "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}",
    "\N{ARABIC LETTER WAW}\N{ARABIC LETTER NOON}",
    "\N{ARABIC LETTER ALEF}",
)
"""Endings of gender, number and case."""


HEH, ALEF = "\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER ALEF}"
MAKSURA, _TEH_MARBUTA = "\N{ARABIC LETTER ALEF MAKSURA}", "\N{ARABIC LETTER TEH MARBUTA}"
ALEF_HAMZA = "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}"
_HAMZA, _SEATS = "\N{ARABIC LETTER HAMZA}", "\N{ARABIC LETTER YEH WITH HAMZA ABOVE}\N{ARABIC LETTER WAW WITH HAMZA ABOVE}"
_FIRST = {
    ALEF: "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}\N{ARABIC LETTER ALEF WITH HAMZA BELOW}\N{ARABIC LETTER ALEF WITH MADDA ABOVE}"
}
_LAST = {HEH: _TEH_MARBUTA, YEH: MAKSURA, MAKSURA: YEH}
"""What a hasty hand may have meant by the first and the last letter."""


def is_known_word(scene: Scene, place: int, skipped: int = 0) -> bool:
    """Return True where the language knows the word just as it is written, without its first letters."""
    return is_in_dictionary(bare_word(scene, place)[skipped:])


def carries_particle(scene: Scene, place: int, skipped: int = 0) -> bool:
    """Return True where a word is another word of the language with a particle written onto it, and maybe a pronoun."""
    raw = bare_word(scene, place)[skipped:]
    return any(is_in_dictionary(form) for front in _fronts(raw)[1:] for form in (front, *_backs(front)))


def is_my_own(scene: Scene, place: int, skipped: int = 0) -> bool:
    """Return True where a word is another with the yeh of an adjective or of «my»."""
    raw = bare_word(scene, place)[skipped:]
    return (
        raw.endswith(YEH)
        and len(raw) > 3
        and any(is_in_dictionary(form) for front in _fronts(raw) for form in _backs(front[:-1]))
    )


def is_misspelt(scene: Scene, place: int, skipped: int = 0) -> bool:
    """Return True where a word is one of the language but for dots or a hamza that a hasty hand left out."""
    return any(is_in_dictionary(careful) for form in stripped(bare_word(scene, place)[skipped:]) for careful in _careful(form))


def _careful(form: str) -> list[str]:
    """Return the careful spellings that a hasty one may stand for."""
    first, last = _FIRST.get(form[0], ""), _LAST.get(form[-1], "")
    ends = [form[:-1] + letter for letter in last]
    return [*ends, *(letter + word[1:] for letter in first for word in (form, *ends))]


def stripped(raw: str) -> list[str]:
    """Return what a written word may be without particles before it and a pronoun after it; no rest is shorter than three."""
    found = []
    for front in _fronts(raw):
        found += _backs(front)
        found += [front[: -len(ending)] for ending in INFLECTIONS if front.endswith(ending) and len(front) - len(ending) > 3]
    return found


def _fronts(raw: str) -> list[str]:
    """Return a word as it is, then without each particle that it may carry."""
    fronts = [raw]
    if raw[0] in CONJUNCTIONS + PREPOSITIONS and len(raw) > 3:
        fronts.append(raw[1:])
    if len(raw) > 4 and raw[0] == SEEN and raw[1] in YEH + TEH + NOON:
        fronts.append(raw[1:])
    if len(raw) > 5 and raw[0] in CONJUNCTIONS and raw[1] in PREPOSITIONS:
        fronts.append(raw[2:])
    fronts += [front[2:] for front in fronts if front.startswith(ARTICLE) and len(front) > 4]
    return fronts


def _backs(front: str) -> list[str]:
    """Return a word as it is and without each pronoun that it may carry."""
    found = [front]
    for pronoun in ENCLITICS[1:]:
        if front.endswith(pronoun) and len(front) - len(pronoun) > 2:
            rest = front[: -len(pronoun)]
            found.append(rest)
            if rest.endswith(TEH):
                found.append(rest[:-1] + _TEH_MARBUTA)
            elif rest[-1] in _SEATS:
                found.append(rest[:-1] + _HAMZA)
    return found


def bare_word(scene: Scene, place: int) -> str:
    """Return a word as written without its marks."""
    return "".join(letter for letter in scene.raw(place) if letter not in MARKS)


def is_in_dictionary(word: str) -> bool:
    """Return True where the word list of the language has a word."""
    return bool(word) and simplemma.is_known(word, lang="ar")
