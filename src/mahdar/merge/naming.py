"""Which name does a group bear? The only place where an id is given or inherited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mahdar.merge.ledger import Known, KnownRecord, Outside, new_id
from mahdar.records.claim import MeetingClaim
from mahdar.records.group import Group, Link, Member
from mahdar.records.record import LedgerLine, Record


def name_groups(groups: Sequence[Group], known: Known) -> tuple[tuple[Record, ...], tuple[LedgerLine, ...]]:
    """Return all groups with their ids, and the acts that this took; `groups` are all groups of the store, in any order.

    A group takes the id that holds most of its claims (a tie: the oldest); ids that no group takes redirect to where their
    claims went; of a split record the larger part keeps the id. An id that has no claim left is retired.
    """
    ordered = sorted((group for group in groups if group.members), key=_first_claim)
    shared = _shared(ordered, known)
    ids, given = _named(ordered, shared, known)
    lines = (*given, *_left(shared, ids, known))
    split_from = {**_split_from(known), **{line.record_id: line.other for line in given if line.act == "split"}}
    records = _records(ordered, ids, split_from, known.outside)
    age = {one.record_id: place for place, one in enumerate(known.records)}
    return tuple(sorted(records, key=lambda record: age.get(record.record_id, len(age)))), lines


def _first_claim(group: Group) -> str:
    return min(member.claim_id for member in group.members)


def _shared(groups: Sequence[Group], known: Known) -> list[Counter[int]]:
    """Return for each group how many claims it has in common with which known records, by their age."""
    holders: dict[str, list[int]] = {}
    for age, one in enumerate(known.records):
        for claim_id in one.claims if one.state != "redirected" else ():
            holders.setdefault(claim_id, []).append(age)
    return [
        Counter(age for claim_id in {member.claim_id for member in group.members} for age in holders.get(claim_id, ()))
        for group in groups
    ]


def _inherited(shared: Sequence[Counter[int]], known: Known) -> dict[int, int]:
    """Return for each group that inherits an id the age of the known record; a living id goes before a retired one."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    pairs = [
        (known.records[age].state == "retired", -many, age, place)
        for place, ages in enumerate(shared)
        for age, many in ages.items()
    ]
    for _, _, age, place in sorted(pairs):
        if place not in found and age not in taken:
            found[place] = age
            taken.add(age)
    return found


def _named(groups: Sequence[Group], shared: Sequence[Counter[int]], known: Known) -> tuple[list[str], tuple[LedgerLine, ...]]:
    """Return the id of each group, and a line for each id that is new or back."""
    inherited = _inherited(shared, known)
    taken = {*known.outside.taken, *(one.record_id for one in known.records)}
    ids: list[str] = []
    lines: list[LedgerLine] = []
    for place, group in enumerate(groups):
        if place in inherited:
            heir = known.records[inherited[place]]
            ids.append(heir.record_id)
            lines += _back(heir)
            continue
        record_id = new_id(_oldest(group).claim_id, known, taken)
        taken.add(record_id)
        ids.append(record_id)
        lines.append(_given(record_id, group, _origin(shared[place], known)))
    return ids, tuple(lines)


def _oldest(group: Group) -> Member:
    return min(group.members, key=lambda member: (member.published is None, member.published or "", member.claim_id))


def _origin(shared: Counter[int], known: Known) -> KnownRecord | None:
    """Return the record that most claims of a group without an heir come from."""
    return known.records[min(shared, key=lambda age: (-shared[age], age))] if shared else None


def _given(record_id: str, group: Group, origin: KnownRecord | None) -> LedgerLine:
    many = len(group.members)
    claims = "1 claim" if many == 1 else f"{many} claims"
    if origin is None:
        return LedgerLine(record_id=record_id, act="given", other=None, reason=f"a new group of {claims}")
    reason = f"{claims} of {origin.record_id} are another event; the larger part keeps the id"
    return LedgerLine(record_id=record_id, act="split", other=origin.record_id, reason=reason)


def _back(heir: KnownRecord) -> list[LedgerLine]:
    if heir.state != "retired":
        return []
    return [LedgerLine(record_id=heir.record_id, act="given", other=None, reason="its claims are back")]


def _left(shared: Sequence[Counter[int]], ids: Sequence[str], known: Known) -> Iterable[LedgerLine]:
    """Give a line for each known id that no group took: it redirects to where most of its claims went, or it is retired."""
    heirs: dict[int, str] = {}
    for _, place, age in sorted((-many, place, age) for place, ages in enumerate(shared) for age, many in ages.items()):
        heirs.setdefault(age, ids[place])
    borne = set(ids)
    for age, one in enumerate(known.records):
        if one.state == "redirected" or one.record_id in borne:
            continue
        heir = heirs.get(age)
        if heir is not None:
            yield LedgerLine(
                record_id=one.record_id, act="redirected", other=heir, reason=f"its claims are the same event as {heir}"
            )
        elif one.state == "live":
            yield LedgerLine(record_id=one.record_id, act="retired", other=None, reason="no article makes any of its claims now")


def _split_from(known: Known) -> dict[str, str | None]:
    return {one.record_id: one.split_from for one in known.records if one.split_from is not None}


def _records(
    groups: Sequence[Group], ids: Sequence[str], split_from: Mapping[str, str | None], outside: Outside
) -> Iterable[Record]:
    by_claim = dict(outside.claims)
    by_claim.update({member.claim_id: name for name, group in zip(ids, groups, strict=True) for member in group.members})
    by_key = dict(outside.spots) | {
        (member.article_id, member.claim.anchor.key): name
        for name, group in zip(ids, groups, strict=True)
        for member in group.members
    }
    for name, group in zip(ids, groups, strict=True):
        links = [*_possibly(group, by_claim), *_within(group, by_key), *_split(split_from.get(name))]
        yield Record(record_id=name, group=group, links=_once(links, name))


def _possibly(group: Group, by_claim: Mapping[str, str]) -> Iterable[Link]:
    for claim_id, why in group.possibly:
        if claim_id in by_claim:
            yield Link(other=by_claim[claim_id], relation="possibly_same", why=why)


def _within(group: Group, by_key: Mapping[tuple[str, str], str]) -> Iterable[Link]:
    for member in group.members:
        claim = member.claim
        whole = by_key.get((member.article_id, claim.within)) if isinstance(claim, MeetingClaim) and claim.within else None
        if whole is not None:
            yield Link(other=whole, relation="within", why=f"told as part of it in {member.article_id}")


def _split(origin: str | None) -> Iterable[Link]:
    if origin is not None:
        yield Link(other=origin, relation="split_from", why="was part of it until a later reading")


def _once(links: Iterable[Link], own: str) -> tuple[Link, ...]:
    """Return one link for each other record and relation, in order; never one to the record itself."""
    first: dict[tuple[str, str], Link] = {}
    for link in sorted(links, key=lambda link: (link.relation, link.other, link.why)):
        if link.other != own:
            first.setdefault((link.relation, link.other), link)
    return tuple(first.values())
