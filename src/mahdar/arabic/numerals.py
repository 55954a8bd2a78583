"""Which number do figures stand for?"""

from __future__ import annotations


def figures(word: str, most: int) -> int | None:
    """Return the number of at most `most` digits that a folded word stands for, None where it is none.

    >>> figures("07", 2), figures("2024", 2), figures("ab", 2)
    (7, None, None)
    """
    return int(word) if word.isascii() and word.isdigit() and len(word) <= most else None
