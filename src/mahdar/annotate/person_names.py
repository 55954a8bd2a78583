"""Where does a person's name end?"""

from __future__ import annotations

from mahdar.annotate.known_words import ALEF_HAMZA, MAKSURA, bare_word, is_in_dictionary, is_known_word, stripped
from mahdar.annotate.scene import Scene
from mahdar.arabic.clitics import CONJUNCTIONS
from mahdar.arabic.letters import ARTICLE, LAM
from mahdar.arabic.verbs import YEH

LONGEST = 7
"""Words in the longest name that is read; longer runs are lists or sentences."""
GIVEN = 10
"""So many listed people bear a usual given name."""
COMMON = 40
"""A word that so many of the listed people bear is a name even where the lexicon has it as another word."""
_TAKEN = (
    "function",
    "role",
    "state",
    "nisba",
    "org",
    "city",
    "relay",
    "medium",
    "say",
    "meet",
    "mood",
    "sides",
    "post",
    "event",
    "agree",
)


def name_end(scene: Scene, first: int, *, titled: bool = False) -> int:
    """Return the place after the last word of the name that begins at `first`; `first` itself where none begins.

    After a title with a side (`titled`) the first word may look like another word if a sure word of a name follows it.

    A name goes on over words that are listed as words of names, or that no lexicon of the language knows; it ends at closed-class
    words, verbs, titles, demonyms, signs and line breaks. A connector («ibn», «Abu», «de») takes the next word with it.
    """
    place = first
    if titled and _lent(scene, first):
        place += 1
    while place - first < LONGEST and scene.is_word(place):
        if is_connector(scene, place) and scene.is_word(place + 1) and not is_closed(scene, place + 1):
            if not _may_connect(scene, place, inside=place > first):
                break
            place += 2
        elif (place > first and is_closer(scene, place)) or is_name_word(scene, place, within=place > first):
            place += 1
        elif place > first and _hyphen(scene, place) and is_name_word(scene, place + 1, within=True):
            place += 2
        else:
            break
        if _hyphen(scene, place) and is_name_word(scene, place + 1, within=True):
            place += 2
    while place > first and is_connector(scene, place - 1) and not _units(scene, place - 1):
        place -= 1
    return place


def is_name_word(scene: Scene, place: int, *, within: bool) -> bool:
    """Return True where the word may belong to a name; `within` after another word of it."""
    if not scene.is_word(place) or is_closed(scene, place):
        return False
    borne = _units(scene, place)
    if any(hit.kind == "person" and not hit.prefix for hit in scene.hits_at.get(place, ())):
        return True
    for hit in scene.hits_at.get(place, ()):
        if (within and hit.kind == "city" and not hit.prefix) or (hit.kind == "function" and not hit.prefix):
            continue
        if hit.kind in _TAKEN and (not hit.prefix or borne < 3) and not (borne >= COMMON and hit.kind != "function"):
            return False
    if len(scene.word(place)) < 2:
        return False
    return borne >= 3 or not is_ordinary(scene, place)


def strong_name(scene: Scene, first: int, last: int) -> bool:
    """Return True where every word of [first, last) is surely of a name: borne by listed people, or unknown to the lexicon."""
    return all(
        not scene.is_word(place) or _units(scene, place) >= 3 or is_connector(scene, place) or not is_ordinary(scene, place)
        for place in range(first, last)
    )


def looks_like_name(scene: Scene, first: int, last: int) -> bool:
    """Return True where a run of words is a name by itself: it opens with a usual given name, and each word is borne by many."""
    given = scene.language.name_units.get(scene.word(first), (0, 0))[0]
    return (
        last - first > 1
        and given >= GIVEN
        and not all(_is_also_word(scene, place) for place in range(first, last))
        and all(
            not scene.is_word(place) or is_connector(scene, place) or _units(scene, place) >= GIVEN
            for place in range(first, last)
        )
    )


def _is_also_word(scene: Scene, place: int) -> bool:
    """Return True for a given name that is an everyday word too."""
    return any(hit.entry == "clue.also-word" for hit in scene.hits_at.get(place, ())) or is_closer(scene, place)


