"""Which record does each claim of an article belong to?"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from mahdar.store.database import Store
from mahdar.store.tables import claims, record_members, records


def records_of_articles(store: Store, article_ids: Iterable[str]) -> dict[str, str]:
    """Return for each current claim of some articles the living record that it is in."""
    query = select(record_members.c.claim_id, record_members.c.record_id)
    query = query.join(claims, claims.c.claim_id == record_members.c.claim_id)
    query = query.join(records, records.c.record_id == record_members.c.record_id)
    query = query.where(claims.c.state == "current", records.c.state == "live")
    found: dict[str, str] = {}
    with store.read() as connection:
        for article_id in sorted(set(article_ids)):
            rows = connection.execute(query.where(claims.c.article_id == article_id))
            found.update({row.claim_id: row.record_id for row in rows})
    return found
