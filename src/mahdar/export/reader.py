"""In which language, digits and month names does somebody read?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["ar", "en"]
Digits = Literal["latn", "arab"]
Months = Literal["yulyu", "tammuz", "both"]

_ARABIC_INDIC = {ord(str(value)): chr(ord("\N{ARABIC-INDIC DIGIT ZERO}") + value) for value in range(10)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A reader's settings; `months` tells which of the two Arabic sets of month names they use."""

    lang: Language = "ar"
    digits: Digits = "latn"
    months: Months = "yulyu"

    def number(self, value: int | str) -> str:
        """Return a number, or words that hold numbers, in the reader's digits.

        >>> Reader(lang="en", digits="arab").number(12)
        '12'
        """
        shown = str(value)
        return shown.translate(_ARABIC_INDIC) if self.digits == "arab" and self.lang == "ar" else shown
