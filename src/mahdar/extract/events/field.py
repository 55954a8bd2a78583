"""What stands at this token: a side, a body that acts for one, a verb, the end of a clause?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mahdar.arabic.clitics import CONJUNCTIONS, PREPOSITIONS, splits
from mahdar.extract.expressions import COMMAS, STOPS, object_suffix
from mahdar.extract.ground import Ground
from mahdar.language.patterns import END
from mahdar.records.annotated import Hit, Mention
from mahdar.records.claim import Claim, MeetingClaim

FINITE = frozenset({"past", "present", "passive"})
VERBS = frozenset({"say", "event", "meet", "agree", "stance"})
NAMES = frozenset({"state", "org", "person", "role", "nisba", "name", "post", "city", "sides"})
HYPHENS = frozenset({"-", "\N{EN DASH}", "/"})
OPEN = frozenset({"function.ordinary", "function.day", "function.adverb"})
_WAW = CONJUNCTIONS[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The ground with the sides that begin at each token, and the tokens that belong to names or words of time."""

    ground: Ground
    at: Mapping[int, Mention]
    named: frozenset[int]
    """Tokens inside the name of a side or person."""
    timed: frozenset[int]
    """Tokens that tell a day."""
    pairs: tuple[tuple[int, tuple[str, ...]], ...]
    """The contacts of two sides found before: the letter where each is told, and its sides."""
    talks: tuple[str, ...]
    """The two sides of the article's own contacts, empty where these are of several pairs."""

    def is_stop(self, place: int) -> bool:
        """Return True where a sign ends a clause for good."""
        return self.ground.word(place) in STOPS

    def is_break(self, place: int) -> bool:
        """Return True where a conjunction or relative opens another clause."""
        return self.ground.has(place, "clause", "break") and place not in self.named

    def is_particle(self, place: int) -> bool:
        """Return True for a word of the closed classes: preposition, conjunction, pronoun, auxiliary."""
        return any(
            hit.kind == "function" and hit.entry not in OPEN and hit.prefix in {"", *CONJUNCTIONS}
            for hit in self.ground.hits_at.get(place, ())
        )

    def is_preposition(self, place: int) -> bool:
        """Return True for a preposition that is a word of its own."""
        return any(hit.kind == "function" and hit.entry == "function.preposition" for hit in self.ground.hits_at.get(place, ()))

    def is_body(self, place: int) -> bool:
        """Return True for a noun that acts for its state: government, army, delegation."""
        return self.ground.has(place, "acting", "body") or self.ground.has(place, "party", "side")

    def is_filler(self, place: int) -> bool:
        """Return True for what may stand between a verb and its subject: words of time, quotation marks, numbers."""
        if place in self.timed or self.ground.has(place, "mood", "held", "background"):
            return True
        return self.ground.doc.tokens.kinds[place] in "pn" and not self.is_stop(place) and self.ground.word(place) not in COMMAS

    def finite(self, place: int) -> Hit | None:
        """Return the finite verb at a place, of speech before others; None inside names and after prepositions."""
        if place in self.named:
            return None
        best: Hit | None = None
        for hit in self.ground.hits_at.get(place, ()):
            if hit.kind in VERBS and hit.form in FINITE and (best is None or (hit.kind == "say") > (best.kind == "say")):
                best = hit
        return best

    def suffixed(self, place: int) -> list[Hit]:
        """Return the readings of a word as a finite verb that carries its object: «which it hampered».

        A word that may be a noun with its owner («its condemnation») is a verb only where «and» opens a clause with it, and a
        side follows: «…, so Kenya condemned it».
        """
        if place not in self.ground.openers or self.is_particle(place) or self.is_preposition(place - 1):
            return []
        if any(hit.kind in VERBS for hit in self.ground.hits_at.get(place, ())) and not self._opens_clause(place):
            return []
        word = self.ground.word(place)
        suffix = object_suffix(word)
        found = []
        for prefix, rest in splits(word[: -len(suffix)]) if suffix else ():
            branch = self.ground.language.trie.get(rest)
            entries = branch.get(END, ()) if isinstance(branch, dict) and prefix in {"", *CONJUNCTIONS} else ()
            found += [
                Hit(place, place + 1, prefix, *entry)
                for entry in entries
                if entry[0] in VERBS and entry[2] in {"past", "present"} and entry[3][:1] != ("1s",)
            ]
        return found

    def _opens_clause(self, place: int) -> bool:
        """Return True where a word with «and» stands between a comma or stop and a side that no preposition governs."""
        after = self.at.get(place + 1)
        joined = self.ground.doc.text.letters[self.ground.doc.tokens.starts[place]] in CONJUNCTIONS
        parted = self.ground.word(place - 1) in COMMAS or self.is_stop(place - 1)
        return joined and parted and after is not None and after.form != "nisba" and not self.governor(after)

    def governor(self, mention: Mention) -> str:
        """Return the preposition of one letter that a mention carries, empty for none."""
        for hit in self.ground.hits_at.get(mention.first, ()):
            if hit.kind in NAMES and hit.prefix and hit.prefix[-1] in PREPOSITIONS:
                return hit.prefix[-1]
            if hit.kind in NAMES and hit.last <= mention.last:
                return ""
        return ""

    def codes(self, group: tuple[Mention, ...]) -> tuple[str, ...]:
        """Return the codes that a group stands for, each once, in their order; «the two sides» are those who met."""
        found: dict[str, None] = {}
        for mention in group:
            sides = mention.of
            if mention.kind == "sides" and len(sides) == 2 and self.pairs and not self._met(sides):
                sides = self.pair_before(mention.span.start) or sides
            found.update(dict.fromkeys(sides))
        return tuple(found)

    def _met(self, sides: tuple[str, ...]) -> bool:
        """Return True where a contact of just these sides was found."""
        return any(set(pair) == set(sides) for _, pair in self.pairs)

    def pair_before(self, letter: int, *, side: str = "") -> tuple[str, ...] | None:
        """Return the two sides of the contact told last before a letter, with a given side among them where one is given."""
        fitting = [(start, pair) for start, pair in self.pairs if not side or side in pair]
        told = [pair for start, pair in sorted(fitting) if start <= letter]
        return told[-1] if told else next((pair for _, pair in fitting), None)

    def group(self, mention: Mention) -> tuple[Mention, ...]:
        """Return a mention with those that «and» or commas join to it."""
        found = [mention]
        while True:
            after = self._joined(found[-1])
            if after is None:
                return tuple(found)
            found.append(after)

    def _joined(self, mention: Mention) -> Mention | None:
        """Return the mention that «and» joins to another right before it, None where there is none."""
        place = mention.last
        near = self.at.get(place) or (self.at.get(place + 1) if self.ground.word(place) in HYPHENS else None)
        if near and near.form == "nisba" and mention.form == "nisba":
            return near
        if self.ground.word(place) in COMMAS | {_WAW}:
            place += 1
        start = place
        while place not in self.at and self.is_body(place) and (self._has_and(place) or self._has_and(place - 1)):
            place += 1
        after = self.at.get(place)
        if after is None or self.governor(after) != self.governor(mention):
            return None
        return (
            after
            if self._has_and(mention.last) or self._has_and(after.first) or (place > start and self._has_and(place - 1))
            else None
        )

    def _has_and(self, place: int) -> bool:
        """Return True where the word at a place is joined to what stands before it."""
        return place < len(self.ground.doc.tokens) and self.ground.doc.text.letters[self.ground.doc.tokens.starts[place]] == _WAW


