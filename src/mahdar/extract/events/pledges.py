"""Which agreements are acts of this report, and of which type?"""

from __future__ import annotations

from mahdar.extract.events.deed import Deed
from mahdar.extract.events.field import FINITE, Field
from mahdar.records.claim import AgreementClaim, Claim
from mahdar.records.value import Other

TYPES = {"agreed": "AGREE", "signed": "COOPERATE"}


def find_pledges(field: Field, found: tuple[Claim, ...]) -> list[Deed]:
    """Return what two sides or more agreed or signed, told as a deed and not by a noun, as acts of theirs."""
    return [_pledge(field, claim) for claim in found if isinstance(claim, AgreementClaim) and _is_act(claim)]


def _is_act(claim: AgreementClaim) -> bool:
    """Return True for an agreement reached or signed by the sides that the report names."""
    form = claim.status.rule.rpartition(".")[2]
    return claim.status.value in TYPES and len(claim.parties) > 1 and (form in FINITE or form in {"active", "word"})


def _pledge(field: Field, claim: AgreementClaim) -> Deed:
    """Return an agreement as an act of all its parties."""
    doc = field.ground.doc
    token = next((number for number, start in enumerate(doc.tokens.starts) if start >= claim.anchor.trigger.start), 0)
    sentence = max(doc.sentence_of[token], 0)
    inside = [number for number, start in enumerate(doc.tokens.starts) if claim.content.start <= start < claim.content.end]
    return Deed(
        type=TYPES[claim.status.value],
        mode="",
        actors=claim.parties,
        recipients=(),
        unnamed=(),
        trigger=claim.anchor.trigger,
        target=None,
        evidence=claim.anchor.evidence,
        content=tuple(doc.tokens.words[number] for number in inside if len(doc.tokens.words[number]) > 3),
        sentence=sentence,
        in_title=doc.sentences[sentence].part == "title",
        rule="event.agreement",
        source=Other(claim=claim.anchor.key),
    )
