"""Who met whom, when, where, in which forum, and was it held?"""

from __future__ import annotations

from mahdar.arabic.clitics import BEH
from mahdar.arabic.letters import ARTICLE, LAM
from mahdar.extract.ground import Ground
from mahdar.extract.meetings.attendance import add_attendance
from mahdar.extract.meetings.draft import Draft
from mahdar.extract.meetings.drafts import find_drafts
from mahdar.extract.meetings.join import Told, join_drafts
from mahdar.extract.meetings.parties import Guest
from mahdar.extract.meetings.seen import no_day, no_forum, no_place
from mahdar.extract.meetings.setting import dateline_of, settle_setting
from mahdar.records.annotated import PlaceMention, When
from mahdar.records.claim import Anchor, Claim, MeetingClaim, Party, Place
from mahdar.records.ids import claim_key
from mahdar.records.value import Certainty, Entry, Evidence, Missing, Span, Value

LEADING = 2
"""Content sentences at the head of a report that tell what it is about."""
CONFERENCE = {"video": "video", "phone": "phone"}
SITE = "/"
"""In the id of a palace, headquarters or airport, between the city and it."""
NO_RANK = frozenset({"counterpart", "honorific", "modifier", "former", "citizen", "expert"})
"""Levels of words that say nothing of an office."""
LEVELS = ("head", "minister", "deputy", "envoy", "official")


def find_meetings(ground: Ground, _: tuple[Claim, ...] = ()) -> tuple[MeetingClaim, ...]:
    """Return the contacts between sides that an article tells, in the order of their first telling."""
    return tuple(
        _claim(ground, meeting) for meeting in settle_setting(ground, add_attendance(ground, join_drafts(find_drafts(ground))))
    )


def _claim(ground: Ground, meeting: Told) -> MeetingClaim:
    """Return a meeting as a claim, each field with its own evidence."""
    lead = _fullest(meeting)
    trigger = lead.trigger.hit
    span = ground.doc.span(trigger.first, trigger.last)
    return MeetingClaim(
        anchor=Anchor(
            key=claim_key(ground.doc.text.text_id, "meeting", span, lead.target),
            text=ground.doc.text.text_id,
            trigger=span,
            target=lead.target,
            evidence=_evidence(ground, lead),
        ),
        form=_stated(ground, lead.trigger.kind, span, f"meeting.form.{lead.trigger.sense}"),
        level=_level(ground, meeting.guests),
        parties=tuple(_party(ground, guest) for guest in meeting.guests),
        day=_day(ground, meeting),
        place=_place(ground, meeting),
        format=_format(ground, meeting, span),
        forum=_forum(ground, meeting),
        forum_id=_forum_id(ground, meeting),
        ordinal=_ordinal(ground, meeting),
        series=_series(ground, meeting),
        status=_status(ground, meeting, span),
        manner=_manner(ground, meeting),
        within=None,
        central=_is_central(ground, meeting),
    )


def _fullest(meeting: Told) -> Draft:
    """Return the telling in the body that names most parties with day and place; a headline only where there is no other."""
    return max(
        meeting.drafts, key=lambda draft: (len(draft.guests), draft.date is not None, draft.place is not None, -draft.sentence)
    )


def _stated(ground: Ground, value: str, span: Span, rule: str) -> Value[str]:
    """Return a value that the words of a span state."""
    return Value(value=value, certainty="stated", basis="words", rule=rule, evidence=(ground.words(span),))


def _evidence(ground: Ground, draft: Draft) -> Span:
    """Return the shortest run that holds a telling's parties, day and place."""
    spans = [ground.doc.span(draft.trigger.hit.first, draft.trigger.hit.last)]
    first, last = ground.sentence_limits(draft.trigger.hit.first)
    whole = ground.doc.span(first, last)
    spans += [guest.span for guest in draft.guests]
    spans += [part.span for part in (draft.date, draft.place) if part]
    inside = [span for span in spans if whole.start <= span.start and span.end <= whole.end]
    return Span(start=min(span.start for span in inside), end=max(span.end for span in inside))


