"""What did a run gain, lose and change, in words?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mahdar.records.group import Member
from mahdar.store.changes import Changes, FieldChange
from mahdar.store.database import Store
from mahdar.store.query import find_articles, find_claim, letters_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A claim by its kind and the words that say it."""

    claim_id: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of one article's claims; `name` is what people know the article by."""

    article_id: str
    name: str
    gained: tuple[Shown, ...]
    lost: tuple[Shown, ...]
    changed: tuple[FieldChange, ...]


def tell_changes(store: Store, changes: Iterable[Changes]) -> tuple[Told, ...]:
    """Return the changes of each article that has any, with the words of its claims."""
    names = {one.article_id: one.name or one.url or one.title or "" for one in find_articles(store)}
    return tuple(
        Told(
            article_id=each.article_id,
            name=names.get(each.article_id, ""),
            gained=shown_claims(store, (find_claim(store, claim_id) for claim_id in each.gained)),
            lost=shown_claims(store, (find_claim(store, claim_id) for claim_id in each.lost)),
            changed=each.changed,
        )
        for each in changes
        if not each.is_empty()
    )


def shown_claims(store: Store, members: Iterable[Member]) -> tuple[Shown, ...]:
    """Return claims with the words that say them."""
    held = tuple(members)
    letters = {text: letters_of(store, text) for text in {member.claim.anchor.text for member in held}}
    return tuple(_shown(member, letters[member.claim.anchor.text]) for member in held)


def _shown(member: Member, letters: str) -> Shown:
    span = member.claim.anchor.evidence
    return Shown(claim_id=member.claim_id, kind=member.claim.kind, words=" ".join(letters[span.start : span.end].split()))
