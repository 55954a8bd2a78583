"""Are the letters of a data file those that Arabic is written with?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from mahdar.arabic.letters import BIDI, INVISIBLE, MARKS
from mahdar.language.check_finding import FIX, Finding

PERSIAN = {
    "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
    "\N{ARABIC LETTER SWASH KAF}": "\N{ARABIC LETTER KAF}",
    "\N{ARABIC LETTER HEH GOAL}": "\N{ARABIC LETTER HEH}",
}
LETTERS = "arabic/letters.yaml"
"""Tells which letters are read as which, so it holds the ones that are banned elsewhere."""
SHOWN = ("naming/",)
"""Words that are only shown, never looked up, may carry vowel marks; so may the sentences of examples, as papers do."""
_CASE = re.compile(r"\s*(- )?(text|why|means): ")
SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_FORMS = re.compile(r"[\N{ARABIC LETTER ALEF WASLA ISOLATED FORM}-\N{ARABIC LIGATURE JALLAJALALOUHOU}\uFE70-\uFEFC]")
_DOUBLE = re.compile(r"(?<=\S)  +(?=\S)")


def check_letters(name: str, text: str) -> Iterator[Finding]:
    """Give each line with a letter that would keep a word from being found; comment lines may hold any."""
    if name == LETTERS:
        return
    for number, line in enumerate(text.split("\n"), 1):
        for what in _wrong(line, _unseen(name, line)) if not line.lstrip().startswith("#") else ():
            yield Finding(at=f"{name}:{number}", what=what, remedy=FIX)


def mended(name: str, text: str) -> str:
    """Return a file's text with all letters as they should be.

    >>> mended("x.tsv", "a\N{ARABIC TATWEEL}  b ")
    'a b'
    """
    if name == LETTERS:
        return text
    lines = text.split("\n")
    return "\n".join(line if line.lstrip().startswith("#") else _mended(line, _unseen(name, line)) for line in lines)


def _unseen(name: str, line: str) -> frozenset[str]:
    """Return the unseen signs that a line may not hold."""
    may_be_marked = name.startswith(SHOWN) or _CASE.match(line)
    return INVISIBLE | BIDI if may_be_marked else INVISIBLE | BIDI | MARKS


def _wrong(line: str, unseen: frozenset[str]) -> Iterator[str]:
    """Give what is wrong with the letters of one line."""
    for sign in dict.fromkeys(line):
        shown = f"{unicodedata.name(sign, 'a sign without a name')} (U+{ord(sign):04X})"
        if sign in PERSIAN:
            yield f"{_word(line, sign)!r} has {shown}; Arabic spells it with {unicodedata.name(PERSIAN[sign])}"
        elif sign in unseen:
            yield f"{_word(line, sign)!r} has {shown}, which no reader sees"
        elif _FORMS.match(sign):
            yield f"{_word(line, sign)!r} has {shown}, a presentation form"
        elif sign in SPACES:
            yield f"{line.strip()[:40]!r} has {shown} for a space"
    if not unicodedata.is_normalized("NFC", line):
        yield f"{line.strip()[:40]!r} is not in normal form (NFC)"
    if _DOUBLE.search(line) or line != line.rstrip(" \r"):
        yield f"{line.strip()[:40]!r} has a double space, or one at its end"


def _word(line: str, sign: str) -> str:
    return next((word for word in line.split() if sign in word), line.strip())[:40]


def _mended(line: str, unseen: frozenset[str]) -> str:
    """Return one line with its letters mended; the cells of a table and the indent of an entry stay."""
    clean = "".join(PERSIAN.get(c, " " if c in SPACES else c) for c in line if c not in unseen)
    clean = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form.group()), clean)
    return _DOUBLE.sub(" ", unicodedata.normalize("NFC", clean)).rstrip(" \r")
