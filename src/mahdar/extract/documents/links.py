"""In which document was a statement made?"""

from __future__ import annotations

from dataclasses import replace

from mahdar.records.claim import Claim, DocumentClaim, StatementClaim
from mahdar.records.value import Span, value_of

JOINED = "+"


def link_documents(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return the claims, each statement that came through a named document with that document's key."""
    documents = [claim for claim in claims if isinstance(claim, DocumentClaim)]
    if not documents:
        return claims
    return tuple(_linked(claim, documents) if isinstance(claim, StatementClaim) else claim for claim in claims)


def _linked(statement: StatementClaim, documents: list[DocumentClaim]) -> StatementClaim:
    """Return a statement with the document that its chain names by the same words, else with one of its own side."""
    hops = [hop for hop in statement.chain if hop.role in {"document", "speaker"} and hop.evidence]
    if statement.document or not hops:
        return statement
    side = value_of(statement.of)
    sides = set(side.split(JOINED)) if side else set()
    exact = [document for document in documents for hop in hops if hop.evidence and _touch(document.anchor.trigger, hop.evidence)]
    is_in_document = any(hop.role == "document" for hop in hops)
    of_side = [document for document in documents if is_in_document and sides and sides == set(document.issuers)]
    found = exact or of_side[:1]
    return replace(statement, document=found[0].anchor.key) if found else statement


def _touch(one: Span, other: Span) -> bool:
    """Return True where two spans share letters."""
    return one.start < other.end and other.start < one.end
