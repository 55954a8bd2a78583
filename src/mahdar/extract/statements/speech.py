"""What does each sentence report as said, by whom?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from dataclasses import field as attribute

from mahdar.extract.statements.complements import Complement, find_complement, speaker_of
from mahdar.extract.statements.ends import Content, content_of
from mahdar.extract.statements.field import COMMAS, Field
from mahdar.extract.statements.headings import heading_of
from mahdar.extract.statements.reports import Report, find_reports
from mahdar.extract.statements.sources import Source, source_between
from mahdar.extract.statements.speakers import Speaker, agrees, subject_at
from mahdar.records.annotated import Mention

BEFORE = 8
"""Words before a verb within which its subject stands, where it comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One reported clause: who said it, the reporting words at tokens [first, last), the content, through whom."""

    speaker: Speaker
    first: int
    last: int
    sense: str
    act: str
    content: Content
    source: Source | None


@dataclass(slots=True, kw_only=True)
class Stage:
    """Who spoke last, and through whom."""

    field: Field
    reports: dict[int, Report]
    last: Speaker | None = None
    source: Source | None = None
    said: list[Said] = attribute(default_factory=list)


def find_speech(field: Field) -> list[Said]:
    """Return what is reported as said, in text order."""
    stage = Stage(field=field, reports=find_reports(field))
    for number, sentence in enumerate(field.ground.doc.sentences):
        if sentence.part == "furniture":
            continue
        heading = heading_of(field, number)
        if heading:
            speaker, begin = heading
            content = content_of(field, begin, speaker, {})
            stage.said.append(
                Said(
                    speaker=speaker,
                    first=sentence.first,
                    last=begin.first,
                    sense="heading.colon",
                    act="say",
                    content=content,
                    source=None,
                )
            )
            continue
        _read(stage, sentence.first, sentence.last)
    return stage.said


def _read(stage: Stage, first: int, last: int) -> None:
    """Read the reports of speech at tokens [first, last) from left to right."""
    place = first
    while place < last:
        report = stage.reports.get(place)
        quote = stage.field.quotes.get(place)
        if report is None and quote is not None and quote.closed:
            place = quote.last
        place = _report(stage, report, first, last) if report else place + 1


def _report(stage: Stage, report: Report, first: int, last: int) -> int:
    """Read one report and return the place to read on from."""
    field = stage.field
    found = find_complement(field, report, stage.reports, last)
    named = speaker_of(found)
    if report.is_noun_too and not _is_verb_here(field, report, first, named):
        return report.last
    if _is_impersonal(field, report, named):
        return report.last
    speaker = _speaker(stage, report, first, named)
    if not isinstance(found, Complement):
        return _without_content(stage, report, speaker, first)
    if speaker is None or (speaker.kind == "medium" and report.form != "saying"):
        return report.last
    source = _source(stage, report, found, first, named is not None)
    if report.sense == "agree.ittafaqa" and speaker.kind != "joint":
        return report.last
    return _content(stage, report, replace_document(stage, speaker), found, source)


def replace_document(stage: Stage, speaker: Speaker) -> Speaker:
    """Return a document's issuer as the speaker in its place."""
    if speaker.kind != "document" or speaker.of:
        return speaker
    last = stage.last
    return replace(speaker, of=last.of if last else ())


def _content(stage: Stage, report: Report, speaker: Speaker, begin: Complement, source: Source | None) -> int:
    """Note the content of a report, clause by clause, and return the place to read on from."""
    place = begin.first
    while True:
        content = content_of(stage.field, replace(begin, first=place), speaker, stage.reports)
        if content.last > content.first:
            stage.said.append(
                Said(
                    speaker=speaker,
                    first=report.first,
                    last=report.last,
                    sense=report.sense,
                    act=report.act,
                    content=content,
                    source=source,
                )
            )
        if content.because != "split":
            break
        place = content.then
    stage.last, stage.source = speaker, source
    return max(content.then, report.last)


def _is_verb_here(field: Field, report: Report, first: int, named: Speaker | None) -> bool:
    """Return True where letters that may be a noun stand as a verb: at the head of a clause, or before their subject."""
    before = report.first - 1
    heads = report.joined or report.first == first or field.word(before) in COMMAS | {":"} or named is not None
    return heads or bool(field.mark(before, "speech.turn")) or bool(field.mark(before - 1, "speech.turn") == report.first)


