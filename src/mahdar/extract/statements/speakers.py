"""Who speaks? The noun phrase after or before a verb of speech."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mahdar.arabic.letters import ALEF, ARTICLE
from mahdar.arabic.nisba import HEH
from mahdar.extract.statements.field import COMMAS, OPENING, WAW, Field
from mahdar.extract.statements.tails import past_quote, tail_of
from mahdar.records.annotated import Mention
from mahdar.records.value import Span

MASCULINE = frozenset({"LBN", "IRQ", "JOR", "MAR", "YEM", "SDN", "SSD", "VAT", "EU", "UNSC", "NATO", "ISIS", "HEZBOLLAH"})
"""States and organisations whose usual Arabic name is masculine; other states' names are feminine."""
SIDELESS = frozenset({"anonymous", "body", "group", "document"})
"""Kinds of speakers whose side may stand in the words after their noun."""
PHRASE = 9
"""Words after a speaker's noun within which its side stands."""
TITLE = 12
"""Words by which a title in apposition may go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks: a person's id, the codes spoken for, the words that name them, and a medium or document that stands there."""

    actor: str | None
    of: tuple[str, ...]
    span: Span | None
    rule: str
    kind: str = "named"
    """named, joint, anonymous, body, group, again, gathering, document, medium."""
    masculine: bool | None = None
    """None where the words do not tell."""
    role: str | None = None
    is_definite: bool = True
    """False for «an official»: somebody without a name."""
    document: Span | None = None
    """The words of the document in which the speaker speaks, where it stands as the subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A speaker and the place after the words that name them."""

    speaker: Speaker
    last: int


def subject_at(field: Field, place: int) -> Subject | None:
    """Return the speaker named from a place on, with what is coordinated or in apposition; None where no speaker is named."""
    subject = _subject(field, place)
    return _sided(field, subject, place) if subject is not None else None


def _sided(field: Field, subject: Subject, first: int) -> Subject:
    """Return somebody without a name with the side that their own words name: «an official in the Russian delegation»."""
    speaker = subject.speaker
    if speaker.of or speaker.actor or speaker.kind not in SIDELESS:
        return subject
    for place in range(first + 1, min(first + 1 + PHRASE, field.ground.sentence_limits(first)[1])):
        mention = field.sided.get(place)
        if mention is not None:
            last = past_quote(field, max(subject.last, mention.last))
            while field.word(last).startswith(ARTICLE) and field.is_word(last) and last not in field.mentions:
                last += 1
            span = _span(field, first, mention.last)
            return Subject(speaker=replace(speaker, of=mention.of[:1], span=span), last=last)
        if _ends_phrase(field, place):
            break
    return subject


def _ends_phrase(field: Field, place: int) -> bool:
    """Return True where the noun phrase of a speaker cannot go on."""
    if not field.is_word(place) and field.word(place) not in OPENING:
        return True
    if field.mark(place, "speech.opener", "speech.relative", "speech.saying", "date", "medium") or place in field.mentions:
        return place not in field.mentions or field.mentions[place].kind != "person" or field.mentions[place].name is not None
    if field.mark(place, "speech.scene", "speech.aside") and not field.mark(place, "speech.within"):
        return True
    hits = [hit for hit in field.ground.hits_at.get(place, ()) if hit.kind == "say"]
    return bool(hits) and all(hit.form in {"past", "present"} for hit in hits)


def _subject(field: Field, place: int) -> Subject | None:
    """Return the speaker named from a place on, as their own words name them."""
    start = place + 1 if field.word(place) in OPENING and place + 1 in field.mentions else place
    mention = field.mentions.get(start)
    noun = next(((kind, last) for kind, last, _ in field.marks.get(place, ()) if kind.startswith("speaker.")), None)
    if (
        mention is None
        or mention.form == "nisba"
        or (noun and noun[1] >= mention.last and mention.kind == "person" and not mention.actor)
    ):
        return _noun(field, place) if noun or field.mark(place, "document.text", "medium") else None
    if mention.kind == "relay":
        return Subject(speaker=_medium(field, mention), last=past_quote(field, mention.last))
    if mention.kind == "city" or field.governed(mention):
        return None
    group, last = _chain(field, mention)
    return Subject(speaker=_of_group(field, group), last=last)


def _medium(field: Field, mention: Mention) -> Speaker:
    """Return a medium as who passes words on."""
    return Speaker(actor=None, of=(), span=mention.span, rule="speaker.medium", kind="medium")


def _chain(field: Field, mention: Mention) -> tuple[list[Mention], int]:
    """Return the mentions tied to one by «and» or in apposition, and the place after them."""
    group, last = [mention], past_quote(field, mention.last)
    while True:
        after = _woven(field, group[-1]) or _next(field, group[-1], last)
        if after is None or after.kind == "relay":
            return group, last
        if field.joined(after):
            group.append(after)
        elif not (after.first > last and _apposed(group[-1], after)) and not _same(group[-1], after):
            return group, last
        elif group[-1].actor is None or (group[-1].name is None and after.name is not None):
            group[-1] = after
        apposed = after.first > last and after.name is None
        last = past_quote(field, after.last)
        if apposed:
            last = _past_title(field, last)


