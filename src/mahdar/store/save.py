"""What must change in the store when a page is read, again or for the first time?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from mahdar.errors import StoreError
from mahdar.records.claim import Claim
from mahdar.records.ids import text_id
from mahdar.records.page import Page
from mahdar.records.problem import Problem
from mahdar.records.reading import Reading
from mahdar.records.text import Text
from mahdar.store.around import let_wait
from mahdar.store.articles import keep_page, settle_article, update_article
from mahdar.store.changes import Changes, FieldChange, Run, keep_changes, keep_run
from mahdar.store.codec import reading_digest, text_body
from mahdar.store.database import Store
from mahdar.store.held import Move, Stored, changed_fields, check_anchors, claim_row, name_claims, stored_claims
from mahdar.store.judgements import attach_again
from mahdar.store.match import match_claims
from mahdar.store.names import READING_LENGTH, short_name
from mahdar.store.rows import insert_new
from mahdar.store.search.index import Shelf, index_article
from mahdar.store.search.names import Lexis
from mahdar.store.shown import Sight
from mahdar.store.tables import claims, past_claims, problems, readings, record_members, records
from mahdar.store.texts import align_texts, keep_text, letters_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """A reading on its way into its article."""

    article_id: str
    reading_id: str
    reading: Reading
    page: Page
    run: Run
    lexis: Lexis | None


def save_problem(store: Store, problem: Problem) -> None:
    """Keep a problem that stands in no reading, such as a page that could not be cleaned; once, and until its page is read."""
    row = {"article": problem.article, "stage": problem.stage, "what": problem.what, "remedy": problem.remedy}
    with store.write() as connection:
        same = [problems.c[name] == value for name, value in row.items()]
        if connection.scalar(select(problems.c.place).where(problems.c.reading_id.is_(None), *same).limit(1)) is None:
            connection.execute(problems.insert(), row)


def save_reading(store: Store, reading: Reading, page: Page, *, run: Run, lexis: Lexis | None = None) -> Changes:
    """Make a reading the current one of its article, all or nothing, and return what became of the article's claims.

    Claims found again keep their ids; the same reading a second time changes nothing. With a lexis a search finds the article
    from now on; without one it does not, until `reindex`.
    """
    _check(reading, page)
    with store.write() as connection:
        keep_page(connection, page)
        _forget_problem(connection, page)
        keep_text(connection, reading.text)
        article_id = settle_article(connection, page, reading.text)
        reading_id = short_name("r-", f"{article_id}|{reading_digest(reading)}", READING_LENGTH)
        current = connection.execute(
            select(readings.c.reading_id, readings.c.text_id).where(readings.c.article_id == article_id, readings.c.is_current)
        ).one_or_none()
        if current is not None and current.reading_id == reading_id:
            return Changes(article_id=article_id)
        step = _Step(article_id=article_id, reading_id=reading_id, reading=reading, page=page, run=run, lexis=lexis)
        return _replace(connection, step, current.text_id if current is not None else None)


def _forget_problem(connection: Connection, page: Page) -> None:
    """Take away the problem of a page that could not be read before."""
    names = [page.source, *([page.meta.name] if page.meta.name else [])]
    connection.execute(problems.delete().where(problems.c.reading_id.is_(None), problems.c.article.in_(names)))


def _check(reading: Reading, page: Page) -> None:
    text = reading.text
    if text.page_id != page.page_id or text.text_id != text_id(text.letters):
        raise StoreError(
            f"{page.source}: the reading is not of this page (page {text.page_id[:12]}, text {text.text_id[:12]})."
            " Hand in the page that the text was cleaned from."
        )
    check_anchors(reading)


def _replace(connection: Connection, step: _Step, old_text: str | None) -> Changes:
    keep_run(connection, step.run)
    update_article(connection, step.article_id, step.page, step.reading.text)
    _keep_reading(connection, step)
    move = _move(connection, old_text, step.reading.text)
    stored = stored_claims(connection, step.article_id, move)
    found = step.reading.claims
    names = name_claims(connection, step.article_id, found, match_claims([one.held for one in stored], found))
    before = Sight(letters=move.old, ids={one.held.key: one.claim_id for one in stored if one.is_current})
    after = Sight(letters=move.new, ids=dict(zip((claim.anchor.key for claim in found), names, strict=True)))
    result = _compare(step, stored, dict(zip(names, found, strict=True)), (before, after))
    _keep_claims(connection, step, {one.claim_id: one for one in stored}, names)
    _retire(connection, result.lost)
    keep_changes(connection, result, step.run)
    _touch_records(connection, result, step.run)
    let_wait(connection, step.article_id)
    attach_again(connection, step.article_id)
    index_article(connection, _shelf(step, names), step.lexis)
    return result


def _shelf(step: _Step, names: Sequence[str]) -> Shelf:
    told = tuple(zip(names, step.reading.claims, strict=True))
    return Shelf(article_id=step.article_id, reading_id=step.reading_id, text=step.reading.text, claims=told)


def _move(connection: Connection, old_text: str | None, new: Text) -> Move:
    if old_text is None:
        return Move(old="", new=new.letters, blocks=())
    return Move(old=letters_of(connection, old_text), new=new.letters, blocks=align_texts(connection, old_text, new.text_id))


def _keep_reading(connection: Connection, step: _Step) -> None:
    here = readings.c.article_id == step.article_id
    connection.execute(readings.update().where(here, readings.c.is_current).values(is_current=False))
    back = readings.update().where(here, readings.c.reading_id == step.reading_id).values(is_current=True)
    if connection.execute(back).rowcount:
        return
    row = {
        "reading_id": step.reading_id,
        "article_id": step.article_id,
        "page_id": step.page.page_id,
        "text_id": step.reading.text.text_id,
        "version": step.reading.version,
        "data_digest": step.reading.data_digest,
        "text_body": text_body(step.reading.text),
        "is_current": True,
        "read_at": step.run.started,
    }
    connection.execute(readings.insert(), row)
    met = [
        {"reading_id": step.reading_id, "article": one.article, "stage": one.stage, "what": one.what, "remedy": one.remedy}
        for one in step.reading.problems
    ]
    if met:
        connection.execute(problems.insert(), met)


def _compare(step: _Step, stored: Sequence[Stored], named: Mapping[str, Claim], sights: tuple[Sight, Sight]) -> Changes:
    current = {one.claim_id: one for one in stored if one.is_current}
    changed: list[FieldChange] = []
    for claim_id, claim in named.items():
        if claim_id in current:
            changed += changed_fields(current[claim_id], claim, sights)
    return Changes(
        article_id=step.article_id,
        gained=tuple(claim_id for claim_id in named if claim_id not in current),
        lost=tuple(claim_id for claim_id in current if claim_id not in named),
        changed=tuple(changed),
    )


def _keep_claims(connection: Connection, step: _Step, stored: Mapping[str, Stored], names: Sequence[str]) -> None:
    common = {"article_id": step.article_id, "reading_id": step.reading_id, "state": "current"}
    rows = {
        name: {**claim_row(claim, place), **common}
        for place, (name, claim) in enumerate(zip(names, step.reading.claims, strict=True))
    }
    past = [
        {"claim_id": name, "reading_id": stored[name].reading_id, "body": stored[name].body}
        for name, row in rows.items()
        if name in stored and stored[name].body != row["body"]
    ]
    insert_new(connection, past_claims, past)
    again = [{"this_claim": name, **row} for name, row in rows.items() if name in stored]
    if again:
        connection.execute(claims.update().where(claims.c.claim_id == bindparam("this_claim")), again)
    fresh = [{"claim_id": name, **row} for name, row in rows.items() if name not in stored]
    if fresh:
        connection.execute(claims.insert(), fresh)


def _retire(connection: Connection, lost: Sequence[str]) -> None:
    if lost:
        connection.execute(claims.update().where(claims.c.claim_id.in_(lost)).values(state="retired"))


def _touch_records(connection: Connection, result: Changes, run: Run) -> None:
    moved = {*result.lost, *(one.claim_id for one in result.changed)}
    if moved:
        holding = select(record_members.c.record_id).where(record_members.c.claim_id.in_(moved))
        connection.execute(records.update().where(records.c.record_id.in_(holding)).values(updated=run.started))
