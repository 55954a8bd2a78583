"""Which wordings recur in what is said on different days: the formulae that nobody has listed?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from mahdar.arabic.lemma import Lemmas
from mahdar.arabic.tokens import tokenize
from mahdar.language.language import Language
from mahdar.language.patterns import find
from mahdar.records.annotated import Hit
from mahdar.records.value import Span

SHORTEST, LONGEST = 3, 9
"""Words of a formula."""
PLAIN = 2
"""Words of a formula that are neither names nor particles."""
LEAST = 3
"""Occasions on which a wording must be used."""
INSIDE = 0.6
"""Share of the uses of a wording that may lie inside a longer one before it is no formula of its own."""
RETOLD = 0.5
"""Share of words by which two sayings are one that is told again."""
NAMES = frozenset({"state", "nisba", "org"})
CUTS = frozenset({"person", "role", "post", "relay", "city"})
"""Kinds of words that no formula holds: people, their offices, media, places."""
OPEN = frozenset({"function.ordinary", "function.day", "function.adverb"})
"""Entries among the closed classes that are words of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What somebody is reported to have said: the claim and its article, the letters and where they stand, who and when."""

    claim_id: str
    article_id: str
    letters: str
    start: int
    sides: tuple[str, ...]
    speaker: str | None
    day: str | None

    def occasion(self) -> tuple[tuple[str, ...], str] | None:
        """Return what makes two reports one occasion: the same sides on the same day, however many outlets tell it.

        A report of unknown day may tell of any, and makes none.
        """
        return (self.sides, self.day) if self.day else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """One use of a formula: who says it in which claim, and the letters of the article that it takes."""

    spoken: Spoken
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A wording that recurs, as it was first written, its uses in order of their days, and on how many occasions."""

    words: str
    uses: tuple[Used, ...]
    occasions: int
    silent: int
    """Later occasions on which those who used it spoke without it."""

    def days(self) -> int:
        """Return on how many days it was used."""
        return len({use.spoken.day for use in self.uses if use.spoken.day})

    def sides(self) -> tuple[str, ...]:
        """Return all who used it, the first first."""
        return tuple(dict.fromkeys(side for use in self.uses for side in use.spoken.sides))


class _Word(NamedTuple):
    lemma: str
    start: int
    end: int
    sort: str
    """plain, name, particle."""


