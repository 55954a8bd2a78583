"""Where does the content of a verb of speech begin?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.arabic.clitics import BEH
from mahdar.arabic.letters import ARTICLE, LAM
from mahdar.extract.statements.field import COMMAS, Field
from mahdar.extract.statements.reports import Report
from mahdar.extract.statements.speakers import Speaker, Subject, agrees, subject_at
from mahdar.extract.statements.walk import Walk, step

REACH = 60
"""Words from a verb within which its content begins."""
DESCRIBE = "describe"
SCARE = 3
"""Quoted words up to which quotation marks do not make speech."""
PHRASE_FIRST = frozenset({"call-for", "urge", "threaten", "promise"})
"""Acts whose object is who is addressed («called on X to do Y»); in others it is part of the content («accused X of Y»)."""
UNREAD_SUBJECT = 8
"""Words that a subject which no lexicon knows may hold before the clause."""
AGAIN = 12
"""Words within which a preposition is taken up again before its clause."""
LONG = 4
"""Letters above which a word may be a noun after lam."""
STOPS = frozenset(";\N{ARABIC SEMICOLON}")


NO_OBJECT = (
    "speech.renewal",
    "speech.aside",
    "speech.saying",
    "speech.scene",
    "speech.relative",
    "speech.turn",
    "speech.opener",
    "document.published",
    "date",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Complement:
    """The content's first place and how it is opened; the subject named on the way."""

    first: int
    form: str
    """clause, quote, phrase, object."""
    subject: Subject | None
    is_loose: bool = False
    """True for an object after words of the scene that may still go on."""


def find_complement(field: Field, report: Report, reports: dict[int, Report], limit: int) -> Complement | Subject | None:
    """Return where the content begins; the subject alone where there is no content, None where there is neither."""
    opened = _opened(field, report, reports, limit)
    if not report.takes_object:
        return opened
    bare = _object_of(field, report, reports, limit)
    if not isinstance(opened, Complement) or not isinstance(bare, Complement):
        return bare if isinstance(bare, Complement) else opened
    if bare.first >= opened.first or (opened.form == "phrase" and report.act in PHRASE_FIRST):
        return opened
    if opened.form == "phrase" and all(field.word(place).startswith(ARTICLE) for place in (bare.first, bare.first + 1)):
        return opened
    if any(field.mark(place, "speech.saying") for place in range(bare.first, opened.first)):
        return bare
    if opened.form == "clause" and report.act == DESCRIBE and _calls(field, opened.first):
        return bare
    if opened.form == "clause" and bare.is_loose:
        return opened
    named = bare.subject is not None or report.form == "participle" or opened.first - bare.first > UNREAD_SUBJECT
    return bare if named or opened.form != "clause" else opened


def _calls(field: Field, first: int) -> bool:
    """Return True where the particle before a clause says what something is called: «described X as»."""
    return field.word(first - 1).startswith(BEH)


def _opened(field: Field, report: Report, reports: dict[int, Report], limit: int) -> Complement | Subject | None:
    """Return where a clause, quotation or phrase begins that the verb governs."""
    walk = Walk(place=report.last)
    limit = min(limit, report.last + REACH)
    while walk.place < limit:
        opened = _opens(field, report, walk)
        if opened:
            return Complement(first=opened[0], form=opened[1], subject=walk.subject)
        if _is_barred(field, report, reports, walk):
            break
        step(field, report, walk)
    return walk.subject


def _opens(field: Field, report: Report, walk: Walk) -> tuple[int, str] | None:
    """Return the content's first place and form where it is opened at the place of a walk."""
    place, word = walk.place, field.word(walk.place)
    quote = field.quotes.get(place)
    if quote and (field.size(quote.first, quote.last) > SCARE or field.word(place - 1) == ":") and not _is_name(field, place):
        return place, "quote"
    last = field.mark(place, "speech.opener", "speech.whether")
    if last:
        return last, "clause"
    if word == ":":
        return place + 1, "clause"
    if place in field.mentions and walk.subject is None:
        return None
    if report.prepositions or walk.renewed:
        last = field.mark(place, "speech.preposition")
        if last and (word in report.prepositions or walk.renewed) and not _is_long_scene(field, place, last):
            return _with_clause(field, word, last), "phrase"
    if (
        report.takes_beh
        and not walk.is_lost
        and word.startswith(BEH)
        and len(word) > 2
        and not field.mark(place, "speech.beh")
        and not walk.is_scene
    ):
        return place, "phrase"
    if report.takes_lam and not walk.is_lost and word.startswith(LAM) and _is_masdar_after_lam(field, place):
        return place, "phrase"
    return None


