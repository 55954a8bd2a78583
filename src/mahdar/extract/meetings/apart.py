"""Does one trigger tell of several contacts?"""

from __future__ import annotations

from dataclasses import replace

from mahdar.extract.ground import Ground
from mahdar.extract.meetings.draft import Draft
from mahdar.extract.meetings.nearby import city_id, host_place
from mahdar.records.annotated import PlaceMention


def told_apart(ground: Ground, draft: Draft) -> list[Draft]:
    """Return one telling for each contact that a trigger tells: each host of a tour, caller of two calls, city of two talks."""
    if draft.trigger.kind == "tour":
        return _by_host(ground, draft)
    return _by_partner(ground, draft) or _by_city(ground, draft)


def _by_partner(ground: Ground, draft: Draft) -> list[Draft]:
    """Return one telling for each partner of several contacts: «received two calls from A and B»; none for one contact."""
    several = ground.has(draft.trigger.hit.first, "party", "several") or ground.has(draft.trigger.hit.last, "party", "several")
    if len(draft.guests) < 3 or not several or draft.gathering:
        return []
    first, *partners = draft.guests
    return [replace(draft, target=partner.span, guests=(first, partner)) for partner in partners]


def _by_city(ground: Ground, draft: Draft) -> list[Draft]:
    """Return one telling for each of two cities that «and» joins: «met twice (in Moscow and Beijing)»."""
    if draft.place is None or draft.place.city is None or draft.gathering or not draft.guests:
        return [draft]
    end = draft.place.last
    second = next((place for place in ground.doc.mentions if place.first == end and place.kind in {"city", "state"}), None)
    if (
        second is None
        or second.form not in {"capital", "name", "seat"}
        or second.name is None
        or second.name.start == ground.doc.tokens.starts[end]
    ):
        return [draft]
    if second.form == "name" and second.kind == "state":
        return [draft]
    other = PlaceMention(
        first=second.first,
        last=second.last,
        span=second.name,
        city=city_id(ground, second),
        state=second.of[0],
        rule=draft.place.rule,
    )
    return [replace(draft, target=draft.place.span), replace(draft, place=other, target=other.span)]


def _by_host(ground: Ground, draft: Draft) -> list[Draft]:
    """Return a tour as one telling for each state visited."""
    hosts = [guest for guest in draft.guests if guest.actor is None]
    visitors = tuple(guest for guest in draft.guests if guest.actor)
    if len(hosts) < 2 or not visitors:
        return [draft]
    return [
        replace(
            draft,
            target=host.span,
            guests=(*visitors, host),
            place=host_place(ground, draft.trigger, (replace(host, rule="visit.host"),)),
        )
        for host in hosts
    ]
