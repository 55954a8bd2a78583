"""At whom is a position aimed, or whom does it back?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.extract.stances.view import View
from mahdar.extract.stances.words import Words
from mahdar.records.annotated import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A side, by which rule, and the tokens that name it."""

    side: str
    rule: str
    first: int
    last: int


def find_aim(view: View, words: Words, side: str, sides: tuple[str, ...]) -> Aim | None:
    """Return whom a position of one side is aimed at: the addressee, the other of two sides, whom its object names."""
    if words.addressee and words.addressee != side:
        return Aim(side=words.addressee, rule="stance.toward.addressee", first=words.first, last=words.last)
    other = _other_side(view, words, side, sides)
    if other:
        return Aim(side=other, rule="stance.toward.other-side", first=words.first, last=words.last)
    for place in range(words.first, words.last):
        mention = view.field.at.get(place)
        if mention and mention.last <= words.last and _may_be_meant(view, mention, words, side):
            return Aim(side=mention.of[0], rule="stance.toward.named", first=mention.first, last=mention.last)
    if words.partner and words.partner != side:
        return Aim(side=words.partner, rule="stance.toward.partner", first=words.first, last=words.last)
    return None


def _other_side(view: View, words: Words, side: str, sides: tuple[str, ...]) -> str | None:
    """Return the other side where the object is the tie of two: of two that speak together, or that met."""
    others = tuple(code for code in sides if code != side)
    if others:
        return others[0] if len(others) == 1 and _has(view, words, "mutual", "tie") else None
    if not _has(view, words, "mutual"):
        return None
    return next((code for code in view.pair_of((side,)) if code != side), None)


def _has(view: View, words: Words, *kinds: str) -> bool:
    """Return True where words of a kind stand in the object."""
    return any(view.mark(place, *kinds) for place in range(words.first, words.last))


def _may_be_meant(view: View, mention: Mention, words: Words, side: str) -> bool:
    """Return True where a side in the object is neither the holder, nor a place, nor the name of a file."""
    if not mention.of or side in mention.of or mention.kind == "sides":
        return False
    before = mention.first - 1
    if before >= words.first and (view.mark(before, "place", "file") or view.mark(before - 1, "file")):
        return False
    return not (mention.form == "nisba" and any(view.mark(place, "file") for place in range(words.first, mention.first)))
