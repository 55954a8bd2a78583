"""What lies where in an annotated text, arranged once for all finders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mahdar.extract.expressions import cuts_of, openers_of
from mahdar.language.language import Language
from mahdar.records.annotated import Annotated, Hit, Mention
from mahdar.records.value import Span, Words

ACTING = frozenset({"state", "org", "person", "sides"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """An annotated text with its hits by place, its acting mentions (those not inside another), and full names by actor."""

    doc: Annotated
    language: Language
    hits_at: Mapping[int, tuple[Hit, ...]]
    actors: tuple[Mention, ...]
    """People, states, organisations and pairs, in text order, without those that only stand in a person's title."""
    named: frozenset[int]
    """The tokens inside names of people, states, organisations and cities, which are no verbs or nouns of their own."""
    names: Mapping[str, str]
    """The fullest name that the article writes for each person's id."""
    openers: frozenset[int]
    """Tokens that may open an expression of several words, or be a verb with its object written onto it."""
    cuts: tuple[int, ...]
    """Tokens that no expression crosses: stops, commas, line breaks, words that open another clause; then the end."""

    def has(self, place: int, kind: str, *details: str) -> bool:
        """Return True where a hit of a kind begins at a place (with one of the details first, where given)."""
        return any(
            hit.kind == kind and (not details or (hit.detail and hit.detail[0] in details)) for hit in self.hits_at.get(place, ())
        )

    def word(self, place: int) -> str:
        """Return the folded word at a place, empty outside the text."""
        words = self.doc.tokens.words
        return words[place] if 0 <= place < len(words) else ""

    def words(self, span: Span) -> Words:
        """Return a span as evidence."""
        return Words(text=self.doc.text.text_id, start=span.start, end=span.end)

    def sentence_limits(self, place: int) -> tuple[int, int]:
        """Return the tokens [first, last) of the sentence that holds a place; an empty run where none does."""
        number = self.doc.sentence_of[place] if 0 <= place < len(self.doc.sentence_of) else -1
        if number < 0:
            return place, place
        sentence = self.doc.sentences[number]
        return sentence.first, sentence.last


def ground(doc: Annotated, language: Language) -> Ground:
    """Return an annotated text arranged for the finders."""
    hits: dict[int, list[Hit]] = {}
    for hit in doc.hits:
        hits.setdefault(hit.first, []).append(hit)
    return Ground(
        doc=doc,
        language=language,
        hits_at={place: tuple(there) for place, there in hits.items()},
        actors=_acting(doc),
        named=_named(doc),
        names=full_names(doc),
        openers=openers_of(doc, language),
        cuts=cuts_of(doc),
    )


def _named(doc: Annotated) -> frozenset[int]:
    """Return the tokens inside names; of a person's mention those of title and name both."""
    return frozenset(
        place
        for mention in doc.mentions
        if mention.form != "nisba" and mention.kind not in {"sides", "relay"} and (mention.name or mention.title)
        for place in range(mention.first, mention.last)
    )


def full_names(doc: Annotated) -> dict[str, str]:
    """Return, for each person's id, the longest name that the article writes for them."""
    names: dict[str, str] = {}
    for mention in doc.mentions:
        if mention.kind == "person" and mention.actor and mention.name:
            name = doc.text.words_of(mention.name)
            if len(name) > len(names.get(mention.actor, "")):
                names[mention.actor] = name
    return names


def _acting(doc: Annotated) -> tuple[Mention, ...]:
    """Return the mentions that may act: none inside a person's title or name, no relays and no places."""
    covered: set[int] = set()
    for mention in doc.mentions:
        if mention.kind == "person":
            covered.update(range(mention.first, mention.last))
    return tuple(
        mention
        for mention in doc.mentions
        if mention.kind in ACTING and (mention.kind == "person" or mention.first not in covered)
    )
