"""What does a field say to a reader: its value in words, or the reason why there is none?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mahdar.records.annotated import When
from mahdar.records.claim import Condition, Hop, Party, Place
from mahdar.records.value import Missing, Reason, Span, Value

REASONS: Mapping[Reason, str] = {
    "absent": "not stated",
    "unread": "mentioned, not read",
    "conflict": "told in ways that disagree",
    "not_applicable": "does not apply",
}
"""Only what no word of the article speaks of is "not stated"."""

PRECISION = ("not known", "day", "within days", "week", "month", "longer than a month")
"""UCDP's scale in words, from 0 to 5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """English names of states and organisations by their codes."""

    of: Mapping[str, str]

    def name(self, code: str | None) -> str:
        """Return the name of a code; a code without one stands for itself."""
        return self.of.get(code or "", code or "")


def show(field: object, names: Names, letters: str = "") -> str:
    """Return a field in words; spans as the letters they stand for.

    >>> show(Missing(reason="unread", rule="r"), Names(of={}))
    'mentioned, not read'
    """
    match field:
        case Missing():
            return REASONS[field.reason]
        case Value():
            return show(field.value, names, letters)
        case None | ():
            return "none"
        case tuple():
            return "; ".join(show(each, names, letters) for each in field)
        case Span():
            return letters[field.start : field.end]
        case Condition():
            return f"{field.sort}: {letters[field.words.start : field.words.end]}"
        case bool():
            return "yes" if field else "no"
        case str():
            return names.name(field)
        case _:
            return _show_part(field, names)


def _show_part(part: object, names: Names) -> str:
    match part:
        case When():
            return f"{part.edtf} ({PRECISION[part.precision]})"
        case Place():
            return show_place(part, names)
        case Party():
            return ", ".join(each for each in (part.name, names.name(part.of)) if each)
        case Hop():
            return f"{part.role}: {part.name}"
        case _:
            return str(part)


def show_place(place: Place, names: Names) -> str:
    """Return a place: the city as written and the name of its state."""
    return ", ".join(part for part in (place.city, names.name(place.country)) if part)
