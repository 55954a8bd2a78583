"""Who stands as the subject before a verb?"""

from __future__ import annotations

from mahdar.extract.statements.field import COMMAS, Field
from mahdar.extract.statements.speakers import Subject, subject_at

STEPS = 8
"""Words or phrases between a subject and the verb after it."""
HEAD = 16
"""Words that a subject before its verb may hold."""


def subject_before(field: Field, place: int, first: int) -> Subject | None:
    """Return the subject that stands before a verb, past «had», adverbs, relatives and commas; `first` begins its sentence."""
    for _ in range(STEPS):
        for start in range(max(first, place - HEAD), place):
            subject = subject_at(field, start) if begins(field, start) else None
            if subject is not None and subject.last == place:
                return subject
        step = _back(field, place, first)
        if step is None:
            return None
        place = step
    return None


def begins(field: Field, place: int) -> bool:
    """Return True where a mention or a noun for a speaker begins."""
    mention = field.mentions.get(place)
    if mention is not None and mention.kind != "city":
        return True
    return any(kind.startswith("speaker.") for kind, _, _ in field.marks.get(place, ()))


def _back(field: Field, place: int, first: int) -> int | None:
    """Return the place before one word or phrase that may stand between a subject and its verb, None where none does."""
    for start in range(place - 1, max(first, place - 5) - 1, -1):
        if field.mark(start, "speech.aside", "date", "speech.relative", "speech.nameless") == place:
            return start
    return place - 1 if place > first and field.word(place - 1) in COMMAS else None
