"""Which claims report the same words, the same position, agreement, document or event?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from mahdar.language.language import Language
from mahdar.merge.days import day_number
from mahdar.merge.gather import Rule, gather
from mahdar.merge.judged import ClaimPair
from mahdar.merge.near import Keys
from mahdar.merge.people import Who, is_one_person, who_is
from mahdar.merge.verdict import NOTHING, Verdict, apart, possibly, same
from mahdar.merge.words import contained, content_words, plain_words, runs
from mahdar.records.claim import (
    AgreementClaim,
    CapacityClaim,
    Claim,
    DocumentClaim,
    EventClaim,
    InitiativeClaim,
    StanceClaim,
    StatementClaim,
    TimingClaim,
)
from mahdar.records.group import Group, Member
from mahdar.records.value import Span, value_of

QUOTED, HELD = 0.9, 0.6
"""Share of the shorter wording's words that the other must hold: of a quotation, and of an agreement or event."""
IN_ORDER = 0.7
"""Share of neighbouring words that must be neighbours in the other wording too."""
LIKELY = 0.5
OTHER = 0.3
"""Share below which two wordings of some length are of other matters."""
FEW, LONG = 5, 8
WINDOW = 5
"""Days between reports of one quotation, agreement or event."""
WEIGHT = 40
SHORT, SAMPLED = 12, 4
"""Runs up to which each is a key; of a longer wording each fourth is."""


class Saying(NamedTuple):
    """What words, positions, agreements, documents and events are compared by."""

    kind: str
    parties: tuple[str, ...]
    person: Who | None
    detail: tuple[str, ...]
    words: tuple[str, ...]
    seen: int | None


KINDS = (
    StatementClaim,
    StanceClaim,
    AgreementClaim,
    DocumentClaim,
    EventClaim,
    InitiativeClaim,
    CapacityClaim,
    TimingClaim,
)


def group_words(
    members: Sequence[Member], judged: Mapping[ClaimPair, Verdict], language: Language, *, letters: Mapping[str, str]
) -> tuple[Group, ...]:
    """Return statements, stances, agreements, documents and events as groups; `letters` holds the texts."""
    groups: list[Group] = []
    for kind in KINDS:
        told = [member for member in members if isinstance(member.claim, kind)]
        shapes = {member.claim_id: saying(member, language, letters) for member in told}
        groups += gather(told, shapes, judged, WORDS)
    return tuple(groups)


def compare_sayings(one: Saying, other: Saying) -> Verdict:
    """Return how two wordings stand: one where parties and type agree, the days are near and the words are in common."""
    if one[:2] != other[:2] or one.detail != other.detail:
        return apart("other parties or another type")
    if one.person and other.person and not is_one_person(one.person, other.person):
        return apart("other speakers")
    if one.seen is None or other.seen is None or abs(one.seen - other.seen) > WINDOW:
        return NOTHING
    share, shorter = contained(one.words, other.words), min(len(one.words), len(other.words))
    needed, least = (QUOTED, FEW) if one.kind in {"statement", "stance"} else (HELD, 2)
    strength = int(WEIGHT * share) + (one.person is not None and other.person is not None)
    if shorter >= LONG and share < OTHER:
        return apart("other words")
    if shorter < least or share < needed or (needed == QUOTED and contained(runs(one.words, 2), runs(other.words, 2)) < IN_ORDER):
        return possibly(strength, "the same speaker; words in common") if shorter >= FEW and share >= LIKELY else NOTHING
    if (one.person is None) != (other.person is None):
        return possibly(strength, "the same words, once by a side and once by a person of it")
    return same(strength, "the same parties and words within days")


def saying(member: Member, language: Language, letters: Mapping[str, str]) -> Saying:
    """Return what a claim is compared by."""
    claim, seen = member.claim, day_number(member.published)

    def letters_of(span: Span) -> str:
        return letters.get(claim.anchor.text, "")[span.start : span.end]

    def words(span: Span) -> tuple[str, ...]:
        return plain_words(letters_of(span), language.folding)

    if isinstance(claim, StatementClaim):
        of = (value_of(claim.of) or "",)
        person = who_is(claim.speaker_actor, value_of(claim.speaker), language) if claim.mode != "joint" else None
        return Saying("statement", of, person, (), words(claim.content), seen)
    if isinstance(claim, StanceClaim):
        detail = (claim.stance.value, str(claim.negated))
        return Saying("stance", (claim.actor,), None, detail, words(claim.object), seen)
    if isinstance(claim, AgreementClaim):
        return Saying(
            "agreement", tuple(sorted(claim.parties)), None, (), content_words(letters_of(claim.content), language), seen
        )
    if isinstance(claim, DocumentClaim):
        title = plain_words(claim.title.value, language.folding)
        return Saying("document", tuple(sorted(claim.issuers)), None, (claim.form.value,), title, seen)
    if isinstance(claim, EventClaim):
        sides = (*sorted(claim.actors), ">", *sorted(claim.recipients))
        return Saying("event", sides, None, (claim.type.value,), content_words(letters_of(claim.anchor.evidence), language), seen)
    return _saying_beside(claim, language, letters_of, seen)


def _saying_beside(claim: Claim, language: Language, letters_of: Callable[[Span], str], seen: int | None) -> Saying:
    """Return what an initiative, a capacity or a time told of something is compared by."""
    if isinstance(claim, InitiativeClaim):
        listed = value_of(claim.initiative)
        words = (listed,) * 2 if listed else content_words(claim.title.value, language)
        sponsors = value_of(claim.sponsors)
        return Saying("initiative", tuple(sorted(sponsors or ())), None, (claim.form.value, listed or ""), words, seen)
    if isinstance(claim, CapacityClaim):
        holders = tuple(sorted(party.actor or party.of or "" for party in claim.holders))
        body = value_of(claim.body_id) or ""
        words = (body,) * 2 if body else content_words(letters_of(claim.anchor.evidence), language)
        return Saying("capacity", holders, None, (claim.capacity.value, body), words, seen)
    if isinstance(claim, TimingClaim):
        both = content_words(f"{letters_of(claim.timed)} {letters_of(claim.object)}", language)
        return Saying("timing", (), None, (claim.relation.value,), both, seen)
    return Saying(claim.kind, (), None, (), (), seen)


def _keys(one: Saying) -> Keys:
    """Return the keys of a wording: quotations by their runs of words, the rest by parties, type, days and a word.

    A long wording has but some of its runs as keys, the same in every wording that holds them.
    """
    if one.seen is None:
        return Keys()
    own = (one.kind, one.parties, one.detail)
    if one.kind in {"statement", "stance"}:
        sums = [crc32(" ".join(run).encode()) for run in runs(one.words, 3)]
        kept = sums if len(sums) <= SHORT else [one for one in sums if one % SAMPLED == 0] or [min(sums)]
        return Keys(told=frozenset((*own, run) for run in kept))
    windows = (one.seen // WINDOW, one.seen // WINDOW + 1)
    return Keys(told=frozenset((*own, window, word) for window in windows for word in one.words))


WORDS = Rule(compare=compare_sayings, keys=_keys)
"""How wordings are compared."""
