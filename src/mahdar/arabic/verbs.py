"""Which written forms does a verb take, given its past and present in the third person?"""

from __future__ import annotations

from mahdar.arabic.letters import ALEF

TEH, WAW, YEH, NOON, SEEN = (
    "\N{ARABIC LETTER TEH}",
    "\N{ARABIC LETTER WAW}",
    "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER NOON}",
    "\N{ARABIC LETTER SEEN}",
)


LAM, MEEM = "\N{ARABIC LETTER LAM}", "\N{ARABIC LETTER MEEM}"
DENIALS = frozenset({LAM + NOON, LAM + MEEM, LAM + ALEF})
"""Particles before a present verb: will not, did not, does not."""


def past_forms(base: str) -> dict[str, str]:
    """Return the folded past forms of a folded third person masculine singular, each with its person.

    Persons: 3ms, 3fs, 3md, 3fd, 3mp, 1s, 1p. A phrase inflects in its first word; after a particle that denies, its verb is a
    present one. A final alef may have been a hamza («postponed»), which folding took away: both sorts of forms are given.
    """
    if _particle(base):
        return present_forms(base)
    verb, tail = _first(base)
    weak = verb.endswith((ALEF, YEH)) and len(verb) > 2
    stem = verb[:-1] if weak else verb
    dual = stem + (WAW if verb.endswith(ALEF) and len(verb) == 3 else YEH) + ALEF if weak else verb + ALEF
    forms = {
        verb: "3ms",
        stem + TEH: "3fs",
        dual: "3md",
        stem + TEH + ALEF: "3fd",
        stem + WAW + ALEF: "3mp",
        (stem + YEH if weak else verb) + NOON + ALEF: "1p",
    }
    if verb.endswith(ALEF):
        kept = {TEH: "3fs", TEH + ALEF: "3fd", WAW + ALEF: "3mp"}
        forms = {**{verb + ending: person for ending, person in kept.items()}, **forms}
    return {form + tail: person for form, person in forms.items()}


def present_forms(base: str) -> dict[str, str]:
    """Return the folded present and future forms of a folded present in yeh, each with its person (`f` before a future).

    After a particle that denies only the verb inflects; of a future only the future forms are given.
    """
    particle = _particle(base)
    if particle:
        return {f"{particle} {form}": person for form, person in _presents(base[len(particle) + 1 :]).items()}
    if base.startswith(SEEN + YEH):
        return {form: person for form, person in present_forms(base[1:]).items() if person.startswith("f")}
    forms = _presents(base)
    full = len(_first(base)[0])
    future = {
        SEEN + form: "f" + person
        for form, person in forms.items()
        if not _first(form)[0].endswith(WAW + ALEF) and len(_first(form)[0]) >= full
    }
    return {**forms, **future}


def _presents(base: str) -> dict[str, str]:
    """Return the folded present forms of a folded present in yeh."""
    verb, tail = _first(base)
    body = verb[1:]
    weak = body.endswith((ALEF, YEH, WAW)) and len(body) > 1
    open_stem = body[:-1] if weak else body
    forms = {
        YEH + body: "3ms",
        TEH + body: "3fs",
        NOON + body: "1p",
        ALEF + body: "1s",
        YEH + (body[:-1] + YEH if weak and body.endswith(ALEF) else body) + ALEF + NOON: "3md",
        TEH + body + ALEF + NOON: "3fd",
        YEH + body + ALEF: "3md",
        YEH + open_stem + WAW + NOON: "3mp",
        YEH + open_stem + WAW + ALEF: "3mp",
    }
    if weak:
        forms.setdefault(YEH + open_stem, "3ms")
        forms.setdefault(TEH + open_stem, "3fs")
        forms.setdefault(YEH + body + WAW + NOON, "3mp")
        forms.setdefault(YEH + body + WAW + ALEF, "3mp")
    return {form + tail: person for form, person in forms.items()}


def participle_forms(base: str) -> dict[str, str]:
    """Return the folded forms of a folded active participle with their gender and number, without the article."""
    word, tail = _first(base)
    stem = word[:-1] if word.endswith(YEH) and len(word) > 4 else word
    feminine = word + "\N{ARABIC LETTER HEH}" if word.endswith(YEH) else stem + "\N{ARABIC LETTER HEH}"
    forms = {
        word: "ms",
        word + ALEF: "ms",
        feminine: "fs",
        word + YEH + NOON: "mp",
        stem + YEH + NOON: "mp",
        stem + WAW + NOON: "mp",
        word + ALEF + NOON: "md",
        feminine[:-1] + TEH + YEH + NOON: "fd",
    }
    return {form + tail: person for form, person in forms.items()}


def _particle(phrase: str) -> str:
    """Return the particle that denies the verb of a phrase, empty where there is none."""
    first, gap, _ = phrase.partition(" ")
    return first if gap and first in DENIALS else ""


def _first(phrase: str) -> tuple[str, str]:
    """Return the first word of a phrase, and the rest with its leading space."""
    head, gap, rest = phrase.partition(" ")
    return head, gap + rest
