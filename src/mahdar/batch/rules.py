"""Does any claim come of a near miss, a sentence that a rule must leave alone?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from mahdar.language.check_finding import Finding
from mahdar.language.check_rules import READ_ON, entry_kinds
from mahdar.language.language import Language
from mahdar.language.load import Row, read_entries
from mahdar.pipeline import read_text
from mahdar.records.claim import Claim
from mahdar.records.ids import text_id
from mahdar.records.text import Label, Text
from mahdar.records.value import Missing, Span, Value

PUBLISHED = "2024-03-05"
"""The day that the sentences of examples are read on."""
_ABSENT = Missing(reason="absent", rule="example")


def check_claims(root: Path, language: Language) -> Iterator[Finding]:
    """Give the near misses of which a claim comes by the very rule that must leave them alone."""
    kinds = entry_kinds(language.trie)
    for row in read_entries(root, "**/*.yaml"):
        if kinds.get(row.text("id"), set()) & READ_ON:
            yield from _check_row(row, language)


def text_from(letters: str) -> Text:
    """Return a sentence as a text that is all content."""
    published = Value(value=PUBLISHED, certainty="stated", basis="example", rule="example", evidence=())
    return Text(
        text_id=text_id(letters),
        page_id=text_id(letters),
        letters=letters,
        labels=(Label(span=Span(start=0, end=len(letters)), part="content", rule="example"),),
        title=_ABSENT,
        outlet=_ABSENT,
        byline=_ABSENT,
        dateline=_ABSENT,
        published=published,
        url=None,
        name=None,
    )


def rules_of(claim: Claim) -> set[str]:
    """Return the rules that made a claim's values."""
    held = (getattr(claim, one.name) for one in fields(claim))
    return {value.rule for value in held if isinstance(value, Value)}


def _check_row(row: Row, language: Language) -> Iterator[Finding]:
    name = row.text("id")
    for case in row.entries("near_misses"):
        sentence = case.text("text")
        claims = read_text(text_from(sentence), language).claims
        if any(rule == name or rule.endswith(f".{name}") for claim in claims for rule in rules_of(claim)):
            what = f"{name} makes a claim of its near miss «{sentence}»"
            yield Finding(at=row.at, what=what, remedy="Narrow its words, mend the near miss, or mend the finder.")
