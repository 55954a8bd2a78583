"""Records come back from JSON as they went in."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.store.made import ABSENT, actor, meeting, page, reading, spot, stance, text, value

from mahdar.errors import StoreError
from mahdar.records.annotated import When
from mahdar.records.claim import (
    AgreementClaim,
    CapacityClaim,
    Claim,
    Condition,
    DocumentClaim,
    EventClaim,
    Hop,
    InitiativeClaim,
    Party,
    StatementClaim,
    TimingClaim,
)
from mahdar.records.value import Other, Span, Value
from mahdar.store.codec import claim_body, claim_from, meta_body, meta_from, reading_digest, text_body, text_from
from mahdar.store.match import sides_of

SPOT = spot("statement", "وأكدت مصر", "وأكدت")
WORD = value("assert", SPOT.trigger)
CLAIMS: tuple[tuple[Claim, tuple[str, ...]], ...] = (
    (meeting(), ("EGY", "SAU")),
    (stance(), ("EGY",)),
    (actor(), ("EGY",)),
    (
        replace(
            actor(),
            type="person",
            office=Value(value="x", certainty="inferred", basis="b", rule="r", evidence=(Other(claim="c"),)),
        ),
        ("EGY",),
    ),
    (DocumentClaim(anchor=SPOT, form=WORD, issuers=("SAU", "EGY"), title=WORD, day=ABSENT), ("EGY", "SAU")),
    (
        StatementClaim(
            anchor=replace(SPOT, target=Span(start=1, end=2)),
            speaker=WORD,
            speaker_actor="eg:shoukry",
            of=value("EGY", SPOT.trigger),
            mode="direct",
            content=Span(start=3, end=4),
            act=WORD,
            via=ABSENT,
            chain=(
                Hop(role="agency", name="وكالة", actor=None, evidence=None),
                Hop(role="outlet", name="x", actor="x", evidence=SPOT.trigger),
            ),
            voice="attributed",
            meeting="key",
            document=None,
            complete=True,
        ),
        ("EGY", "eg:shoukry"),
    ),
    (AgreementClaim(anchor=SPOT, parties=("EGY", "SAU"), status=WORD, content=Span(start=3, end=4)), ("EGY", "SAU")),
    (
        EventClaim(
            anchor=SPOT,
            type=WORD,
            mode=ABSENT,
            context=ABSENT,
            actors=("SAU",),
            recipients=("EGY",),
            unnamed=(Span(start=1, end=2),),
            alleged=True,
        ),
        ("EGY", "SAU"),
    ),
    (
        InitiativeClaim(
            anchor=SPOT,
            form=WORD,
            title=WORD,
            initiative=ABSENT,
            sponsors=Value(value=("EGY", "SAU"), certainty="stated", basis="words", rule="r", evidence=()),
            backers=ABSENT,
            conditions=(Condition(sort="proviso", words=Span(start=3, end=4)),),
            meeting="key",
        ),
        ("EGY", "SAU"),
    ),
    (
        CapacityClaim(
            anchor=SPOT,
            holders=(Party(name=None, actor=None, of="EGY", rule="r", evidence=(SPOT.trigger,)),),
            capacity=WORD,
            body=ABSENT,
            body_id=ABSENT,
            behalf=ABSENT,
            meeting=None,
        ),
        ("EGY",),
    ),
    (
        TimingClaim(
            anchor=SPOT,
            relation=WORD,
            timed=Span(start=1, end=2),
            meeting="key",
            statement=None,
            object=Span(start=3, end=4),
            to=None,
            distance=ABSENT,
            interval=Value(
                value=When(edtf="2024-07-01/2024-07-03", precision=2, basis="from_named_event"),
                certainty="computed",
                basis="from_named_event",
                rule="r",
                evidence=(),
            ),
        ),
        (),
    ),
)


@pytest.mark.parametrize(("claim", "sides"), CLAIMS, ids=lambda one: getattr(one, "kind", ""))
def test_claims(claim: Claim, sides: tuple[str, ...]) -> None:
    through = claim_from(json.loads(json.dumps(claim_body(claim))))
    assert (through, type(through)) == (claim, type(claim))
    assert sides_of(claim) == sides


def test_a_claim_of_another_form_fails_aloud() -> None:
    with pytest.raises(StoreError, match="another form"):
        claim_from({**claim_body(stance()), "kind": "rumour"})
    with pytest.raises(StoreError, match="stored stance claim has another form"):
        claim_from({"kind": "stance"})


def test_texts_and_metadata() -> None:
    body = json.loads(json.dumps(text_body(text())))
    assert "letters" not in body
    assert text_from(body, text().letters) == text()
    assert meta_from(meta_body(page().meta)) == page().meta


def test_equal_readings_have_equal_digests() -> None:
    assert reading_digest(reading(meeting())) == reading_digest(reading(meeting()))
    assert len({reading_digest(one) for one in (reading(meeting()), reading(stance()), reading(meeting(), version="0.2.0"))}) == 3
