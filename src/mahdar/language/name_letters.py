"""Which letters do names have that words of the language have not?"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from mahdar.arabic.letters import ARTICLE, key

SIZES = (2, 3, 4)
"""Letters in a run that is weighed."""
SELDOM = 5
"""A run of letters that occurs no oftener tells nothing."""
_EDGE = "^"


def letter_weights(names: Iterable[str], folding: Mapping[int, str]) -> dict[str, float]:
    """Return for each run of letters how much likelier it is in a name than in another word of the language (log odds).

    Learnt from our own tables of names against the dictionary of the language.
    """
    borne = {name for name in names if not name.startswith(ARTICLE)}
    words = {key(word, folding) for word in DefaultDictionaryFactory().get_dictionary("ar")} - borne
    in_names, in_words = _counted(borne), _counted(words)
    low, high = 0.5 / max(1, len(borne)), 0.5 / max(1, len(words))
    return {
        run: round(math.log(in_names[run] / len(borne) + low) - math.log(in_words[run] / len(words) + high), 2)
        for run in in_names | in_words
        if in_names[run] + in_words[run] > SELDOM and borne and words
    }


def runs_of(word: str) -> list[str]:
    """Return the runs of letters of a word, its edges marked.

    >>> runs_of("ab")
    ['^a', 'ab', 'b^', '^ab', 'ab^', '^ab^']
    """
    marked = _EDGE + word + _EDGE
    return [marked[at : at + size] for size in SIZES for at in range(len(marked) - size + 1)]


def _counted(words: Iterable[str]) -> Counter[str]:
    """Return in how many words each run of letters stands."""
    return Counter(run for word in words for run in set(runs_of(word)))
