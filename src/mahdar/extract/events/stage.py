"""Who is on stage: whose acts and words go on where a verb names no subject?"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from mahdar.arabic.letters import ALEF
from mahdar.arabic.nisba import HEH
from mahdar.extract.events.field import Field
from mahdar.extract.events.subjects import Named, subject_of
from mahdar.extract.events.voices import Voices, voices_of
from mahdar.records.annotated import Hit
from mahdar.records.claim import Claim
from mahdar.records.value import Span

FAR = 2
"""Sentences back to which a subject stays on stage."""
MEEM, NOON = "\N{ARABIC LETTER MEEM}", "\N{ARABIC LETTER NOON}"
PRONOUNS = {HEH: "m", HEH + ALEF: "f", HEH + MEEM + ALEF: "d", HEH + MEEM: "p"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Who acts: codes, the words that name them, the verb's place and gender, whether it is a verb of speech."""

    verb: int
    codes: tuple[str, ...]
    span: Span | None
    gender: str
    speaks: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The field with the subjects of all its verbs, in text order."""

    field: Field
    subjects: tuple[Subject, ...]
    verbs: tuple[int, ...]
    voices: Voices

    def before(self, place: int, gender: str, *, speaking: bool) -> Subject | None:
        """Return the last subject before a place that a pronoun or bare verb may mean; `speaking` prefers speakers."""
        numbers = self.field.ground.doc.sentence_of
        fitting = [
            subject
            for subject in reversed(self.subjects[: bisect_left(self.verbs, place)])
            if _near(self, subject, numbers[place]) and suits(subject, gender)
        ]
        if speaking:
            return next((subject for subject in fitting if subject.speaks), fitting[0] if fitting else None)
        return fitting[0] if fitting else None


def _near(stage: Stage, subject: Subject, sentence: int) -> bool:
    """Return True where a subject's sentence is this one or shortly before; a headline's subject stays in the headline."""
    doc = stage.field.ground.doc
    number = doc.sentence_of[subject.verb]
    return number == sentence or (0 < sentence - number <= FAR and doc.sentences[number].part == "content")


def suits(subject: Subject, gender: str) -> bool:
    """Return True where gender and number of a pronoun or verb suit a subject."""
    if gender in {"1", ""}:
        return True
    if gender == "d":
        return len(subject.codes) == 2
    if gender == "p":
        return True
    return subject.gender == gender


def gender_of(person: str) -> str:
    """Return m, f, d, p or 1 for a verb's person, a participle's form or a noun's pronoun.

    >>> gender_of("3fs"), gender_of("f3mp"), gender_of("ms"), gender_of("1p")
    ('f', 'p', 'm', '1')
    """
    if person.startswith("pronoun:"):
        return PRONOUNS.get(person.removeprefix("pronoun:"), "")
    person = person.removeprefix("f") if len(person) == 4 else person
    if person.startswith("1"):
        return "1"
    if person.endswith("d"):
        return "d"
    if person.endswith("p"):
        return "p"
    return "f" if "f" in person else "m"


def set_stage(field: Field, found: tuple[Claim, ...]) -> Stage:
    """Return the subjects of an article's finite verbs; a verb without one goes on with whoever fits it."""
    subjects: list[Subject] = []
    doc = field.ground.doc
    for sentence in doc.sentences:
        if sentence.part == "furniture":
            continue
        _announced(field, sentence.first, sentence.last, subjects)
        for place in range(sentence.first, sentence.last):
            hit = field.finite(place) or next((hit for hit in field.suffixed(place) if hit.prefix), None)
            if hit and hit.form != "passive":
                subject = _subject(field, hit, sentence.last, subjects)
                if subject:
                    subjects.append(subject)
    verbs = tuple(subject.verb for subject in subjects)
    return Stage(field=field, subjects=tuple(subjects), verbs=verbs, voices=voices_of(found))


def _announced(field: Field, first: int, last: int, found: list[Subject]) -> None:
    """Append the speaker whom a headline names before a colon."""
    mention = field.at.get(first)
    if mention is None or mention.kind not in {"person", "org"} or not mention.of:
        return
    if mention.last < last and field.ground.word(mention.last) == ":":
        found.append(Subject(verb=first, codes=mention.of, span=mention.span, gender="m", speaks=True))


def _subject(field: Field, hit: Hit, limit: int, found: list[Subject]) -> Subject | None:
    """Return the subject of one verb: named in its clause, else inherited."""
    person = hit.detail[0] if hit.detail else ""
    gender = gender_of(person)
    named = subject_of(field, hit, limit)
    speaks = hit.kind == "say"
    if named and not named.is_self:
        return Subject(verb=hit.first, codes=field.codes(named.group), span=span_of(field, named), gender=gender, speaks=speaks)
    last = tuple(found[-12:])
    stage = Stage(field=field, subjects=last, verbs=tuple(subject.verb for subject in last), voices=voices_of(()))
    before = stage.before(hit.first, "" if named else gender, speaking=speaks or named is not None or gender == "1")
    if before is None:
        return None
    return Subject(verb=hit.first, codes=before.codes, span=before.span, gender=before.gender, speaks=speaks and before.speaks)


def span_of(field: Field, named: Named) -> Span:
    """Return the letters that name a subject."""
    return field.ground.doc.span(named.first, named.last)
