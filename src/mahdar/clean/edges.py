"""Which lines above and below a report are furniture by their shape: names, dates, menus, captions?"""

from __future__ import annotations

import re

from mahdar.arabic.clitics import WAW
from mahdar.arabic.script import arabic_words
from mahdar.clean.dateline import is_byline, is_credit, is_outlet_line, opens_with_sender
from mahdar.clean.dates import find_date
from mahdar.clean.layout import Layout, Mark, Marks
from mahdar.clean.lines import Line
from mahdar.clean.site import is_menu, is_outlet_name, is_plain
from mahdar.clean.title import FEWEST, may_be_title
from mahdar.language.page_patterns import PagePatterns

CAPTION = 16
NAMELESS = 8
"""A line of up to so many words without one in Arabic letters is furniture."""
SPARE = 6
"""So many words may stand beside the date on a line that tells when a page was put up."""
TAGS = 12
"""No line of tags has more words."""
RUBRIC = 2
"""A first line of no more words, above a longer headline, names outlet or section."""
_CREDITED = re.compile(r"[(\[]([^()\[\]\n]{2,40})[)\]]\s*$")


def mark_edges(layout: Layout, marks: Marks, patterns: PagePatterns, *, titled: bool) -> None:
    """Mark lines without Arabic wherever they stand, and dates, outlets and bylines above and below the report."""
    for at, line in enumerate(layout.lines):
        if marks[at]:
            continue
        rule = _edge_rule(layout, at, patterns, titled=titled) if line.tokens and layout.is_at(at, "edge") else None
        if rule is None and line.words <= NAMELESS and not arabic_words(line.text):
            rule = "no-arabic"
        if rule:
            marks[at] = Mark("furniture", rule)


def _edge_rule(layout: Layout, at: int, patterns: PagePatterns, *, titled: bool) -> str | None:
    """Return why a line above or below the report is furniture by its shape: a date, an outlet, a byline, a writer's signs.

    A name alone, or a name and a place, is a byline only where the title is known, else it might be the title.
    """
    line = layout.lines[at]
    if line.words <= 16 and line.last != ".":
        date = find_date(line.tokens, patterns.months)
        if date and sum(token.isalnum() for token in line.tokens) - date.words <= SPARE:
            return "date-line"
    if line.words <= 12 and is_menu(line, patterns):
        return "menu-line"
    if line.tokens in layout.titles.outlets or is_outlet_line(line, patterns):
        return "outlet-line"
    if is_byline(line, patterns, titled=titled):
        return "byline"
    if at > layout.last and line.words <= SPARE and all(len(token) <= 2 or token.isdecimal() for token in line.tokens):
        return "signs"
    return "kicker" if titled and _is_kicker(layout, at) else None


def _is_kicker(layout: Layout, at: int) -> bool:
    """Return whether a line right above the first paragraph holds but two to four words: a name, or what a picture shows."""
    line = layout.lines[at]
    plain = all(sign.isalpha() or sign in " ." for sign in line.text)
    return at == layout.first - 1 and layout.lines[layout.first].paragraph and 2 <= line.words <= 4 and plain and line.last != "."


def mark_masthead(layout: Layout, marks: Marks, patterns: PagePatterns) -> None:
    """Mark the first line above a report whose title is not known, where it names the outlet and a longer headline follows."""
    free = [at for at in range(min(layout.first, len(layout.lines))) if marks[at] is None and layout.lines[at].tokens]
    if len(free) < 2:
        return
    line = layout.lines[free[0]]
    longer = any(may_be_title(layout.lines[at]) and layout.lines[at].words > max(line.words, FEWEST) for at in free[1:])
    short = line.words <= RUBRIC and is_plain(line)
    if longer and (short or is_outlet_name(line, patterns.furniture)):
        marks[free[0]] = Mark("furniture", "masthead")


def mark_names(layout: Layout, marks: Marks, patterns: PagePatterns) -> None:
    """Mark the names of outlets between the title and the report."""
    for at in range(min(layout.first, len(layout.lines))):
        if marks[at] is None and is_outlet_name(layout.lines[at], patterns.furniture):
            marks[at] = Mark("furniture", "masthead")


def mark_tags(layout: Layout, marks: Marks) -> None:
    """Mark short lines below the report that say nothing and only repeat words of it: its tags."""
    told = [layout.lines[at].text for at, mark in enumerate(marks) if mark is None or mark.part == "title"]
    for at in range(layout.last + 1, len(layout.lines)):
        line = layout.lines[at]
        if marks[at] is None and 1 < line.words <= TAGS and not line.stopped and is_plain(line):
            others = " " + " ".join(told).replace(line.text, " ", 1)
            if all(f" {word}" in others or f" {word.removeprefix(WAW)}" in others for word in line.text.split()):
                marks[at] = Mark("furniture", "tags-line")


def mark_captions(layout: Layout, marks: Marks, patterns: PagePatterns) -> None:
    """Mark the caption that stands between the title and a report that opens with its sender."""
    at = layout.first - 1
    if at < 0 or layout.first >= len(layout.lines) or marks[at]:
        return
    line = layout.lines[at]
    if line.words <= CAPTION and line.last not in (".", ":") and opens_with_sender(layout.lines[layout.first].text, patterns):
        marks[at] = Mark("furniture", "caption")


def mark_credited(layout: Layout, marks: Marks, patterns: PagePatterns) -> None:
    """Mark lines that end with the credit of a picture in brackets; the title must have been found before."""
    for at, line in enumerate(layout.lines):
        if marks[at] is None and line.words <= CAPTION and not line.stopped and _is_credited(line, patterns):
            marks[at] = Mark("furniture", "caption")


def _is_credited(line: Line, patterns: PagePatterns) -> bool:
    """Return whether a line ends with the credit of a picture in brackets: an outlet, or «agencies»."""
    found = _CREDITED.search(line.text)
    return bool(found and found.start() and is_credit(found.group(1), patterns))
