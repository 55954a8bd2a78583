"""Which claims of a model's answer stand word for word in the text?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from mahdar.extract.aid import Aided
from mahdar.extract.ground import Ground
from mahdar.records.claim import AgreementClaim, Anchor, Claim, EventClaim, StanceClaim, StatementClaim
from mahdar.records.ids import claim_key
from mahdar.records.problem import Problem
from mahdar.records.value import Missing, Span, Value

T = TypeVar("T")
MOST = 200
"""Claims of one kind that are looked at."""
SHORTEST = 4
"""Letters of the words that a claim rests on."""
HALF = 0.5
"""Share of its letters by which a claim is one that the rules have found."""
JOINT = "+"


class _Item(BaseModel):
    """What a model says; keys that it was not asked for are dropped."""

    model_config = ConfigDict(extra="ignore", frozen=True, str_max_length=4000)


class StatementItem(_Item):
    """Somebody's words."""

    speaker: str | None = None
    of: str
    kind: Literal["direct", "indirect", "joint"]
    text: str


class StanceItem(_Item):
    """A position."""

    actor: str
    stance: Literal["support", "oppose", "call-for", "concern", "raised"]
    object: str
    toward: str | None = None
    evidence: str


class AgreementItem(_Item):
    """What sides agreed."""

    parties: tuple[str, ...]
    status: Literal["agreed", "signed", "planned", "called-off"]
    text: str


