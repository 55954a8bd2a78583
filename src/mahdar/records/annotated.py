"""A text with its tokens, sentences, quotations and mentions: parallel arrays where data are hot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from mahdar.records.problem import Problem
from mahdar.records.text import Text
from mahdar.records.value import Entry, Span

MentionKind = Literal["state", "org", "person", "sides", "relay", "city"]
Form = Literal[
    "name",
    "nisba",
    "capital",
    "seat",
    "body",
    "part",
    "full",
    "family",
    "title",
    "counterpart",
    "pronoun",
    "group",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Parallel arrays, one place a token: where it starts and ends, and its folded form without marks (punctuation as it is).

    `kinds` holds one letter a token: w word, n number, p punctuation, b line break.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    kinds: str

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence as a range of tokens [first, last); `part` tells title, content or furniture."""

    first: int
    last: int
    part: Literal["title", "content", "furniture"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Quoted words as a range of tokens between the marks [first, last); `closed` is False where a mark is missing."""

    first: int
    last: int
    closed: bool


class Hit(NamedTuple):
    """An entry of the lexicon that occurs at tokens [first, last), after the letters of `prefix` (a particle).

    `kind` is the lexicon (state, nisba, org, person, role, meet, say…), `entry` the id in it, `form` which of its forms stands
    here, `detail` what else the entry says; its meaning depends on the kind.
    """

    first: int
    last: int
    prefix: str
    kind: str
    entry: str
    form: str
    detail: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in the text, or what stands for one, at tokens [first, last) and letters `span`.

    `actor` is a curated slug, a code, or an id that holds in this article only (`p:…`); `of` the codes it stands or acts for;
    `name` the letters of the name alone; `title` those of the title that it carries.
    """

    first: int
    last: int
    span: Span
    kind: MentionKind
    form: Form
    actor: str | None
    of: tuple[str, ...]
    name: Span | None
    title: Span | None
    role: str | None
    rule: str
    evidence: tuple[Entry, ...] = ()
    members: tuple[int, ...] = ()
    """For a group (الوزيران، الجانبان): the numbers of the mentions that it stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A day or interval: an EDTF expression, its UCDP precision (1 day … 5 longer than a month, 0 not known), its basis.

    >>> When(edtf="2024-07-26", precision=1, basis="stated").edtf
    '2024-07-26'
    """

    edtf: str
    precision: int
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """Words that tell a day, tokens [first, last), and what they mean under each tense; None where they cannot be resolved."""

    first: int
    last: int
    span: Span
    rule: str
    past: When | None
    future: When | None
    reasoning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place named at tokens [first, last): a city or a state used as a place."""

    first: int
    last: int
    span: Span
    city: str | None
    state: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """How a stretch of tokens [first, last) is told: planned, cancelled, postponed, negated, hypothetical, earlier."""

    first: int
    last: int
    mood: str
    rule: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A text and all that annotation found in it, each layer in text order."""

    text: Text
    published: str | None
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...]
    """For each token the number of its sentence, -1 between sentences."""
    quotes: tuple[Quote, ...]
    hits: tuple[Hit, ...]
    mentions: tuple[Mention, ...]
    moods: tuple[Mood, ...]
    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]
    problems: tuple[Problem, ...]

    def letters(self, first: int, last: int) -> str:
        """Return the letters from token `first` up to and without token `last`."""
        return self.text.letters[self.tokens.starts[first] : self.tokens.ends[last - 1]]

    def span(self, first: int, last: int) -> Span:
        """Return the span of tokens [first, last)."""
        return Span(start=self.tokens.starts[first], end=self.tokens.ends[last - 1])
