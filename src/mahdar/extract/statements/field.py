"""What stands at this word? The ground arranged for the reading of speech."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mahdar.arabic.clitics import PREPOSITIONS
from mahdar.extract.ground import Ground
from mahdar.records.annotated import Mention, Quote

KINDS = frozenset({"speech", "speaker", "document", "date", "medium"})
SIDED = frozenset({"state", "org", "city"})
OPENING = frozenset(
    '"\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}'
    "\N{ORNATE RIGHT PARENTHESIS}"
)
MARKS = OPENING | frozenset(
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{ORNATE LEFT PARENTHESIS}"
)
COMMAS = frozenset(",\N{ARABIC COMMA}")
WAW, FEH = "\N{ARABIC LETTER WAW}", "\N{ARABIC LETTER FEH}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The ground, and for each place the mention, the words of speech and the quotation that begin there."""

    ground: Ground
    words: tuple[str, ...]
    """The folded words of the text."""
    mentions: Mapping[int, Mention]
    """The longest acting mention, or medium, that begins at a place."""
    covered: Mapping[int, Mention]
    """The mention of a person or medium that a place lies in."""
    marks: Mapping[int, tuple[tuple[str, int, str], ...]]
    """Words of speech at a place: what they are (`speech.opener`, `document.text`…), where they end, the prefix they carry."""
    sided: Mapping[int, Mention]
    """The mention of a state, organisation or seat of government that begins at a place."""
    quotes: Mapping[int, Quote]
    """Quotations by the place of their opening mark, or of their first word where that mark is missing."""
    quoted: Mapping[int, Quote]
    """The quotation that a place lies in."""

    def mark(self, place: int, *kinds: str) -> int:
        """Return where words of one of these kinds end that begin at a place, 0 where none do."""
        there = self.marks.get(place)
        if there is not None:
            for kind, last, _ in there:
                if kind in kinds:
                    return last
        return 0

    def closes(self, place: int, *kinds: str) -> bool:
        """Return True where words of one of these kinds, up to three, end right before a place."""
        return any(self.mark(start, *kinds) == place for start in range(max(0, place - 3), place))

    def word(self, place: int) -> str:
        """Return the folded word at a place, empty outside the text."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def honorific(self, place: int) -> int:
        """Return where an honorific ends that begins at a place and stands before a name («his excellency»), 0 for none."""
        there = self.ground.hits_at.get(place, ())
        ends = [
            hit.last for hit in there if hit.entry == "name.honorific" or (hit.kind == "role" and hit.detail[0] == "honorific")
        ]
        return max((last for last in ends if last in self.mentions), default=0)

    def is_word(self, place: int) -> bool:
        """Return True where a word or number stands at a place."""
        return self.ground.doc.tokens.kinds[place : place + 1] in ("w", "n")

    def size(self, first: int, last: int) -> int:
        """Return how many words and numbers stand at [first, last)."""
        kinds = self.ground.doc.tokens.kinds[first:last]
        return kinds.count("w") + kinds.count("n")

    def joined(self, mention: Mention) -> bool:
        """Return True where a mention is tied to the one before it by «and»."""
        word = self.word(mention.first)
        if not word.startswith(WAW):
            return False
        start = min((span.start for span in (mention.name, mention.title) if span), default=mention.span.start)
        if start > mention.span.start:
            return True
        kinds = {"state", "nisba", "org", "role", "city", "relay"}
        hits = [hit for hit in self.ground.hits_at.get(mention.first, ()) if hit.kind in kinds]
        return bool(hits) and all(hit.prefix.startswith(WAW) for hit in hits)

    def governed(self, mention: Mention) -> bool:
        """Return True where a preposition of one letter is written onto a mention: «with the minister» is no subject."""
        word = self.word(mention.first)
        kinds = {"state", "org", "role", "city", "person", "post", "name"}
        hits = [hit for hit in self.ground.hits_at.get(mention.first, ()) if hit.kind in kinds]
        if hits:
            return all(hit.prefix.endswith(PREPOSITIONS) for hit in hits)
        start = min((span.start for span in (mention.name, mention.title) if span), default=mention.span.start)
        return start > mention.span.start and word[:1] in PREPOSITIONS


def field_of(ground: Ground) -> Field:
    """Return the ground arranged for the reading of speech."""
    marks: dict[int, list[tuple[str, int, str]]] = {}
    for hit in ground.doc.hits:
        if hit.kind in KINDS:
            kind = f"{hit.kind}.{hit.detail[0]}" if hit.kind in {"speech", "speaker", "document"} else hit.kind
            marks.setdefault(hit.first, []).append((kind, hit.last, hit.prefix))
    mentions: dict[int, Mention] = {}
    covered: dict[int, Mention] = {}
    for mention in (*ground.actors, *(mention for mention in ground.doc.mentions if mention.kind == "relay")):
        known = mentions.get(mention.first)
        if known is None or known.last < mention.last:
            mentions[mention.first] = mention
        if mention.kind in {"person", "relay", "org"}:
            covered.update(dict.fromkeys(range(mention.first, mention.last), mention))
    tokens = ground.doc.tokens
    quotes = {}
    quoted: dict[int, Quote] = {}
    for quote in ground.doc.quotes:
        opened = quote.first - 1 if quote.first and tokens.words[quote.first - 1] in OPENING else quote.first
        quotes[opened] = quote
        quoted.update(dict.fromkeys(range(quote.first, quote.last), quote))
    return Field(
        ground=ground,
        words=tokens.words,
        mentions=mentions,
        covered=covered,
        marks={place: tuple(there) for place, there in marks.items()},
        sided={mention.first: mention for mention in ground.doc.mentions if mention.of and mention.kind in SIDED},
        quotes=quotes,
        quoted=quoted,
    )
