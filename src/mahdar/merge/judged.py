"""What did people say of two claims?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from mahdar.merge.verdict import Verdict, apart, possibly, same
from mahdar.records.group import Member
from mahdar.records.judgement import Judgement, Target

ClaimPair: TypeAlias = tuple[str, str]
SAID = 1000
"""Strength of a tie that a person made: above all that the program finds."""
HALF = 0.5
"""Share of the longer span that a target and a claim's evidence must have in common."""


def judged_pairs(members: Iterable[Member], judgements: Sequence[Judgement]) -> dict[ClaimPair, Verdict]:
    """Return what people said of pairs of claims, by their ids in order; `different` beats `same`, and says so.

    Of one person's words on a pair the last count. Claims are found by kind, text and place of the evidence.
    """
    wanted = [one for one in judgements if one.verdict in {"same", "different", "unsure"} and len(one.targets) > 1]
    texts = {target.text for one in wanted for target in one.targets}
    by_text: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        if member.claim.anchor.text in texts:
            by_text[member.claim.anchor.text].append(member)
    said: dict[ClaimPair, dict[str, Judgement]] = defaultdict(dict)
    for one in sorted(wanted, key=lambda judgement: (judgement.when, judgement.judgement_id)):
        for pair in _pairs(one, by_text):
            said[pair][one.who] = one
    return {pair: _weigh(list(by_person.values())) for pair, by_person in said.items()}


def _pairs(judgement: Judgement, by_text: Mapping[str, Sequence[Member]]) -> Iterable[ClaimPair]:
    first, *others = (_found(target, by_text.get(target.text, ())) for target in judgement.targets)
    for one in first:
        for other in (claim for claims in others for claim in claims if claim != one):
            yield (one, other) if one < other else (other, one)


def _found(target: Target, members: Sequence[Member]) -> list[str]:
    """Return the claims of a text at which a judgement points: those whose evidence lies nearest, all of one place."""
    near = [(_overlap(target, member), member.claim_id) for member in members if member.claim.kind == target.kind]
    best = max((share for share, _ in near), default=0.0)
    return sorted(claim_id for share, claim_id in near if share == best and share >= HALF)


def _overlap(target: Target, member: Member) -> float:
    """Return how much of both spans a target and a claim's evidence have in common, 0 to 1."""
    evidence = member.claim.anchor.evidence
    common = min(target.span.end, evidence.end) - max(target.span.start, evidence.start)
    longer = max(target.span.end - target.span.start, evidence.end - evidence.start)
    return max(common, 0) / longer if longer else 0.0


def _weigh(said: Sequence[Judgement]) -> Verdict:
    """Return what holds where several people spoke."""
    verdicts = ("same", "different", "unsure")
    by_verdict = {verdict: sorted(one.who for one in said if one.verdict == verdict) for verdict in verdicts}
    if by_verdict["different"]:
        beaten = f", against {', '.join(by_verdict['same'])}: different beats same" if by_verdict["same"] else ""
        return apart(f"judged different by {', '.join(by_verdict['different'])}{beaten}", SAID)
    if by_verdict["same"]:
        return same(SAID, f"judged the same by {', '.join(by_verdict['same'])}")
    return possibly(SAID, f"{', '.join(by_verdict['unsure'])} was not sure")
