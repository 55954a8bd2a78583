"""Which words tell a day, and what does each stand for?"""

from __future__ import annotations

from pathlib import Path

from mahdar.language.lexicon import Lexicon
from mahdar.language.load import read_entries
from mahdar.language.patterns import Entry

NAMING = frozenset(("weekday", "month", "relative", "season"))
"""Families whose words name a day, month or season by themselves; they are entered as `date`, all others as `datepart`."""
NOT = "not-"
"""How a family begins whose words make a word beside them no day; they are entered as `notdate`."""


def add_dates(lexicon: Lexicon, root: Path) -> None:
    """Enter the words of days with their family as form, their value and count as details."""
    for row in read_entries(root, "arabic/dates.yaml"):
        family = row.text("family")
        kind = "notdate" if family.startswith(NOT) else "date" if family in NAMING else "datepart"
        for phrase in row.words("words"):
            lexicon.enter(phrase, Entry(kind, row.text("id"), family, (row.text("value"), row.text("count"))))
    for row in read_entries(root, "arabic/months.yaml"):
        for phrase in row.words("words"):
            lexicon.enter(phrase, Entry("date", row.text("id"), "month", (row.text("calendar"), row.text("number"))))