def field_of(ground: Ground, found: tuple[Claim, ...]) -> Field:
    """Return the ground arranged by sides, with the contacts found before."""
    at: dict[int, Mention] = {}
    named: set[int] = set()
    for mention in ground.actors:
        if mention.first not in at or mention.last > at[mention.first].last:
            at[mention.first] = mention
        named.update(range(mention.first, mention.last))
    timed = {place for date in ground.doc.dates for place in range(date.first, date.last)}
    return Field(
        ground=ground,
        at=at,
        named=frozenset(named),
        timed=frozenset(timed),
        pairs=_pairs(found),
        talks=_talks(found),
    )


def _pairs(found: tuple[Claim, ...]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return the contacts of exactly two sides, the central ones first."""
    meetings = sorted((claim for claim in found if isinstance(claim, MeetingClaim)), key=lambda claim: not claim.central)
    pairs = [
        (claim.anchor.trigger.start, tuple(dict.fromkeys(party.of for party in claim.parties if party.of))) for claim in meetings
    ]
    return tuple((start, sides) for start, sides in pairs if len(sides) == 2)


def _talks(found: tuple[Claim, ...]) -> tuple[str, ...]:
    """Return the two sides whose contacts the article is about, empty where it is about several pairs or none."""
    central = [claim for claim in found if isinstance(claim, MeetingClaim) and claim.central]
    pairs = {tuple(sorted({party.of for party in claim.parties if party.of})) for claim in central}
    pair = pairs.pop() if len(pairs) == 1 else ()
    return pair if len(pair) == 2 else ()
