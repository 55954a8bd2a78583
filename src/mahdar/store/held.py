"""What does the store hold of an article's claims, and which rows do the new ones become?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from mahdar.errors import StoreError
from mahdar.records.claim import Claim
from mahdar.records.reading import Reading
from mahdar.records.value import Span
from mahdar.store.align import Block, carry
from mahdar.store.anchors import anchor, relocate
from mahdar.store.changes import FieldChange
from mahdar.store.codec import Body, claim_body, claim_from
from mahdar.store.match import Held, sides_of
from mahdar.store.names import CLAIM_LENGTH, free_name, short_name
from mahdar.store.shown import Sight, show_fields
from mahdar.store.tables import claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A row of `claims`, as far as a new reading asks for it."""

    claim_id: str
    is_current: bool
    reading_id: str
    body: Body
    held: Held


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """How the letters of an article went from its old text into the new one."""

    old: str
    new: str
    blocks: tuple[Block, ...]


def stored_claims(connection: Connection, article_id: str, move: Move) -> tuple[Stored, ...]:
    """Return all claims that an article ever made, the spans of the current ones carried into the new text."""
    order = (claims.c.state, claims.c.place, claims.c.claim_id)
    rows = connection.execute(select(claims).where(claims.c.article_id == article_id).order_by(*order))
    return tuple(_stored(row, move) for row in rows)


def name_claims(connection: Connection, article_id: str, found: Sequence[Claim], handed: Sequence[str | None]) -> tuple[str, ...]:
    """Return an id for each claim: the one that was handed on, else a new one."""
    firsts = {short_name("c-", _seed(article_id, claim), CLAIM_LENGTH) for claim in found}
    taken = set(connection.scalars(select(claims.c.claim_id).where(claims.c.claim_id.in_(firsts))))

    def is_taken(name: str) -> bool:
        return name in taken or (name not in firsts and _exists(connection, name))

    names: list[str] = []
    for claim, given in zip(found, handed, strict=True):
        name = given or free_name("c-", _seed(article_id, claim), CLAIM_LENGTH, is_taken=is_taken)
        taken.add(name)
        names.append(name)
    return tuple(names)


def claim_row(claim: Claim, place: int) -> dict[str, Any]:
    """Return the columns of a claim that its reading fills; ids and state are the store's."""
    spot = claim.anchor
    return {
        "key": spot.key,
        "kind": claim.kind,
        "text_id": spot.text,
        "place": place,
        "trigger_start": spot.trigger.start,
        "trigger_end": spot.trigger.end,
        "evidence_start": spot.evidence.start,
        "evidence_end": spot.evidence.end,
        "target_start": spot.target.start if spot.target else None,
        "target_end": spot.target.end if spot.target else None,
        "sides": list(sides_of(claim)),
        "body": claim_body(claim),
    }


def changed_fields(old: Stored, new: Claim, sights: tuple[Sight, Sight]) -> tuple[FieldChange, ...]:
    """Return the fields that show something else now than they did."""
    try:
        before = show_fields(claim_from(old.body), sights[0])
    except StoreError:
        return ()  # written by a version whose claims had another form: there is nothing to compare with
    after = show_fields(new, sights[1])
    return tuple(
        FieldChange(claim_id=old.claim_id, field=name, old=before[name], new=after[name])
        for name in after
        if name in before and before[name] != after[name]
    )


def check_anchors(reading: Reading) -> None:
    """Refuse a reading whose claims point outside its text."""
    length = len(reading.text.letters)
    for claim in reading.claims:
        spot = claim.anchor
        spans = [spot.trigger, spot.evidence, *([spot.target] if spot.target else [])]
        if spot.text != reading.text.text_id or not all(0 <= span.start <= span.end <= length for span in spans):
            name = reading.text.name or reading.text.url
            raise StoreError(
                f"{name}: the {claim.kind} {spot.key} points outside its text of {length} letters."
                " This is a fault of Mahdar: report it with the article."
            )


def _stored(row: Row[Any], move: Move) -> Stored:
    is_current = row.state == "current"
    trigger, target, evidence = _carried(row, move) if is_current else (None, None, None)
    held = Held(
        claim_id=row.claim_id,
        kind=row.kind,
        key=row.key,
        sides=tuple(row.sides),
        trigger=trigger,
        target=target,
        evidence=evidence,
    )
    return Stored(claim_id=row.claim_id, is_current=is_current, reading_id=row.reading_id, body=row.body, held=held)


def _carried(row: Row[Any], move: Move) -> tuple[Span | None, Span | None, Span | None]:
    """Return where trigger, target and evidence stand now; a sentence that changed its place is found by its words."""
    old = Span(start=row.evidence_start, end=row.evidence_end)
    trigger = Span(start=row.trigger_start, end=row.trigger_end)
    target = Span(start=row.target_start, end=row.target_end) if row.target_start is not None else None
    evidence = carry(move.blocks, old)
    if evidence is not None or old.start == old.end:
        return carry(move.blocks, trigger), target and carry(move.blocks, target), evidence
    evidence = relocate(anchor(move.old, old), move.new)
    if evidence is None:
        return None, None, None
    by = evidence.start - old.start
    return _shifted(trigger, by, move), target and _shifted(target, by, move), evidence


def _shifted(span: Span, by: int, move: Move) -> Span | None:
    there = Span(start=span.start + by, end=span.end + by)
    is_same = there.start >= 0 and move.old[span.start : span.end] == move.new[there.start : there.end]
    return there if is_same else None


def _seed(article_id: str, claim: Claim) -> str:
    return f"{article_id}|{claim.anchor.key}"


def _exists(connection: Connection, claim_id: str) -> bool:
    return connection.scalar(select(claims.c.claim_id).where(claims.c.claim_id == claim_id)) is not None
