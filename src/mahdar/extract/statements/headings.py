"""Which headings give speech: «X: …»?"""

from __future__ import annotations

from mahdar.extract.statements.complements import Complement
from mahdar.extract.statements.field import Field
from mahdar.extract.statements.speakers import Speaker, subject_at
from mahdar.records.annotated import Sentence

HEAD = 7
"""Words that the part before the colon of a heading may hold."""
FEWEST = 3
"""Words that speech in a heading holds at least."""
STOPS = frozenset(".!?\N{ARABIC QUESTION MARK}")


def heading_of(field: Field, number: int) -> tuple[Speaker, Complement] | None:
    """Return who speaks in a heading and where their words begin, None where the sentence is no such heading."""
    sentence = field.ground.doc.sentences[number]
    colon = _colon(field, sentence)
    if colon is None or not (sentence.part == "title" or _is_heading(field, number)):
        return None
    subject = subject_at(field, sentence.first)
    told = sentence.part == "title" and subject is not None and _has_verb(field, subject.last, colon)
    if subject is None or (subject.last != colon and not told) or field.size(colon + 1, sentence.last) < FEWEST:
        return None
    speaker = subject.speaker
    mention = field.mentions.get(sentence.first)
    if mention is not None and mention.kind == "state" and not told:
        return None
    if speaker.kind in {"document", "medium", "again"} and speaker.actor is None:
        return None
    return speaker, Complement(first=colon + 1, form="clause", subject=subject)


def _colon(field: Field, sentence: Sentence) -> int | None:
    """Return the place of the colon near the begin of a sentence."""
    places = range(sentence.first, min(sentence.last, sentence.first + HEAD + 1))
    return next((place for place in places if field.word(place) == ":"), None)


def _has_verb(field: Field, first: int, last: int) -> bool:
    """Return True where a verb that takes a position stands at [first, last): «X backs Y: …»."""
    return any(
        hit.kind in {"stance", "say", "event"} and hit.form in {"past", "present"}
        for place in range(first, last)
        for hit in field.ground.hits_at.get(place, ())
    )


def _is_heading(field: Field, number: int) -> bool:
    """Return True for a line without a stop between two that are none: not one of a list of links."""
    sentences = field.ground.doc.sentences
    around = [sentences[near] for near in (number - 1, number + 1) if 0 <= near < len(sentences)]
    return _is_bare_line(field, sentences[number]) and not any(
        _is_bare_line(field, other) for other in around if other.part == "content"
    )


def _is_bare_line(field: Field, sentence: Sentence) -> bool:
    """Return True where a sentence fills its line and ends without a stop."""
    tokens = field.ground.doc.tokens
    alone = sentence.first == 0 or tokens.kinds[sentence.first - 1] == "b"
    ended = tokens.kinds[sentence.last - 1 : sentence.last] != "b" and tokens.words[sentence.last - 1] in STOPS
    return alone and not ended and sentence.part == "content" and tokens.kinds[sentence.last : sentence.last + 1] in ("b", "")
