"""Where do the words, numbers and signs of a text stand?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from mahdar.arabic.letters import UNSEEN, bare, fold
from mahdar.records.annotated import Tokens

_UNSEEN = "".join(re.escape(sign) for sign in sorted(UNSEEN))
_TOKEN = re.compile(rf"(?P<w>(?![{_UNSEEN}])[^\W\d_](?:[^\W\d_]|[{_UNSEEN}])*)|(?P<n>\d+)|(?P<b>\n)|(?P<p>[^\s{_UNSEEN}])")
"""A word is a run of letters with their marks (a tatweel alone is none); digits, every sign and a line break are tokens too."""


def tokenize(letters: str, folding: Mapping[int, str]) -> Tokens:
    """Return the tokens of a text, with each word folded and freed of marks; offsets are those of the text as it came.

    >>> tokenize("Abc 12.", {}).words
    ('abc', '12', '.')
    """
    folded = fold(letters, folding)
    starts, ends, words, kinds = [], [], [], []
    for match in _TOKEN.finditer(letters):
        start, end = match.span()
        kind = match.lastgroup or "p"
        starts.append(start)
        ends.append(end)
        kinds.append(kind)
        words.append(bare(folded[start:end]).lower() if kind == "w" else folded[start:end])
    return Tokens(starts=tuple(starts), ends=tuple(ends), words=tuple(words), kinds="".join(kinds))
