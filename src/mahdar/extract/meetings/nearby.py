"""Which day and place do the words around a trigger tell of it?"""

from __future__ import annotations

from mahdar.extract.ground import Ground
from mahdar.extract.meetings.chains import NOMINAL
from mahdar.extract.meetings.parties import Guest
from mahdar.extract.meetings.reach import place_reach, reach_left
from mahdar.extract.meetings.triggers import Trigger
from mahdar.records.annotated import DateMention, Hit, Mention, PlaceMention

OWN_DAY = ("gather.", "visit.zara", "visit.qama", "visit.fi-ziyara", "meet.ijtamaa")
"""Nouns of meeting whose day and place follow them."""
OFFICES = frozenset({"locative.own", "locative.palace"})
HOSTING = frozenset({"meet.istaqbala", "meet.istaqbal-noun", "meet.istadafa", "meal.maduba"})
"""Senses whose first party is at home."""
NEAR = 25
"""Words from a trigger within which a date or place of its sentence is its own."""


def day_of(ground: Ground, trigger: Trigger) -> DateMention | None:
    """Return the date of a trigger's clause: the nearest resolved one in reach, after the trigger rather than before it."""
    first, last = ground.sentence_limits(trigger.hit.first)
    first, last = _date_start(ground, trigger, first), place_reach(ground, trigger.hit.last, last)
    near = [
        date
        for date in ground.doc.dates
        if first <= date.first < last
        and abs(date.first - trigger.hit.first) <= NEAR
        and not _of_another(ground, trigger, date.first)
    ]
    return min(near, key=lambda date: (not (date.past or date.future), _distance(trigger, date.first), date.first), default=None)


def _date_start(ground: Ground, trigger: Trigger, first: int) -> int:
    """Return where the words begin whose day a contact before them may share: after the speech that reports it."""
    if trigger.kind == "tour":
        return trigger.hit.first
    says_that = (place for place in range(trigger.hit.first - 1, first, -1) if ground.has(place, "clause", "that"))
    return next(says_that, first)


def place_of(ground: Ground, trigger: Trigger) -> PlaceMention | None:
    """Return the place of a trigger's clause: the nearest «in …» or city that it reaches."""
    first, last = ground.sentence_limits(trigger.hit.first)
    first, last = reach_left(ground, trigger.hit.first, first), place_reach(ground, trigger.hit.last, last)
    near = [
        place
        for place in ground.doc.places
        if first <= place.first < last
        and abs(place.first - trigger.hit.first) <= NEAR
        and not _inside_person(ground, place)
        and _is_located(ground, place)
        and not _of_topic(ground, place)
        and not _of_another(ground, trigger, place.first)
    ]
    found = min(near, key=lambda place: (_distance(trigger, place.first), place.first), default=None)
    return found or _city_before(ground, trigger)


def _is_located(ground: Ground, place: PlaceMention) -> bool:
    """Return True where a preposition or noun of place stands before, or is written onto, the name."""
    glued = place.span.start > ground.doc.tokens.starts[place.first]
    return glued or any(ground.has(near, "locative") for near in (place.first - 1, place.first - 2))


def _of_topic(ground: Ground, place: PlaceMention) -> bool:
    """Return True for the place of what is talked about: «the situation in Syria»."""
    return any(
        hit.kind == "clause" and hit.detail == ("topic",) and hit.last in {place.first, place.first - 1}
        for near in (place.first - 2, place.first - 3)
        for hit in ground.hits_at.get(near, ())
    )


def _city_before(ground: Ground, trigger: Trigger) -> PlaceMention | None:
    """Return the last city told before a trigger in its sentence: «in Vienna, after two days of talks»."""
    first, _ = ground.sentence_limits(trigger.hit.first)
    before = [
        place
        for place in ground.doc.places
        if first <= place.first < trigger.hit.first and place.city and not _inside_person(ground, place)
    ]
    return before[-1] if before else None


def _inside_person(ground: Ground, place: PlaceMention) -> bool:
    """Return True where a place only stands in a person's title («ambassador in Cairo»)."""
    return any(mention.kind == "person" and mention.first <= place.first < mention.last for mention in ground.actors)


