"""Who has the capacity that is told here?"""

from __future__ import annotations

from collections.abc import Iterable

from mahdar.arabic.clitics import WAW
from mahdar.arabic.letters import ALEF
from mahdar.extract.events.field import Field
from mahdar.extract.events.subjects import subject_after
from mahdar.extract.events.voices import Voices
from mahdar.extract.expressions import COMMAS
from mahdar.extract.ground import ACTING, Ground
from mahdar.records.annotated import Mention
from mahdar.records.claim import Party
from mahdar.records.value import Span

BACK = 25
"""Words back to which the one is sought whom a pronoun means."""
NOON = "\N{ARABIC LETTER NOON}"
OURS = NOON + ALEF
BOTH = "\N{ARABIC LETTER MEEM}" + ALEF
OPENING = "("
CLOSING = ")"
PAIR = 2
DOERS = frozenset({"state", "person", "sides"})
"""Who has a capacity in an organisation sooner than the organisation itself."""


def parties(ground: Ground, mentions: Iterable[Mention], rule: str) -> tuple[Party, ...]:
    """Return mentions as holders, each once: a person with the side, a side alone; a pair as its two sides."""
    found: dict[tuple[str | None, str | None], Party] = {}
    for mention in mentions:
        is_person = mention.kind == "person" and mention.actor is not None
        for code in mention.of if not is_person else mention.of[:1] or (None,):
            name = (
                (ground.names.get(mention.actor or "") or ground.doc.text.words_of(mention.name or mention.span))
                if is_person
                else None
            )
            actor = mention.actor if is_person else None
            if name or code:
                found.setdefault((actor, code), Party(name=name, actor=actor, of=code, rule=rule, evidence=(mention.span,)))
    return tuple(found.values())


def sides(codes: Iterable[str], span: Span, rule: str) -> tuple[Party, ...]:
    """Return sides that the words at a span stand for."""
    return tuple(Party(name=None, actor=None, of=code, rule=rule, evidence=(span,)) for code in dict.fromkeys(codes))


def named_after(field: Field, place: int, limit: int) -> tuple[Mention, ...]:
    """Return who is named right after a word: sides or people joined by «and», a demonym, a city for its state."""
    ground = field.ground
    adjective = field.at.get(place)
    if adjective and adjective.form == "nisba" and adjective.of:
        return field.group(adjective)
    named = subject_after(field, place, limit)
    if named and not named.is_self:
        return _over_brackets(field, named.group)
    cities = (mention for mention in ground.doc.mentions if mention.first == place and mention.kind == "city" and mention.of)
    return tuple(cities)


def _over_brackets(field: Field, group: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return a group with those that «and» joins to it behind words in brackets («X (minister) and Y»)."""
    place = group[-1].last
    if field.ground.word(place) not in {OPENING, CLOSING}:
        return group
    _, limit = field.ground.sentence_limits(place)
    close = next((at for at in range(place, limit) if field.ground.word(at) == CLOSING), None)
    after = field.at.get(close + 1) if close else None
    doc = field.ground.doc
    if after is None or doc.text.letters[doc.tokens.starts[after.first]] != WAW:
        return group
    return (*group, *field.group(after))


def meant(field: Field, voices: Voices, place: int, word: str) -> tuple[Party, ...]:
    """Return whom the pronoun of a word like «in its capacity» means: the speaker, or who was named last before it."""
    span = field.ground.doc.span(place, place + 1)
    speaking = voices.around(span) or ()
    is_dual = word.endswith(BOTH)
    if word.endswith(OURS) and not is_dual:
        return sides(speaking, span, "capacity.speaker")
    many = PAIR if is_dual else 1
    found = named_before(field, place, many=many, kinds=DOERS) or named_before(field, place, many=many)
    if found:
        return parties(field.ground, found, "capacity.before")
    if field_self(field, place) and speaking:
        return sides(speaking, span, "capacity.speaker")
    return ()


def field_self(field: Field, place: int) -> bool:
    """Return True where the speaker's own side is named last before a place."""
    first, _ = field.ground.sentence_limits(place)
    return any(field.ground.has(at, "acting", "self") for at in range(max(first, place - BACK), place))


def named_before(field: Field, place: int, *, many: int, kinds: frozenset[str] = ACTING) -> tuple[Mention, ...]:
    """Return the group of at least so many sides that is named last before a place in its sentence; a place is none."""
    first, _ = field.ground.sentence_limits(place)
    places = {one.first for one in field.ground.doc.places}
    starts = [at for at in range(max(first, place - BACK), place) if at in field.at]
    for at in reversed(starts):
        mention = field.at[at]
        if mention.form == "nisba" or not mention.of or mention.last > place or mention.kind not in kinds or at in places:
            continue
        if any(field.ground.has(near, "acting", "self") for near in range(mention.last, place)):
            return ()
        group = _whole_group(field, starts, mention)
        if len({code for one in group for code in one.of}) >= many:
            return group
    return ()


def _whole_group(field: Field, starts: list[int], mention: Mention) -> tuple[Mention, ...]:
    """Return the group in which a mention stands, from its first member."""
    groups = (field.group(field.at[at]) for at in starts if field.at[at].first <= mention.first)
    return next((group for group in groups if mention in group), (mention,))


def adjective_before(field: Field, place: int) -> tuple[Mention, ...]:
    """Return the side whose demonym stands right before a place («the Turkish role as»)."""
    return tuple(one for one in field.at.values() if one.last == place and one.form == "nisba" and one.of)


def beside(field: Field, place: int) -> tuple[Mention, ...]:
    """Return the side or person that ends right before a place, perhaps with a comma between."""
    before = place - 1
    if field.ground.word(before) in COMMAS:
        before -= 1
    for mention in field.at.values():
        if mention.last == before + 1 and mention.form != "nisba" and mention.of:
            starts = [at for at in field.at if mention.first - BACK <= at <= mention.first]
            return _whole_group(field, sorted(starts), mention)
    return ()
