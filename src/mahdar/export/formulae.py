"""Which wordings recur in the statements of a store, first and last used when and by whom?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mahdar.language.language import Language
from mahdar.merge.formulae import LEAST, Formula, Spoken, find_formulae
from mahdar.records.claim import StatementClaim
from mahdar.records.group import Member
from mahdar.records.text import Text
from mahdar.records.value import Value, value_of
from mahdar.store.database import Store
from mahdar.store.query import current_claims, texts_of

JOINT = "+"


def formulae_of(store: Store, language: Language, *, sides: Iterable[str] = (), least: int = LEAST) -> tuple[Formula, ...]:
    """Return the formulae of a store's statements; with `sides`, of what these say."""
    wanted = set(sides)
    members = current_claims(store, kind="statement")
    spoken = spoken_in(members, texts_of(store, {member.article_id for member in members}))
    return find_formulae([one for one in spoken if not wanted or wanted & set(one.sides)], language, least=least)


def spoken_in(members: Iterable[Member], texts: Mapping[str, Text]) -> list[Spoken]:
    """Return what is said in some statements whose side is known, with the day of its report."""
    return [
        _spoken(member, member.claim, texts[member.article_id])
        for member in members
        if isinstance(member.claim, StatementClaim) and member.claim.voice == "attributed" and isinstance(member.claim.of, Value)
    ]


def _spoken(member: Member, claim: StatementClaim, text: Text) -> Spoken:
    return Spoken(
        claim_id=member.claim_id,
        article_id=member.article_id,
        letters=text.words_of(claim.content),
        start=claim.content.start,
        sides=tuple((value_of(claim.of) or "").split(JOINT)),
        speaker=value_of(claim.speaker),
        day=member.published[:10] if member.published else None,
    )
