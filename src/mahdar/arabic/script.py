"""Is a text written in Arabic, or in another language, with these letters or with others?"""

from __future__ import annotations

import re

_BLOCK = "[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}\N{ARABIC LETTER ALEF WASLA}-\N{ARABIC LETTER AE}]"
_ARABIC = re.compile(_BLOCK)
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile(f"{_BLOCK}+")
_FOREIGN = re.compile(
    "[\N{ARABIC LETTER PEH}\N{ARABIC LETTER TCHEH}\N{ARABIC LETTER JEH}\N{ARABIC LETTER GAF}\N{ARABIC LETTER KEHEH}"
    "\N{ARABIC LETTER FARSI YEH}\N{ARABIC LETTER YEH BARREE}\N{ARABIC LETTER HEH GOAL}\N{ARABIC LETTER TTEH}"
    "\N{ARABIC LETTER DDAL}\N{ARABIC LETTER RREH}\N{ARABIC LETTER NOON GHUNNA}\N{ARABIC LETTER HEH DOACHASHMEE}"
    "\N{ARABIC LETTER AE}\N{ARABIC LETTER YEH WITH SMALL V}\N{ARABIC LETTER OE}\N{ARABIC LETTER REH WITH SMALL V BELOW}"
    "\N{ARABIC LETTER LAM WITH SMALL V}\N{ARABIC LETTER E}\N{ARABIC LETTER YEH WITH TAIL}"
    "\N{ARABIC LETTER HAH WITH HAMZA ABOVE}\N{ARABIC LETTER HAH WITH THREE DOTS ABOVE}"
    "\N{ARABIC LETTER SEEN WITH DOT BELOW AND DOT ABOVE}\N{ARABIC LETTER REH WITH RING}\N{ARABIC LETTER DAL WITH RING}"
    "\N{ARABIC LETTER TEH WITH RING}\N{ARABIC LETTER KAF WITH RING}\N{ARABIC LETTER NOON WITH RING}]"
)
_ARTICLE = re.compile("\\b[\N{ARABIC LETTER WAW}\N{ARABIC LETTER BEH}\N{ARABIC LETTER FEH}\N{ARABIC LETTER KAF}]?"
                      "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}\\w")  # fmt: skip

MIXED = 0.008
"""Share of letters that Arabic does not use, above which the definite article must prove the text Arabic."""
ARTICLES = 0.10
"""Share of words with the definite article that any Arabic prose exceeds; Persian, Urdu and Kurdish stay far below."""


def arabic_words(text: str) -> int:
    """Return how many words of a text are in Arabic letters.

    >>> arabic_words("in \N{ARABIC LETTER MEEM}\N{ARABIC LETTER NOON} 7")
    1
    """
    return len(_WORD.findall(text))


def arabic_share(text: str) -> float:
    """Return the share of a text's letters that are Arabic letters, 0 for a text without letters.

    >>> arabic_share("ab\N{ARABIC LETTER MEEM}\N{ARABIC LETTER NOON}")
    0.5
    """
    arabic = len(_ARABIC.findall(text))
    letters = arabic + len(_LATIN.findall(text)) if text.isascii() or arabic * 2 > len(text) else len(_LETTER.findall(text))
    return arabic / letters if letters else 0.0


def is_foreign(text: str) -> bool:
    """Return whether a text in Arabic letters is in another language: Persian, Urdu, Kurdish, Pashto, Uyghur.

    Papers write names with such letters too, and some write every yeh the Persian way, so the definite article has its say.
    """
    letters = len(_ARABIC.findall(text))
    odd = len(_FOREIGN.findall(text))
    if letters == 0 or odd < MIXED * letters:
        return False
    words = arabic_words(text)
    share = len(_ARTICLE.findall(text)) / words
    return share < ARTICLES
