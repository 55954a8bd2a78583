"""Where does a paragraph end, and the furniture that is glued to it begin?"""

from __future__ import annotations

import re
from typing import NamedTuple

from mahdar.arabic.letters import TATWEEL, fold
from mahdar.clean.dateline import credit_rule
from mahdar.clean.lines import CLOSERS, STOPS, Line
from mahdar.language.furniture import FurnitureRules, fits, tokens_of
from mahdar.language.page_patterns import PagePatterns

_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{2,60})[)\]][\s.]*$")
_LEADS = " \t([-\N{EN DASH}\N{EM DASH}/" + TATWEEL
LAST = 400
"""A tail is looked for in so many letters at the end of a paragraph."""


class Tail(NamedTuple):
    """Where in a line's text furniture begins, and by which rule."""

    start: int
    rule: str


def find_tail(line: Line, patterns: PagePatterns) -> Tail | None:
    """Return the credit, tags or link that follow a paragraph's last full stop, None where there are none."""
    return _credit(line.text, patterns) or _phrase(line.text, patterns.furniture)


def _credit(text: str, patterns: PagePatterns) -> Tail | None:
    """Return the name of an agency in brackets after the last full stop."""
    if text[-1] not in ")]." or not (found := _BRACKET.search(text, max(0, len(text) - 80))):
        return None
    rule = credit_rule(found.group(1), patterns)
    if rule is None or not _after_stop(text, found.start()):
        return None
    return Tail(_before_leads(text, found.start()), rule)


def _phrase(text: str, rules: FurnitureRules) -> Tail | None:
    """Return a phrase that cuts off a paragraph's tail: it follows a full stop, and few words follow it."""
    base = max(0, len(text) - LAST)
    folded = fold(text[base:], rules.letters).lower()
    for first, phrases in rules.tails.items():
        at = folded.rfind(first)
        if at <= 0 or not _after_stop(text, base + at):
            continue
        tokens = tokens_of(folded[at:], rules.letters)
        for phrase in phrases:
            if fits(phrase.tokens, tokens, 0) and len(tokens) <= phrase.rule.max_words:
                return Tail(_before_leads(text, base + at), phrase.rule.id)
    return None


def _before_leads(text: str, at: int) -> int:
    """Return where the brackets, dashes and spaces before a tail begin."""
    return len(text[:at].rstrip(_LEADS))


def _after_stop(text: str, at: int) -> bool:
    """Return whether a sentence ends before letter `at`."""
    before = text[:at].rstrip(_LEADS)
    return bool(before) and (before[-1] in STOPS or before.rstrip(CLOSERS)[-1:] in STOPS or before[-1] in '"”»')
