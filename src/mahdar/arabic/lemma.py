"""Which dictionary words may a written word be, for a search that does not mind its form?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

import simplemma

from mahdar.arabic.clitics import BEH, FEH, KAF, PREPOSITIONS, WAW, splits
from mahdar.arabic.letters import ALEF, ARTICLE, LAM, UNSEEN, key
from mahdar.arabic.nisba import HEH, NOON, TEH, YEH
from mahdar.arabic.verbs import SEEN

HAMZA = "\N{ARABIC LETTER HAMZA}"
ALEF_HAMZA, ALEF_HAMZA_BELOW, ALEF_MADDA = (
    "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}",
    "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}",
    "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}",
)
WAW_HAMZA, YEH_HAMZA = "\N{ARABIC LETTER WAW WITH HAMZA ABOVE}", "\N{ARABIC LETTER YEH WITH HAMZA ABOVE}"
TEH_MARBUTA, MAKSURA, MEEM = "\N{ARABIC LETTER TEH MARBUTA}", "\N{ARABIC LETTER ALEF MAKSURA}", "\N{ARABIC LETTER MEEM}"
PRONOUNS = (HEH + MEEM + ALEF, HEH + ALEF, HEH + MEEM, HEH + NOON, KAF + MEEM, NOON + ALEF, NOON + YEH, HEH, KAF, YEH)
"""What a noun or verb may end with: their, her, his, our, your, my; the longer first."""
PLURALS = (ALEF + TEH, WAW + NOON, YEH + NOON, ALEF + NOON)
PERSONS = (YEH, TEH, NOON, ALEF, ALEF_HAMZA)
"""The letters with which a verb in the present begins, after the sin of the future."""
SHORTEST = 3
"""Letters that must be left of a word that the dictionary does not know."""
MAYBE = {
    ALEF: (ALEF, ALEF_HAMZA, ALEF_HAMZA_BELOW, ALEF_MADDA),
    WAW: (WAW, WAW_HAMZA),
    YEH: (YEH, YEH_HAMZA),
}
"""What a hasty hand may have meant by a letter inside a word."""
MAYBE_LAST = {HEH: (TEH_MARBUTA, HEH), YEH: (YEH, MAKSURA), MAKSURA: (MAKSURA, YEH)}
MOST = 64
"""Spellings of one word that are tried."""


class Lemmas:
    """Finds the lemmas of words and remembers those that it has seen."""

    def __init__(self, folding: Mapping[int, str]) -> None:
        self._folding = folding
        self._seen: dict[str, tuple[str, ...]] = {}

    def of(self, written: str) -> tuple[str, ...]:
        """Return the folded lemmas of a word as it is written: one, or two where its spelling leaves a doubt.

        >>> Lemmas({}).of("Minsk")
        ('minsk',)
        """
        found = self._seen.get(written)
        if found is None:
            found = self._seen[written] = tuple(dict.fromkeys(key(lemma, self._folding) for lemma in _lemmas(written)))
        return found


def carried(word: str) -> tuple[str, ...]:
    """Return a folded word bare and after each particle of one letter, and two: how it may begin in a text.

    >>> [form == "x" for form in carried("x")][:2]
    [True, False]
    """
    of = LAM + word[1:] if word.startswith(ARTICLE) else LAM + word
    forms = [word, BEH + word, of, KAF + word]
    return tuple(before + form for before in ("", WAW, FEH) for form in forms)


def _lemmas(written: str) -> Iterator[str]:
    """Give the lemmas of a word, the likeliest first."""
    word = "".join(c for c in unicodedata.normalize("NFC", written) if c not in UNSEEN)
    if not _is_arabic(word):
        yield word
        return
    exact = next((form for form in _readings(word) if _is_known(form)), None)
    doubted: Iterable[str] = (form for reading in _readings(word) for form in _spellings(reading))
    if exact is not None:
        yield _lemma(exact)
        doubted = doubted if word.endswith(HEH) else _other(word, exact)
    meant = next((form for form in doubted if _is_known(form)), None)
    if meant is not None:
        yield _lemma(meant)
        more = next((form for form in _other(word, meant) if _is_known(form)), None) if exact is None else None
        yield from () if more is None else (_lemma(more),)
    elif exact is None:
        yield _bare(word)


def _other(word: str, exact: str) -> Iterator[str]:
    """Give what a known word may be as well: a bare alef may lack its hamza, and of two lams the second may be its own."""
    for prefix, rest in splits(word):
        if prefix.endswith(LAM) and rest.startswith(LAM):
            yield rest
    stem = exact.removeprefix(ARTICLE)
    if stem.startswith(ALEF):
        yield from (form for form in _spellings(stem) if form not in {stem, exact})


def _readings(word: str) -> Iterator[str]:
    """Give what may be left of a word without particles, article, sin of the future and pronoun; the word as it is first."""
    stems = [stem for prefix, rest in splits(word) for stem in _without_article(prefix, rest)]
    yield from stems
    for stem in stems:
        for pronoun in PRONOUNS:
            if stem.endswith(pronoun) and len(stem) - len(pronoun) >= SHORTEST - 1:
                yield from _closed(stem[: -len(pronoun)])
        for ending in PLURALS:
            if stem.endswith(ending) and len(stem) - len(ending) >= SHORTEST:
                yield stem[: -len(ending)] + (TEH_MARBUTA if ending.endswith(TEH) else "")


def _without_article(prefix: str, rest: str) -> Iterator[str]:
    """Give a stem after its particles: without the article, unless the dictionary holds it for a part of the word."""
    if rest.startswith(ARTICLE) and len(rest) >= len(ARTICLE) + 2:
        if _is_known(rest) and _lemma(rest).startswith(ARTICLE):
            yield rest
        yield rest[len(ARTICLE) :]
    if len(rest) >= SHORTEST or not prefix:
        yield rest
    is_verb = all(letter not in PREPOSITIONS for letter in prefix)
    if is_verb and rest.startswith(SEEN) and rest[1:2] in PERSONS and len(rest) > SHORTEST:
        yield rest[1:]


def _closed(stem: str) -> Iterator[str]:
    """Give a stem as it ends when no pronoun follows: open teh, hamza on a seat and long alef go back."""
    if stem.endswith(TEH):
        yield stem[:-1] + TEH_MARBUTA
    elif stem.endswith((WAW_HAMZA, YEH_HAMZA)):
        yield stem[:-1] + HAMZA
    elif stem.endswith(ALEF):
        yield stem[:-1] + MAKSURA
    yield stem


def _spellings(word: str) -> Iterator[str]:
    """Give the careful spellings that a word may stand for, the last letter and the first being doubted first."""
    if len(word) < 2:
        return
    inner = [MAYBE.get(letter, (letter,)) for letter in word[:-1]]
    last = MAYBE_LAST.get(word[-1], MAYBE.get(word[-1], (word[-1],)))
    for number, letters in enumerate(product(*reversed(inner))):
        if number * len(last) >= MOST:
            return
        for end in last:
            yield "".join(reversed(letters)) + end


def _bare(word: str) -> str:
    """Return an unknown word without its article and the particles before that; without article it stays as it is."""
    for _, rest in splits(word):
        if rest.startswith(ARTICLE) and len(rest) >= len(ARTICLE) + SHORTEST:
            return rest[len(ARTICLE) :]
    return word


def _is_known(word: str) -> bool:
    return bool(word) and bool(simplemma.is_known(word, lang="ar"))


def _lemma(word: str) -> str:
    return str(simplemma.lemmatize(word, lang="ar"))


def _is_arabic(word: str) -> bool:
    return all("\N{ARABIC LETTER HAMZA}" <= letter <= "\N{ARABIC LETTER AE}" for letter in word)
