"""Every code that the sample brings forth has its words in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi.testclient import TestClient
from tests.serve.test_pages import find_records_of

from mahdar.records.claim import Claim
from mahdar.records.value import Missing, Value

SAID = {
    "meeting": ("form", "level", "format", "status", "manner"),
    "stance": ("stance",),
    "agreement": ("status",),
    "document": ("form",),
}
KINDS = {("document", "form"): "document"}


def codes_of(claim: Claim) -> Iterator[str]:
    """Give the labels that a claim asks for."""
    for name in SAID.get(claim.kind, ()):
        field = getattr(claim, name)
        if isinstance(field, Value):
            yield f"{KINDS.get((claim.kind, name), name)}.{field.value}"
            yield f"certainty.{field.certainty}"
            yield f"basis.{field.basis}"
        elif isinstance(field, Missing):
            yield f"reason.{field.reason}"
    if claim.kind == "statement":
        yield f"mode.{claim.mode}"
        yield from (f"hop.{hop.role}" for hop in claim.chain)


def test_no_code_is_shown_bare(client: TestClient) -> None:
    labels = client.app.state.book.wording.labels  # type: ignore[attr-defined]
    members = [member for record in find_records_of(client) for member in record.group.members]
    bare = {code for member in members for code in codes_of(member.claim)} - set(labels)
    assert not bare


def test_every_office_of_the_tables_has_its_words(client: TestClient) -> None:
    labels = client.app.state.book.wording.labels  # type: ignore[attr-defined]
    world = client.app.state.world  # type: ignore[attr-defined]
    assert {f"role.{role}" for _, role in world.holders} <= set(labels)
