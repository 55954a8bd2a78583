"""What did people say, and about which claims of today?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Literal

from sqlalchemy import Connection, Row, select

from mahdar.errors import StoreError
from mahdar.records.claim import Claim
from mahdar.records.ids import digest
from mahdar.records.judgement import Judgement, Target, Verdict
from mahdar.records.value import Span
from mahdar.store.align import carry
from mahdar.store.anchors import Selector, anchor, relocate
from mahdar.store.around import let_wait
from mahdar.store.codec import claim_from, targets_body, targets_from
from mahdar.store.database import Store
from mahdar.store.match import overlaps
from mahdar.store.names import short_name
from mahdar.store.rows import insert_new
from mahdar.store.shown import Sight, show_field, show_fields
from mahdar.store.tables import articles, attachments, claims, judgements, readings
from mahdar.store.texts import align_texts, letters_of

JUDGEMENT_LENGTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """Where one target of a judgement stands now; an orphaned one names the claim that it last stood at, and the reason."""

    article_id: str
    claim_id: str | None
    state: Literal["attached", "orphaned"]
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judgement as it was said, with an attachment for each of its targets."""

    judgement: Judgement
    attachments: tuple[Attachment, ...]

    def is_attached(self) -> bool:
        """Tell whether all that the judgement is about is there."""
        return all(one.state == "attached" for one in self.attachments)


def target_of(store: Store, claim_id: str, *, field: str | None = None) -> Target:
    """Return what a judgement on a claim, or on one of its fields, points at, with what is shown there now."""
    with store.read() as connection:
        row = connection.execute(select(claims).where(claims.c.claim_id == claim_id)).one_or_none()
        if row is None:
            raise StoreError(f"no claim {claim_id!r} in this store. `mahdar list claims` shows what there is.")
        letters = letters_of(connection, row.text_id)
        sight = _sight(connection, row.article_id, letters)
    span = Span(start=row.evidence_start, end=row.evidence_end)
    words = anchor(letters, span)
    return Target(
        kind=row.kind,
        text=row.text_id,
        span=span,
        quote=words.exact,
        prefix=words.prefix,
        suffix=words.suffix,
        field=field,
        seen=_seen(claim_from(row.body), field, sight),
    )


def judgement_name(verdict: Verdict, targets: Sequence[Target], who: str, when: str) -> str:
    """Return the id of a judgement: the same words of the same person at the same time have one id."""
    places = [f"{target.kind}|{target.text}|{target.span}|{target.field}" for target in targets]
    return short_name("j-", digest("\n".join([verdict, who, when, *places]).encode("utf-8")), JUDGEMENT_LENGTH)


def add_judgement(store: Store, judgement: Judgement, *, claim_ids: Sequence[str] = ()) -> Judged:
    """Keep what a person said, and return it with where it stands.

    `claim_ids` name the claim of each target; without them the targets are found by their anchors. Said twice is kept once;
    other words under an id that is there are refused.
    """
    _check(judgement, claim_ids)
    with store.write() as connection:
        insert_new(connection, judgements, [_row(judgement)])
        said = connection.execute(select(judgements).where(judgements.c.judgement_id == judgement.judgement_id)).one()
        if _judgement(said) != judgement:
            raise StoreError(
                f"the judgement {judgement.judgement_id!r} is there with other words, and what a person said is never"
                " overwritten. Give the new one an id of its own."
            )
        rows = [
            {"judgement_id": judgement.judgement_id, "place": place, **_first_place(connection, target, claim_id)}
            for place, (target, claim_id) in enumerate(zip_longest(judgement.targets, claim_ids))
        ]
        insert_new(connection, attachments, rows)
        for row in rows:
            let_wait(connection, row["article_id"])
        return _judged(connection, said)


def find_judgements(store: Store) -> tuple[Judged, ...]:
    """Return all that people ever said, in order of time, and where it stands now."""
    with store.read() as connection:
        rows = connection.execute(select(judgements).order_by(judgements.c.said_at, judgements.c.judgement_id)).all()
        return tuple(_judged(connection, row) for row in rows)


def find_orphans(store: Store) -> tuple[Judged, ...]:
    """Return the judgements with a target that no claim of today answers to."""
    return tuple(one for one in find_judgements(store) if not one.is_attached())


def attach_again(connection: Connection, article_id: str) -> None:
    """Attach the judgements on an article to the claims that it makes now, after it was read again."""
    query = select(attachments, judgements.c.targets).join(judgements, judgements.c.judgement_id == attachments.c.judgement_id)
    for row in connection.execute(query.where(attachments.c.article_id == article_id)).all():
        target = targets_from(row.targets)[row.place]
        here = (attachments.c.judgement_id == row.judgement_id) & (attachments.c.place == row.place)
        found = _place(connection, target, article_id, row.claim_id)
        if (row.claim_id, row.state, row.reason) != (found.claim_id, found.state, found.reason):
            now = {"claim_id": found.claim_id, "state": found.state, "reason": found.reason}
            connection.execute(attachments.update().where(here).values(now))