def _woven(field: Field, mention: Mention) -> Mention | None:
    """Return a person whose title stands inside that of another: «the ministers of A and B, X and Y»."""
    inside = (field.mentions.get(place) for place in range(mention.first + 1, mention.last))
    return next((other for other in inside if other and other.kind == "person" and other.last > mention.last), None)


def _next(field: Field, mention: Mention, last: int) -> Mention | None:
    """Return the mention after a place, past commas, or past a title in apposition that goes on up to its comma."""
    place = last
    while field.word(place) in COMMAS:
        place += 1
    after = field.mentions.get(place)
    goes_on = mention.title is not None and mention.name is not None and mention.title.start > mention.name.start
    if after is not None or place > last or not goes_on:
        return after
    comma = _past_title(field, last)
    after = field.mentions.get(comma + 1) if comma > last else None
    return after if after is not None and field.joined(after) else None


def _same(before: Mention, after: Mention) -> bool:
    """Return True where two mentions are of one person."""
    return after.kind == "person" and after.actor is not None and after.actor == before.actor


def _past_title(field: Field, place: int) -> int:
    """Return the comma that ends a title in apposition whose words go on, the place itself where none does."""
    for last in range(place, place + TITLE):
        if field.word(last) in COMMAS:
            return last
        if not field.is_word(last) or field.mark(last, "speech.opener", "speech.relative"):
            return place
    return place


def _apposed(before: Mention, after: Mention) -> bool:
    """Return True where a person stands in apposition: a title after a name, or a name after a title."""
    return before.kind == after.kind == "person" and (before.name is None or after.name is None)


def _of_group(field: Field, group: list[Mention]) -> Speaker:
    """Return one or several mentions as a speaker; several sides speak jointly."""
    span = Span(start=group[0].span.start, end=group[-1].span.end)
    if group[0].kind == "sides":
        many = len(group[0].of) > 1
        return Speaker(
            actor=None, of=tuple(sorted(group[0].of)), span=span, rule="speaker.sides", kind="joint" if many else "pair"
        )
    sides = tuple(dict.fromkeys(mention.of[0] for mention in group if mention.of))
    if len(group) > 1 and len(sides) > 1:
        return Speaker(actor=None, of=tuple(sorted(sides)), span=span, rule="speaker.coordinated", kind="joint")
    first = group[0]
    if first.kind != "person":
        return Speaker(actor=None, of=sides[:1], span=span, rule="speaker.side", masculine=_gender_of_side(field, first))
    known = first.actor is not None and first.actor in field.ground.names
    return Speaker(
        actor=first.actor if known else None,
        of=first.of[:1],
        span=span,
        rule="speaker.person" if known else "speaker.office",
        kind="named" if known or first.of else "anonymous",
        masculine=_gender_of_person(field, first),
        role=first.role,
        is_definite=field.word(first.first).removeprefix(WAW).startswith(ARTICLE),
    )


def _gender_of_side(field: Field, mention: Mention) -> bool | None:
    """Return whether a side's name is masculine, None for names that neither the table nor their first word settles."""
    if field.word(mention.first).endswith(HEH):
        return False
    if mention.actor in MASCULINE:
        return True
    return False if mention.kind == "state" and mention.form in {"name", "capital"} else None


def _gender_of_person(field: Field, mention: Mention) -> bool | None:
    """Return whether a listed person is a man, None for others."""
    person = field.ground.language.world.people.get(mention.actor or "")
    return person.gender == "m" if person and person.gender else None


def _noun(field: Field, place: int) -> Subject | None:
    """Return a speaker named by a noun: a body, a group, people without a name, a document, a medium."""
    for kind, last, prefix in field.marks[place]:
        if prefix not in ("", WAW):
            continue
        if kind == "medium":
            return Subject(
                speaker=Speaker(actor=None, of=(), span=_span(field, place, last), rule="speaker.medium", kind="medium"),
                last=last,
            )
        if kind == "document.text" and not field.word(place).endswith(ALEF):
            return Subject(speaker=_document(field, place, last), last=last)
        if kind.startswith("speaker."):
            end, side = tail_of(field, last)
            name = kind.removeprefix("speaker.")
            return Subject(
                speaker=Speaker(actor=None, of=side, span=_span(field, place, end), rule=f"speaker.{name}", kind=name),
                last=end,
            )
    return None


def _document(field: Field, place: int, last: int) -> Speaker:
    """Return a document as speaker; its side is that of who issued it, where its words say so."""
    end, side = tail_of(field, last)
    words = _span(field, place, end if side else last)
    if any(field.mark(near, "document.joint") for near in range(place, last + 1)):
        return Speaker(actor=None, of=(), span=words, rule="speaker.document.joint", kind="document", document=words)
    return Speaker(actor=None, of=side, span=words, rule="speaker.document", kind="document", document=words)


def _span(field: Field, first: int, last: int) -> Span:
    """Return the span of tokens [first, last)."""
    return field.ground.doc.span(first, last)


def agrees(person: str, speaker: Speaker) -> bool:
    """Return True where a verb's person may have this speaker as its subject."""
    if speaker.masculine is None or speaker.kind in {"joint", "pair", "gathering"}:
        return True
    if person.endswith(("3ms", "3md", "3mp")) and "3" in person:
        return speaker.masculine
    return not speaker.masculine if person.endswith(("3fs", "3fd")) else True
