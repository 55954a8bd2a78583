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


def past_forms(base: str) -> dict[str, str]:
    """Return the folded past forms of a folded third person masculine singular, each with its person.

    Persons: 3ms, 3fs, 3md, 3fd, 3mp, 1s, 1p. A phrase inflects in its first word.
    """
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
    return {form + tail: person for form, person in forms.items()}


def present_forms(base: str) -> dict[str, str]:
    """Return the folded present and future forms of a folded present in yeh, each with its person (`f` before a future)."""
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
    future = {SEEN + form: "f" + person for form, person in forms.items() if not form.endswith(WAW + ALEF)}
    return {form + tail: person for form, person in {**forms, **future}.items()}


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
        feminine[:-1] + TEH + YEH + NOON: "fd",
    }
    return {form + tail: person for form, person in forms.items()}


def _first(phrase: str) -> tuple[str, str]:
    """Return the first word of a phrase, and the rest with its leading space."""
    head, gap, rest = phrase.partition(" ")
    return head, gap + rest
