"""Where does reported content end?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.extract.statements.complements import Complement, find_complement
from mahdar.extract.statements.field import COMMAS, FEH, MARKS, WAW, Field
from mahdar.extract.statements.reports import Report
from mahdar.extract.statements.speakers import Speaker, agrees, subject_at
from mahdar.records.annotated import Quote

TRAILING = COMMAS | frozenset(".:;!\N{ARABIC SEMICOLON}-\N{EN DASH}\N{HORIZONTAL ELLIPSIS}(")
NEXT = 3
"""Words after a source phrase («according to») within which its source stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Content at tokens [first, last), how it is opened, and why it ends where it does."""

    first: int
    last: int
    form: str
    because: str
    """end, split, report, gloss, comment, source."""
    then: int
    """The place to read on from."""


def content_of(field: Field, begin: Complement, speaker: Speaker | None, reports: dict[int, Report]) -> Content:
    """Return the content that begins at a complement, ended by what the reporter says next."""
    first, form = _past_openers(field, begin.first), begin.form
    if any(field.mark(place, "speech.opener") for place in range(begin.first, first)):
        form = "clause"
    limit = field.ground.sentence_limits(min(begin.first, len(field.ground.doc.tokens) - 1))[1]
    quote = field.quotes.get(first)
    if quote is not None and begin.form != "object" and _stands_alone(field, quote):
        return Content(first=first, last=closing(field, quote), form=form, because="end", then=closing(field, quote))
    place, nested = first, False
    while place < limit:
        quote = field.quotes.get(place)
        if quote is not None and quote.closed:
            place = max(place + 1, quote.last)
            continue
        because = _ended_by(field, place, first, nested=nested or form != "clause")
        if not because and form == "phrase" and not nested and place > first and field.mark(place, "speech.again"):
            because = "split"
        if not because and place > first and _reports_on(field, place, speaker, reports):
            because = "report"
        if because:
            return Content(first=first, last=trimmed(field, first, place), form=form, because=because, then=place)
        nested = nested or field.mark(place, "speech.opener") > 0
        place += 1
    return Content(first=first, last=trimmed(field, first, limit), form=form, because="end", then=limit)


def _past_openers(field: Field, place: int) -> int:
    """Return the first place of content after particles, signs and «saying»."""
    while True:
        last = field.mark(place, "speech.opener", "speech.whether", "speech.saying", "speech.again")
        if not last and (field.word(place) in COMMAS or field.word(place) == ":"):
            last = place + 1
        if not last:
            return place
        place = last


def _stands_alone(field: Field, quote: Quote) -> bool:
    """Return True where after a quotation the reporter's own sentence goes on, or nothing does."""
    place = closing(field, quote)
    return (not field.is_word(place) and not (field.word(place) in COMMAS and field.is_word(place + 1))) or field.word(
        place
    ) == "."


def closing(field: Field, quote: Quote) -> int:
    """Return the place after a quotation and its closing mark."""
    return quote.last + 1 if field.word(quote.last) in MARKS else quote.last


def _ended_by(field: Field, place: int, first: int, *, nested: bool) -> str:
    """Return why content ends at a place, empty where it goes on."""
    if place == first:
        return ""
    if field.mark(place, "speech.gloss"):
        return "gloss"
    if field.mark(place, "speech.comment") or _turns_away(field, place):
        return "comment"
    if not nested and any(
        kind == "speech.opener" and prefix in (WAW, FEH) for kind, _, prefix in field.marks.get(place, ()) if prefix == WAW
    ):
        return "split"
    if field.mark(place, "speech.according") and names_source(field, place):
        return "source"
    return ""


def _turns_away(field: Field, place: int) -> bool:
    """Return True where after a comma the reporter tells of another: «…, while the minister received»."""
    turn = field.mark(place, "speech.turn") if field.word(place - 1) in COMMAS else 0
    return (
        turn > 0
        and any(hit.form == "past" for hit in field.ground.hits_at.get(turn, ()))
        and not field.mark(place, "speech.aside")
    )


def names_source(field: Field, place: int) -> bool:
    """Return True where «according to» is followed by a speaker, document or medium, not by a rule or plan."""
    start = field.mark(place, "speech.according")
    if field.mark(start, "document.published") or field.mark(start + 1, "document.published"):
        return True
    said = any(hit.kind == "say" for near in range(start, start + 2) for hit in field.ground.hits_at.get(near, ()))
    if field.mark(place, "speech.turn"):
        subject = subject_at(field, start + 1) if said else None
        return subject is not None and not field.is_word(subject.last) and not field.mark(subject.last, "speech.opener")
    source = field.mentions.get(start)
    named = source is not None and source.kind in {"person", "relay", "org"}
    return said or named or bool(field.mark(start, "document.text", "medium", "speaker.anonymous", "speaker.body"))


def _reports_on(field: Field, place: int, speaker: Speaker | None, reports: dict[int, Report]) -> bool:
    """Return True where the reporter goes on with another verb or participle of speech."""
    report = reports.get(place)
    if report is None or place in field.quoted:
        return False
    if report.form == "participle":
        return isinstance(find_complement(field, report, reports, _limit(field, place)), Complement)
    if report.form == "saying":
        return field.word(place - 1) in COMMAS and isinstance(
            find_complement(field, report, reports, _limit(field, place)), Complement
        )
    if report.is_present:
        return False
    after_comma = field.word(place - 1) in COMMAS and subject_at(field, report.last) is not None
    turned = report.joined or field.closes(place, "speech.turn") or after_comma
    if not turned:
        return False
    found = find_complement(field, report, reports, _limit(field, place))
    named = found.subject if isinstance(found, Complement) else found
    if named is None and speaker is not None and not agrees(report.person, speaker):
        return False
    return isinstance(found, Complement)


def _limit(field: Field, place: int) -> int:
    """Return the end of the sentence that holds a place."""
    return field.ground.sentence_limits(place)[1]


def trimmed(field: Field, first: int, last: int) -> int:
    """Return the end of content without trailing signs, conjunctions and words of turn."""
    while last > first + 1:
        turn = next((start for start in range(max(first + 1, last - 3), last) if field.mark(start, "speech.turn") == last), last)
        if turn < last and last in field.ground.hits_at:
            last = turn
        elif field.word(last - 1) in TRAILING or field.word(last - 1) == WAW:
            last -= 1
        else:
            break
    return last
