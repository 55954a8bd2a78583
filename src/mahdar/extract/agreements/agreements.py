"""What did sides agree, sign, plan or call off?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mahdar.extract.agreements.content import contents_of, qualified
from mahdar.extract.agreements.sides import is_sided, parties_of
from mahdar.extract.events.doers import Doer, find_doer
from mahdar.extract.events.field import Field
from mahdar.extract.events.moods import is_told_as_done, is_told_as_planned
from mahdar.extract.events.stage import Stage
from mahdar.extract.events.triggers import Trigger, find_triggers
from mahdar.records.claim import AgreementClaim, Anchor
from mahdar.records.ids import claim_key
from mahdar.records.value import Span, Value

ALIKE = 0.25
"""Share of words by which two tellings are one agreement."""
PACT = 5
"""Words at the head of the content within which a pact is named."""
SHORTEST = 2
"""Words without which nothing is said of what was agreed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """One telling of an agreement."""

    trigger: Trigger
    parties: tuple[str, ...]
    status: str
    content: Span
    evidence: Span
    words: frozenset[str]
    in_title: bool


def find_agreements(stage: Stage) -> tuple[AgreementClaim, ...]:
    """Return the agreements of an article, each once, by its fullest telling."""
    deals: list[Deal] = []
    for trigger in find_triggers(stage.field, "agree"):
        for deal in _deals(stage, trigger):
            _add(deals, deal)
    return tuple(_claim(stage.field, deal) for deal in deals)


def _deals(stage: Stage, trigger: Trigger) -> list[Deal]:
    """Return what a trigger tells of agreements: one for each content («on …, and on …»)."""
    field = stage.field
    if not is_told_as_done(field, trigger):
        return []
    doer = find_doer(stage, trigger)
    parties = parties_of(stage, trigger, doer)
    if not parties or (is_sided(trigger) and len(parties) < 2):
        return []
    contents = contents_of(field, trigger, doer.after if doer else trigger.last)
    deals = [_about(field, trigger, doer, content) for content in contents]
    return [replace(deal, parties=tuple(sorted(parties))) for deal in deals if deal]


def _about(field: Field, trigger: Trigger, doer: Doer | None, content: Span) -> Deal | None:
    """Return the agreement on one content, its parties still open; None where the words say too little."""
    if status_of(trigger) == "signed" and not _names_pact(field, trigger, content):
        return None
    doc = field.ground.doc
    places = range(field.ground.sentence_limits(trigger.first)[0], len(doc.tokens))
    words = [doc.tokens.words[place] for place in places if content.start <= doc.tokens.starts[place] < content.end]
    if len(words) < SHORTEST:
        return None
    starts = [content.start, trigger.span.start] + (
        [doer.span.start] if doer and doer.span and doer.rule in {"subject", "owner", "predicate"} else []
    )
    status = "agreed" if qualified(field, trigger) is not None and trigger.is_verb else status_of(trigger)
    if status in {"agreed", "signed"} and is_told_as_planned(field, trigger):
        status = "planned"
    return Deal(
        trigger=trigger,
        parties=(),
        status=status,
        content=content,
        evidence=Span(start=min(starts), end=max(content.end, trigger.span.end)),
        words=frozenset(word for word in words if len(word) > 3),
        in_title=doc.sentences[doc.sentence_of[trigger.first]].part == "title",
    )


def status_of(trigger: Trigger) -> str:
    """Return the status that a sense gives an agreement."""
    return trigger.sense.traits.get("status", "agreed")


def _names_pact(field: Field, trigger: Trigger, content: Span) -> bool:
    """Return True where the trigger or the first words of the content name what is signed: a treaty, a memorandum."""
    starts = field.ground.doc.tokens.starts
    first, _ = field.ground.sentence_limits(trigger.first)
    begin = next(
        (place for place in range(first, len(starts)) if field.ground.doc.tokens.ends[place] > content.start), trigger.last
    )
    places = (*range(trigger.first, trigger.last), *range(begin, min(begin + PACT, len(starts))))
    return any(field.ground.has(place, "acting", "pact") for place in places)


def _add(deals: list[Deal], deal: Deal) -> None:
    """Append an agreement, or put it in the place of a shorter telling of the same one."""
    for number, other in enumerate(deals):
        if _is_same(other, deal):
            deals[number] = max(other, deal, key=lambda each: (not each.in_title, len(each.parties), len(each.words)))
            return
    deals.append(deal)


def _is_same(a: Deal, b: Deal) -> bool:
    """Return True for tellings of one agreement: parties of one hold the other's, and the words overlap or are alike."""
    if not (set(a.parties) <= set(b.parties) or set(b.parties) <= set(a.parties)):
        return False
    overlap = a.content.start < b.content.end and b.content.start < a.content.end
    alike = bool(a.words and b.words) and len(a.words & b.words) / len(a.words | b.words) >= ALIKE
    return overlap or alike or a.in_title != b.in_title


def _claim(field: Field, deal: Deal) -> AgreementClaim:
    """Return an agreement as a claim."""
    text = field.ground.doc.text.text_id
    return AgreementClaim(
        anchor=Anchor(
            key=claim_key(text, "agreement", deal.trigger.span, deal.content),
            text=text,
            trigger=deal.trigger.span,
            target=deal.content,
            evidence=deal.evidence,
        ),
        parties=deal.parties,
        status=Value(
            value=deal.status,
            certainty="stated",
            basis="words",
            rule=f"{deal.trigger.sense.id}.{deal.trigger.form}",
            evidence=(field.ground.words(deal.trigger.span),),
        ),
        content=deal.content,
    )