def _party(ground: Ground, guest: Guest) -> Party:
    """Return a guest as a party, with the name as the article writes it in full."""
    return Party(
        name=ground.names.get(guest.actor) if guest.actor else None,
        actor=guest.actor,
        of=guest.side,
        rule=guest.rule,
        evidence=(guest.span,),
    )


def _level(ground: Ground, guests: tuple[Guest, ...]) -> Value[str] | Missing:
    """Return the level of the talks: that of the lowest-ranking side's first person."""
    found: list[tuple[int, Span]] = []
    for guest in guests:
        for mention in ground.actors:
            rank = _rank(ground, mention.role) if mention.actor == guest.actor and guest.actor else None
            if rank is not None:
                found.append((rank, mention.span))
                break
    if not found:
        return Missing(reason="absent", rule="meeting.level")
    rank, span = max(found)
    return _stated(ground, LEVELS[rank], span, "meeting.level")


def _rank(ground: Ground, role: str | None) -> int | None:
    """Return a role's place in LEVELS, None for a role without one."""
    known = ground.language.roles.get(role or "")
    level = known.level if known else role or ""
    if level in NO_RANK:
        return None
    for rank, words in enumerate((("head", "monarch"), ("minister", "foreign", "defence"), ("deputy",), ("envoy", "ambassador"))):
        if level.startswith(words):
            return rank
    return 4 if level else None


def _when(draft: Draft) -> When | None:
    """Return what a telling's date means under its status."""
    if draft.date is None:
        return None
    return (draft.date.future or draft.date.past) if draft.status == "planned" else (draft.date.past or draft.date.future)


def _day(ground: Ground, meeting: Told) -> Value[When] | Missing:
    """Return the day: of the telling with the most exact date; `unread` where words of time were not resolved."""
    dated = [(draft, _when(draft)) for draft in meeting.drafts if draft.date]
    best = min(((draft, when) for draft, when in dated if when), key=lambda pair: pair[1].precision or 9, default=None)
    if best is None:
        spans = tuple(ground.words(draft.date.span) for draft, _ in dated if draft.date)
        return Missing(reason="unread", rule="meeting.day", evidence=spans) if spans else no_day(ground, meeting)
    draft, when = best
    span = draft.date.span if draft.date else draft.trigger.hit
    certainty: Certainty = "stated" if when.basis == "stated" else "inferred"
    return Value(
        value=when,
        certainty=certainty,
        basis=when.basis,
        rule=f"meeting.day.{draft.date.rule if draft.date else ''}",
        evidence=(ground.words(span),) if isinstance(span, Span) else (),
    )


def _place(ground: Ground, meeting: Told) -> Value[Place] | Missing:
    """Return the place: a city of any telling, else a state, else the visited state."""
    places = [draft.place for draft in meeting.drafts if draft.place]
    best = next((place for place in places if place.city), next(iter(places), None))
    if best is None:
        return no_place(ground, meeting)
    place = Place(city=_city(ground, best), city_id=best.city, country=best.state)
    evidence: tuple[Evidence, ...] = (
        (ground.words(best.span), Entry(entry=f"cities:{best.city}")) if best.city else (ground.words(best.span),)
    )
    told = best.rule not in {"place.forum", "place.dateline", "place.office"}
    return Value(
        value=place,
        certainty="stated" if told else "inferred",
        basis=best.rule.partition(".")[2],
        rule=f"meeting.{best.rule}",
        evidence=evidence,
    )


def _city(ground: Ground, place: PlaceMention) -> str | None:
    """Return the city as the article writes it; of a site («the White House») the dateline's, where the site lies in it."""
    if place.city is None:
        return None
    if SITE not in place.city:
        elided = ground.doc.text.letters[ground.doc.tokens.starts[place.first] : place.span.start].endswith(LAM + LAM)
        return (ARTICLE if elided else "") + ground.doc.text.words_of(place.span)
    parent = place.city.partition(SITE)[0]
    for near in range(place.first + 1, place.last):
        if any(hit.kind == "city" and hit.entry == parent for hit in ground.hits_at.get(near, ())):
            return ground.doc.letters(near, near + 1).removeprefix(BEH)
    dateline = dateline_of(ground)
    inside = dateline is not None and dateline.of[0] == place.state
    return ground.doc.text.words_of(dateline.name) if inside and dateline and dateline.name else None


