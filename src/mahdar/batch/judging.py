"""What does a person say of a claim or record, and where does it stand?"""

from __future__ import annotations

from datetime import datetime

from mahdar.batch.naming import name_records
from mahdar.errors import StoreError
from mahdar.language.language import Language
from mahdar.records.judgement import Judgement, Said
from mahdar.store.changes import run_at
from mahdar.store.database import Store
from mahdar.store.judgements import Judged, add_judgement, judgement_name, target_of
from mahdar.store.query import Tombstone, find_claim, find_record

CLAIM = "c-"
PAIRS = ("same", "different", "unsure")
"""Verdicts on two records: what belongs together is settled anew."""


def judge_and_name(store: Store, said: Said, language: Language) -> Judged:
    """Keep what a person says and, where it is about two records, let it join or part them at once."""
    judged = judge(store, said)
    if said.verdict in PAIRS:
        name_records(store, language, run=run_at(datetime.fromisoformat(said.when)))
    return judged


def judge(store: Store, said: Said) -> Judged:
    """Keep what a person says, with a snapshot of what is shown there now, and return it."""
    claims = tuple(claim_of(store, name) for name in said.about)
    targets = tuple(target_of(store, claim_id, field=said.field) for claim_id in claims)
    judgement = Judgement(
        judgement_id=judgement_name(said.verdict, targets, said.who, said.when),
        verdict=said.verdict,
        targets=targets,
        value=said.value,
        who=said.who,
        when=said.when,
        why=said.why,
    )
    return add_judgement(store, judgement, claim_ids=claims)


def claim_of(store: Store, name: str) -> str:
    """Return a claim's own id, or for a record that of its first claim."""
    if name.startswith(CLAIM):
        return find_claim(store, name).claim_id
    found = find_record(store, name)
    if isinstance(found, Tombstone):
        raise StoreError(f"the record {name!r} is retired: {found.reason}. Judge a living one: `mahdar show`.")
    return found.group.members[0].claim_id