def _lent(scene: Scene, place: int) -> bool:
    """Return True where a word that the language knows begins a name all the same: an unknown word of a name follows it."""
    if not scene.is_word(place) or is_closed(scene, place) or len(scene.word(place)) < 3:
        return False
    if scene.word(place).startswith((ARTICLE, LAM + LAM)) or is_name_word(scene, place, within=False):
        return False
    if any(hit.kind in _TAKEN and (hit.kind != "nisba" or hit.prefix) for hit in scene.hits_at.get(place, ())):
        return False
    return is_name_word(scene, place + 1, within=True) and not is_known_word(scene, place + 1)


def is_common(scene: Scene, place: int, skipped: int) -> bool:
    """Return True where a word without its first letters is a word of the language that few people bear as a name."""
    return (
        is_in_dictionary(bare_word(scene, place)[skipped:])
        and sum(scene.language.name_units.get(scene.word(place)[skipped:], (0, 0))) < 3
    )


def _hyphen(scene: Scene, place: int) -> bool:
    """Return True where a hyphen joins the words around it."""
    tokens = scene.tokens
    if not 0 < place < len(tokens) - 1 or scene.word(place) not in {"-", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}"}:
        return False
    return tokens.starts[place] == tokens.ends[place - 1] and tokens.starts[place + 1] == tokens.ends[place]


def is_connector(scene: Scene, place: int) -> bool:
    """Return True for a word inside a name that needs another after it; «with the fact that» only folds like «Ban»."""
    hits = scene.hits_at.get(place, ())
    if not any(hit.kind == "name" and hit.entry == "name.connector" and not hit.prefix for hit in hits):
        return False
    return not (ALEF_HAMZA in scene.raw(place)[1:] and any(hit.kind == "function" and hit.prefix for hit in hits))


def is_closer(scene: Scene, place: int) -> bool:
    """Return True for a word that can only stand inside or at the end of a name."""
    return any(hit.kind == "name" and hit.entry == "name.closer" and not hit.prefix for hit in scene.hits_at.get(place, ()))


def _may_connect(scene: Scene, place: int, *, inside: bool) -> bool:
    """Return True where a connector belongs to a name: it is no closed-class word here, or it opens one with a sure word."""
    if not is_closed(scene, place):
        return True
    return not inside and (_units(scene, place + 1) >= 3 or not is_ordinary(scene, place + 1))


def is_closed(scene: Scene, place: int) -> bool:
    """Return True for a closed-class word; «Ali» and «on» fold alike and are told apart by their last letter.

    A text that never writes alef maksura writes «on» as «Ali».
    """
    closed = any(hit.kind == "function" and hit.last == place + 1 and not hit.prefix for hit in scene.hits_at.get(place, ()))
    if closed and scene.raw(place).endswith(YEH) and MAKSURA in scene.letters and _units(scene, place) >= COMMON:
        return False
    return closed


def _units(scene: Scene, place: int) -> int:
    """Return how many listed people bear the word."""
    return borne_by(scene, scene.word(place))


def borne_by(scene: Scene, word: str) -> int:
    """Return how many listed people bear a folded word."""
    return sum(scene.language.name_units.get(word, (0, 0)))


def is_taken(scene: Scene, place: int) -> bool:
    """Return True where a word stands for something else than a person: a state, a title, a verb of speech and their like."""
    borne = _units(scene, place)
    return any(
        hit.kind in _TAKEN
        and (not hit.prefix or borne < 3)
        and not (borne >= COMMON and (hit.kind != "function" or not hit.prefix))
        for hit in scene.hits_at.get(place, ())
    )


def is_ordinary(scene: Scene, place: int, skipped: int = 0) -> bool:
    """Return True for a word of the language that is no name: known as it is, or without its particles and pronouns."""
    raw = bare_word(scene, place)[skipped:]
    if raw.startswith(LAM + LAM) and len(raw) > 4:
        return True
    if any(hit.prefix for hit in scene.hits_at.get(place, ()) if hit.kind in _TAKEN):
        return True
    if raw.startswith(CONJUNCTIONS[0]) and len(raw) > 4 and not _units(scene, place) and not is_known_word(scene, place):
        return True
    return any(is_in_dictionary(form) for form in stripped(raw))