def _format(ground: Ground, meeting: Told, span: Span) -> Value[str] | Missing:
    """Return in-person, phone or video, from the trigger's sense, else in person where a city is told."""
    formats = [draft.trigger.format for draft in meeting.drafts if draft.trigger.format != "unknown"]
    if formats:
        return _stated(ground, formats[0], span, "meeting.format.sense")
    if any(draft.place for draft in meeting.drafts):
        return Value(
            value="in-person", certainty="inferred", basis="place", rule="meeting.format.place", evidence=(ground.words(span),)
        )
    return Missing(reason="absent", rule="meeting.format")


def _forum(ground: Ground, meeting: Told) -> Value[str] | Missing:
    """Return the words of the forum or series."""
    forum = next((draft.forum for draft in meeting.drafts if draft.forum), None)
    if forum is None:
        return no_forum(ground, meeting)
    return _stated(ground, ground.doc.text.words_of(forum.span), forum.span, "meeting.forum.named")


def _forum_id(ground: Ground, meeting: Told) -> Value[str] | Missing:
    """Return the code of the organisation that holds the forum."""
    forum = next((draft.forum for draft in meeting.drafts if draft.forum and draft.forum.code), None)
    if forum is None or forum.code is None:
        return Missing(reason="absent", rule="meeting.forum")
    return _stated(ground, forum.code, forum.span, "meeting.forum.holder")


def _series(ground: Ground, meeting: Told) -> Value[str] | Missing:
    """Return the words of the series whose numbered round it is, absent where no round is told."""
    for draft in meeting.drafts:
        if draft.forum and draft.forum.code is None and draft.forum.ordinal:
            return _stated(ground, ground.doc.text.words_of(draft.forum.span), draft.forum.span, "meeting.series.round")
    return Missing(reason="absent", rule="meeting.series")


def _ordinal(ground: Ground, meeting: Told) -> Value[int] | Missing:
    """Return the number of the session or round, told of a gathering or series itself and not of an anchor."""
    for draft in meeting.drafts:
        if draft.forum and draft.forum.ordinal and (draft.gathering or draft.forum.code is None):
            return Value(
                value=draft.forum.ordinal.number,
                certainty="stated",
                basis="words",
                rule="meeting.ordinal",
                evidence=(ground.words(draft.forum.ordinal.span),),
            )
    return Missing(reason="absent", rule="meeting.ordinal")


def _status(ground: Ground, meeting: Told, span: Span) -> Value[str]:
    """Return held, planned or cancelled: what is called off in any telling is cancelled, what is surely told as past is held."""
    order = ("cancelled", "planned", "held")
    firm = next((draft for draft in meeting.drafts if draft.firm), None)
    draft = min(meeting.drafts, key=lambda draft: order.index(draft.status))
    if firm and draft.status != "cancelled":
        draft = firm
    return _stated(ground, draft.status, draft.mood or span, "meeting.status")


def _manner(ground: Ground, meeting: Told) -> Value[str] | Missing:
    """Return postponed or suspended where a telling says so."""
    for draft in meeting.drafts:
        if draft.manner and draft.mood:
            return _stated(ground, draft.manner, draft.mood, "meeting.manner")
    return Missing(reason="absent", rule="meeting.manner")


def _is_central(ground: Ground, meeting: Told) -> bool:
    """Return True where the headline or the first sentences of the body tell the meeting, and it is no anchor."""
    content = [number for number, sentence in enumerate(ground.doc.sentences) if sentence.part == "content"][:LEADING]
    titles = [number for number, sentence in enumerate(ground.doc.sentences) if sentence.part == "title"]
    return not meeting.lead.gathering and any(draft.sentence in (*titles, *content) for draft in meeting.drafts)
