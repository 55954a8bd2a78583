"""Which stored claims lie around those that are new, and which articles wait to be grouped?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, delete, func, select

from mahdar.records.group import Member
from mahdar.store.query import members_where
from mahdar.store.rows import insert_new
from mahdar.store.tables import claim_keys, claims, grouped, record_members, records, texts, waiting

LISTED = "listed as "
"""How the reason begins why the claims of a listed actor are one record."""
AT_ONCE = 500
"""Names or numbers that a database takes as one list."""


def let_wait(connection: Connection, article_id: str) -> None:
    """Note that the claims of an article are to be grouped."""
    connection.execute(waiting.insert(), {"article_id": article_id})


def waiting_articles(connection: Connection) -> tuple[int, tuple[str, ...]]:
    """Return the last place in the queue of articles that wait to be grouped, and the articles."""
    rows = connection.execute(select(waiting).order_by(waiting.c.place)).all()
    return (rows[-1].place if rows else 0), tuple(sorted({row.article_id for row in rows}))


def no_longer_waiting(connection: Connection, last: int) -> None:
    """Take all up to a place off the queue; who came later waits on."""
    connection.execute(waiting.delete().where(waiting.c.place <= last))


def grouped_mark(connection: Connection) -> str | None:
    """Return with which code and data all claims were last grouped, None where they never were."""
    return connection.scalar(select(grouped.c.mark))


def set_mark(connection: Connection, mark: str) -> None:
    """Note with which code and data all claims are grouped now."""
    connection.execute(grouped.delete())
    connection.execute(grouped.insert(), {"place": 1, "mark": mark})


def count_claims(connection: Connection, article_ids: Sequence[str] | None = None) -> int:
    """Return how many current claims all articles make, or some."""
    query = select(func.count()).select_from(claims).where(claims.c.state == "current")
    if article_ids is None:
        return int(connection.scalar(query) or 0)
    return sum(int(connection.scalar(query.where(claims.c.article_id.in_(some))) or 0) for some in _lots(article_ids))


def put_keys(connection: Connection, keys: Mapping[str, Iterable[int]], *, of: Sequence[str] | None) -> None:
    """Put claims under their numbers; those of the articles `of`, or of all, are put anew."""
    if of is None:
        connection.execute(claim_keys.delete())
    for some in _lots(of or ()):
        held = select(claims.c.claim_id).where(claims.c.article_id.in_(some))
        connection.execute(delete(claim_keys).where(claim_keys.c.claim_id.in_(held)))
    rows = [{"key": key, "claim_id": claim_id} for claim_id in sorted(keys) for key in sorted(keys[claim_id])]
    insert_new(connection, claim_keys, rows)


def claims_under(connection: Connection, numbers: Iterable[int]) -> set[str]:
    """Return the claims that are found under some numbers."""
    lots = _lots(sorted(set(numbers)))
    return {name for some in lots for name in connection.scalars(select(claim_keys.c.claim_id).where(claim_keys.c.key.in_(some)))}


def claims_named(connection: Connection, claim_ids: Iterable[str]) -> tuple[Member, ...]:
    """Return the current ones of some claims."""
    return tuple(_members(connection, claims.c.claim_id, sorted(set(claim_ids))))


def claims_told(connection: Connection, article_ids: Sequence[str]) -> tuple[Member, ...]:
    """Return the current claims of some articles."""
    return tuple(_members(connection, claims.c.article_id, article_ids))


def claims_in_texts(connection: Connection, text_ids: Iterable[str]) -> tuple[Member, ...]:
    """Return the current claims that stand in some texts."""
    return tuple(_members(connection, claims.c.text_id, sorted(set(text_ids))))


def letters_in(connection: Connection, text_ids: Iterable[str]) -> dict[str, str]:
    """Return the letters of some texts by their ids."""
    found: dict[str, str] = {}
    for some in _lots(sorted(set(text_ids))):
        rows = connection.execute(select(texts.c.text_id, texts.c.letters).where(texts.c.text_id.in_(some)))
        found.update((row.text_id, row.letters) for row in rows)
    return found


def holders(connection: Connection, claim_ids: Iterable[str]) -> dict[str, str]:
    """Return for each of some claims, also retired ones, the record that holds it."""
    found: dict[str, str] = {}
    for some in _lots(sorted(set(claim_ids))):
        rows = connection.execute(select(record_members).where(record_members.c.claim_id.in_(some)))
        found.update((row.claim_id, row.record_id) for row in rows)
    return found


def ever_told(connection: Connection, article_ids: Sequence[str]) -> set[str]:
    """Return all claims that some articles ever made."""
    lots = _lots(article_ids)
    return {name for some in lots for name in connection.scalars(select(claims.c.claim_id).where(claims.c.article_id.in_(some)))}


def held_by(connection: Connection, record_ids: Iterable[str]) -> set[str]:
    """Return the claims that some records hold."""
    lots = _lots(sorted(set(record_ids)))
    query = select(record_members.c.claim_id)
    return {name for some in lots for name in connection.scalars(query.where(record_members.c.record_id.in_(some)))}


def record_under(connection: Connection, number: int, but: set[str]) -> str | None:
    """Return the living record that holds a current claim found under a number, other than some; None where there is none."""
    query = select(record_members.c.record_id).join(claim_keys, claim_keys.c.claim_id == record_members.c.claim_id)
    query = query.join(claims, claims.c.claim_id == record_members.c.claim_id)
    query = query.join(records, records.c.record_id == record_members.c.record_id)
    query = query.where(claim_keys.c.key == number, claims.c.state == "current", records.c.state == "live")
    return connection.scalar(query.where(record_members.c.claim_id.not_in(but)).limit(1))


def large_actors(connection: Connection, record_ids: Iterable[str], but: set[str]) -> set[str]:
    """Return those of some records that are of a listed actor and hold a current claim other than some."""
    found: set[str] = set()
    query = select(record_members.c.claim_id).join(claims, claims.c.claim_id == record_members.c.claim_id)
    query = query.where(claims.c.state == "current", record_members.c.claim_id.not_in(but))
    for some in _lots(sorted(set(record_ids))):
        listed = select(records.c.record_id, records.c.body).where(records.c.record_id.in_(some), records.c.kind == "actor")
        for row in connection.execute(listed.where(records.c.state == "live")):
            is_listed = any(why.startswith(LISTED) for why in row.body["why"])
            if is_listed and connection.scalar(query.where(record_members.c.record_id == row.record_id).limit(1)):
                found.add(row.record_id)
    return found


def records_at(connection: Connection, spots: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return for places in articles, each an article and the key of a claim, the records that hold them."""
    found: dict[tuple[str, str], str] = {}
    wanted = set(spots)
    query = select(claims.c.article_id, claims.c.key, record_members.c.record_id)
    query = query.join(record_members, record_members.c.claim_id == claims.c.claim_id).where(claims.c.state == "current")
    for some in _lots(sorted({article for article, _ in wanted})):
        for row in connection.execute(query.where(claims.c.article_id.in_(some))):
            if (row.article_id, row.key) in wanted:
                found[row.article_id, row.key] = row.record_id
    return found


def which_are(connection: Connection, record_ids: Iterable[str]) -> set[str]:
    """Return those of some ids that a record bears or bore."""
    lots = _lots(sorted(set(record_ids)))
    return {
        name for some in lots for name in connection.scalars(select(records.c.record_id).where(records.c.record_id.in_(some)))
    }


def _members(connection: Connection, column: ColumnElement[str], names: Sequence[str]) -> Iterator[Member]:
    for some in _lots(names):
        yield from members_where(connection, [column.in_(some)], claims.c.claim_id)


def _lots(names: Sequence[object]) -> Iterator[list[object]]:
    return (list(names[first : first + AT_ONCE]) for first in range(0, len(names), AT_ONCE))
