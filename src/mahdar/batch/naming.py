"""Which records does a store hold once its claims are grouped and named?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mahdar.language.language import Language
from mahdar.merge.ledger import known_from
from mahdar.merge.merge import merge
from mahdar.merge.naming import name_groups
from mahdar.records.claim import ActorClaim, MeetingClaim
from mahdar.records.group import Group, Member
from mahdar.records.judgement import Judgement, Target
from mahdar.records.record import LedgerLine
from mahdar.store.changes import Run
from mahdar.store.database import Store
from mahdar.store.judgements import Judged, find_judgements
from mahdar.store.ledger import save_records
from mahdar.store.query import current_claims, letters_of


def name_records(store: Store, language: Language, *, run: Run) -> tuple[LedgerLine, ...]:
    """Group the current claims of the store, give each group its lasting id, and return the acts that this took."""
    groups = group_claims(store, language, as_of=run.started)
    return save_records(store, lambda known: name_groups(groups, known_from(known)), run=run)[1]


def group_claims(store: Store, language: Language, *, as_of: str | None) -> tuple[Group, ...]:
    """Return all groups of the claims that the store holds now, as people's judgements want them."""
    members = current_claims(store)
    claims = {member.claim_id: member for member in members}
    judgements = [_said_now(judged, claims) for judged in find_judgements(store)]
    texts = {member.claim.anchor.text for member in members if not isinstance(member.claim, ActorClaim | MeetingClaim)}
    letters = {text: letters_of(store, text) for text in sorted(texts)}
    return merge(members, judgements, language, as_of=as_of, letters=letters)


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