class EventItem(_Item):
    """An act."""

    type: Literal[
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
        "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ]  # fmt: skip
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    evidence: str


ITEMS: dict[str, type[_Item]] = {
    "statements": StatementItem,
    "stances": StanceItem,
    "agreements": AgreementItem,
    "events": EventItem,
}
"""The lists that a model is asked for, and what an item of each holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """The text under an answer: its letters, the runs of it that tell something, the sides named in it, the model's name."""

    ground: Ground
    told: tuple[Span, ...]
    sides: frozenset[str]
    model: str

    def place(self, words: str | None) -> Span | None:
        """Return where words stand letter for letter in what the article tells, None where they do not."""
        if not words or len(words.strip()) < SHORTEST:
            return None
        letters, wanted = self.ground.doc.text.letters, words.strip()
        start = letters.find(wanted)
        while start >= 0:
            span = Span(start=start, end=start + len(wanted))
            if any(run.start <= span.start and span.end <= run.end for run in self.told):
                return span
            start = letters.find(wanted, start + 1)
        return None

    def names(self, *codes: str) -> bool:
        """Return True where the article names all these sides."""
        return bool(codes) and set(codes) <= self.sides

    def value(self, value: T, span: Span) -> Value[T]:
        """Return a value as the model's."""
        return Value(value=value, certainty="inferred", basis="model", rule=self.rule(), evidence=(self.ground.words(span),))

    def rule(self) -> str:
        """Return the rule by which the model's claims are marked."""
        return f"model.{self.model}"

    def unasked(self) -> Missing:
        """Return the reason for a field that the model was not asked for."""
        return Missing(reason="not_applicable", rule=self.rule())

    def anchor(self, kind: str, trigger: Span, target: Span | None = None) -> Anchor:
        """Return the anchor of a claim."""
        text = self.ground.doc.text.text_id
        return Anchor(key=claim_key(text, kind, trigger, target), text=text, trigger=trigger, target=target, evidence=trigger)


def place_answer(answer: str, ground: Ground, found: tuple[Claim, ...], *, model: str) -> Aided:
    """Return the claims of an answer whose words and sides stand in the text, and that the rules did not find.

    An answer is only ever parsed: it can say nothing but claims in our schema, whatever an article told the model to say.
    """
    article = ground.doc.text.name or ground.doc.text.text_id[:16]
    lists = _lists(answer)
    if lists is None:
        what = f"the answer of {model} is no JSON object"
        return Aided((), (Problem(article=article, stage="model", what=what, remedy="The claims of the rules stand."),))
    desk = _Desk(ground=ground, told=_told(ground), sides=_sides(ground), model=model)
    placed = [_claim(desk, kind, item) for kind in ITEMS for item in lists.get(kind, ())]
    kept = _new([claim for claim in placed if claim is not None], found)
    lost = sum(claim is None for claim in placed)
    what = f"{lost} of {len(placed)} claims of {model} do not stand word for word in the text"
    problems = (Problem(article=article, stage="model", what=what, remedy="They were left out."),) if lost else ()
    return Aided(tuple(kept), problems)


def _lists(answer: str) -> dict[str, list[Any]] | None:
    """Return the lists of an answer, None where it is no JSON object; a fence around it is taken off."""
    begin, end = answer.find("{"), answer.rfind("}")
    try:
        held = json.loads(answer[begin : end + 1]) if begin >= 0 else None
    except (json.JSONDecodeError, RecursionError):
        return None
    if not isinstance(held, dict):
        return None
    return {kind: held[kind][:MOST] for kind in ITEMS if isinstance(held.get(kind), list)}


def _told(ground: Ground) -> tuple[Span, ...]:
    """Return the runs of sentences that tell something: neighbours are one run, furniture is none."""
    runs: list[Span] = []
    joined = False
    for sentence in ground.doc.sentences:
        if sentence.part == "furniture":
            joined = False
            continue
        span = ground.doc.span(sentence.first, sentence.last)
        runs = [*runs[:-1], Span(start=runs[-1].start, end=span.end)] if joined else [*runs, span]
        joined = True
    return tuple(runs)


def _sides(ground: Ground) -> frozenset[str]:
    """Return the codes of all sides that the article names or for which somebody in it acts."""
    return frozenset(code for mention in ground.doc.mentions for code in mention.of)


def _claim(desk: _Desk, kind: str, held: object) -> Claim | None:
    """Return an item as a claim, None where it is not in our schema or its words are not in the text."""
    try:
        item = ITEMS[kind].model_validate(held)
    except ValidationError:
        return None
    return MAKERS[type(item)](desk, item)


def _statement(desk: _Desk, item: StatementItem) -> Claim | None:
    content, sides = desk.place(item.text), item.of.split(JOINT)
    name = desk.place(item.speaker)
    if content is None or not desk.names(*sides) or (item.speaker and name is None):
        return None
    letters = desk.ground.doc.text.letters
    who = next((one.actor for one in desk.ground.doc.mentions if one.name and name and _overlap(one.name, name)), None)
    return StatementClaim(
        anchor=desk.anchor("statement", content),
        speaker=desk.value(letters[name.start : name.end], name) if name else Missing(reason="absent", rule=desk.rule()),
        speaker_actor=who,
        of=desk.value(JOINT.join(sorted(sides)), content),
        mode=item.kind,
        content=content,
        act=desk.value("say", content),
        via=desk.unasked(),
        chain=(),
        voice="attributed",
        meeting=None,
        document=None,
        complete=True,
    )


def _stance(desk: _Desk, item: StanceItem) -> Claim | None:
    evidence, at = desk.place(item.evidence), item.evidence.find(item.object.strip())
    if evidence is None or at < 0 or len(item.object.strip()) < SHORTEST or not desk.names(item.actor):
        return None
    start = evidence.start + at - (len(item.evidence) - len(item.evidence.lstrip()))
    target = Span(start=start, end=start + len(item.object.strip()))
    toward = item.toward if item.toward and desk.names(item.toward) else None
    return StanceClaim(
        anchor=desk.anchor("stance", evidence, target),
        actor=item.actor,
        stance=desk.value(item.stance, evidence),
        object=target,
        toward=desk.value(toward, evidence) if toward else Missing(reason="absent", rule=desk.rule()),
        issue=desk.unasked(),
        statement=None,
        negated=False,
        hedged=False,
    )


def _agreement(desk: _Desk, item: AgreementItem) -> Claim | None:
    content = desk.place(item.text)
    if content is None or not desk.names(*item.parties):
        return None
    return AgreementClaim(
        anchor=desk.anchor("agreement", content, content),
        parties=tuple(sorted(set(item.parties))),
        status=desk.value(item.status, content),
        content=content,
    )


def _event(desk: _Desk, item: EventItem) -> Claim | None:
    evidence = desk.place(item.evidence)
    if evidence is None or not desk.names(*item.actor, *item.recipient):
        return None
    return EventClaim(
        anchor=desk.anchor("event", evidence),
        type=desk.value(item.type, evidence),
        mode=desk.unasked(),
        context=desk.unasked(),
        actors=item.actor,
        recipients=item.recipient,
        unnamed=(),
        alleged=False,
    )


MAKERS: dict[type[_Item], Callable[[_Desk, Any], Claim | None]] = {
    StatementItem: _statement,
    StanceItem: _stance,
    AgreementItem: _agreement,
    EventItem: _event,
}


def _new(claims: list[Claim], found: tuple[Claim, ...]) -> Iterator[Claim]:
    """Give the claims that neither the rules nor the model have told before."""
    told = list(found)
    for claim in claims:
        if not any(_is_same(claim, other) for other in told):
            told.append(claim)
            yield claim


def _is_same(a: Claim, b: Claim) -> bool:
    """Return True for claims of one kind and value that rest on the same words."""
    if a.kind != b.kind or a.anchor.key == b.anchor.key:
        return a.kind == b.kind
    return _told_by(a) == _told_by(b) and _overlap(_words(a), _words(b))


def _told_by(claim: Claim) -> str:
    """Return what a claim says beside its words, as far as two claims of one stretch may differ in it."""
    match claim:
        case EventClaim():
            return claim.type.value
        case StanceClaim():
            return f"{claim.actor} {claim.stance.value}"
        case _:
            return ""


def _words(claim: Claim) -> Span:
    """Return the words by which a claim is told from others."""
    match claim:
        case StatementClaim() | AgreementClaim():
            return claim.content
        case StanceClaim():
            return claim.object
        case _:
            return claim.anchor.evidence


def _overlap(a: Span, b: Span) -> bool:
    """Return True where two spans share half of the shorter one."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared >= HALF * min(a.end - a.start, b.end - b.start)
