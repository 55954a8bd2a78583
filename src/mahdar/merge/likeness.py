"""How alike are two articles? By what is read in them: rare words and names, days and numbers, actors, issues and events.

A likeness compares reports for a person's eye; it never joins anything (`docs/decisions/0004-likeness-never-joins.md`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from math import log, sqrt

from mahdar.arabic.lemma import Lemmas
from mahdar.arabic.tokens import tokenize
from mahdar.language.language import Language
from mahdar.records.claim import ActorClaim, EventClaim, StanceClaim
from mahdar.records.reading import Traced
from mahdar.records.value import value_of

WEIGHTS: Mapping[str, float] = {
    "words": 3,
    "title": 1,
    "numbers": 0.5,
    "days": 0.5,
    "actors": 0.25,
    "issues": 0.25,
    "events": 0.25,
}
"""How much each kind of feature counts where both articles have it; words name most of what the others hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What of an article is compared: lemmas of the text and of the title, and what was read, each as often as it occurs."""

    words: tuple[str, ...]
    title: tuple[str, ...]
    numbers: tuple[str, ...]
    days: tuple[str, ...]
    actors: tuple[str, ...]
    issues: tuple[str, ...]
    events: tuple[str, ...]


def features_of(traced: Traced, title: str, language: Language) -> Features:
    """Return what of an article is compared; its title stands in the text too."""
    lemmas = Lemmas(language.folding)
    text, doc = traced.reading.text, traced.annotated
    claims = traced.reading.claims
    return Features(
        words=_lemmas(text.letters, lemmas, language),
        title=_lemmas(title, lemmas, language),
        numbers=tuple(word for word, kind in zip(doc.tokens.words, doc.tokens.kinds, strict=True) if kind == "n"),
        days=tuple(date.past.edtf for date in doc.dates if date.past),
        actors=tuple(_actor(claim) for claim in claims if isinstance(claim, ActorClaim)),
        issues=tuple(issue for claim in claims if isinstance(claim, StanceClaim) and (issue := value_of(claim.issue))),
        events=tuple(_event(claim) for claim in claims if isinstance(claim, EventClaim)),
    )


def likenesses(pairs: Sequence[tuple[Features, Features]]) -> tuple[float, ...]:
    """Return for each pair how alike its articles are, from 0 to 1; what is rare among all articles of the pairs weighs most."""
    articles = [one for pair in pairs for one in pair]
    weights = {name: _weights([getattr(one, name) for one in articles]) for name in WEIGHTS}
    return tuple(_likeness(one, other, weights) for one, other in pairs)


def _likeness(one: Features, other: Features, weights: Mapping[str, Mapping[str, float]]) -> float:
    reached = possible = 0.0
    for each in fields(Features):
        mine, his = getattr(one, each.name), getattr(other, each.name)
        if mine and his:
            reached += WEIGHTS[each.name] * _cosine(mine, his, weights[each.name])
            possible += WEIGHTS[each.name]
    return round(reached / possible, 4) if possible else 0.0


def _weights(articles: Sequence[Iterable[str]]) -> dict[str, float]:
    """Return how much each feature weighs: the logarithm of how rare it is."""
    counted = Counter(feature for features in articles for feature in set(features))
    return {feature: log((1 + len(articles)) / many) for feature, many in counted.items()}


def _cosine(one: Iterable[str], other: Iterable[str], weights: Mapping[str, float]) -> float:
    mine, his = ({name: (1 + log(many)) * weights[name] for name, many in Counter(held).items()} for held in (one, other))
    common = sum(weight * his.get(name, 0.0) for name, weight in mine.items())
    length = sqrt(sum(weight**2 for weight in mine.values()) * sum(weight**2 for weight in his.values()))
    return common / length if length else 0.0


def _lemmas(letters: str, lemmas: Lemmas, language: Language) -> tuple[str, ...]:
    tokens = tokenize(letters, language.folding)
    spans = zip(tokens.starts, tokens.ends, tokens.kinds, strict=True)
    return tuple(lemma for start, end, kind in spans if kind == "w" for lemma in lemmas.of(letters[start:end])[:1])


def _actor(claim: ActorClaim) -> str:
    """Return the id of a listed actor, the last word of another's name."""
    return claim.actor if not claim.actor.startswith("p:") else (value_of(claim.name) or claim.actor).split()[-1]


def _event(claim: EventClaim) -> str:
    return " ".join((claim.type.value, *sorted(claim.actors), ">", *sorted(claim.recipients)))
