"""What does each sentence report as said, by whom?"""

from __future__ import annotations

from dataclasses import replace

from mahdar.arabic.letters import ARTICLE
from mahdar.extract.statements.complements import Complement, find_complement, speaker_of, unmarked
from mahdar.extract.statements.ends import Content, content_of
from mahdar.extract.statements.field import COMMAS, Field
from mahdar.extract.statements.glosses import read_gloss
from mahdar.extract.statements.headings import heading_of
from mahdar.extract.statements.reports import Report, find_reports
from mahdar.extract.statements.sources import Source, source_between
from mahdar.extract.statements.speakers import Speaker, agrees, subject_at
from mahdar.extract.statements.stage import Said, Stage, of_office, open_stage, speaker_at

AROUND = 12
"""Words before a verb within which the document or medium of its words is named."""
OWN = 8
"""Words that a quotation without a speaker holds at least to be the outlet's own."""
JOINT = "say.ittafaqa"
"""The sense of agreeing: a statement only where several sides agree."""


def find_speech(field: Field) -> list[Said]:
    """Return what is reported as said, in text order."""
    stage = open_stage(field, find_reports(field))
    for number, sentence in enumerate(field.ground.doc.sentences):
        if sentence.part == "furniture":
            continue
        heading = heading_of(field, number)
        if heading:
            _note_heading(stage, sentence.first, *heading)
        else:
            _read(stage, sentence.first, sentence.last)
            _note_own_words(stage, sentence.first, sentence.last)
    return stage.said


def _note_heading(stage: Stage, first: int, speaker: Speaker, begin: Complement) -> None:
    """Note the words of a heading «X: …»."""
    speaker = of_office(stage, speaker)
    content = content_of(stage.field, begin, speaker, {})
    stage.said.append(
        Said(speaker=speaker, first=first, last=begin.first, sense="heading.colon", act="say", content=content, source=None)
    )


def _note_own_words(stage: Stage, first: int, last: int) -> None:
    """Note a long quotation that fills its sentence and has no speaker: the outlet quotes its own words."""
    field = stage.field
    quote = field.quotes.get(first)
    if quote is None or not quote.closed or field.size(quote.first, quote.last) < OWN or field.word(first - 1) == ":":
        return
    fills = field.size(first, last) == field.size(quote.first, quote.last)
    if fills and not any(said.content.first <= quote.first < said.content.last for said in stage.said[-3:]):
        content = Content(first=quote.first, last=quote.last, form="quote", because="end", then=last)
        nobody = Speaker(actor=None, of=(), span=None, rule="speaker.outlet", kind="outlet")
        stage.said.append(
            Said(speaker=nobody, first=first, last=first + 1, sense="quote.own", act="say", content=content, source=None)
        )


def _read(stage: Stage, first: int, last: int) -> None:
    """Read the reports of speech at tokens [first, last) from left to right."""
    place = first
    while place < last:
        quote = stage.field.quotes.get(place)
        report = stage.reports.get(place)
        if report is None and quote is not None and quote.closed:
            place = quote.last
        past = read_gloss(stage, place, first, last) if place in stage.field.marks else place
        if past == place:
            past = _report(stage, report, first, last) if report else place + 1
        place = past


def _report(stage: Stage, report: Report, first: int, last: int) -> int:
    """Read one report and return the place to read on from."""
    field = stage.field
    found = find_complement(field, report, stage.reports, last)
    named = None if _is_addressee(stage, report, found) else speaker_of(found)
    if (report.is_noun_too and not _is_verb_here(field, report, first, named)) or _is_impersonal(field, report, named):
        return report.last
    inner = _handed_on(stage, named, found)
    if inner is not None:
        return _report(stage, inner, first, last)
    if named is not None and field.closes(report.first, "speech.relative"):
        return report.last
    speaker = speaker_at(stage, report, first, named)
    if speaker is not None and field.ground.doc.sentences[field.ground.doc.sentence_of[first]].part == "title":
        speaker = of_office(stage, speaker)
    if not isinstance(found, Complement) and found is not None:
        found = unmarked(field, report, found, last) or found
    if not isinstance(found, Complement):
        return _without_content(stage, report, speaker, first, named is not None)
    is_mute = speaker is None or (speaker.kind == "medium" and report.form != "saying")
    if (
        is_mute
        or speaker is None
        or (report.sense == JOINT and speaker.kind not in {"joint", "pair"})
        or _is_deed(field, report, found)
    ):
        return report.last
    return _content(stage, report, speaker, found, _source(stage, report, found, speaker, first))


