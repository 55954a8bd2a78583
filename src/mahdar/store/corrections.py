"""What should a field be, by the last word of a person, and which claims came in after it was said?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from mahdar.store.codec import targets_from
from mahdar.store.database import Store
from mahdar.store.tables import attachments, changes, judgements, runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person says that a field of a claim should be; `since` are the claims that came into the store later."""

    judgement_id: str
    claim_id: str
    field: str
    value: str
    who: str
    when: str
    why: str
    since: tuple[str, ...]


def corrections_of(store: Store, article_ids: Iterable[str]) -> tuple[Correction, ...]:
    """Return the corrections that stand at claims of some articles, the last said last; `right` and `wrong` correct nothing."""
    wanted = set(article_ids)
    query = select(judgements, attachments.c.place, attachments.c.claim_id, attachments.c.article_id)
    query = query.join(attachments, attachments.c.judgement_id == judgements.c.judgement_id)
    query = query.where(judgements.c.verdict == "should_be", attachments.c.state == "attached")
    with store.read() as connection:
        rows = connection.execute(query.order_by(judgements.c.said_at, judgements.c.judgement_id)).all()
        rows = [row for row in rows if row.article_id in wanted]
        if not rows:
            return ()
        gained = select(changes.c.claim_id, runs.c.started).join(runs, runs.c.run_id == changes.c.run_id)
        gained = gained.where(changes.c.act == "gained", runs.c.started > rows[0].said_at).order_by(changes.c.claim_id)
        late = [(row.claim_id, row.started) for row in connection.execute(gained)]
    return tuple(
        Correction(
            judgement_id=row.judgement_id,
            claim_id=row.claim_id,
            field=targets_from(row.targets)[row.place].field or "",
            value=row.value,
            who=row.who,
            when=row.said_at,
            why=row.why,
            since=tuple(dict.fromkeys(claim_id for claim_id, started in late if started > row.said_at)),
        )
        for row in rows
    )