def _is_masdar_after_lam(field: Field, place: int) -> bool:
    """Return True for a word with the particle lam written onto it that names neither people nor places."""
    long = len(field.word(place)) > LONG and place not in field.mentions
    return long and not field.mark(place, "speech.aside", "speech.relative", "speech.saying")


def _with_clause(field: Field, word: str, last: int) -> int:
    """Return where a preposition's clause begins, if the same preposition comes again right before one («pointed to … that»)."""
    limit = min(last + AGAIN, field.ground.sentence_limits(last - 1)[1] - 1)
    for place in range(last, limit):
        if field.mark(place, "speech.opener") or field.word(place) in COMMAS:
            return last
        if field.word(place) == word and field.mark(place + 1, "speech.opener"):
            return place + 1
    return last


def _is_name(field: Field, place: int) -> bool:
    """Return True where the words before a quotation say that it is a name («the group "…"»)."""
    return field.closes(place, "speech.naming")


def _is_long_scene(field: Field, place: int, last: int) -> bool:
    """Return True where a preposition begins a longer phrase of the scene («on the margins of»)."""
    return field.mark(place, "speech.scene", "speech.aside") > last


def unmarked(field: Field, report: Report, subject: Subject, limit: int) -> Complement | None:
    """Return speech that follows its verb and speaker without particle or marks, known by its first person."""
    if report.act not in {"say", "add"} or not field.is_word(subject.last):
        return None
    own = any(
        field.mark(place, "speech.we") or _is_first_person(field, place)
        for place in range(subject.last, min(subject.last + 4, limit))
    )
    return Complement(first=subject.last, form="clause", subject=subject) if own else None


def _is_first_person(field: Field, place: int) -> bool:
    """Return True for a verb of the first person plural."""
    hits = field.ground.hits_at.get(place, ())
    return any(hit.detail[:1] == ("1p",) and hit.form in {"past", "present"} for hit in hits)


def _is_barred(field: Field, report: Report, reports: dict[int, Report], walk: Walk) -> bool:
    """Return True where another verb of speech, or a stop, stands before any content."""
    other = reports.get(walk.place)
    if other is not None and other.form == "saying" and report.form != "saying":
        return False
    if other is not None and other.is_present and not other.joined and field.closes(walk.place, "speech.relative", "speech.turn"):
        return False
    return other is not None or field.word(walk.place) in STOPS


def _object_of(field: Field, report: Report, reports: dict[int, Report], limit: int) -> Complement | Subject | None:
    """Return the bare object of a verb of speech, after its subject and the words of its scene."""
    walk = Walk(place=report.last)
    limit = min(limit, report.last + REACH)
    while walk.place < limit:
        place = walk.place
        if _is_object(field, report, walk):
            return Complement(first=place, form="object", subject=walk.subject, is_loose=walk.is_loose)
        if field.mark(place, "speech.opener") or _is_barred(field, report, reports, walk):
            break
        step(field, report, walk)
        if walk.place == place:
            break
    return walk.subject


def _is_object(field: Field, report: Report, walk: Walk) -> bool:
    """Return True where the object begins at the place of a walk: a noun that is no subject, scene or adverb."""
    place = walk.place
    if walk.is_lost or (not field.is_word(place) and place not in field.quotes) or field.honorific(place):
        return False
    if field.mark(place, *NO_OBJECT) or (walk.subject and _goes_on(field, walk.subject, place)):
        return False
    mention = field.mentions.get(place)
    if mention is not None and mention.form != "nisba" and field.governed(mention):
        return False
    if mention is not None and mention.form == "nisba" and report.is_noun_too and place == report.last:
        return False
    subject = subject_at(field, place)
    if subject is None or report.form == "participle" or report.has_subject:
        return True
    return walk.subject is not None or not agrees(report.person, subject.speaker)


def _goes_on(field: Field, subject: Subject, place: int) -> bool:
    """Return True for an adjective between a title and the name that bears it."""
    after = field.mentions.get(place + 1)
    return place == subject.last and field.word(place).startswith(ARTICLE) and after is not None and after.kind == "person"


def speaker_of(found: Complement | Subject | None) -> Speaker | None:
    """Return the speaker named on the way to a content."""
    if isinstance(found, Complement):
        return found.subject.speaker if found.subject else None
    return found.speaker if found else None