def host_place(ground: Ground, trigger: Trigger, guests: tuple[Guest, ...]) -> PlaceMention | None:
    """Return the visited state or city as the place of a visit."""
    for guest in guests:
        hosts = {"visit.place", "visit.host", "noun.argument"} if trigger.kind == "visit" else {"visit.place", "visit.host"}
        if guest.rule in hosts and guest.actor is None:
            mention = next((mention for mention in ground.doc.mentions if mention.span == guest.span), None)
            if mention:
                city = city_id(ground, mention)
                return PlaceMention(
                    first=mention.first,
                    last=mention.last,
                    span=mention.name or mention.span,
                    city=city,
                    state=guest.side,
                    rule="place.host",
                )
    return None


def hosting_state(ground: Ground, trigger: Trigger) -> PlaceMention | None:
    """Return the state that hosts what a noun of meeting names: «Egypt hosted a round of talks»."""
    first = reach_left(ground, trigger.hit.first, ground.sentence_limits(trigger.hit.first)[0])
    for mention in ground.actors:
        hosts = any(
            hit.entry == "locative.host" and hit.last == mention.first for hit in ground.hits_at.get(mention.first - 1, ())
        )
        inside = first < mention.first < trigger.hit.first
        if inside and hosts and mention.kind == "state" and mention.form == "name" and not trigger.is_verb:
            return PlaceMention(
                first=mention.first,
                last=mention.last,
                span=mention.name or mention.span,
                city=None,
                state=mention.of[0],
                rule="place.hosting",
            )
    return None


def office_of(ground: Ground, trigger: Trigger, guests: tuple[Guest, ...]) -> PlaceMention | None:
    """Return the state of the office or palace where a host receives: that of its demonym, else the host's own."""
    first, last = ground.sentence_limits(trigger.hit.first)
    first, last = reach_left(ground, trigger.hit.first, first), place_reach(ground, trigger.hit.last, last)
    for place in range(first, last):
        hit = next((hit for hit in ground.hits_at.get(place, ()) if hit.entry in OFFICES), None)
        if hit is None or _of_another(ground, trigger, place):
            continue
        named = next((mention for mention in ground.doc.mentions if mention.first == hit.last and mention.kind == "state"), None)
        known = guests and guests[0].rule != "noun.pronoun"
        host = guests[0].side if known and (hit.entry == "locative.own" or trigger.sense in HOSTING) else None
        state = named.of[0] if named else host
        if state in ground.language.world.states:
            span = ground.doc.span(hit.first, hit.last)
            return PlaceMention(first=hit.first, last=hit.last, span=span, city=None, state=state, rule="place.office")
    return None


def city_id(ground: Ground, mention: Mention) -> str | None:
    """Return the city that a mention names, a capital's too; None for a state."""
    if mention.form != "capital" or mention.kind == "city":
        return mention.actor if mention.kind == "city" else None
    return next((hit.entry for hit in ground.hits_at.get(mention.first, ()) if hit.kind == "city"), None)


def _of_another(ground: Ground, trigger: Trigger, place: int) -> bool:
    """Return True where another noun of meeting, on no margin, stands between a trigger and the words of a day or place."""
    return any(
        hit.kind == "meet" and hit.form in NOMINAL and hit.entry.startswith(OWN_DAY) and _told_apart_by(ground, hit)
        for near in range(trigger.hit.last + 1, place)
        for hit in ground.hits_at.get(near, ())
        if near not in ground.named
    )


def _told_apart_by(ground: Ground, hit: Hit) -> bool:
    """Return True where nothing before a noun of meeting says «on the margins of», «during», «after»."""
    return not any(
        ground.has(near, "clause") or ground.has(near, "party", "holds") for near in (hit.first, hit.first - 1, hit.first - 2)
    )


def _distance(trigger: Trigger, place: int) -> int:
    """Return how far a place is from a trigger; what stands before it counts double."""
    return place - trigger.hit.last if place >= trigger.hit.last else 2 * (trigger.hit.first - place)
