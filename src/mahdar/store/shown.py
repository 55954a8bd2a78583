"""What does a field show, in short?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from mahdar.records.annotated import When
from mahdar.records.claim import Claim, Condition, Hop, Party, Place
from mahdar.records.value import Missing, Span, Value

SHORT = 120
_UNSHOWN = {"anchor", "kind"}
_REFERENCES = {"within", "meeting", "document", "statement", "to"}
"""Fields that hold the key of another claim of the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What it takes to show a claim: the letters of its text, and the ids of the claims that its article's keys stand for."""

    letters: str
    ids: Mapping[str, str]


def show_fields(claim: Claim, sight: Sight) -> dict[str, str | None]:
    """Return for each field of a claim what a reader sees of it; spans as their words, without evidence and rules."""
    return {one.name: show_field(claim, one.name, sight) for one in fields(claim) if one.name not in _UNSHOWN}


def show_field(claim: Claim, name: str, sight: Sight) -> str | None:
    """Return what one field of a claim shows."""
    held: object = getattr(claim, name)
    if name in _REFERENCES and isinstance(held, str):
        return sight.ids.get(held, held)
    shown = _show(held, sight)
    return shown if shown is None or len(shown) <= SHORT else shown[: SHORT - 1] + "…"


def _show(held: object, sight: Sight) -> str | None:
    match held:
        case None | ():
            return None
        case Missing():
            return f"({held.reason})"
        case Value():
            return _show(held.value, sight)
        case Span():
            return sight.letters[held.start : held.end]
        case Condition():
            return f"{held.sort}: {sight.letters[held.words.start : held.words.end]}"
        case tuple():
            return "; ".join(_show(each, sight) or "" for each in held)
        case bool():
            return "yes" if held else "no"
        case _:
            return _show_part(held)


def _show_part(held: object) -> str:
    match held:
        case When():
            return f"{held.edtf} ({held.precision})"
        case Place():
            return _listed(held.city, held.city_id, held.country)
        case Party():
            return _listed(held.name, held.actor, held.of)
        case Hop():
            return _listed(held.role, held.name, held.actor)
        case _:
            return str(held)


def _listed(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
