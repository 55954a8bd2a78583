"""What of a meeting is compared?"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.language.language import Language
from mahdar.merge.days import Days, day_number, days_of
from mahdar.merge.people import Who, who_is
from mahdar.merge.sessions import session_name, session_of
from mahdar.merge.words import plain_words
from mahdar.records.claim import MeetingClaim
from mahdar.records.group import Member
from mahdar.records.value import value_of

FORUM_ITSELF = "forum.holder"
"""The rule of a party that is the organisation whose session is told."""
FORMATS = {"call": "phone", "letter": "letter"}
VISIT = "visit"
VISITS = frozenset({VISIT, "arrival", "departure", "tour"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What two tellings of a meeting are compared by; equal fingerprints compare alike.

    `gathering` is the organisation whose own session it is; `seen` the day of publication, only where no day is told.
    """

    sides: tuple[str, ...]
    people: tuple[tuple[str, tuple[Who, ...]], ...]
    gathering: str | None
    forum: str | None
    forum_words: tuple[str, ...]
    session: str | None
    ordinal: int | None
    days: Days | None
    seen: int | None
    city: str | None
    country: str | None
    format: str | None
    form: str
    status: str
    manner: str | None

    @property
    def floats(self) -> bool:
        """True where no day and no week is told."""
        return self.days is None or self.days.last - self.days.first >= 7

    @property
    def is_journey(self) -> bool:
        """True where a visit is told of which no host but the state is named."""
        return (
            self.form == VISIT and not any(side == self.country for side, _ in self.people) and len(self.people) < len(self.sides)
        )

    @property
    def reference(self) -> int | None:
        """The day near which others are looked for: the meeting's, else that of publication."""
        return self.days.first if self.days else self.seen


def fingerprint(member: Member, claim: MeetingClaim, language: Language) -> Fingerprint:
    """Return what a meeting claim is compared by."""
    days, place = days_of(value_of(claim.day)), value_of(claim.place)
    gathering = next((party.of for party in claim.parties if party.rule == FORUM_ITSELF), None)
    session = session_of(member, claim, language)
    return Fingerprint(
        sides=tuple(sorted({party.of for party in claim.parties if party.of})),
        people=_people(claim, language),
        gathering=gathering,
        forum=value_of(claim.forum_id),
        forum_words=tuple(sorted(set(plain_words(value_of(claim.forum) or "", language.folding)))),
        session=session_name(session) if session else None,
        ordinal=value_of(claim.ordinal),
        days=days,
        seen=day_number(member.published) if days is None else None,
        city=place.city_id if place else None,
        country=place.country if place else None,
        format=FORMATS.get(claim.form.value) or value_of(claim.format),
        form=VISIT if claim.form.value in VISITS else claim.form.value,
        status=claim.status.value,
        manner=value_of(claim.manner),
    )


def _people(claim: MeetingClaim, language: Language) -> tuple[tuple[str, tuple[Who, ...]], ...]:
    """Return the people of each side, in order."""
    found: dict[str, set[Who]] = {}
    for party in claim.parties:
        person = who_is(party.actor, party.name, language)
        if person is not None and party.of:
            found.setdefault(party.of, set()).add(person)
    return tuple((side, tuple(sorted(people, key=str))) for side, people in sorted(found.items()))
