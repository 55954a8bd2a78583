"""Where was a report sent from, by whom, and for which outlet?"""

from __future__ import annotations

import re
from typing import NamedTuple

from mahdar.clean.lines import Line
from mahdar.language.page_patterns import PagePatterns

_DASH = "[-\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}]"
_TATWEEL = "\N{ARABIC TATWEEL}"
_SENDER = re.compile(rf"([^()\n]{{0,70}}?)\s*\(\s*([^()\n]{{2,24}}?)\s*\)\s*(?:{_DASH}{{1,3}}|{_TATWEEL}|:)\s*")
_QUOTED = re.compile(r"([^:«»\"“”()\n]{2,40}?)\s*:\s*[«\"“(]\s*([^»\"”)\n]{2,24}?)\s*[»\"”)]\s*")
_SPLIT = re.compile(rf"(?:\s+{_DASH}+\s*|{_DASH}+\s+|\s+{_TATWEEL}+\s+|\s*[|/]\s*)")
_BETWEEN = re.compile(r"[\N{ARABIC COMMA},]")
_DIGIT = re.compile(r"\d")
_SPACE = re.compile(r"\s")
_TRAIL = " ,-\N{ARABIC COMMA}\N{EN DASH}\N{EM DASH}" + _TATWEEL
REACH = 110
"""No opening is longer."""
SENDER = 3
"""The name of a sender that is not listed has no more words."""
PLACE, NAME = 5, 4
"""Most words of a place, and of a person's name."""


class Opening(NamedTuple):
    """How a report opens, from its first letter up to `end`: what tells its place, sender and writer, as runs of the line."""

    end: int
    place: tuple[int, int] | None
    outlet: tuple[int, int] | None
    writer: tuple[int, int] | None


def find_opening(text: str, patterns: PagePatterns) -> Opening | None:
    """Return the dateline that a paragraph opens with; None where it begins at once."""
    head = text[:REACH]
    sender = _sender(head, patterns)
    if sender and len(sender.group(1).split()) <= 2 * PLACE:
        return Opening(sender.end(), _place(head, sender.span(1)), sender.span(2), None)
    quoted = _QUOTED.match(head)
    if quoted and _kind(quoted.group(1), patterns) == "place" and is_outlet(quoted.group(2), patterns):
        return Opening(quoted.end(), quoted.span(1), quoted.span(2), None)
    return _dashed(head, patterns)


def opens_with_sender(text: str, patterns: PagePatterns) -> bool:
    """Return whether a paragraph opens with a place and, in brackets, the agency or channel that sent it."""
    return _sender(text[:REACH], patterns) is not None


def _sender(head: str, patterns: PagePatterns) -> re.Match[str] | None:
    """Return a place and, in brackets, its sender: one that is listed, or a short name after a place and day that are known."""
    found = _SENDER.match(head)
    if found is None or is_outlet(found.group(2), patterns):
        return found
    place = _place(head, found.span(1))
    known = place is not None and _kind(head[slice(*place)], patterns) == "place"
    return found if known and len(found.group(2).split()) <= SENDER else None


def is_outlet_line(line: Line, patterns: PagePatterns) -> bool:
    """Return whether a line is nothing but the name of an outlet."""
    return line.words <= PLACE and tuple(token for token in line.tokens if token not in ":|") in patterns.outlets.names


def is_byline(line: Line, patterns: PagePatterns, *, titled: bool) -> bool:
    """Return whether a short line names nothing but writer, outlet and place, with dashes between them.

    A name before a place is enough only where the page's title is known.
    """
    if line.words > 10 or line.last == ".":
        return False
    parts = _parts(line.text)
    if len(parts) not in (2, 3):
        return False
    known = [_kind(line.text[first:last], patterns) for first, last in parts]
    short = all(len(line.text[first:last].split()) <= NAME for first, last in parts)
    signed = "outlet" in known or any(_is_label(line.text[first:last], patterns) for first, last in parts)
    placed = (known[0] == "place" and len(parts) == 2 and line.words <= 6) or (titled and known[-1] == "place")
    return short and (signed or (placed and known.count("place") == 1))


def _is_label(words: str, patterns: PagePatterns) -> bool:
    """Return whether words tell, without a name, who wrote a report: "by", "agencies", "follow-up"."""
    tokens = patterns.furniture.tokens(words)
    phrases = patterns.furniture.starts.get(tokens[0], ()) if tokens else ()
    return any(p.tokens in (tokens, (*tokens, ":")) and p.rule.id.startswith(("source", "byline")) for p in phrases)


