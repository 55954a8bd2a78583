"""What does a record show where a person corrected a field: the corrected value, and what speaks against it since?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mahdar.errors import StoreError
from mahdar.records.annotated import When
from mahdar.records.claim import Place
from mahdar.records.group import Member
from mahdar.records.value import Missing, Value
from mahdar.store.corrections import Correction

if TYPE_CHECKING:
    from mahdar.export.views.meeting import Cell, Field

JUDGED = "judged"
"""The basis of a value that a person gave."""
NAMES = {"parties": "sides"}
"""Fields of a claim that a record shows under another name."""
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_PRECISION = {10: 1, 7: 4, 4: 5}


def corrected(fields: Sequence[Field], members: Sequence[Member], said: Sequence[Correction]) -> tuple[Field, ...]:
    """Return the fields of a record as people corrected them; of several words on one field the last count."""
    own = {member.claim_id for member in members}
    last = {NAMES.get(one.field, one.field): one for one in said if one.claim_id in own}
    return tuple(_corrected(field, last[field.name], members) if field.name in last else field for field in fields)


def value_said(field: str, words: str) -> object:
    """Return what a person wrote for a field as its value.

    >>> value_said("day", "2025-10-13").precision
    1
    """
    match field:
        case "day":
            return _day(words.strip())
        case "place":
            city, _, country = words.rpartition(",") if re.search(r", ?[A-Z]{3}$", words) else (words, "", "")
            return Place(city=city.strip(), city_id=None, country=country.strip() or None)
        case "sides" | "parties":
            return tuple(re.findall(r"[A-Z]{2,}", words.upper()))
        case "ordinal":
            return int(words) if words.strip().isdecimal() else words
        case _:
            return words


def _day(words: str) -> When:
    since, slash, until = words.partition("/")
    if not all(end in {"", ".."} or _DAY.fullmatch(end) for end in (since, until)) or not words.strip("./"):
        raise StoreError(f"{words!r} is no day. Write 2025-10-13, 2025-10, or 2025-10-13/2025-10-15.")
    return When(edtf=words, precision=5 if slash and ".." in words else 2 if slash else _PRECISION[len(since)], basis=JUDGED)


def _corrected(field: Field, one: Correction, members: Sequence[Member]) -> Field:
    """Return a field with the corrected value; what sources say stays, and stands to the new value."""
    try:
        value = value_said(field.name, one.value)
    except StoreError:
        return field
    cells = tuple(_stands(cell, value) for cell in field.cells)
    since = set(one.since)
    contrary = any(cell.standing == "differs" and member.claim_id in since for cell, member in zip(cells, members, strict=True))
    held: Value[object] = Value(value=value, certainty="stated", basis=JUDGED, rule=f"judgement.{one.judgement_id}", evidence=())
    shown = replace(field.shown, value=held, reason=None, standing="alone")
    return replace(field, shown=shown, cells=cells, correction=one, contrary=contrary)


def _stands(cell: Cell, value: object) -> Cell:
    if cell.value is None or isinstance(cell.value, Missing):
        return cell
    return replace(cell, standing="agrees" if _alike(cell.value.value, value) else "differs")


def _alike(told: object, said: object) -> bool:
    match told, said:
        case When(), When():
            return told.edtf == said.edtf
        case Place(), Place():
            same_city = (told.city or "") == (said.city or "") or not said.city
            return same_city and (told.country == said.country or not said.country)
        case tuple(), tuple():
            return set(told) == set(said)
        case _:
            return str(told) == str(said)
