"""Which tellings in one article are one meeting?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mahdar.extract.meetings.draft import Draft
from mahdar.extract.meetings.parties import Guest

TALKS = frozenset({"gather.mubahathat", "meet.tafawada", "meet.tashawara", "meet.tahawara", "meet.ghayr-mubashir"})
"""Nouns of talks, which with two sides of their own mean no forum's session told before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A meeting as the article tells it: its tellings, the fullest first, and the parties of all."""

    drafts: tuple[Draft, ...]
    guests: tuple[Guest, ...]

    @property
    def lead(self) -> Draft:
        """The telling whose words are the claim's evidence."""
        return self.drafts[0]


def join_drafts(drafts: list[Draft]) -> list[Told]:
    """Return the meetings of an article, in the order of their first telling.

    Two tellings are one where their sides agree, no person, day, place or status differs, and one of them may hold the other:
    a visit its talks, a headline its story. A telling without two sides only adds to a meeting of its parties.
    """
    told: list[Told] = []
    for draft in drafts:
        match = next((number for number in range(len(told) - 1, -1, -1) if _is_one(told[number], draft)), None)
        if match is None and _refers_back(draft):
            fitting = [number for number in range(len(told) - 1, -1, -1) if _may_mean(draft, told[number])]
            match = next((number for number in fitting if told[number].lead.status == "held"), fitting[0] if fitting else None)
            draft = replace(draft, status=told[match].lead.status, firm=False) if match is not None else draft
        if match is not None:
            told[match] = _with(told[match], draft)
        elif (len(draft.sides) > 1 and not _is_general(draft)) or draft.gathering:
            told.append(Told(drafts=(draft,), guests=draft.guests))
    return told


def _is_general(draft: Draft) -> bool:
    """Return True for «the negotiations with Iran» without day, place or verb that holds them: no one contact is told."""
    guessed = any(guest.rule == "noun.subject" for guest in draft.guests)
    return _refers_back(draft) and guessed and not draft.firm and draft.date is None and draft.place is None


def _refers_back(draft: Draft) -> bool:
    """Return True for «the meeting», «the talks» without an organisation of its own."""
    return (
        draft.trigger.is_definite
        and not draft.trigger.is_verb
        and not draft.gathering
        and draft.trigger.kind not in {"visit", "tour", "arrival"}
    )


def _may_mean(draft: Draft, meeting: Told) -> bool:
    """Return True where a noun that refers back may mean a meeting told before: nothing that it says differs."""
    sides = {guest.side for guest in meeting.guests if guest.side}
    own = len(draft.sides) > 1 and draft.trigger.sense in TALKS
    shared = not draft.sides or draft.sides <= sides or (meeting.lead.gathering and bool(draft.guests) and not own)
    if draft.mood and draft.status == "planned" and meeting.lead.firm:
        return False
    if any(guest.rule != "noun.subject" for guest in draft.guests if guest.actor) and _people_differ(meeting, draft):
        return False
    return shared and not _places_differ(meeting, draft) and not _dates_differ(meeting, draft)


def _is_one(meeting: Told, draft: Draft) -> bool:
    """Return True where a telling may be of the meeting and nothing speaks against it."""
    if meeting.lead.gathering != draft.gathering:
        return False
    sides = {guest.side for guest in meeting.guests if guest.side}
    if draft.gathering:
        code = draft.forum.code if draft.forum else None
        known = meeting.lead.forum.code if meeting.lead.forum else None
        return code == known and not _places_differ(meeting, draft) and not _dates_differ(meeting, draft)
    if len(draft.sides) < 2 or not (draft.sides <= sides or sides <= draft.sides):
        return False
    return not (
        _people_differ(meeting, draft)
        or _dates_differ(meeting, draft)
        or _places_differ(meeting, draft)
        or _statuses_differ(meeting, draft)
        or {meeting.lead.trigger.kind, draft.trigger.kind} == {"call", "visit"}
        or ((meeting.lead.trigger.kind == "call") != (draft.trigger.kind == "call") and _is_explicit(draft))
    )


def _is_explicit(draft: Draft) -> bool:
    """Return True where the telling's own words fix the form: a verb, or a noun without the article."""
    return draft.trigger.is_verb or not draft.trigger.is_definite


def _people_differ(meeting: Told, draft: Draft) -> bool:
    """Return True where a side is another person in the two tellings."""
    known = {
        guest.side: {other.actor for other in meeting.guests if other.side == guest.side and other.actor}
        for guest in meeting.guests
    }
    return any(actor not in known[side] for side, actor in draft.people.items() if known.get(side))


def _dates_differ(meeting: Told, draft: Draft) -> bool:
    """Return True where both tell a day, each in words of its own, and the days cannot be one."""
    if draft.date is None:
        return False
    tense = "future" if draft.status == "planned" else "past"
    new = getattr(draft.date, tense) or draft.date.past or draft.date.future
    for other in meeting.drafts:
        if other.date is None or other.date == draft.date:
            continue
        old = getattr(other.date, "future" if other.status == "planned" else "past") or other.date.past or other.date.future
        if old and new and old.edtf != new.edtf and not old.edtf.startswith(new.edtf) and not new.edtf.startswith(old.edtf):
            return True
    return False


def _places_differ(meeting: Told, draft: Draft) -> bool:
    """Return True where both tell a place and the places cannot be one."""
    if draft.place is None:
        return False
    for other in meeting.drafts:
        if other.place is None:
            continue
        if other.place.state != draft.place.state or (
            other.place.city and draft.place.city and other.place.city != draft.place.city
        ):
            return True
    return False


def _statuses_differ(meeting: Told, draft: Draft) -> bool:
    """Return True where one is surely told as held and the other as planned; a headline's present and a noun take either."""
    told = (*meeting.drafts, draft)
    return any(other.firm for other in told) and any(other.status == "planned" for other in told)


def _with(meeting: Told, draft: Draft) -> Told:
    """Return a meeting with one more telling; people fill sides that were named alone, new people of a side are added."""
    known = {guest.side for guest in meeting.guests if guest.actor}
    guessed = _refers_back(draft) and len({guest.side for guest in meeting.guests}) > 1 and not meeting.lead.gathering
    new = [guest for guest in draft.guests if not (guest.rule == "noun.subject" and (guessed or guest.side in known))]
    people = {guest.side for guest in (*meeting.guests, *new) if guest.actor}
    guests: list[Guest] = []
    for guest in (*meeting.guests, *new):
        if not guest.actor and guest.side in people:
            continue
        if not any(
            (guest.actor, guest.side) == (other.actor, other.side) or (guest.actor and guest.actor == other.actor)
            for other in guests
        ):
            guests.append(guest)
    return replace(meeting, drafts=(*meeting.drafts, draft), guests=tuple(guests))
