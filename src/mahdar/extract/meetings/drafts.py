"""What does each sentence tell of a contact?"""

from __future__ import annotations

from dataclasses import replace

from mahdar.extract.ground import Ground
from mahdar.extract.meetings.apart import told_apart
from mahdar.extract.meetings.draft import Draft, Forum
from mahdar.extract.meetings.forums import HOLDERS, forum_of, series_of
from mahdar.extract.meetings.links import after_with
from mahdar.extract.meetings.nearby import day_of, host_place, hosting_state, office_of, place_of
from mahdar.extract.meetings.parties import Guest, find_parties
from mahdar.extract.meetings.status import Status, status_of
from mahdar.extract.meetings.triggers import Trigger, find_triggers
from mahdar.records.annotated import DateMention, PlaceMention

SPORT_WORDS, SPORT_SHARE = 4, 40
"""A report with four words of sport or more, and one in forty of its words at least, is of sport."""


def find_drafts(ground: Ground) -> list[Draft]:
    """Return the tellings of contacts in text order; a forum's own session stands beside what happens on its margins."""
    found: list[Draft] = []
    if is_sport(ground):
        return found
    triggers = find_triggers(ground)
    for trigger in triggers:
        date = day_of(ground, trigger)
        status = status_of(ground, trigger, date)
        if status is None:
            continue
        draft = _draft(ground, trigger, (status, date), triggers)
        if not crosses_border(ground, draft.sides):
            continue
        found.extend(told_apart(ground, draft))
    return found


def is_sport(ground: Ground) -> bool:
    """Return True where words of sport are so many in the content that states «meet» and «visit» as teams."""
    content = sum(sentence.last - sentence.first for sentence in ground.doc.sentences if sentence.part != "furniture")
    words = sum(hit.kind == "elsewhere" for hit in ground.doc.hits)
    return words >= SPORT_WORDS and words * SPORT_SHARE >= content


def _draft(ground: Ground, trigger: Trigger, told: tuple[Status, DateMention | None], triggers: list[Trigger]) -> Draft:
    """Return what one trigger tells, with the status and date told of it, among all triggers of the article."""
    status, date = told
    guests = tuple(find_parties(ground, trigger))
    forum = forum_of(ground, trigger)
    gathering = forum is not None and forum.code is not None
    if forum and forum.code:
        session = Guest(actor=None, side=forum.code, part="forum", rule="forum.holder", span=forum.span)
        guests = (
            session,
            *_attending(ground, trigger, tuple(guest for guest in guests if guest.side != forum.code or guest.actor)),
        )
    elif _convened(ground, trigger, guests):
        host = guests[0]
        forum = Forum(span=host.span, code=host.side, ordinal=None, first=trigger.hit.first, last=trigger.hit.last)
        gathering = True
    else:
        forum = series_of(ground, trigger, _series_end(ground, trigger)) or _anchor(ground, trigger, triggers)
    return Draft(
        trigger=trigger,
        sentence=ground.doc.sentence_of[trigger.hit.first],
        guests=guests,
        status=status.status,
        manner=status.manner,
        mood=status.span,
        date=date,
        place=place_of(ground, trigger) or host_place(ground, trigger, guests) or _at_home(ground, trigger, guests),
        forum=forum,
        firm=status.firm,
        gathering=gathering,
    )


def _at_home(ground: Ground, trigger: Trigger, guests: tuple[Guest, ...]) -> PlaceMention | None:
    """Return the state that hosts a gathering, or in whose office or palace a host receives."""
    return hosting_state(ground, trigger) or office_of(ground, trigger, guests)


def _convened(ground: Ground, trigger: Trigger, guests: tuple[Guest, ...]) -> bool:
    """Return True for «its meeting» of an organisation that convenes gatherings, with no other party."""
    kinds = {ground.language.world.org_kinds.get(guest.side or "", "") for guest in guests}
    return (
        bool(trigger.owner)
        and trigger.sense.startswith(("gather.", "meet.ijtamaa"))
        and len({guest.side for guest in guests}) == 1
        and bool(kinds & HOLDERS)
    )


def crosses_border(ground: Ground, sides: frozenset[str]) -> bool:
    """Return True where parties are of two states or organisations, not a state and a party of its own."""
    world = ground.language.world
    homes = {world.org_seats.get(side, side) if world.org_kinds.get(side) == "party" else side for side in sides}
    return len(homes) > 1 or not any(world.org_kinds.get(side) == "party" for side in sides)


def _attending(ground: Ground, trigger: Trigger, guests: tuple[Guest, ...]) -> tuple[Guest, ...]:
    """Return who attends a forum's session: only those that a verb of taking part links to it."""
    first, last = ground.sentence_limits(trigger.hit.first)
    takes_part = any(
        hit.kind == "meet" and hit.entry in {"light.sharaka", "light.hadara", "light.taraasa"}
        for place in range(first, last)
        for hit in ground.hits_at.get(place, ())
    )
    beside = {mention.span for mention in ground.actors if after_with(ground, mention) and mention.first >= trigger.hit.last}
    return tuple(guest for guest in guests if guest.side and (takes_part or guest.span in beside))


def _series_end(ground: Ground, trigger: Trigger) -> int:
    """Return the end of the words that name a series after its noun: adjectives, nouns in the genitive, demonyms."""
    limit = min(trigger.hit.last + 9, ground.sentence_limits(trigger.hit.first)[1])
    place = trigger.hit.last
    while place < limit:
        word = ground.word(place)
        of_series = (
            ground.doc.tokens.kinds[place] == "n"
            or word in {"-", "."}
            or word.startswith("\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}")
        )
        if (not of_series and not ground.has(place, "meet") and word != "من") or ground.has(place, "date"):
            break
        place += 1
    while place > trigger.hit.last and ground.doc.tokens.kinds[place - 1] != "w":
        place -= 1
    return place


def _anchor(ground: Ground, trigger: Trigger, triggers: list[Trigger]) -> Forum | None:
    """Return the forum on whose margins, or during which, a contact is told: «on the margins of the summit of…»."""
    first, last = ground.sentence_limits(trigger.hit.first)
    for other in triggers:
        if other is trigger or not first <= other.hit.first < last:
            continue
        near = range(max(first, other.hit.first - 2), other.hit.first + 1)
        during = any(ground.has(place, "clause", "during") for place in near)
        if during or any(ground.has(place, "clause", "margin") for place in near):
            forum = forum_of(ground, other)
            if forum:
                return replace(forum, during=during)
    return None
