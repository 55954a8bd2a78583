"""Whom does a verb without a named subject, or a title without a name, stand for?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from dataclasses import field as attribute

from mahdar.extract.statements.before import begins, subject_before
from mahdar.extract.statements.ends import Content
from mahdar.extract.statements.field import Field
from mahdar.extract.statements.reports import Report
from mahdar.extract.statements.sources import Source
from mahdar.extract.statements.speakers import Speaker, agrees, subject_at
from mahdar.records.annotated import Mention

OPENING = 6
"""Words from the begin of a sentence within which its subject begins."""
PLURAL = frozenset({"mp", "fd"})
AGAIN = frozenset({"again", "spokes"})
SINGULAR = frozenset({"3ms", "3fs"})
HEAD = 16
"""Words from the head of a sentence within which its subject stands."""
GENERIC = ("official", "minister.generic", "diplomat", "modifier", "honorific")
DUAL = ("d",)


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
    """Who spoke last and through whom, and all that was said so far."""

    field: Field
    reports: dict[int, Report]
    pair: tuple[str, ...]
    """The two sides that the article speaks of together most often, empty for none."""
    joint_from: int
    """The place of the first joint document, past the end of the text where there is none."""
    last: Speaker | None = None
    source: Source | None = None
    said: list[Said] = attribute(default_factory=list)


def open_stage(field: Field, reports: dict[int, Report]) -> Stage:
    """Return the stage before the first sentence."""
    pairs = Counter(
        tuple(sorted(mention.of)) for mention in field.ground.doc.mentions if mention.kind == "sides" and len(mention.of) == 2
    )
    joint = [place for place, marks in field.marks.items() if any(kind == "document.joint" for kind, _, _ in marks)]
    return Stage(
        field=field,
        reports=reports,
        pair=pairs.most_common(1)[0][0] if pairs else (),
        joint_from=min(joint, default=len(field.ground.doc.tokens)),
    )


def speaker_at(stage: Stage, report: Report, first: int, named: Speaker | None) -> Speaker | None:
    """Return who speaks: named after the verb, else before it, else whoever has the floor."""
    if named is not None:
        return resolved(stage, named, report.first)
    heard = stage.said and stage.said[-1].first >= first
    if report.form == "participle" and heard and stage.last is not None:
        return stage.last
    is_turn = report.joined or report.form == "participle"
    before = None if is_turn else subject_before(stage.field, report.first, first)
    is_dual = report.person.endswith(DUAL)
    fits = before is not None and (report.has_subject or agrees(report.person, before.speaker))
    if before is not None and fits and (not is_dual or before.speaker.kind in {"joint", "pair"}):
        return resolved(stage, before.speaker, report.first)
    if is_dual and not (stage.last is not None and stage.last.kind in {"joint", "pair"}):
        return _both(stage, first, report.first) or stage.last
    if report.person in PLURAL and report.form == "participle":
        both = _both(stage, first, report.first)
        if (both is not None and not stage.pair) or (both is not None and both.of == stage.pair):
            return both
    if report.is_present and stage.field.closes(report.first, "speech.relative"):
        return None
    if report.form == "participle" or (report.is_present and not report.joined):
        return _head(stage, report, first)
    acted = _main_subject(stage, report, stage.field.ground.doc.sentence_of[first]) if report.joined and not heard else None
    return acted or _floor(stage, report)


def resolved(stage: Stage, speaker: Speaker, place: int) -> Speaker:
    """Return a speaker with the person, side or issuers that a title, body or document stands for here."""
    if speaker.kind == "document":
        return _issuer(stage, speaker, place)
    if speaker.kind in AGAIN or (speaker.kind in {"body", "group", "gathering"} and not speaker.of):
        return _named_again(stage, speaker, place)
    if speaker.rule == "speaker.office" and speaker.is_definite and _is_generic(speaker):
        return _person_of(stage, speaker, place) or speaker
    return speaker


def _is_generic(speaker: Speaker) -> bool:
    """Return True for a title that may stand for anyone on stage."""
    return speaker.role is None or speaker.role.startswith(GENERIC) or "spokesperson" in speaker.role


def _issuer(stage: Stage, speaker: Speaker, place: int) -> Speaker:
    """Return a document as a speaker: its issuer, both sides for a joint one, else whoever spoke last."""
    if speaker.rule == "speaker.document.joint" or (not speaker.of and stage.joint_from < place):
        return replace(speaker, of=stage.pair, kind="joint", rule="speaker.sides")
    if speaker.of:
        return speaker
    if stage.last is not None and stage.last.of:
        return replace(speaker, of=stage.last.of)
    return replace(speaker, of=_issued_before(stage, place))


def _issued_before(stage: Stage, place: int) -> tuple[str, ...]:
    """Return the side that the text told of issuing a document, in one of the two sentences before a place."""
    doc = stage.field.ground.doc
    number = doc.sentence_of[place]
    for sentence in reversed(doc.sentences[max(0, number - 2) : number]):
        places = range(sentence.first, sentence.last)
        subject = next((named for near in places if begins(stage.field, near) and (named := subject_at(stage.field, near))), None)
        if subject is not None and any(stage.field.mark(near, "document.text") for near in places):
            return subject.speaker.of
    return ()


def _named_again(stage: Stage, speaker: Speaker, place: int) -> Speaker:
    """Return a noun («the ministry», «the party», «the official») with who it stands for."""
    if speaker.kind in AGAIN:
        return _person_of(stage, speaker, place) or _last_person(stage, speaker)
    if speaker.kind == "group":
        orgs = [mention for mention in stage.field.ground.actors if mention.kind == "org" and mention.first < place]
        return replace(speaker, of=orgs[-1].of[:1]) if orgs else speaker
    if speaker.kind == "body" and stage.last is not None and len(stage.last.of) == 1:
        return replace(speaker, of=stage.last.of)
    return speaker


def _last_person(stage: Stage, speaker: Speaker) -> Speaker:
    """Return «the speaker» as the person who spoke last, where no spokesperson is on stage."""
    last = stage.last
    return speaker if last is None or last.actor is None or speaker.of else replace(speaker, actor=last.actor, of=last.of)


def of_office(stage: Stage, speaker: Speaker) -> Speaker:
    """Return a title in a headline with the person of the body whom it fits: by office and side."""
    if speaker.rule != "speaker.office" or speaker.role is None:
        return speaker
    for mention in stage.field.ground.actors:
        same = mention.role is not None and mention.role.split(".")[0] == speaker.role.split(".")[0]
        if same and mention.name and mention.actor and (not speaker.of or mention.of[:1] == speaker.of):
            return replace(speaker, actor=mention.actor, of=mention.of[:1], kind="named")
    return speaker


def _person_of(stage: Stage, speaker: Speaker, place: int) -> Speaker | None:
    """Return the person last named before a place whom a title without a name fits by side."""
    spokes = speaker.kind == "spokes" or (speaker.role is not None and "spokesperson" in speaker.role)
    for mention in reversed(stage.field.ground.actors):
        if mention.first >= place or mention.kind != "person" or mention.actor not in stage.field.ground.names:
            continue
        if speaker.of and mention.of[:1] != speaker.of:
            continue
        if spokes and "spokesperson" not in (mention.role or ""):
            continue
        return replace(speaker, actor=mention.actor, of=mention.of[:1] or speaker.of, kind="named")
    return None


def _both(stage: Stage, first: int, last: int) -> Speaker | None:
    """Return the two sides that a sentence names before a dual verb."""
    sides = dict.fromkeys(
        mention.of[0] for mention in stage.field.ground.doc.mentions if first <= mention.first < last and len(mention.of) == 1
    )
    of = tuple(sorted(sides)) if len(sides) == 2 else stage.pair
    return Speaker(actor=None, of=of, span=None, rule="speaker.dual", kind="joint") if of else None


def _head(stage: Stage, report: Report, first: int) -> Speaker | None:
    """Return the subject of the sentence that a participle or a bare present verb goes on with."""
    for place in range(first, min(report.first, first + HEAD)):
        subject = subject_at(stage.field, place) if begins(stage.field, place) else None
        if subject is not None and subject.last <= report.first and agrees(report.person, subject.speaker):
            return resolved(stage, subject.speaker, place + 1)
    return _floor(stage, report) if report.form == "participle" else None


def _floor(stage: Stage, report: Report) -> Speaker | None:
    """Return who spoke last, else the person or side that the text named last."""
    if report.person in SINGULAR and stage.last is not None and stage.last.kind in {"joint", "pair"}:
        return _main_subject(stage, report, stage.field.ground.doc.sentence_of[report.first]) or stage.last
    silent = _main_subject(stage, report, stage.field.ground.doc.sentence_of[report.first] - 1)
    if silent is not None:
        return silent
    if stage.last is not None and agrees(report.person, stage.last):
        return stage.last
    earlier = [mention for mention in stage.field.ground.actors if mention.first < report.first and _may_speak(mention)]
    for mention in reversed(earlier):
        subject = subject_at(stage.field, mention.first)
        if subject and agrees(report.person, subject.speaker) and subject.speaker.kind == "named":
            return subject.speaker
    return None


def _main_subject(stage: Stage, report: Report, number: int) -> Speaker | None:
    """Return the subject of a sentence in which nobody was heard: a verb goes on with what it tells."""
    sentences = stage.field.ground.doc.sentences
    if number < 0 or sentences[number].part == "furniture":
        return None
    first, last = sentences[number].first, min(sentences[number].last, report.first)
    if stage.said and stage.said[-1].first >= first:
        return None
    for place in range(first, min(last, first + OPENING)):
        subject = subject_at(stage.field, place) if begins(stage.field, place) else None
        if subject is not None and subject.last < last:
            fits = subject.speaker.kind == "named" and agrees(report.person, subject.speaker)
            return resolved(stage, subject.speaker, place + 1) if fits else None
    return None


def _may_speak(mention: Mention) -> bool:
    """Return True for a person or side that is no part of another's title."""
    return mention.kind in {"person", "org", "state"} and mention.form not in {"nisba", "counterpart"}
