"""Which dated session of a forum is meant?"""

from __future__ import annotations

from collections.abc import Iterable

from mahdar.language.language import Language
from mahdar.language.tables import Session
from mahdar.merge.days import day_number, days_of
from mahdar.merge.words import plain_words
from mahdar.records.annotated import When
from mahdar.records.claim import MeetingClaim
from mahdar.records.group import Member
from mahdar.records.value import value_of

BEFORE, AFTER = 2, 7
"""Days around a session in which a report without a day may still tell of it."""
AHEAD = 60
"""Days before a session in which a report may announce it."""
LEVELS = {"summit": "head", "ministers": "minister"}
NAMING = {"ministers": 2}
"""How many of the first words of a session's name must be told; one where nothing is said here."""


def session_name(session: Session) -> str:
    """Return the name of a session: the forum's and the number, or the first day where it has none."""
    return f"{session.forum}:{session.ordinal or session.since}"


def session_of(member: Member, claim: MeetingClaim, language: Language) -> Session | None:
    """Return the session of a forum in which a meeting is told, None where none or several fit."""
    code = value_of(claim.forum_id)
    if code is None:
        return None
    held = [session for session in language.world.sessions if session.forum.partition(".")[0] == code]
    found = [session for session in _by_number(held, claim) if _in_time(session, member, claim)]
    named = [session for session in found if _is_named(session, claim, language)]
    fitting = named or [session for session in found if _is_there(session, claim)]
    return fitting[0] if len(fitting) == 1 else None


def interval_of(session: Session) -> When:
    """Return the days of a session, as a date that a report without one may have; never a day.

    A session of one day is still no statement about the meeting's day, so its precision is that of a week.
    """
    return When(edtf=f"{session.since}/{session.until or session.since}", precision=2, basis="from_forum_session")


def _by_number(sessions: Iterable[Session], claim: MeetingClaim) -> list[Session]:
    ordinal = value_of(claim.ordinal)
    return [session for session in sessions if ordinal is None or not session.ordinal or session.ordinal == str(ordinal)]


def _in_time(session: Session, member: Member, claim: MeetingClaim) -> bool:
    """Return True where the meeting's day, else the day of publication, fits the session."""
    limits = days_of(interval_of(session))
    if limits is None:
        return False
    days, seen = days_of(value_of(claim.day)), day_number(member.published)
    if days is not None and days.last - days.first <= 2 * AFTER:
        return days.first <= limits.last + 1 and limits.first - 1 <= days.last
    if days is not None and (days.first > limits.last or limits.first > days.last):
        return False
    if seen is None:
        place = value_of(claim.place)
        return value_of(claim.ordinal) is not None or (place is not None and place.city_id == session.city != "")
    early = AHEAD if claim.status.value == "planned" else BEFORE
    return limits.first - early <= seen <= limits.last + AFTER


def _is_there(session: Session, claim: MeetingClaim) -> bool:
    """Return True where the meeting is told in the state of the session, which it fits in time, whatever the words call it."""
    place = value_of(claim.place)
    return place is not None and place.country == session.state


def _is_named(session: Session, claim: MeetingClaim, language: Language) -> bool:
    """Return True where the forum's words, the form or the level tell which kind of session is meant."""
    kind = session.forum.partition(".")[2]
    if claim.form.value == kind or (kind in LEVELS and value_of(claim.level) == LEVELS[kind]):
        return True
    told = set(plain_words(value_of(claim.forum) or "", language.folding))
    needed = plain_words(session.arabic, language.folding)[: NAMING.get(kind, 1)]
    return bool(needed) and all(any(word.startswith(one) for word in told) for one in needed)