def _is_addressee(stage: Stage, report: Report, found: Complement | object) -> bool:
    """Return True where the only noun after a verb of urging is who is urged: the subject stands before, or has the floor."""
    if report.act != "urge" or not report.joined or stage.last is None or not isinstance(found, Complement):
        return False
    if found.subject is None or not agrees(report.person, stage.last):
        return False
    between = range(found.subject.last, found.first)
    alone = all(stage.field.word(place).startswith(ARTICLE) or stage.field.mark(place, "speech.preposition") for place in between)
    return found.form == "phrase" and alone


def _content(stage: Stage, report: Report, speaker: Speaker, begin: Complement, source: Source | None) -> int:
    """Note the content of a report, clause by clause, and return the place to read on from."""
    place = begin.first
    while True:
        content = content_of(stage.field, replace(begin, first=place), speaker, stage.reports)
        if content.last > content.first:
            _note(stage, report, speaker, content, source)
        if content.because != "split":
            break
        place = content.then
    stage.last, stage.source = speaker, source
    return max(content.then, report.last)


def _note(stage: Stage, report: Report, speaker: Speaker, content: Content, source: Source | None) -> None:
    """Note one reported clause."""
    said = Said(
        speaker=speaker, first=report.first, last=report.last, sense=report.sense, act=report.act, content=content, source=source
    )
    stage.said.append(said)


def _is_verb_here(field: Field, report: Report, first: int, named: Speaker | None) -> bool:
    """Return True where letters that may be a noun stand as a verb: at the head of a clause, or before their subject."""
    before = report.first - 1
    heads = report.joined or report.first == first or field.word(before) in COMMAS | {":"} or named is not None
    return heads or field.closes(report.first, "speech.turn", "speech.aside")


def _is_impersonal(field: Field, report: Report, named: Speaker | None) -> bool:
    """Return True for «it is noted that»: a fixed phrase, or a present verb without a subject."""
    last = field.mark(report.first, "speech.impersonal")
    return last > report.last or (last > 0 and report.is_present and named is None)


def _is_deed(field: Field, report: Report, begin: Complement) -> bool:
    """Return True for announcing an initiative and the like: an act, not words."""
    return report.act == "announce" and begin.form != "clause" and bool(field.mark(begin.first, "speech.deed"))


def _handed_on(stage: Stage, named: Speaker | None, found: Complement | object) -> Report | None:
    """Return the inner report where a spokesperson or medium only says that somebody said something."""
    if not isinstance(found, Complement) or named is None or found.form == "object":
        return None
    if named.kind != "medium" and "spokesperson" not in (named.role or ""):
        return None
    subject = subject_at(stage.field, found.first)
    report = stage.reports.get(subject.last) if subject else None
    if report is None or subject is None or report.form != "finite" or report.is_present:
        return None
    return report if subject.speaker.actor is not None else None


def _without_content(stage: Stage, report: Report, speaker: Speaker | None, first: int, is_named: bool) -> int:
    """Read a report that follows what it reports: a quotation before the verb; else only note who is on stage."""
    field = stage.field
    quotes = [
        quote for quote in field.ground.doc.quotes if report.first - 4 <= quote.last < report.first and quote.first >= first
    ]
    if quotes and speaker is not None and speaker.kind != "medium" and field.size(quotes[0].first, quotes[0].last) > 3:
        quote = quotes[0]
        if not any(said.content.first <= quote.first < said.content.last for said in stage.said[-3:]):
            content = Content(first=quote.first, last=quote.last, form="quote", because="end", then=report.last)
            _note(stage, report, speaker, content, None)
            stage.last, stage.source = speaker, None
    elif is_named and speaker is not None and report.form == "finite" and _is_verb_here(field, report, first, None):
        stage.last, stage.source = speaker, None
    return report.last


def _source(stage: Stage, report: Report, begin: Complement, speaker: Speaker, first: int) -> Source | None:
    """Return through whom the words came: named before the content, before the verb, or as for the words before."""
    field = stage.field
    found = source_between(field, report.first, begin.first)
    if found is None and report.form != "participle":
        found = source_between(field, max(first, report.first - AROUND), report.first)
    if found is not None or stage.source is None or stage.last is None:
        return found
    same = (speaker.actor, speaker.of) == (stage.last.actor, stage.last.of)
    elsewhere = any(field.mark(place, "document.speech") for place in range(report.first, begin.first))
    on = begin.subject is None or stage.source.lasting
    return stage.source if same and on and not elsewhere else None
