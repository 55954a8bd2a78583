"""What do the forum, the lead and the dateline add to the day and place of a meeting?"""

from __future__ import annotations

from dataclasses import replace

from mahdar.extract.ground import Ground
from mahdar.extract.meetings.join import Told
from mahdar.records.annotated import DateMention, Mention, PlaceMention, When
from mahdar.records.value import value_of

LEADING = 2
"""Content sentences at the head of a report."""


def settle_setting(ground: Ground, meetings: list[Told]) -> list[Told]:
    """Return the meetings with the place of the forum on whose margins they were held, the day that the lead tells of the same
    sides, and, for what the report is about, the dateline as an inferred place; a forum without a place takes its margins'."""
    found = [_at_forum(meeting, meetings) for meeting in meetings]
    found = [_with_people(ground, _on_day_of_lead(ground, meeting)) for meeting in found]
    found = [_in_session(ground, meeting, found) for meeting in found]
    found = [_attended(meeting, found) for meeting in found]
    return [_at_dateline(ground, meeting) for meeting in found]


def _at_forum(meeting: Told, meetings: list[Told]) -> Told:
    """Return a meeting with the place that the other meetings of its forum have, where it has none."""
    codes = {draft.forum.code for draft in meeting.drafts if draft.forum and draft.forum.code}
    if not codes or any(draft.place for draft in meeting.drafts):
        return meeting
    for other in meetings:
        same = any(draft.forum and draft.forum.code in codes for draft in other.drafts)
        place = next((draft.place for draft in other.drafts if draft.place), None)
        if other is not meeting and same and place:
            return _placed(meeting, replace(place, rule="place.forum"))
    return meeting


def _placed(meeting: Told, place: PlaceMention) -> Told:
    """Return a meeting whose first telling has a place."""
    return replace(meeting, drafts=(replace(meeting.drafts[0], place=place), *meeting.drafts[1:]))


def _dated(meeting: Told, date: DateMention) -> Told:
    """Return a meeting whose first telling has a date."""
    return replace(meeting, drafts=(replace(meeting.drafts[0], date=date), *meeting.drafts[1:]))


def _on_day_of_lead(ground: Ground, meeting: Told) -> Told:
    """Return an undated meeting with the day of the leading sentence before it that tells an act of the same sides."""
    if meeting.lead.gathering or any(draft.date for draft in meeting.drafts) or meeting.lead.status != "held":
        return meeting
    sides = {guest.side for guest in meeting.guests if guest.side}
    leading = _leading(ground)
    told = min((leading.index(draft.sentence) for draft in meeting.drafts if draft.sentence in leading), default=-1)
    for number in leading[: told + 1]:
        sentence = ground.doc.sentences[number]
        named = {side for mention in ground.actors if sentence.first <= mention.first < sentence.last for side in mention.of}
        date = next((date for date in ground.doc.dates if sentence.first <= date.first < sentence.last), None)
        if date and sides <= named:
            return _dated(meeting, date)
    return meeting


def _in_session(ground: Ground, meeting: Told, meetings: list[Told]) -> Told:
    """Return an undated meeting of a forum's margins with the days from the session's begin to the report's publication."""
    codes = {draft.forum.code for draft in meeting.drafts if draft.forum and draft.forum.code}
    published = (ground.doc.published or "")[:10]
    if (
        meeting.lead.gathering
        or not codes
        or not published
        or any(draft.date for draft in meeting.drafts)
        or meeting.lead.status != "held"
    ):
        return meeting
    began = next((day for other in meetings if other is not meeting for day in _opening(other, codes)), None)
    if began and began.past and began.past.edtf < published:
        when = When(edtf=f"{began.past.edtf}/{published}", precision=2, basis="from_forum_session")
        why = f"the session began on {began.past.edtf}, and the report was published on {published}"
        return _dated(meeting, replace(began, past=when, future=None, rule="session", reasoning=why))
    return meeting


def _opening(other: Told, codes: set[str]) -> list[DateMention]:
    """Return the exact days told of a forum's session."""
    if not other.lead.gathering or not any(draft.forum and draft.forum.code in codes for draft in other.drafts):
        return []
    return [draft.date for draft in other.drafts if draft.date and draft.date.past and draft.date.past.precision == 1]


def _with_people(ground: Ground, meeting: Told) -> Told:
    """Return a meeting that the lead tells of states alone with the one person of each who then speaks for it."""
    leading = _leading(ground)
    if meeting.lead.gathering or any(guest.actor for guest in meeting.guests) or len(meeting.guests) != 2:
        return meeting
    if not any(draft.sentence in leading for draft in meeting.drafts) or len(leading) < LEADING:
        return meeting
    first, last = ground.doc.sentences[leading[0]].first, ground.doc.sentences[leading[-1]].last
    people = {
        guest.side: {
            mention.actor: mention
            for mention in ground.actors
            if mention.kind == "person"
            and mention.actor in ground.names
            and first <= mention.first < last
            and guest.side in mention.of
        }
        for guest in meeting.guests
    }
    if any(len(named) != 1 for named in people.values()):
        return meeting
    named = {side: next(iter(found.values())) for side, found in people.items()}
    guests = tuple(
        replace(guest, actor=named[guest.side].actor, rule="lead.person", span=named[guest.side].span) for guest in meeting.guests
    )
    return replace(meeting, guests=guests)


def _attended(meeting: Told, meetings: list[Told]) -> Told:
    """Return a forum's session with those who are told to have met during it."""
    if not meeting.lead.gathering:
        return meeting
    code = meeting.lead.forum.code if meeting.lead.forum else None
    guests = list(meeting.guests)
    for other in meetings:
        during = any(draft.forum and draft.forum.during and draft.forum.code == code for draft in other.drafts)
        if other is not meeting and during and not other.lead.gathering:
            guests += [guest for guest in other.guests if guest.actor not in {known.actor for known in guests if known.actor}]
    return replace(meeting, guests=tuple(guests))


def _leading(ground: Ground) -> list[int]:
    """Return the numbers of the first content sentences."""
    return [number for number, sentence in enumerate(ground.doc.sentences) if sentence.part == "content"][:LEADING]


def _at_dateline(ground: Ground, meeting: Told) -> Told:
    """Return what the report is about at its dateline's city, where that lies in a party's state and no place is told."""
    if any(draft.place for draft in meeting.drafts) or meeting.lead.gathering or meeting.lead.trigger.kind in {"call", "letter"}:
        return meeting
    if not any(draft.sentence in _leading(ground) and draft.status == "held" for draft in meeting.drafts):
        return meeting
    city = dateline_of(ground)
    if city is None or city.of[0] not in {guest.side for guest in meeting.guests}:
        return meeting
    place = PlaceMention(
        first=city.first, last=city.last, span=city.name or city.span, city=city.actor, state=city.of[0], rule="place.dateline"
    )
    return _placed(meeting, place)


def dateline_of(ground: Ground) -> Mention | None:
    """Return the city that the dateline names."""
    dateline = ground.doc.text.dateline
    words = value_of(dateline)
    if words is None:
        return None
    spans = [evidence for evidence in dateline.evidence if evidence.source == "words"]
    for mention in ground.doc.mentions:
        named = mention.of and mention.form in {"capital", "name"} and mention.kind in {"city", "state"}
        if named and any(span.start <= mention.span.start < span.end for span in spans):
            return mention
    return None
