"""What stands at this word? The stage arranged for the reading of positions, with what was said where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mahdar.arabic.letters import ALEF
from mahdar.extract.events.field import Field, field_of
from mahdar.extract.events.stage import Stage, Subject, set_stage, suits
from mahdar.extract.expressions import COMMAS
from mahdar.extract.ground import Ground
from mahdar.records.claim import Claim, MeetingClaim, StatementClaim
from mahdar.records.value import value_of

OPENING = frozenset(
    '"\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}'
    "\N{ORNATE RIGHT PARENTHESIS}"
)
CLOSING = frozenset('"\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{ORNATE LEFT PARENTHESIS}')
ORDINARY = "function.ordinary"
"""Common nouns, which only end a name."""
PAIR = 2
WORK = "stance.support.amal_ala"
"""The sense of working for something."""
BARE = frozenset({"said", "place", "copula", "negator", "deed", "relative", "hedge", "about", "end"})
"""Kinds of limiting words that count only without a particle before them."""
JOINED = "+"
"""Between the codes of sides that speak together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement by tokens [first, last) of its content: whose it is, and the claim."""

    first: int
    last: int
    sides: tuple[str, ...]
    claim: StatementClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A meeting by the token of its words: its sides, and whether the article is about it."""

    place: int
    sides: tuple[str, ...]
    central: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The stage, the words that limit objects, the statements and meetings of the article."""

    stage: Stage
    marks: Mapping[int, tuple[tuple[str, int], ...]]
    """Words of `positions.yaml` by place: their kind and where they end."""
    said: Mapping[int, Said]
    """The shortest statement that covers a place."""
    reported: Mapping[int, Said]
    """The statement that a verb at a place reports, the first of several."""
    meetings: tuple[Met, ...]
    """Meetings in the order of their claims."""
    leads: tuple[str, ...]
    """Prepositions that lead from work to what is worked for."""

    @property
    def field(self) -> Field:
        """Return the field below the stage."""
        return self.stage.field

    @property
    def ground(self) -> Ground:
        """Return the ground below the stage."""
        return self.stage.field.ground

    def mark(self, place: int, *kinds: str) -> int:
        """Return where words of one of these kinds end that begin at a place, 0 where none do."""
        return max((last for kind, last in self.marks.get(place, ()) if kind in kinds), default=0)

    def is_word(self, place: int) -> bool:
        """Return True where a word or number stands."""
        return self.ground.doc.tokens.kinds[place : place + 1] in ("w", "n")

    def before(self, place: int, gender: str, *, speaking: bool) -> Subject | None:
        """Return the last subject before a place that fits: of its own sentence first, `speaking` preferring speakers."""
        numbers = self.ground.doc.sentence_of
        here = [
            one
            for one in reversed(self.stage.subjects[: bisect_left(self.stage.verbs, place)])
            if numbers[one.verb] == numbers[place] and suits(one, gender)
        ]
        speakers = [one for one in here if one.speaks] if speaking else []
        return next(iter((*speakers, *here)), None) or self.stage.before(place, gender, speaking=speaking)

    def pair_of(self, sides: tuple[str, ...]) -> tuple[str, ...]:
        """Return the two sides of the article's central meeting, if these sides are among them."""
        pairs = (met.sides for met in self.meetings if met.central and len(met.sides) == PAIR)
        return next((pair for pair in pairs if set(sides) <= set(pair)), ())

    def limit(self, place: int) -> int:
        """Return where the sentence of a place ends, or before that the quotation around it."""
        _, last = self.ground.sentence_limits(place)
        quote = next((quote for quote in self.ground.doc.quotes if quote.first <= place < quote.last), None)
        return min(last, quote.last) if quote and quote.closed else last

    def is_particle(self, place: int) -> bool:
        """Return True for a preposition, conjunction, pronoun or other word that no noun phrase begins or ends with."""
        return any(hit.kind == "function" and hit.entry != ORDINARY for hit in self.ground.hits_at.get(place, ()))

    def is_comma(self, place: int) -> bool:
        """Return True for a comma."""
        return self.ground.word(place) in COMMAS

    def is_accusative(self, place: int) -> bool:
        """Return True where a word ends in the alef of the accusative."""
        return self.ground.word(place).endswith(ALEF)


def view_of(ground: Ground, found: Iterable[Claim]) -> View:
    """Return the ground with what was found before, arranged for positions."""
    marks: dict[int, list[tuple[str, int]]] = {}
    for hit in ground.doc.hits:
        if hit.kind == "position" and (not hit.prefix or hit.detail[0] not in BARE):
            marks.setdefault(hit.first, []).append((hit.detail[0], hit.last))
    claims = tuple(found)
    statements = [_said(ground, claim) for claim in claims if isinstance(claim, StatementClaim)]
    said: dict[int, Said] = {}
    for one in sorted(statements, key=lambda one: one.first - one.last):
        said.update(dict.fromkeys(range(one.first, one.last), one))
    return View(
        stage=set_stage(field_of(ground, claims), claims),
        marks={place: tuple(there) for place, there in marks.items()},
        said=said,
        reported={_token(ground, one.claim.anchor.trigger.start): one for one in sorted(statements, key=lambda one: -one.first)},
        meetings=tuple(_meeting(ground, claim) for claim in claims if isinstance(claim, MeetingClaim)),
        leads=tuple(word for word, role in ground.language.senses[WORK].frame if role == "object"),
    )


def _said(ground: Ground, claim: StatementClaim) -> Said:
    """Return a statement with its content in tokens."""
    side = value_of(claim.of)
    first = _token(ground, claim.content.start)
    last = bisect_left(ground.doc.tokens.starts, claim.content.end)
    return Said(first=first, last=last, sides=tuple(side.split(JOINED)) if side else (), claim=claim)


def _token(ground: Ground, start: int) -> int:
    """Return the token that holds a letter."""
    return max(0, bisect_left(ground.doc.tokens.ends, start + 1))


def _meeting(ground: Ground, claim: MeetingClaim) -> Met:
    """Return where a meeting is told and its sides, each once."""
    sides = tuple(dict.fromkeys(party.of for party in claim.parties if party.of))
    return Met(place=_token(ground, claim.anchor.trigger.start), sides=sides, central=claim.central)
