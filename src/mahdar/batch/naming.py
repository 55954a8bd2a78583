"""Which records does a store hold once its claims are grouped and named?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from mahdar.batch.around import name_around
from mahdar.language.language import Language
from mahdar.merge.around import Found
from mahdar.merge.kinds import keys_around, shape_of
from mahdar.merge.ledger import known_from
from mahdar.merge.merge import merge
from mahdar.merge.naming import name_groups
from mahdar.merge.near import numbers_of
from mahdar.pipeline import VERSION
from mahdar.records.claim import ActorClaim, MeetingClaim
from mahdar.records.group import Group, Member
from mahdar.records.judgement import Judgement, Target
from mahdar.records.record import LedgerLine
from mahdar.store.around import (
    claims_named,
    count_claims,
    grouped_mark,
    letters_in,
    no_longer_waiting,
    put_keys,
    set_mark,
    waiting_articles,
)
from mahdar.store.changes import Run
from mahdar.store.database import Store
from mahdar.store.judgements import Judged, find_judgements
from mahdar.store.ledger import lock_records, save_records
from mahdar.store.query import current_claims

FEW, MOST = 200, 0.2
"""Claims, and share of all claims, up to which only what new ones lead to is grouped anew."""


def name_records(store: Store, language: Language, *, run: Run) -> tuple[LedgerLine, ...]:
    """Group the claims of the articles that wait, and what ties lead to, and return the acts of naming that this took.

    All claims are grouped where that is less work, or where code or data are others than last time.
    """
    mark = f"{VERSION} {language.digest}"
    with store.write() as connection:
        last, articles = waiting_articles(connection)
        if grouped_mark(connection) == mark and _are_few(connection, articles):
            if not articles:
                return ()
            lock_records(connection)
            claims = {member.claim_id: member for member in _attached(store)}
            said = [_said_now(judged, claims) for judged in find_judgements(store)]
            lines = name_around(connection, articles, said, language, run=run)
            no_longer_waiting(connection, last)
            return lines
    return _name_all(store, language, run=run, last=last)


def _are_few(connection: Connection, articles: Sequence[str]) -> bool:
    many = count_claims(connection, articles)
    return many <= FEW or many <= MOST * count_claims(connection)


def _name_all(store: Store, language: Language, *, run: Run, last: int) -> tuple[LedgerLine, ...]:
    members, letters = _all_claims(store)
    groups = _merged(store, language, (members, letters), as_of=run.started)
    lines = save_records(store, lambda known: name_groups(groups, known_from(known)), run=run)[1]
    keys = {one.claim_id: numbers_of(keys_around(one, shape_of(one, language, letters)))[0] for one in members}
    with store.write() as connection:
        put_keys(connection, keys, of=None)
        set_mark(connection, f"{VERSION} {language.digest}")
        no_longer_waiting(connection, last)
    return lines


def group_claims(store: Store, language: Language, *, as_of: str | None) -> tuple[Group, ...]:
    """Return all groups of the claims that the store holds now, as people's judgements want them."""
    return _merged(store, language, _all_claims(store), as_of=as_of)


def _all_claims(store: Store) -> Found:
    """Return all current claims, and the letters of those that are compared by words."""
    members = current_claims(store)
    texts = {member.claim.anchor.text for member in members if not isinstance(member.claim, ActorClaim | MeetingClaim)}
    with store.read() as connection:
        return members, letters_in(connection, texts)


def _merged(store: Store, language: Language, told: Found, *, as_of: str | None) -> tuple[Group, ...]:
    members, letters = told
    claims = {member.claim_id: member for member in members}
    judgements = [_said_now(judged, claims) for judged in find_judgements(store)]
    return merge(members, judgements, language, as_of=as_of, letters=letters)


def _attached(store: Store) -> tuple[Member, ...]:
    """Return the claims to which anything that a person said is attached."""
    names = {one.claim_id for judged in find_judgements(store) for one in judged.attachments if one.claim_id}
    with store.read() as connection:
        return claims_named(connection, names)


def _said_now(judged: Judged, claims: Mapping[str, Member]) -> Judgement:
    """Return a judgement whose targets lie where the claims that it is attached to stand now; orphans stay as they were."""
    places = [_place(claims.get(one.claim_id or ""), one.state) for one in judged.attachments]
    targets = zip(judged.judgement.targets, places, strict=True)
    return replace(judged.judgement, targets=tuple(_moved(target, member) for target, member in targets))


def _place(member: Member | None, state: str) -> Member | None:
    return member if state == "attached" else None


def _moved(target: Target, member: Member | None) -> Target:
    if member is None:
        return target
    return replace(target, text=member.claim.anchor.text, span=member.claim.anchor.evidence)
