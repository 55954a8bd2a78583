"""Who else was there («the reception was attended by…»)?"""

from __future__ import annotations

from dataclasses import replace

from mahdar.extract.ground import Ground
from mahdar.extract.meetings.join import Told
from mahdar.extract.meetings.parties import Guest
from mahdar.extract.meetings.reach import says
from mahdar.records.annotated import Mention

NEAR = 3
"""Sentences after a telling in which «attended it» speaks of it."""
KIND = "attends"


def add_attendance(ground: Ground, meetings: list[Told]) -> list[Told]:
    """Return the meetings with the people whom a later clause tells to have attended the one told last before it."""
    found = list(meetings)
    for hit in ground.doc.hits:
        if hit.kind != "party" or hit.detail != (KIND,) or not ground.has(hit.first, "party", KIND):
            continue
        number = _meant(ground, found, hit.first)
        if number is not None:
            guests = [_guest(mention) for mention in _attending(ground, hit.last)]
            found[number] = _with(found[number], guests)
    return found


def _meant(ground: Ground, meetings: list[Told], place: int) -> int | None:
    """Return the number of the meeting whose telling stands last before a place, not far from it."""
    sentence = ground.doc.sentence_of[place]
    before = [
        (draft.trigger.hit.first, number)
        for number, meeting in enumerate(meetings)
        for draft in meeting.drafts
        if draft.trigger.hit.first <= place and 0 <= sentence - draft.sentence <= NEAR and not draft.gathering
    ]
    return max(before)[1] if before else None


def _attending(ground: Ground, first: int) -> list[Mention]:
    """Return the people named after a word of attendance, up to the end of its clause."""
    last = ground.sentence_limits(first - 1)[1]
    end = next((place for place in range(first, last) if says(ground, place) and place not in ground.named), last)
    return [mention for mention in ground.actors if mention.kind == "person" and mention.actor and first <= mention.first < end]


def _guest(mention: Mention) -> Guest:
    """Return a person who attended as a guest."""
    side = mention.of[0] if mention.of else None
    return Guest(actor=mention.actor, side=side, part="attendance", rule="attendance", span=mention.span)


def _with(meeting: Told, guests: list[Guest]) -> Told:
    """Return a meeting with more people, none twice; a side that was named alone is one of them now."""
    known = {guest.actor for guest in meeting.guests if guest.actor}
    new = [guest for guest in guests if guest.actor not in known]
    sides = {guest.side for guest in new}
    kept = [guest for guest in meeting.guests if guest.actor or guest.side not in sides]
    return replace(meeting, guests=(*kept, *new))