def _dashed(head: str, patterns: PagePatterns) -> Opening | None:
    """Return an opening whose parts stand between dashes: a known place or outlet first, and others before the last dash."""
    parts = _parts(head)[:4]
    if len(parts) < 2:
        return None
    kinds = [_kind(head[first:last], patterns) for first, last in parts]
    short = [_may_sign(head[first:last], patterns) for first, last in parts]
    last = 0
    for number in range(len(parts) - 1):
        if kinds[number] is None and not (number and short[number]):
            break
        last = number + 1
    if not last or not any(kinds[:last]):
        return None
    agency = _sender_end(head, parts[last], patterns) if kinds[last - 1] == "place" else None
    if agency:
        return Opening(agency + 1, parts[last - 1], (parts[last][0], agency), None)
    whole = kinds[:last]
    place = next((parts[at] for at in range(last) if whole[at] == "place"), None)
    outlet = next((parts[at] for at in range(last) if whole[at] == "outlet"), None)
    writer = next((parts[at] for at in range(last) if whole[at] is None and len(head[slice(*parts[at])].split()) <= NAME), None)
    if place is None and outlet == parts[last - 1] and last == 2 and writer == parts[0]:
        place, writer = writer, None
    return Opening(parts[last][0], place, outlet, writer)


def _may_sign(words: str, patterns: PagePatterns) -> bool:
    """Return whether words between two dashes may name a writer: few, or an outlet with a few more."""
    count = len(words.split())
    tokens = patterns.furniture.tokens(words)
    signed = any(tokens[:width] in patterns.outlets.names or tokens[:width] in patterns.places for width in (1, 2, 3))
    return count <= NAME or (count <= NAME + 2 and signed)


def _parts(text: str) -> list[tuple[int, int]]:
    """Return the runs of a line between its dashes and bars."""
    parts, start = [], 0
    for found in _SPLIT.finditer(text):
        if found.start() > start:
            parts.append((start, found.start()))
        start = found.end()
    if start < len(text):
        parts.append((start, len(text)))
    return parts


def _kind(words: str, patterns: PagePatterns) -> str | None:
    """Return whether words name a place or an outlet, None where they are neither."""
    tokens = patterns.furniture.tokens(words)
    if tokens in patterns.places:
        return "place"
    if is_outlet(words, patterns):
        return "outlet"
    parts = [patterns.furniture.tokens(part) for part in _BETWEEN.split(words)]
    return "place" if len(parts) > 1 and all(part in patterns.places for part in parts) else None


def is_outlet(words: str, patterns: PagePatterns) -> bool:
    """Return whether words name one or more outlets and nothing else."""
    tokens = patterns.furniture.tokens(words)
    names = patterns.outlets.names
    if tokens in names:
        return True
    at = 0
    while at < len(tokens):
        width = next((width for width in range(6, 0, -1) if tokens[at : at + width] in names), 0)
        if not width:
            return False
        at += width
    return bool(tokens)


def is_credit(words: str, patterns: PagePatterns) -> bool:
    """Return whether words in brackets tell whose a picture or a report is."""
    return (credit_rule(words, patterns) or "").startswith(("credit", "source", "photo"))


def credit_rule(words: str, patterns: PagePatterns) -> str | None:
    """Return the rule by which words in brackets are furniture: they name outlets, or are a phrase of their own."""
    if is_outlet(words, patterns):
        return "credit"
    tokens = patterns.furniture.tokens(words)
    phrases = patterns.furniture.starts.get(tokens[0], ()) if tokens else ()
    return next((phrase.rule.id for phrase in phrases if phrase.tokens == tokens), None)


def _place(head: str, run: tuple[int, int]) -> tuple[int, int] | None:
    """Return a place without the day, the dash or the comma that stands after it; None where nothing is left."""
    digit = _DIGIT.search(head, *run)
    end = digit.start() if digit else run[1]
    words = head[run[0] : end].rstrip(_TRAIL)
    return (run[0], run[0] + len(words)) if words else None


def _sender_end(head: str, run: tuple[int, int], patterns: PagePatterns) -> int | None:
    """Return where the agency's name ends that a run of words begins with, None where it begins with none."""
    spaces = [found.start() for found in _SPACE.finditer(head, *run)][:NAME]
    for end in reversed(spaces):
        if patterns.outlets.names.get(patterns.furniture.tokens(head[run[0] : end])) in patterns.outlets.agencies:
            return end
    return None


def place_of(text: str, patterns: PagePatterns) -> tuple[int, int] | None:
    """Return the place in a byline, None where it names none."""
    return next((run for run in _parts(text) if _kind(text[slice(*run)], patterns) == "place"), None)


def writer_of(text: str, patterns: PagePatterns) -> tuple[int, int] | None:
    """Return the name of two words or more in a byline, after its colon or beside place and paper; an agency has no writer."""
    start = text.find(":") + 1
    runs = [(start + first, start + last) for first, last in _parts(text[start:])]
    outlets = [patterns.outlets.names.get(patterns.furniture.tokens(text[first:last])) for first, last in runs]
    if any(outlet in patterns.outlets.agencies for outlet in outlets):
        return None
    for first, last in runs:
        name = text[first:last].strip(_TRAIL + "*")
        if 2 <= len(name.split()) <= NAME + 1 and not set(name) & set(":()") and _kind(name, patterns) is None:
            at = text.index(name, first)
            return at, at + len(name)
    return None
