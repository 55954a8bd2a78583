"""Which lines of a page are the report, and which are furniture around it?"""

from __future__ import annotations

from mahdar.clean.dateline import opens_with_sender
from mahdar.clean.edges import mark_captions, mark_credited, mark_edges, mark_masthead, mark_names, mark_tags
from mahdar.clean.layout import Layout, Mark, Marks
from mahdar.clean.lines import Line
from mahdar.clean.title import Titles, find_title, first_headline, is_title
from mahdar.language.furniture import NUMBER, FurnitureRule, FurnitureRules, Phrase, fits
from mahdar.language.page_patterns import PagePatterns

HEADLINE = 20
"""No headline has more words."""
RELATED = (4, 13)
"""Fewest and most words of a headline that stands between two paragraphs."""
ALONE = 2
"""Of more lines that stand alone between paragraphs each is a heading."""
BULLETS = tuple("-•*–—▪●◦·ـ0123456789") + tuple(chr(0x0660 + digit) for digit in range(10))


def mark_lines(lines: tuple[Line, ...], titles: Titles, patterns: PagePatterns) -> tuple[Mark, ...]:
    """Return what each line is: the title, content, or furniture with the rule that says so."""
    rules = patterns.furniture
    marks: Marks = [None] * len(lines)
    if titles.first:
        marks[0] = Mark("title", "title")
    found = [_phrase(line, rules) if line.tokens else () for line in lines]
    _mark_blocks(lines, marks)
    layout = _layout(lines, marks, found, titles)
    chosen = [next((rule for rule in some if layout.is_at(at, rule.position)), None) for at, some in enumerate(found)]
    title = find_title(
        lines, [mark is None and rule is None for mark, rule in zip(marks, chosen, strict=True)], layout.first, titles
    )
    _mark_phrases(layout, marks, chosen, title)
    _mark_title(layout, marks, title, patterns)
    mark_edges(layout, marks, patterns, titled=title is not None)
    if title is None:
        mark_masthead(layout, marks, patterns)
        _mark_title(layout, marks, first_headline(lines, [mark is None for mark in marks], layout.first), patterns)
    mark_credited(layout, marks, patterns)
    mark_tags(layout, marks)
    _mark_runs(layout, marks, patterns)
    return tuple(mark or Mark("content", "body") for mark in marks)


def _phrase(line: Line, rules: FurnitureRules) -> tuple[FurnitureRule, ...]:
    """Return the rules whose phrases stand in a line, wherever on the page it is; a long sentence with a full stop has none."""
    tokens = line.tokens
    numbered = NUMBER if tokens[0].isdigit() else tokens[0]
    found = []
    for phrase in (*rules.starts.get(tokens[0], ()), *(rules.starts.get(NUMBER, ()) if numbered == NUMBER else ())):
        if fits(phrase.tokens, tokens, 0) and _is_whole(phrase, tokens):
            found.append(phrase.rule)
    for phrase in rules.ends.get(tokens[-1], ()):
        if _ends_with(tokens, phrase.tokens):
            found.append(phrase.rule)
    sentence = line.last == "." and line.words > 8
    found = [] if sentence else [rule for rule in found if line.words <= rule.max_words]
    for at, token in enumerate(tokens):
        for phrase in rules.inside.get(token, ()):
            if line.words <= phrase.rule.max_words and fits(phrase.tokens, tokens, at):
                found.append(phrase.rule)
    return tuple(found)


