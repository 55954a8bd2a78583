"""What changes in the records where only some articles are new? Only what their claims lead to is grouped again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from mahdar.language.language import Language
from mahdar.merge.actors import listed_actor
from mahdar.merge.around import Doubt, Found, Surroundings, surroundings
from mahdar.merge.join import MOST_LINKS
from mahdar.merge.judged import judged_pairs
from mahdar.merge.kinds import LISTED, keys_around, shape_of
from mahdar.merge.ledger import Outside, known_from, supply_id
from mahdar.merge.merge import merge
from mahdar.merge.naming import name_groups
from mahdar.merge.near import Keys, numbers_of
from mahdar.records.claim import ActorClaim, MeetingClaim
from mahdar.records.group import Group, Member
from mahdar.records.judgement import Judgement
from mahdar.records.record import LedgerLine, Record
from mahdar.store import around as shelf
from mahdar.store.changes import Run
from mahdar.store.ledger import bodies_of, keep_named, known_among, move_claims, relink

ATTEMPTS = 3
"""Ids that are looked up for each new group, so that none is given twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What grouping some articles anew needs: the language, what people said, and the run that does it."""

    connection: Connection
    language: Language
    said: tuple[Judgement, ...]
    run: Run

    def found(self, members: Iterable[Member]) -> Found:
        """Return claims with the letters that they are compared by."""
        told = tuple(members)
        texts = {one.claim.anchor.text for one in told if not isinstance(one.claim, ActorClaim | MeetingClaim)}
        return told, shelf.letters_in(self.connection, texts)


def name_around(
    connection: Connection, articles: Sequence[str], said: Sequence[Judgement], language: Language, *, run: Run
) -> tuple[LedgerLine, ...]:
    """Group the claims of some articles and all that ties lead to, name these groups, and return the acts that this took."""
    desk = _Desk(connection=connection, language=language, said=tuple(said), run=run)
    told, touched = shelf.claims_told(connection, articles), shelf.ever_told(connection, articles)
    _put(desk, articles, told)
    before = shelf.holders(connection, touched)
    large, listed = _into_listed(desk, told, before, touched)
    others = [member for member in told if member.claim_id not in listed]
    known = set(before.values()) - large
    around = _around(desk, others, known)
    inside = {member.claim_id for member in around.members}
    known |= set(shelf.holders(connection, inside | touched).values()) - large
    groups = merge(around.members, said, language, as_of=run.started, letters=around.letters)
    doubts = [doubt for doubt in around.doubts if doubt.other not in inside]
    holder = shelf.holders(connection, {doubt.other for doubt in doubts})
    groups = tuple(_with_doubts(group, doubts, holder) for group in groups)
    outside = _outside(desk, groups, holder)
    rows = known_among(connection, known)
    records, lines = keep_named(connection, name_groups(groups, replace(known_from(rows), outside=outside)), run=run)
    _link_back(desk, records, doubts, (holder, inside | touched))
    return lines


def _put(desk: _Desk, articles: Sequence[str], told: Sequence[Member]) -> None:
    """Put the claims of the articles under their keys."""
    _, letters = desk.found(told)
    keys = {one.claim_id: numbers_of(keys_around(one, shape_of(one, desk.language, letters)))[0] for one in told}
    shelf.put_keys(desk.connection, keys, of=articles)


def _into_listed(desk: _Desk, told: Sequence[Member], before: Mapping[str, str], touched: set[str]) -> tuple[set[str], set[str]]:
    """Bring claims of listed actors into the records of these; return those records, and the claims that are settled so.

    A state may have ten thousand claims: none of them is loaded to add one.
    """
    wanted: dict[str, set[str]] = {}
    for member in told:
        actor = listed_actor(member.claim) if isinstance(member.claim, ActorClaim) else None
        if actor is not None:
            wanted.setdefault(actor, set()).add(member.claim_id)
    held: dict[str, tuple[str, set[str]]] = {}
    for actor, claims in wanted.items():
        [number] = numbers_of(Keys(told=frozenset({("actor", LISTED, actor)})))[0]
        record = shelf.record_under(desk.connection, number, touched)
        if record is not None:
            held[record] = (actor, claims)
    left = shelf.large_actors(desk.connection, set(before.values()), touched) - set(held)
    for record in sorted(left | set(held)):
        actor, wanted_here = held.get(record, ("", set()))
        mine = {claim for claim, holder in before.items() if holder == record}
        move_claims(desk.connection, record, gone=mine - wanted_here, come=wanted_here - mine, run=desk.run)
        _say_why(desk, record, actor)
    return left | set(held), {claim for _, claims in held.values() for claim in claims}


def _say_why(desk: _Desk, record: str, actor: str) -> None:
    """Let a record of a listed actor say why its claims are one, where it holds several."""
    for body in bodies_of(desk.connection, [record]).values():
        name = actor or "".join(body["why"]).removeprefix(shelf.LISTED)
        why = [f"{shelf.LISTED}{name}"] if len(shelf.held_by(desk.connection, [record])) > 1 and name else []
        if body["why"] != why:
            relink(desk.connection, record, {**body, "why": why}, desk.run)


def _around(desk: _Desk, others: Sequence[Member], known: set[str]) -> Surroundings:
    """Return all claims whose groups may change, with all that their records hold."""
    spoken = desk.found(shelf.claims_in_texts(desk.connection, {target.text for one in desk.said for target in one.targets}))

    seen: set[str] = set()

    def near(keys: Iterable[Keys]) -> Found:
        numbers = {number for one in keys for number in numbers_of(one)[1]}
        fresh = shelf.claims_under(desk.connection, numbers) - seen
        seen.update(fresh)
        members, letters = desk.found(shelf.claims_named(desk.connection, fresh))
        return (*members, *spoken[0]), {**letters, **spoken[1]}

    judged = judged_pairs(spoken[0], desk.said)
    seeds = {member.claim_id: member for member in others}
    missing = shelf.held_by(desk.connection, known) - set(seeds)
    while True:
        seeds.update((member.claim_id, member) for member in shelf.claims_named(desk.connection, missing))
        seen.clear()
        found = surroundings(desk.found(seeds.values()), near, judged, desk.language)
        known = known | set(shelf.holders(desk.connection, {member.claim_id for member in found.members}).values())
        held = {member.claim_id for member in shelf.claims_named(desk.connection, shelf.held_by(desk.connection, known))}
        missing = held - {member.claim_id for member in found.members}
        if not missing:
            return found


def _with_doubts(group: Group, doubts: Sequence[Doubt], holder: Mapping[str, str]) -> Group:
    """Return a group with its strongest doubt toward each record outside."""
    mine = {member.claim_id for member in group.members}
    best: dict[str, Doubt] = {}
    for doubt in doubts:
        record = holder.get(doubt.other)
        if doubt.one in mine and record and (record not in best or doubt.strength > best[record].strength):
            best[record] = doubt
    strongest = sorted(best.values(), key=lambda doubt: (-doubt.strength, doubt.other))[: MOST_LINKS - len(group.possibly)]
    links = sorted({*group.possibly, *((doubt.other, doubt.why) for doubt in strongest)})
    return replace(group, possibly=tuple(links))


def _outside(desk: _Desk, groups: Sequence[Group], holder: Mapping[str, str]) -> Outside:
    """Return what naming must know of the records that stay as they are."""
    oldest = {member.claim_id for group in groups for member in group.members}
    ids = {supply_id(claim, attempt) for claim in oldest for attempt in range(ATTEMPTS)}
    within = {
        (member.article_id, member.claim.within)
        for group in groups
        for member in group.members
        if isinstance(member.claim, MeetingClaim) and member.claim.within
    }
    return Outside(
        taken=frozenset(shelf.which_are(desk.connection, ids)),
        claims=tuple(sorted(holder.items())),
        spots=tuple(sorted(shelf.records_at(desk.connection, within).items())),
    )


def _link_back(
    desk: _Desk, records: Sequence[Record], doubts: Sequence[Doubt], sides: tuple[Mapping[str, str], set[str]]
) -> None:
    """Let the records outside show their doubts toward the new groups, and no longer those toward what changed."""
    holder, changed = sides
    named = {member.claim_id: record.record_id for record in records for member in record.group.members}
    best: dict[tuple[str, str], Doubt] = {}
    for doubt in doubts:
        pair = (holder.get(doubt.other, ""), named.get(doubt.one, ""))
        if all(pair) and (pair not in best or doubt.strength > best[pair].strength):
            best[pair] = doubt
    for record_id, body in bodies_of(desk.connection, {record for record, _ in best}).items():
        mine = {other: doubt for (record, other), doubt in best.items() if record == record_id}
        possibly = [pair for pair in body["possibly"] if pair[0] not in changed]
        possibly = sorted([*possibly, *([doubt.one, doubt.why] for doubt in mine.values())])[:MOST_LINKS]
        old = {named.get(claim) for claim, _ in body["possibly"] if claim in changed}
        links = [link for link in body["links"] if link["relation"] != "possibly_same" or link["other"] not in {*mine, *old}]
        links += [{"other": other, "relation": "possibly_same", "why": doubt.why} for other, doubt in sorted(mine.items())]
        new = {**body, "possibly": possibly, "links": sorted(links, key=lambda link: (link["relation"], link["other"]))}
        if new != body:
            relink(desk.connection, record_id, new, desk.run)
