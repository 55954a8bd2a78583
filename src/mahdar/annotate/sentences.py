"""Where does a sentence begin and end, and is it title, content or furniture?"""

from __future__ import annotations

from mahdar.records.annotated import Quote, Sentence, Tokens
from mahdar.records.text import Label, Part, Text

STOPS = frozenset(".!?\N{ARABIC QUESTION MARK}\N{ARABIC FULL STOP}\N{HORIZONTAL ELLIPSIS}")

INITIAL = 3
"""Letters that the name of a letter has at most."""


def find_sentences(text: Text, tokens: Tokens, quotes: tuple[Quote, ...]) -> tuple[Sentence, ...]:
    """Return the sentences in order.

    A line break always ends one; a stop ends one outside whole quotations, unless it belongs to an abbreviation of single
    letters (a.f.p.), to their names, or to a number, or stands doubled as headlines use it.
    """
    inside = _quoted(tokens, quotes)
    parts = _parts(text.labels, tokens)
    found: list[Sentence] = []
    first = 0
    for place in range(len(tokens) + 1):
        ends = place == len(tokens) or tokens.kinds[place] == "b" or (place > first and parts[place] != parts[place - 1])
        if ends:
            _append(found, tokens, parts, (first, place))
            first = place + 1 if place < len(tokens) and tokens.kinds[place] == "b" else place
        elif place not in inside and _is_stop(tokens, place):
            _append(found, tokens, parts, (first, place + 1))
            first = place + 1
    return tuple(found)


def sentence_numbers(tokens: Tokens, sentences: tuple[Sentence, ...]) -> tuple[int, ...]:
    """Return for each token the number of its sentence, -1 where it is in none."""
    numbers = [-1] * len(tokens)
    for number, sentence in enumerate(sentences):
        numbers[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
    return tuple(numbers)


def _append(found: list[Sentence], tokens: Tokens, parts: list[Part], limits: tuple[int, int]) -> None:
    """Append the sentence of tokens [first, last) if it holds a word or number."""
    first, last = limits
    while first < last and tokens.kinds[first] == "b":
        first += 1
    if any(tokens.kinds[place] in "wn" for place in range(first, last)):
        found.append(Sentence(first=first, last=last, part=parts[first]))


def _quoted(tokens: Tokens, quotes: tuple[Quote, ...]) -> set[int]:
    """Return the places inside whole quotations, where a stop ends no sentence of the report."""
    return {place for quote in quotes if quote.closed for place in range(quote.first, quote.last)}


def _is_stop(tokens: Tokens, place: int) -> bool:
    """Return True where the sign at `place` ends a sentence."""
    if tokens.words[place] not in STOPS:
        return False
    if tokens.words[place] != ".":
        return True
    before = tokens.words[place - 1] if place else ""
    after = tokens.words[place + 1] if place + 1 < len(tokens) else ""
    if before == "." or after == ".":
        return after != "." and place >= 2 and tokens.words[place - 2] == "."
    glued = place + 1 < len(tokens) and tokens.starts[place + 1] == tokens.ends[place]
    if before.isdigit() and after.isdigit() and glued:
        return False
    single = len(before) == 1 and before.isalpha()
    return not single and not _in_initials(tokens, place)


def _in_initials(tokens: Tokens, place: int) -> bool:
    """Return True for a stop inside initials that are spelled out (c.n.n. as «see.en.en.»), or behind them before a mark."""

    def glued(at: int) -> bool:
        return 0 < at < len(tokens) - 1 and tokens.words[at] == "." and tokens.starts[at + 1] == tokens.ends[at]

    def short(at: int) -> bool:
        return 0 <= at < len(tokens) and tokens.kinds[at] == "w" and len(tokens.words[at]) <= INITIAL

    if not short(place - 1) or not glued(place):
        return False
    return (short(place + 1) and glued(place + 2)) or (glued(place - 2) and short(place - 3) and tokens.kinds[place + 1] != "b")


def _parts(labels: tuple[Label, ...], tokens: Tokens) -> list[Part]:
    """Return for each token the part of the page that its label names."""
    parts: list[Part] = []
    number = 0
    for start in tokens.starts:
        while number + 1 < len(labels) and labels[number].span.end <= start:
            number += 1
        parts.append(labels[number].part if labels else "content")
    return parts