def _check(judgement: Judgement, claim_ids: Sequence[str]) -> None:
    name, many = judgement.judgement_id, len(judgement.targets)
    needed = 2 if judgement.verdict in {"same", "different"} else 1
    if not needed <= many <= 2:
        raise StoreError(f"the judgement {name!r} says {judgement.verdict!r} of {many} targets. Give {needed}.")
    if claim_ids and len(claim_ids) != many:
        raise StoreError(f"the judgement {name!r} has {many} targets and {len(claim_ids)} claims. Name a claim for each target.")
    if (judgement.verdict == "should_be") != (judgement.value is not None):
        raise StoreError(f"the judgement {name!r} needs a value exactly where it says 'should_be'. Give or drop the value.")


def _row(judgement: Judgement) -> dict[str, Any]:
    return {
        "judgement_id": judgement.judgement_id,
        "verdict": judgement.verdict,
        "value": judgement.value,
        "who": judgement.who,
        "said_at": judgement.when,
        "why": judgement.why,
        "targets": targets_body(judgement.targets),
    }


def _judgement(row: Row[Any]) -> Judgement:
    return Judgement(
        judgement_id=row.judgement_id,
        verdict=row.verdict,
        targets=targets_from(row.targets),
        value=row.value,
        who=row.who,
        when=row.said_at,
        why=row.why,
    )


def _judged(connection: Connection, row: Row[Any]) -> Judged:
    query = select(attachments).where(attachments.c.judgement_id == row.judgement_id).order_by(attachments.c.place)
    found = [
        Attachment(article_id=one.article_id, claim_id=one.claim_id, state=one.state, reason=one.reason)
        for one in connection.execute(query)
    ]
    return Judged(judgement=_judgement(row), attachments=tuple(found))


def _first_place(connection: Connection, target: Target, claim_id: str | None) -> dict[str, Any]:
    found = _place(connection, target, _article(connection, target, claim_id), claim_id)
    return {"article_id": found.article_id, "claim_id": found.claim_id, "state": found.state, "reason": found.reason}


def _article(connection: Connection, target: Target, claim_id: str | None) -> str:
    if claim_id is not None:
        query = select(claims.c.article_id).where(claims.c.claim_id == claim_id, claims.c.kind == target.kind)
    else:
        query = select(readings.c.article_id).where(readings.c.text_id == target.text)
        query = query.order_by(readings.c.is_current.desc(), readings.c.article_id).limit(1)
    found = connection.scalar(query)
    if found is None:
        raise StoreError(
            f"a judgement points at the {target.kind} «{target.quote[:60]}», which this store never held. Read its article first."
        )
    return str(found)


def _place(connection: Connection, target: Target, article_id: str, claim_id: str | None) -> Attachment:
    """Return where a target stands now: at its claim while the article makes it, else at a claim of its kind on its words."""
    current = select(claims).where(claims.c.article_id == article_id, claims.c.state == "current", claims.c.kind == target.kind)
    rows = connection.execute(current.order_by(claims.c.claim_id)).all()
    if claim_id is not None and any(row.claim_id == claim_id for row in rows):
        return Attachment(article_id=article_id, claim_id=claim_id, state="attached", reason=None)
    text_id = connection.scalar(select(articles.c.current_text).where(articles.c.article_id == article_id)) or ""
    letters = letters_of(connection, text_id)
    span = _span(connection, target, text_id, letters)
    if span is None:
        return Attachment(article_id=article_id, claim_id=claim_id, state="orphaned", reason="its words are gone")
    best = _likest(_kin(connection, rows, claim_id), target, span, _sight(connection, article_id, letters))
    if best is None:
        return Attachment(
            article_id=article_id, claim_id=claim_id, state="orphaned", reason=f"no such {target.kind} is read there now"
        )
    return Attachment(article_id=article_id, claim_id=best, state="attached", reason=None)


def _span(connection: Connection, target: Target, text_id: str, letters: str) -> Span | None:
    if target.text == text_id:
        return target.span
    selector = Selector(exact=target.quote, prefix=target.prefix, suffix=target.suffix, hash=digest(target.quote.encode("utf-8")))
    return carry(align_texts(connection, target.text, text_id), target.span) or relocate(selector, letters)


def _kin(connection: Connection, rows: Sequence[Row[Any]], claim_id: str | None) -> Sequence[Row[Any]]:
    """Return the claims that share a side with the one that was judged: its neighbour in the sentence is not what was meant."""
    if claim_id is None:
        return rows
    judged = set(connection.execute(select(claims.c.sides).where(claims.c.claim_id == claim_id)).scalar_one())
    return [row for row in rows if judged.intersection(row.sides) or not (judged or row.sides)]


def _likest(rows: Sequence[Row[Any]], target: Target, span: Span, sight: Sight) -> str | None:
    """Return the claim on these words, of several the one that shows what the person saw."""
    near = [(overlaps(span, Span(start=row.evidence_start, end=row.evidence_end)), row) for row in rows]
    near = [(score, row) for score, row in near if score]
    if not near:
        return None
    return str(
        max(near, key=lambda one: (_seen(claim_from(one[1].body), target.field, sight) == target.seen, one[0]))[1].claim_id
    )


def _sight(connection: Connection, article_id: str, letters: str) -> Sight:
    query = select(claims.c.key, claims.c.claim_id).where(claims.c.article_id == article_id, claims.c.state == "current")
    return Sight(letters=letters, ids={row.key: row.claim_id for row in connection.execute(query)})


def _seen(claim: Claim, field: str | None, sight: Sight) -> str:
    if field is not None:
        return show_field(claim, field, sight) or ""
    return "; ".join(f"{name}: {shown}" for name, shown in show_fields(claim, sight).items() if shown is not None)
