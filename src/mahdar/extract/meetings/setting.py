"""What do the forum, the lead and the dateline add to the day and place of a meeting?"""

from __future__ import annotations

from dataclasses import replace

from mahdar.extract.ground import Ground
from mahdar.extract.meetings.join import Told
from mahdar.records.annotated import DateMention, Mention, PlaceMention
from mahdar.records.value import value_of

LEADING = 2
"""Content sentences at the head of a report."""


def settle_setting(ground: Ground, meetings: list[Told]) -> list[Told]:
    """Return the meetings with the place of the forum on whose margins they were held, the day that the lead tells of the same
    sides, and, for what the report is about, the dateline as an inferred place; a forum without a place takes its margins'."""
    found = [_at_forum(meeting, meetings) for meeting in meetings]
    found = [_on_day_of_lead(ground, meeting) for meeting in found]
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


def _leading(ground: Ground) -> list[int]:
    """Return the numbers of the first content sentences."""
    return [number for number, sentence in enumerate(ground.doc.sentences) if sentence.part == "content"][:LEADING]


def _at_dateline(ground: Ground, meeting: Told) -> Told:
    """Return what the report is about at its dateline's city, where that lies in a party's state and no place is told."""
    if any(draft.place for draft in meeting.drafts) or meeting.lead.gathering or meeting.lead.trigger.kind in {"call", "letter"}:
        return meeting
    if not any(draft.sentence in _leading(ground) and draft.status == "held" for draft in meeting.drafts):
        return meeting
    city = _dateline(ground)
    if city is None or city.of[0] not in {guest.side for guest in meeting.guests}:
        return meeting
    place = PlaceMention(
        first=city.first, last=city.last, span=city.name or city.span, city=city.actor, state=city.of[0], rule="place.dateline"
    )
    return _placed(meeting, place)


def _dateline(ground: Ground) -> Mention | None:
    """Return the city that the dateline names."""
    dateline = ground.doc.text.dateline
    words = value_of(dateline)
    if words is None:
        return None
    spans = [evidence for evidence in dateline.evidence if evidence.source == "words"]
    for mention in ground.doc.mentions:
        if mention.of and mention.form in {"capital", "name"} and mention.kind in {"city", "state"}:
            if any(span.start <= mention.span.start < span.end for span in spans):
                return mention
    return None
