"""Which meetings held are events of their own, who visits and who is host?"""

from __future__ import annotations

from mahdar.extract.events.deed import Deed
from mahdar.extract.events.field import Field
from mahdar.records.claim import Claim, MeetingClaim
from mahdar.records.value import Other, value_of

VISITOR, HOST = frozenset({"visit.visitor"}), frozenset({"visit.host", "visit.place"})
AFAR = frozenset({"phone", "video"})
MODES = {"visit": "visit", "call": "phone"}


def find_contacts(field: Field, found: tuple[Claim, ...]) -> list[Deed]:
    """Return the meetings that were held as acts of consultation."""
    return [
        _contact(field, claim)
        for claim in found
        if isinstance(claim, MeetingClaim) and claim.status.value == "held" and _sides(claim)
    ]


def _sides(claim: MeetingClaim) -> tuple[str, ...]:
    """Return the codes of a meeting's parties, each once."""
    return tuple(dict.fromkeys(party.of for party in claim.parties if party.of))


def _contact(field: Field, claim: MeetingClaim) -> Deed:
    """Return a meeting as an act: visitor towards host where the text tells them apart, else all together."""
    sides = _sides(claim)
    hosts = tuple(side for side in sides if side in _hosts(claim))
    visitors = tuple(side for side in sides if side not in hosts)
    one_sided = bool(hosts) and bool(visitors) and (value_of(claim.format) or "") not in AFAR
    sentence = _sentence(field, claim)
    return Deed(
        type="CONSULT",
        mode=MODES.get(claim.form.value, "visit" if one_sided else ""),
        actors=visitors if one_sided else sides,
        recipients=hosts if one_sided else (),
        unnamed=(),
        trigger=claim.anchor.trigger,
        target=None,
        evidence=claim.anchor.evidence,
        content=(),
        sentence=sentence,
        in_title=field.ground.doc.sentences[sentence].part == "title",
        rule=f"event.contact.{'visit' if one_sided else 'together'}",
        source=Other(claim=claim.anchor.key),
    )


def _hosts(claim: MeetingClaim) -> set[str]:
    """Return the sides that receive: named as host, or in whose state the talks are held."""
    named: set[str] = {party.of for party in claim.parties if party.of and party.rule in HOST}
    place = value_of(claim.place)
    if named or place is None or place.country is None or value_of(claim.forum_id) is not None:
        return named
    return {place.country}


def _sentence(field: Field, claim: MeetingClaim) -> int:
    """Return the number of the sentence that holds a meeting's trigger."""
    starts = field.ground.doc.tokens.starts
    token = next((number for number, start in enumerate(starts) if start >= claim.anchor.trigger.start), 0)
    return max(field.ground.doc.sentence_of[token], 0)
