"""Which shorter words may a written word hold, after the particles that Arabic writes onto it?"""

from __future__ import annotations

from mahdar.arabic.letters import ARTICLE, LAM

WAW, FEH, BEH, KAF = (
    "\N{ARABIC LETTER WAW}",
    "\N{ARABIC LETTER FEH}",
    "\N{ARABIC LETTER BEH}",
    "\N{ARABIC LETTER KAF}",
)
CONJUNCTIONS = (WAW, FEH)
PREPOSITIONS = (BEH, LAM, KAF)


def splits(word: str) -> tuple[tuple[str, str], ...]:
    """Return every (prefix, rest) that a folded word may be, the whole word first; the article stays with the rest.

    The prefix of «for the» (two lams written together) is both lams, and the rest gets its article back.
    """
    found = [("", word)]
    if len(word) < 3:
        return tuple(found)
    _add_prepositions(word, "", found)
    if word[0] in CONJUNCTIONS:
        rest = word[1:]
        found.append((word[0], rest))
        _add_prepositions(rest, word[0], found)
    return tuple(found)


def _add_prepositions(word: str, before: str, found: list[tuple[str, str]]) -> None:
    """Append the readings of a word that begins with a preposition of one letter."""
    if len(word) < 3 or word[0] not in PREPOSITIONS:
        return
    if word.startswith(LAM + LAM):
        found.append((before + LAM + LAM, ARTICLE + word[2:]))
    found.append((before + word[0], word[1:]))