def _is_impersonal(field: Field, report: Report, named: Speaker | None) -> bool:
    """Return True for «it is noted that»: a present verb without a subject right before its clause."""
    return report.is_present and named is None and bool(field.mark(report.first, "speech.impersonal"))


def _speaker(stage: Stage, report: Report, first: int, named: Speaker | None) -> Speaker | None:
    """Return who speaks: named after the verb, else before it, else who spoke last."""
    if named is not None:
        return named
    before = None if report.joined and report.form == "finite" else _named_before(stage.field, report, first)
    if report.form == "participle" and stage.last is not None and stage.said and _same_sentence(stage, first):
        return stage.last
    return before or _continued(stage, report, first)


def _same_sentence(stage: Stage, first: int) -> bool:
    """Return True where something was already said in the sentence that begins at `first`."""
    return stage.said[-1].first >= first


def _named_before(field: Field, report: Report, first: int) -> Speaker | None:
    """Return the speaker named before a verb: right before it, past «had», adverbs and commas."""
    place = report.first
    for _ in range(BEFORE):
        step = _back(field, place, first)
        if step is None:
            break
        place = step
    for start in range(max(first, place - 14), place):
        mention = field.mentions.get(start)
        if mention is not None and mention.last == place and mention.form != "nisba" and mention.kind != "city":
            subject = subject_at(field, start)
            return subject.speaker if subject and agrees(report.person, subject.speaker) else None
    return None


def _back(field: Field, place: int, first: int) -> int | None:
    """Return the place before one word or phrase that may stand between a subject and its verb, None where none does."""
    for start in range(place - 1, max(first, place - 4) - 1, -1):
        if field.mark(start, "speech.aside", "date", "speech.relative", "speech.turn") == place:
            return start
    return place - 1 if place > first and field.word(place - 1) in COMMAS else None


def _continued(stage: Stage, report: Report, first: int) -> Speaker | None:
    """Return who spoke last, or the person or side that the text spoke of last."""
    if stage.last is not None and agrees(report.person, stage.last):
        return stage.last
    earlier = [
        mention for place, mention in stage.field.mentions.items() if place < report.first and _may_speak(stage.field, mention)
    ]
    for mention in sorted(earlier, key=lambda mention: -mention.first):
        subject = subject_at(stage.field, mention.first)
        if subject and agrees(report.person, subject.speaker) and subject.speaker.kind == "named":
            return subject.speaker
    return None


def _may_speak(field: Field, mention: Mention) -> bool:
    """Return True for a person or organisation that is no part of another's title."""
    return mention.kind in {"person", "org", "state"} and mention.form not in {"nisba", "counterpart"}


def _without_content(stage: Stage, report: Report, speaker: Speaker | None, first: int) -> int:
    """Read a report that follows what it reports: a quotation before the verb; else only note who is on stage."""
    quote = next(
        (
            quote
            for quote in stage.field.ground.doc.quotes
            if report.first - 4 <= quote.last < report.first and quote.first >= first
        ),
        None,
    )
    if (
        quote is not None
        and speaker is not None
        and stage.field.size(quote.first, quote.last) > 3
        and not _is_said(stage, quote.first)
    ):
        content = Content(first=quote.first, last=quote.last, form="quote", because="end", then=report.last)
        stage.said.append(
            Said(
                speaker=speaker,
                first=report.first,
                last=report.last,
                sense=report.sense,
                act=report.act,
                content=content,
                source=None,
            )
        )
    if speaker is not None and report.form == "finite":
        stage.last, stage.source = speaker, None
    return report.last


def _is_said(stage: Stage, place: int) -> bool:
    """Return True where a place already lies in reported content."""
    return any(said.content.first <= place < said.content.last for said in stage.said[-3:])


def _source(stage: Stage, report: Report, begin: Complement, first: int, is_named: bool) -> Source | None:
    """Return through whom the words came: named before the content, after it, or as for the words before."""
    field = stage.field
    found = source_between(field, report.first, begin.first)
    if found is None and report.form != "participle":
        found = source_between(field, max(first, report.first - 12), report.first)
    if found is None and stage.source is not None and stage.last is not None:
        same = not is_named or stage.source.lasting
        found = stage.source if same and report.form != "heading" else None
    return found
