"""In which forum, summit or series, and which round of it?"""

from __future__ import annotations

from mahdar.arabic.clitics import BEH
from mahdar.arabic.letters import ARTICLE, LAM
from mahdar.extract.ground import Ground
from mahdar.extract.meetings.draft import Forum, Ordinal
from mahdar.extract.meetings.reach import STOPS
from mahdar.extract.meetings.triggers import Trigger
from mahdar.records.annotated import Hit, Mention
from mahdar.records.value import Span

SPAN_OF_FORUM = 14
"""Words from the noun of a gathering to the end of the organisation that holds it."""
HOLDERS = frozenset({"igo", "bloc", "format", "bank", "court", "agency"})


def forum_of(ground: Ground, trigger: Trigger) -> Forum | None:
    """Return the forum that a noun of gathering names: the noun, its adjectives and the organisation in the genitive."""
    if trigger.is_verb or trigger.owner or not (trigger.sense.startswith("gather.") or trigger.sense == "meet.ijtamaa"):
        return None
    first = trigger.hit.first
    limit = min(first + SPAN_OF_FORUM, ground.sentence_limits(first)[1])
    starts = ground.doc.tokens.starts
    for mention in ground.doc.mentions:
        if not trigger.hit.last <= mention.first < limit or mention.kind != "org":
            if mention.kind == "city" and trigger.hit.last <= mention.first < limit:
                return None
            continue
        glued = (
            mention.name is not None
            and ground.doc.text.letters[starts[mention.first]] == BEH
            and mention.name.start > starts[mention.first]
        )
        if glued or _blocked(ground, trigger.hit.last, mention.first) or not _holds(ground, mention):
            return None
        last = _with_bracket(ground, mention.last)
        return Forum(
            span=_span(ground, trigger, last),
            code=mention.actor,
            ordinal=_ordinal(ground, first, last),
            first=first,
            last=last,
        )
    return None


def series_of(ground: Ground, trigger: Trigger, last: int) -> Forum | None:
    """Return the numbered series that a noun of meeting names («the twentieth round of…»), None without a number."""
    number = _ordinal(ground, max(trigger.hit.first - 5, ground.sentence_limits(trigger.hit.first)[0]), last)
    if number is None or trigger.is_verb or trigger.kind not in {"meeting", "round", "session", "summit"}:
        return None
    return Forum(span=_span(ground, trigger, last), code=None, ordinal=number, first=trigger.hit.first, last=last)


def _holds(ground: Ground, mention: Mention) -> bool:
    """Return True where an organisation is of a kind that convenes gatherings."""
    return ground.language.world.org_kinds.get(mention.actor or "", "") in HOLDERS


def _blocked(ground: Ground, first: int, last: int) -> bool:
    """Return True where a verb, a party or a sign stands between the noun and the organisation."""
    for place in range(first, last):
        hits = ground.hits_at.get(place, ())
        party = any(hit.kind == "party" and not {"ministry", "body"} & set(hit.detail) for hit in hits)
        if ground.word(place) in STOPS | {",", "\N{ARABIC COMMA}"} or party or ground.has(place, "clause"):
            return True
        if any(_turns_away(hit) for hit in hits) and not any(hit.kind == "role" and hit.form == "plural" for hit in hits):
            return True
    return False


def _turns_away(hit: Hit) -> bool:
    """Return True for a word that ends a chain of genitives: a preposition, one person's title, a finite verb."""
    if hit.kind == "function":
        return hit.entry == "function.preposition" and not hit.prefix
    if hit.kind == "role":
        return hit.form not in {"plural", "dual"} and not hit.prefix.endswith(LAM)
    return hit.kind in {"event", "say", "stance", "agree"} and (
        hit.form == "present" or (hit.form == "past" and hit.detail[:1] != ("3ms",))
    )


def _with_bracket(ground: Ground, last: int) -> int:
    """Return the end of an organisation's name with the short form in brackets or quotation marks after it."""
    if ground.word(last) in {"(", '"', "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"}:
        for place in range(last + 1, min(last + 5, len(ground.doc.tokens))):
            if ground.word(place) in {")", '"', "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"}:
                return place + 1
    return last


def _span(ground: Ground, trigger: Trigger, last: int) -> Span:
    """Return the span of a forum's words, without the particle written onto the first."""
    first, skipped = trigger.hit.first, len(trigger.hit.prefix)
    while first < trigger.hit.last - 1 and any(
        hit.kind == "function" and hit.last == first + 1 for hit in ground.hits_at.get(first, ())
    ):
        first, skipped = first + 1, 0
    whole = ground.doc.span(first, last)
    return Span(start=whole.start + skipped, end=whole.end)


def _is_particle(ground: Ground, place: int) -> bool:
    """Return True where a closed-class word stands, as at the head of «during the meeting»."""
    return any(
        hit.kind == "function" and hit.last == place + 1 and hit.entry != "function.ordinary"
        for hit in ground.hits_at.get(place, ())
    )


def _ordinal(ground: Ground, first: int, last: int) -> Ordinal | None:
    """Return the number of a session or round with its words: an ordinal word, or digits after the article («the 57th»)."""
    for place in range(first, last):
        for hit in ground.hits_at.get(place, ()):
            if hit.kind == "ordinal":
                return Ordinal(int(hit.detail[0]), ground.doc.span(hit.first, hit.last))
        word = ground.word(place)
        if ground.doc.tokens.kinds[place] == "n" and place and ground.word(place - 1) in {ARTICLE}:
            return Ordinal(int(word), ground.doc.span(place - 1, place + 1)) if len(word) < 4 else None
    return None
