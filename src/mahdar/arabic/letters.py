"""Which letters does the reader hold for one another, and which does it not see at all?"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

TATWEEL = "\N{ARABIC TATWEEL}"
ALEF = "\N{ARABIC LETTER ALEF}"
LAM = "\N{ARABIC LETTER LAM}"
ARTICLE = ALEF + LAM
MARK_RANGES = ((0x0610, 0x061A), (0x064B, 0x065F), (0x06D6, 0x06DC), (0x06DF, 0x06E8), (0x06EA, 0x06ED))
MARKS = frozenset(
    [*(chr(c) for low, high in MARK_RANGES for c in range(low, high + 1)), "\N{ARABIC LETTER SUPERSCRIPT ALEF}", TATWEEL]
)
INVISIBLE = frozenset("\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}")
BIDI = frozenset(chr(c) for c in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
UNSEEN = MARKS | INVISIBLE | BIDI


def folding(pairs: Mapping[str, str]) -> dict[int, str]:
    """Return a table for `fold`: the given letters, digits of every script as ASCII, and unseen signs as tatweel.

    >>> folding({})[ord("\N{ARABIC-INDIC DIGIT FIVE}")]
    '5'
    """
    table = {ord(source): target for source, target in pairs.items()}
    for first in ("\N{ARABIC-INDIC DIGIT ZERO}", "\N{EXTENDED ARABIC-INDIC DIGIT ZERO}"):
        table.update({ord(first) + value: str(value) for value in range(10)})
    table.update({ord(sign): TATWEEL for sign in UNSEEN})
    return table


def fold(text: str, table: Mapping[int, str]) -> str:
    """Return the text with look-alike letters folded one for one, so that every offset stays valid.

    >>> len(fold("abc", {}))
    3
    """
    return text.translate(table)


def bare(folded: str) -> str:
    """Return a folded word without the signs that a reader does not see.

    >>> bare("a\N{ARABIC TATWEEL}b")
    'ab'
    """
    return folded.replace(TATWEEL, "") if TATWEEL in folded else folded


def key(word: str, table: Mapping[int, str]) -> str:
    """Return the form under which a word is looked up."""
    return bare(fold(unicodedata.normalize("NFC", word), table)).lower()