class _Place(NamedTuple):
    run: int
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Words between two signs, names of people or line breaks, of one saying."""

    spoken: Spoken
    words: tuple[_Word, ...]

    def lemmas(self, first: int, size: int) -> tuple[str, ...]:
        return tuple(word.lemma for word in self.words[first : first + size])


def find_formulae(spoken: Sequence[Spoken], language: Language, *, least: int = LEAST) -> tuple[Formula, ...]:
    """Return the wordings that recur on `least` occasions or more, in whatever inflection; the most used first."""
    lemmas = Lemmas(language.folding)
    runs = [run for one in spoken for run in _runs(one, language, lemmas)]
    found: dict[tuple[str, ...], list[_Place]] = {}
    for size, places in _recurring(runs, least):
        found.update({wording: held for wording, held in places.items() if _is_formula(runs[held[0].run], held[0].first, size)})
    kept = _without_parts(found, runs)
    said = _lemmas_of(runs)
    formulae = [_formula(wording, places, runs, said) for wording, places in kept.items()]
    often = [_with_silence(one, spoken) for one in formulae if one.occasions >= least and one.days() > 1]
    return tuple(sorted(often, key=lambda one: (-one.occasions, -len(one.words), one.words)))


def _runs(one: Spoken, language: Language, lemmas: Lemmas) -> Iterator[_Run]:
    """Give the runs of words of a saying."""
    tokens = tokenize(one.letters, language.folding)
    sorts = ["plain" if kind == "w" else "cut" for kind in tokens.kinds]
    for hit in find(language.trie, tokens.words, tokens.kinds):
        sort = _sort_of(hit)
        for place in range(hit.first, hit.last) if sort else ():
            sorts[place] = min(sorts[place], sort, key=("cut", "name", "particle", "plain").index)
    words: list[_Word] = []
    for place, sort in enumerate((*sorts, "cut")):
        if sort != "cut":
            written = one.letters[tokens.starts[place] : tokens.ends[place]]
            words.append(_Word(lemmas.of(written)[0], tokens.starts[place], tokens.ends[place], sort))
        elif words:
            yield _Run(spoken=one, words=tuple(words))
            words = []


def _sort_of(hit: Hit) -> str:
    """Return what a hit makes of a word, empty where it leaves it as it is."""
    if hit.kind in CUTS:
        return "cut"
    if hit.kind in NAMES:
        return "name"
    return "particle" if hit.kind == "function" and hit.entry not in OPEN else ""


def _recurring(runs: Sequence[_Run], least: int) -> Iterator[tuple[int, dict[tuple[str, ...], list[_Place]]]]:
    """Give, for each number of words, the wordings that recur; longer ones are only looked for where a shorter one recurs."""
    open_places = [_Place(number, first) for number, run in enumerate(runs) for first in range(len(run.words) - SHORTEST + 1)]
    for size in range(SHORTEST, LONGEST + 1):
        by_words: dict[tuple[str, ...], list[_Place]] = {}
        for place in open_places:
            if place.first + size <= len(runs[place.run].words):
                by_words.setdefault(runs[place.run].lemmas(place.first, size), []).append(place)
        kept = {wording: places for wording, places in by_words.items() if len(_occasions(places, runs)) >= least}
        if not kept:
            return
        yield size, kept
        open_places = [place for places in kept.values() for place in places]


def _occasions(places: Sequence[_Place], runs: Sequence[_Run]) -> set[tuple[tuple[str, ...], str]]:
    return {occasion for place in places if (occasion := runs[place.run].spoken.occasion())}


def _is_formula(run: _Run, first: int, size: int) -> bool:
    """Return True for a wording that neither begins nor ends with a particle and holds plain words enough."""
    words = run.words[first : first + size]
    if "particle" in {words[0].sort, words[-1].sort}:
        return False
    return sum(word.sort == "plain" for word in words) >= PLAIN and sum(word.sort != "particle" for word in words) >= SHORTEST


def _without_parts(found: dict[tuple[str, ...], list[_Place]], runs: Sequence[_Run]) -> dict[tuple[str, ...], list[_Place]]:
    """Return the wordings that are not mostly used inside a longer one."""
    kept: dict[tuple[str, ...], list[_Place]] = {}
    covered: set[tuple[int, int]] = set()
    for wording, places in sorted(found.items(), key=lambda one: (-len(one[0]), one[0])):
        spots = [range(place.first, place.first + len(wording)) for place in places]
        inside = sum(all((place.run, word) in covered for word in spot) for place, spot in zip(places, spots, strict=True))
        if inside / len(places) < INSIDE:
            kept[wording] = places
            covered.update((place.run, word) for place, spot in zip(places, spots, strict=True) for word in spot)
    return kept


def _lemmas_of(runs: Sequence[_Run]) -> dict[str, frozenset[str]]:
    """Return the plain words of each saying."""
    said: dict[str, set[str]] = {}
    for run in runs:
        said.setdefault(run.spoken.claim_id, set()).update(word.lemma for word in run.words if word.sort == "plain")
    return {claim: frozenset(words) for claim, words in said.items()}


def _formula(
    wording: tuple[str, ...], places: Sequence[_Place], runs: Sequence[_Run], said: Mapping[str, frozenset[str]]
) -> Formula:
    """Return a wording with its uses; a saying that is told again days later is no other occasion."""
    uses = tuple(sorted((_used(runs[place.run], place.first, len(wording)) for place in places), key=_order))
    first = uses[0]
    begin = first.span.start - first.spoken.start
    words = first.spoken.letters[begin : begin + first.span.end - first.span.start]
    apart: dict[tuple[tuple[str, ...], str], frozenset[str]] = {}
    for use in uses:
        rest, occasion = said[use.spoken.claim_id] - set(wording), use.spoken.occasion()
        if occasion and occasion not in apart and not any(_is_retold(rest, other) for other in apart.values()):
            apart[occasion] = rest
    return Formula(words=words, uses=uses, occasions=len(apart), silent=0)


def _is_retold(words: frozenset[str], others: frozenset[str]) -> bool:
    """Return True where two sayings share most of what they say beside a formula."""
    return bool(words and others) and len(words & others) / min(len(words), len(others)) >= RETOLD


def _with_silence(formula: Formula, spoken: Sequence[Spoken]) -> Formula:
    """Return a formula with the later occasions on which those who used it spoke without it."""
    days = [use.spoken.day for use in formula.uses if use.spoken.day]
    users = set(formula.sides())
    later = {one.occasion() for one in spoken if one.day and one.day > max(days) and users & set(one.sides)}
    return replace(formula, silent=len(later))


def _used(run: _Run, first: int, size: int) -> Used:
    start = run.spoken.start
    return Used(spoken=run.spoken, span=Span(start=start + run.words[first].start, end=start + run.words[first + size - 1].end))


def _order(use: Used) -> tuple[str, str, int]:
    """Return the place of a use among others: by day, those of unknown day last."""
    return use.spoken.day or "~", use.spoken.article_id, use.span.start