def _ends_with(tokens: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Return whether a line ends with a phrase; one of several words may be glued to the word before it."""
    at = len(tokens) - len(phrase)
    if fits(phrase, tokens, at):
        return True
    return at >= 0 and len(phrase) > 2 and tokens[at].endswith(phrase[0]) and fits(phrase[1:], tokens, at + 1)


def _is_whole(phrase: Phrase, tokens: tuple[str, ...]) -> bool:
    """Return whether a phrase that must be the whole line is; a colon at its end does not count."""
    if phrase.rule.where != "line":
        return True
    rest = tokens[len(phrase.tokens) :]
    return not rest or rest == (":",)


def _mark_blocks(lines: tuple[Line, ...], marks: Marks) -> None:
    """Mark the blocks of an HTML page that its tags, links and trafilatura together hold for furniture.

    Prose that trafilatura left out counts only between the heading and the last that it kept; elsewhere it is of other reports.
    """
    kept = [at for at, line in enumerate(lines) if line.block and line.block.kept and line.paragraph] or [0, len(lines)]
    first = min(kept[0], *(at for at, line in enumerate(lines) if line.block and line.block.tag == "h1"), len(lines))
    for at, line in enumerate(lines):
        block = line.block
        if block is None or marks[at]:
            continue
        prose = line.paragraph and block.links < 0.3 and first <= at <= kept[-1]
        votes = block.kept + prose - bool(block.rule) - (block.links > 0.5)
        if votes < 1 and block.tag != "h1":
            marks[at] = Mark("furniture", block.rule or ("block.links" if block.links > 0.5 else "block.outside"))


def _layout(lines: tuple[Line, ...], marks: Marks, found: list[tuple[FurnitureRule, ...]], titles: Titles) -> Layout:
    """Return the first and last paragraph; where no line is one, the longest line stands for both."""
    free = [at for at in range(len(lines)) if marks[at] is None]
    body = [at for at in free if lines[at].paragraph and not any(rule.max_words >= lines[at].words for rule in found[at])]
    if not body and free:
        body = [max(free, key=lambda at: (lines[at].words, -at))]
    first, last = (body[0], body[-1]) if body else (len(lines), len(lines))
    return Layout(lines, first, last, titles)


def _mark_phrases(layout: Layout, marks: Marks, chosen: list[FurnitureRule | None], title: int | None) -> None:
    """Mark the lines that hold a phrase, and what each takes with it; a line that is the title is never taken."""
    for at, rule in enumerate(chosen):
        if rule is None or at == title or (marks[at] and marks[at] != Mark("furniture", "headlines")):
            continue
        marks[at] = Mark("furniture", rule.id)
        for taken in _taken(layout, rule, at):
            same = title is not None and is_title(layout.lines[taken], layout.lines[title].tokens)
            if taken != title and not same and marks[taken] is None:
                marks[taken] = Mark("furniture", rule.id)


def _taken(layout: Layout, rule: FurnitureRule, at: int) -> range:
    """Return which lines after it a rule takes along."""
    after = at + 1
    if rule.takes == "rest":
        return range(after, len(layout.lines))
    most = {"line": 0, "next": 1, "headlines": 8}[rule.takes]
    end = after
    while end < len(layout.lines) and end - after < most and _is_headline(layout.lines[end]):
        end += 1
    return range(after, end)


def _is_headline(line: Line) -> bool:
    """Return whether a line may be a headline: short, and no sentence with a full stop or colon at its end."""
    return line.words <= HEADLINE and line.last not in (".", ":") and not line.paragraph


def _mark_title(layout: Layout, marks: Marks, title: int | None, patterns: PagePatterns) -> None:
    """Mark the title, the lines that print it once more, and the outlet's name and the caption below it."""
    if title is None:
        return
    marks[title] = Mark("title", "title")
    names = (layout.lines[title].tokens, *layout.titles.names)
    for at, line in enumerate(layout.lines):
        if line.tokens and marks[at] is None and any(is_title(line, name) for name in names):
            marks[at] = Mark("furniture", "title-again")
    mark_names(layout, marks, patterns)
    mark_captions(layout, marks, patterns)


def _mark_runs(layout: Layout, marks: Marks, patterns: PagePatterns) -> None:
    """Mark headlines of other reports that were printed between two paragraphs.

    In the dispatch of an agency or channel even one is such; but where many stand alone they are headings of the report itself.
    """
    lines = layout.lines
    first = next((at for at in range(layout.first, len(lines)) if marks[at] is None), len(lines))
    wired = first < len(lines) and opens_with_sender(lines[first].text, patterns)
    runs: list[tuple[int, int]] = []
    at = layout.first + 1
    while at < layout.last:
        end = at
        while end < layout.last and marks[end] is None and _is_related(lines[end]):
            end += 1
        if end > at and _is_run(layout, at, end, wired=wired):
            runs.append((at, end))
        at = max(end, at + 1)
    alone = sum(end - at == 1 for at, end in runs)
    for at, end in runs:
        if end - at > 1 or alone <= ALONE:
            marks[at:end] = [Mark("furniture", "related-run")] * (end - at)


def _is_related(line: Line) -> bool:
    """Return whether a line between paragraphs may be the headline of another report."""
    few, most = RELATED
    plain = not line.text.startswith(BULLETS) and line.last not in (".", ":", ",", "\N{ARABIC COMMA}", "\N{ARABIC SEMICOLON}")
    return few <= line.words <= most and plain and not line.paragraph


def _is_run(layout: Layout, at: int, end: int, *, wired: bool) -> bool:
    """Return whether headlines [at, end) interrupt the report: two to four after a paragraph and a gap, before a paragraph.

    In a dispatch of an agency or channel, one of five words is enough, and no gap is needed.
    """
    lines = layout.lines
    if not lines[at - 1].paragraph or lines[at - 1].last != "." or not lines[end].paragraph:
        return False
    if wired:
        return end - at > 1 or lines[at].words > 4
    return 2 <= end - at <= 4 and lines[at].gap and not any(line.gap for line in lines[at + 1 : end + 1])
