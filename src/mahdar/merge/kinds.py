"""How is a claim of each kind compared, and under which keys is it found?"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from mahdar.language.language import Language
from mahdar.merge.actors import PEOPLE, listed_actor, unlisted
from mahdar.merge.fingerprint import fingerprint
from mahdar.merge.gather import Rule
from mahdar.merge.meetings import MEETINGS
from mahdar.merge.near import Keys
from mahdar.merge.sayings import WORDS, saying
from mahdar.merge.verdict import NOTHING, Verdict, same
from mahdar.records.claim import ActorClaim, MeetingClaim
from mahdar.records.group import Member

LISTED = "listed"
TWIN = "twin"


def shape_of(member: Member, language: Language, letters: Mapping[str, str]) -> Hashable:
    """Return what of a claim is compared; `letters` are those of its text, by text id."""
    claim = member.claim
    if isinstance(claim, MeetingClaim):
        return fingerprint(member, claim, language)
    if isinstance(claim, ActorClaim):
        return listed_actor(claim) or unlisted(claim, language)
    return saying(member, language, letters)


def keys_around(member: Member, shape: Any) -> Keys:
    """Return the keys under which a claim is found among all kinds; the same words of the same text are always compared."""
    spot = member.claim.anchor
    own = (member.claim.kind,)
    if isinstance(shape, str):
        return Keys(told=frozenset({(*own, LISTED, shape)}))
    keys = _rule(member.claim.kind).keys(shape)
    told = {(*own, *key) for key in keys.told} | {(*own, TWIN, spot.text, spot.key)}
    return Keys(told=frozenset(told), found=_of(own, keys.found), asked=_of(own, keys.asked))


def compare_claims(one: tuple[Member, Any], other: tuple[Member, Any]) -> Verdict:
    """Return how two claims stand, each with its shape."""
    (mine, my_shape), (his, his_shape) = one, other
    if mine.claim.kind != his.claim.kind or isinstance(my_shape, str) or isinstance(his_shape, str):
        return NOTHING
    spots = [(member.claim.anchor.text, member.claim.anchor.key) for member in (mine, his)]
    if spots[0] == spots[1]:
        return same(0, "the same words of the same text")
    return _rule(mine.claim.kind).compare(my_shape, his_shape)


def _of(own: tuple[str], keys: frozenset[tuple[object, ...]]) -> frozenset[tuple[object, ...]]:
    return frozenset((*own, *key) for key in keys)


def _rule(kind: str) -> Rule[Any]:
    if kind == "meeting":
        return MEETINGS
    return PEOPLE if kind == "actor" else WORDS
