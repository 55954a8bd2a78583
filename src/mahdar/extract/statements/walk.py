"""What may stand between a verb of speech and its content: the subject, the scene, adverbs, relatives?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.arabic.letters import ARTICLE
from mahdar.extract.statements.field import COMMAS, MARKS, Field
from mahdar.extract.statements.reports import Report
from mahdar.extract.statements.speakers import Subject, agrees, subject_at

GOVERNED = 2
"""Words that a preposition of the scene governs where the lexicon knows none of them."""


@dataclass(slots=True, kw_only=True)
class Walk:
    """The walk from a verb to its content."""

    place: int
    subject: Subject | None = None
    is_scene: bool = False
    """True inside a prepositional phrase of the scene."""
    renewed: bool = False
    is_loose: bool = False
    """True after words of the scene, up to a comma."""
    is_lost: bool = False
    """True in a relative clause whose end is not marked: no object is read there."""


def step(field: Field, report: Report, walk: Walk) -> None:
    """Take the walk one word or phrase on."""
    place = walk.place
    published = field.mark(place, "document.published")
    if published:
        walk.place = _past_publisher(field, published)
    elif field.word(place) in COMMAS or field.word(place) in MARKS:
        walk.is_scene = walk.is_lost = walk.is_loose = False
        walk.place += 1
    elif field.mark(place, "speech.renewal"):
        walk.renewed, walk.place = True, field.mark(place, "speech.renewal")
    elif field.mark(place, "speech.aside", "speech.saying", "date"):
        walk.place = field.mark(place, "speech.aside", "speech.saying", "date")
    elif _takes_subject(field, report, walk):
        pass
    elif field.honorific(place):
        walk.place = field.honorific(place)
    elif field.mark(place, "speech.scene"):
        _skip_scene(field, walk, field.mark(place, "speech.scene"))
    elif field.mark(place, "speech.relative"):
        _skip_relative(field, walk)
    else:
        walk.place += 1


def _takes_subject(field: Field, report: Report, walk: Walk) -> bool:
    """Take a subject named at the place of a walk, and return True where there is one."""
    if walk.is_scene or (walk.subject is not None and walk.place not in field.mentions):
        return False
    subject = subject_at(field, walk.place)
    if subject is None:
        mention = field.mentions.get(walk.place)
        walk.place = mention.last if mention else walk.place
        return mention is not None
    if report.has_subject:
        return False
    if walk.subject is None and (report.form == "participle" or not agrees(report.person, subject.speaker)):
        return False
    walk.subject = walk.subject or subject
    walk.place = subject.last
    return True


def _skip_scene(field: Field, walk: Walk, place: int) -> None:
    """Take the walk past a preposition of the scene and what it governs."""
    walk.is_scene = True
    governed = 0
    while governed < GOVERNED:
        known = _known(field, place)
        if known:
            place, governed = known, GOVERNED
        elif (
            (governed and not field.word(place).startswith(ARTICLE))
            or not field.is_word(place)
            or field.mark(place, "speech.opener")
        ):
            break
        else:
            place, governed = place + 1, governed + 1
    walk.place = place
    walk.is_scene, walk.is_loose = False, True


def _known(field: Field, place: int) -> int:
    """Return the place after a name, date or noun of occasion, with the adjectives of that noun, 0 where none stands."""
    subject = field.mentions.get(place)
    if subject:
        return subject.last
    last = field.mark(place, "document.text", "document.speech", "date", "speech.aside", "medium")
    while last and (field.word(last).startswith(ARTICLE) or field.mark(last, "document.of")):
        last += 1
    return last


def _skip_relative(field: Field, walk: Walk) -> None:
    """Take the walk past a relative clause: to its comma, else only past its first word."""
    last = field.ground.sentence_limits(walk.place)[1]
    comma = next((place for place in range(walk.place + 1, min(last, walk.place + 25)) if field.word(place) in COMMAS), 0)
    opener = next((place for place in range(walk.place + 1, comma) if field.mark(place, "speech.opener")), 0) if comma else 0
    walk.is_lost = not comma or bool(opener)
    walk.place = comma if comma and not opener else walk.place + 2


def _past_publisher(field: Field, place: int) -> int:
    """Return the place after who published a text: a medium or side with its adjectives."""
    known = field.mentions.get(place)
    last = known.last if known else field.mark(place, "medium")
    while (last and field.word(last).startswith(ARTICLE)) or last in field.mentions:
        last = field.mentions[last].last if last in field.mentions else last + 1
    return last or place
