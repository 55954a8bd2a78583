"""Who is reported to have said what, through whom, and where?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from mahdar.extract.ground import Ground
from mahdar.extract.statements.addressees import addressees_of
from mahdar.extract.statements.field import Field, field_of
from mahdar.extract.statements.quoted import Piece, pieces_of
from mahdar.extract.statements.setting import meeting_of
from mahdar.extract.statements.speakers import Speaker
from mahdar.extract.statements.speech import find_speech
from mahdar.extract.statements.stage import Said
from mahdar.records.claim import Anchor, Claim, Hop, MeetingClaim, StatementClaim
from mahdar.records.ids import claim_key
from mahdar.records.value import Missing, Span, Value, value_of


def find_statements(ground: Ground, found: Sequence[Claim]) -> tuple[StatementClaim, ...]:
    """Return what the article reports as said, in text order, each clause and quotation once."""
    field = field_of(ground)
    claims: dict[tuple[str, str], StatementClaim] = {}
    for said in find_speech(field):
        for piece in pieces_of(field, said.content):
            claim = _claim(field, said, piece, found)
            words = ground.doc.text.words_of(claim.content)
            claims.setdefault((words, value_of(claim.of) or ""), claim)
    return tuple(claims.values())


def _claim(field: Field, said: Said, piece: Piece, found: Sequence[Claim]) -> StatementClaim:
    """Return one piece of reported speech as a claim."""
    ground = field.ground
    text = ground.doc.text.text_id
    trigger, content = ground.doc.span(said.first, said.last), ground.doc.span(piece.first, piece.last)
    speaker = said.speaker
    sides = _sides(speaker, found)
    sentence = ground.doc.span(*ground.sentence_limits(said.first))
    return StatementClaim(
        anchor=Anchor(
            key=claim_key(text, "statement", trigger, content), text=text, trigger=trigger, target=content,
            evidence=_evidence(trigger, content, speaker.span, sentence),
        ),
        speaker=_name(field, speaker),
        speaker_actor=speaker.actor,
        of=_of(field, speaker, sides, trigger),
        mode=_mode(speaker, piece),
        content=content,
        act=Value(value=said.act, certainty="stated", basis="words", rule=f"statement.act.{said.sense}",
                  evidence=(ground.words(trigger),)),
        via=_via(field, said),
        chain=_chain(field, said),
        voice="outlet" if speaker.kind == "outlet" else "attributed",
        meeting=meeting_of(found, (speaker.actor, sides), sentence, content),
        document=None,
        complete=piece.is_complete,
        addressees=addressees_of(field, said),
    )  # fmt: skip


def _sides(speaker: Speaker, found: Sequence[Claim]) -> tuple[str, ...]:
    """Return the codes that speak; «the two sides» are those of a meeting told, else of the only central one."""
    if speaker.rule != "speaker.sides" or speaker.kind not in {"joint", "pair"}:
        return speaker.of
    meetings = [claim for claim in found if isinstance(claim, MeetingClaim)]
    if speaker.of and any(set(speaker.of) <= {party.of for party in claim.parties} for claim in meetings):
        return speaker.of
    pairs = {tuple(sorted({party.of for party in claim.parties if party.of})) for claim in meetings if claim.central}
    two = [pair for pair in pairs if len(pair) == 2]
    return two[0] if len(two) == 1 else speaker.of


def _evidence(trigger: Span, content: Span, speaker: Span | None, sentence: Span) -> Span:
    """Return the shortest run that holds reporting words, content and, in the same sentence, the speaker."""
    spans = [trigger, content]
    if speaker is not None and sentence.start <= speaker.start < sentence.end:
        spans.append(speaker)
    return Span(start=min(span.start for span in spans), end=max(span.end for span in spans))


def _name(field: Field, speaker: Speaker) -> Value[str] | Missing:
    """Return the speaker's name as the article writes it in full."""
    name = field.ground.names.get(speaker.actor) if speaker.actor else None
    if name is None:
        reason: Literal["not_applicable", "absent"] = "absent" if speaker.kind in {"anonymous", "outlet"} else "not_applicable"
        return Missing(reason=reason, rule=speaker.rule)
    evidence = (field.ground.words(speaker.span),) if speaker.span else ()
    return Value(value=name, certainty="stated", basis="words", rule=speaker.rule, evidence=evidence)


def _of(field: Field, speaker: Speaker, sides: tuple[str, ...], trigger: Span) -> Value[str] | Missing:
    """Return the side that speaks, several joined with «+»."""
    if not sides:
        return Missing(reason="absent", rule=speaker.rule)
    certainty: Literal["stated", "inferred"] = "stated" if speaker.span else "inferred"
    return Value(
        value="+".join(sides), certainty=certainty, basis="words", rule=speaker.rule,
        evidence=(field.ground.words(speaker.span or trigger),),
    )  # fmt: skip


def _mode(speaker: Speaker, piece: Piece) -> Literal["direct", "indirect", "joint"]:
    """Return joint where both sides speak, else whether the words are quoted."""
    if speaker.kind in {"joint", "pair"}:
        return "joint"
    return "direct" if piece.is_direct else "indirect"


def _via(field: Field, said: Said) -> Value[str] | Missing:
    """Return the medium or document that passed the words on, as named."""
    span = said.source.span if said.source else said.speaker.document
    if span is None:
        return Missing(reason="absent", rule="statement.via")
    words = field.ground.doc.text.words_of(span)
    return Value(value=words, certainty="stated", basis="words", rule="statement.via", evidence=(field.ground.words(span),))


def _chain(field: Field, said: Said) -> tuple[Hop, ...]:
    """Return the steps by which the words came: speaker, document or medium, outlet."""
    text = field.ground.doc.text
    hops = []
    if said.speaker.span is not None:
        name = field.ground.names.get(said.speaker.actor or "") or text.words_of(said.speaker.span)
        hops.append(Hop(role="speaker", name=name, actor=said.speaker.actor, evidence=said.speaker.span))
    if said.source is not None:
        hops.append(Hop(role=said.source.kind, name=text.words_of(said.source.span), actor=None, evidence=said.source.span))
    outlet = value_of(text.outlet)
    if outlet:
        hops.append(Hop(role="outlet", name=outlet, actor=None, evidence=None))
    return tuple(hops)
