"""Whose words are they when the source comes after («…, according to …») or before («According to …, …»)?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mahdar.extract.statements.ends import Content, closing, names_source, trimmed
from mahdar.extract.statements.field import COMMAS
from mahdar.extract.statements.sources import Source, source_between
from mahdar.extract.statements.speakers import Speaker, subject_at
from mahdar.extract.statements.stage import Said, Stage, resolved

FEWEST = 4
"""Words that a clause holds at least to be told as somebody's."""
LENGTH = 14
"""Words within which the source of a clause is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gloss:
    """A source phrase at tokens [first, last): who it says spoke, and through which document or medium."""

    first: int
    last: int
    speaker: Speaker | None
    source: Source | None


def read_gloss(stage: Stage, place: int, first: int, limit: int) -> int:
    """Read a source phrase at a place, and return the place to read on from; the place itself where there is none."""
    field = stage.field
    if not field.mark(place, "speech.according") or not names_source(field, place):
        return place
    gloss = _gloss(stage, place, limit)
    if stage.said and stage.said[-1].content.then == place and stage.said[-1].first >= first:
        _attach(stage, gloss, first)
        return gloss.last
    if gloss.speaker is None or gloss.speaker.kind == "medium":
        return gloss.last
    if field.size(first, place) == 0:
        return _ahead(stage, gloss, limit)
    _behind(stage, gloss, first)
    return gloss.last


def _gloss(stage: Stage, place: int, limit: int) -> _Gloss:
    """Return what a source phrase says."""
    field = stage.field
    start = field.mark(place, "speech.according")
    while start < limit and (start in stage.reports or field.mark(start, "speech.relative", "speech.aside", "date")):
        start = max(start + 1, field.mark(start, "speech.aside", "date"))
    last = next(
        (near for near in range(start, min(limit, start + LENGTH)) if field.word(near) in COMMAS | {"."}),
        min(limit, start + LENGTH),
    )
    subject = subject_at(field, start)
    source = source_between(field, place, last)
    speaker = resolved(stage, subject.speaker, place) if subject else None
    if speaker is None and source is not None and source.kind == "document":
        side = next((mention.of[:1] for near in range(start, last) if (mention := field.mentions.get(near)) and mention.of), ())
        speaker = Speaker(actor=None, of=side, span=source.span, rule="speaker.document", kind="document") if side else None
    return _Gloss(first=place, last=max(last, subject.last if subject else 0), speaker=speaker, source=source)


def _attach(stage: Stage, gloss: _Gloss, first: int) -> None:
    """Note through whom the last words of a sentence came."""
    if gloss.source is None:
        return
    for number, said in enumerate(stage.said):
        if said.first >= first and said.content.then == gloss.first:
            stage.said[number] = replace(said, source=gloss.source)


def _ahead(stage: Stage, gloss: _Gloss, limit: int) -> int:
    """Note the rest of a sentence as the words of the source that it begins with."""
    field = stage.field
    begin = gloss.last
    while field.word(begin) in COMMAS or field.mark(begin, "speech.opener"):
        begin += 1
    if any(place in stage.reports for place in range(begin, min(begin + 3, limit))) or field.size(begin, limit) < FEWEST:
        return gloss.last
    _note(stage, gloss, begin, trimmed(field, begin, limit))
    return limit


def _behind(stage: Stage, gloss: _Gloss, first: int) -> None:
    """Note the quotation or clause before a source phrase as the source's words."""
    field = stage.field
    quote = next((quote for quote in field.ground.doc.quotes if gloss.first - 2 <= closing(field, quote) <= gloss.first), None)
    if quote is not None and field.size(quote.first, quote.last) >= FEWEST:
        _note(stage, gloss, quote.first, quote.last)
        return
    begin = max([first, *(said.content.then for said in stage.said if said.first >= first)])
    last = trimmed(field, begin, gloss.first)
    if field.size(begin, last) >= FEWEST:
        _note(stage, gloss, begin, last)


def _note(stage: Stage, gloss: _Gloss, begin: int, last: int) -> None:
    """Note words as those of a source."""
    if gloss.speaker is None:
        return
    content = Content(first=begin, last=last, form="clause", because="source", then=last)
    stage.said.append(
        Said(
            speaker=gloss.speaker,
            first=gloss.first,
            last=gloss.first + 1,
            sense="relay.bihasab",
            act="say",
            content=content,
            source=gloss.source,
        )
    )
    stage.last, stage.source = gloss.speaker, None
