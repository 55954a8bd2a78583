"""Which record ids were ever given, and what do they stand for now?"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Literal, NamedTuple, TypeAlias

from mahdar.records.record import LedgerLine, Record

State = Literal["live", "redirected", "retired"]
KnownRow: TypeAlias = tuple[str, str, tuple[str, ...], str | None]
"""Record id, state, claim ids, and the record that it was split from: what a store hands over."""

_STATES: dict[str, State] = {"live": "live", "redirected": "redirected", "retired": "retired"}
_LETTERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRecord:
    """An id that was given; a retired one still tells its last claims, a redirected one has none."""

    record_id: str
    state: State
    claims: tuple[str, ...]
    split_from: str | None = None


def supply_id(claim_id: str, attempt: int) -> str:
    """Return the id that a group whose oldest claim is this one gets, or the next if that is taken.

    >>> supply_id("c-1", 0) == supply_id("c-1", 0) != supply_id("c-1", 1)
    True
    """
    seed = f"{claim_id}|{attempt}" if attempt else claim_id
    return "m-" + base64.b32encode(hashlib.sha256(seed.encode()).digest()).decode("ascii").lower()[:_LETTERS]


class Outside(NamedTuple):
    """Where only some of all groups are named: ids that others bear, and the records of claims and of places in articles."""

    taken: frozenset[str] = frozenset()
    claims: tuple[tuple[str, str], ...] = ()
    spots: tuple[tuple[tuple[str, str], str], ...] = ()


NOTHING_ELSE = Outside()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All ids that were ever given, the oldest first, and where new ones come from."""

    records: tuple[KnownRecord, ...] = ()
    supply: Callable[[str, int], str] = supply_id
    outside: Outside = NOTHING_ELSE


def known_from(rows: Iterable[KnownRow]) -> Known:
    """Return what is known from the rows of a store.

    >>> known_from([("m-a", "live", ("c-1",), None)]).records[0].claims
    ('c-1',)
    """
    return Known(
        records=tuple(
            KnownRecord(record_id=record_id, state=_STATES[state], claims=claims, split_from=split_from)
            for record_id, state, claims, split_from in rows
        )
    )


def known_after(known: Known, records: Sequence[Record], lines: Sequence[LedgerLine]) -> Known:
    """Return what is known once groups were named; nothing that was given is ever forgotten."""
    named = {record.record_id: record for record in records}
    acts = {line.record_id: line for line in lines}
    older = [_after(one, named.get(one.record_id), acts.get(one.record_id)) for one in known.records]
    ids = {one.record_id for one in older}
    given = [line for line in lines if line.record_id not in ids]
    newer = [_after(_given(line), named[line.record_id], line) for line in given]
    return replace(known, records=(*older, *newer))


def new_id(claim_id: str, known: Known, taken: set[str]) -> str:
    """Return an id that nothing bears or ever bore."""
    return next(name for name in (known.supply(claim_id, attempt) for attempt in count()) if name not in taken)


def _given(line: LedgerLine) -> KnownRecord:
    return KnownRecord(record_id=line.record_id, state="live", claims=(), split_from=line.other if line.act == "split" else None)


def _after(known: KnownRecord, record: Record | None, line: LedgerLine | None) -> KnownRecord:
    if record is not None:
        return replace(known, state="live", claims=tuple(member.claim_id for member in record.group.members))
    if line is None:
        return known
    return replace(known, state="redirected", claims=()) if line.act == "redirected" else replace(known, state="retired")
