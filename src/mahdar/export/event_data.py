"""What does a researcher get of all events: one row an event, with its type, actors, day, source and sentence?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mahdar.export.table import Column, Row, Said, Table
from mahdar.export.views.shelf import Cite, Shelf, open_shelf
from mahdar.records.annotated import When
from mahdar.records.claim import EventClaim, MeetingClaim
from mahdar.records.group import Member
from mahdar.records.record import Record
from mahdar.records.value import Missing, Value, value_of
from mahdar.store.about import claims_of_articles
from mahdar.store.database import Store
from mahdar.store.query import find_records

APART = ";"
COLUMNS = {
    "event_id": "Lasting id of the record.",
    "type": "PLOVER event type.",
    "mode": "PLOVER mode; where there is none, the reason: absent, unread, conflict, not_applicable.",
    "context": "PLOVER contexts; where there is none, the reason.",
    "actors": "Codes of those who act, apart by semicolons.",
    "recipients": "Codes of those toward whom, apart by semicolons.",
    "unnamed": "Words for an adversary whom the text does not name.",
    "alleged": "yes where the act is alleged, not reported.",
    "day": "Day or interval (EDTF) of the meeting that the same words report; empty where the text dates no such meeting.",
    "precision": "UCDP precision of the day: 1 the day, 2 within days, 3 week, 4 month, 5 longer, 0 not known.",
    "day_basis": "What the day rests on. Days of acts other than meetings are not read: there the next column bounds them.",
    "not_later_than": "Day of the first report: what is reported is not later, unless it is planned.",
    "certainty": "Whether the type is stated, inferred or computed.",
    "rule": "The rule that read the type.",
    "reports": "How many articles tell it.",
    "outlets": "Their outlets, apart by semicolons.",
    "article_id": "The article of the sentence, which is the first that tells it.",
    "outlet": "Its outlet.",
    "published": "When it was published.",
    "url": "Its address.",
    "sentence": "The sentence of the event, of at most 25 words.",
}
"""The columns, each with what it holds; the names are those of a data set, so they are the same in every language."""


def event_table(store: Store, *, site: str) -> Table:
    """Return all living events of a store, those first reported first."""
    records = find_records(store, kind="event")
    articles = {member.article_id for record in records for member in record.group.members}
    shelf = open_shelf(store, articles)
    meetings = _meetings(claims_of_articles(store, articles))
    rows = [_row(record, meetings, shelf) for record in records]
    place = list(COLUMNS).index("not_later_than")
    return Table(
        title="Mahdar · events",
        site=site,
        path="/events",
        lang="en",
        columns=tuple(Column(name=name, title=name, means=means) for name, means in COLUMNS.items()),
        rows=tuple(sorted(rows, key=lambda row: (row.cells[place] or "~", row.row_id))),
        said=Said(),
    )


def _meetings(members: Iterable[Member]) -> dict[str, list[MeetingClaim]]:
    found: dict[str, list[MeetingClaim]] = {}
    for member in members:
        if isinstance(member.claim, MeetingClaim):
            found.setdefault(member.article_id, []).append(member.claim)
    return found


def _row(record: Record, meetings: dict[str, list[MeetingClaim]], shelf: Shelf) -> Row:
    members = sorted(record.group.members, key=lambda one: (one.published or "~", one.claim_id))
    events = [(member, member.claim) for member in members if isinstance(member.claim, EventClaim)]
    member, claim = events[0]
    cite = shelf.cite(member.article_id, claim.anchor.evidence)
    day = next((found for one, event in events if (found := _day(event, meetings.get(one.article_id, ())))), None)
    published = [one.published[:10] for one in members if one.published]
    held = {
        "event_id": record.record_id,
        "type": claim.type.value,
        "mode": _shown(claim.mode),
        "context": _shown(claim.context),
        "actors": APART.join(claim.actors),
        "recipients": APART.join(claim.recipients),
        "unnamed": APART.join(shelf.cite(member.article_id, span).words.exact for span in claim.unnamed),
        "alleged": "yes" if claim.alleged else "no",
        "day": day.edtf if day else "",
        "precision": str(day.precision) if day else "0",
        "day_basis": day.basis if day else "",
        "not_later_than": min(published, default=""),
        "certainty": claim.type.certainty,
        "rule": claim.type.rule,
        "reports": str(len({one.article_id for one in members})),
        "outlets": APART.join(dict.fromkeys(one.outlet for one in members if one.outlet)),
        **_source(cite),
    }
    return Row(
        row_id=record.record_id,
        path=f"/{record.record_id}",
        title=f"{claim.type.value}: {APART.join(claim.actors)}",
        cells=tuple(held[name] for name in COLUMNS),
        cites=(cite,),
        when=day,
    )


def _day(event: EventClaim, meetings: Sequence[MeetingClaim]) -> When | None:
    """Return the day of the meeting that the words of an event report: the same trigger, or a meeting within its evidence."""
    span = event.anchor.evidence
    for claim in meetings:
        trigger = claim.anchor.trigger
        is_same = span.start <= trigger.start and trigger.end <= span.end and set(event.actors) & _sides(claim)
        if is_same and isinstance(claim.day, Value):
            return claim.day.value
    return None


def _sides(claim: MeetingClaim) -> set[str | None]:
    return {party.of for party in claim.parties}


def _shown(field: Value[str] | Missing) -> str:
    return value_of(field) or (field.reason if isinstance(field, Missing) else "")


def _source(cite: Cite) -> dict[str, str]:
    article = cite.article
    return {
        "article_id": article.article_id,
        "outlet": article.outlet or "",
        "published": article.published or "",
        "url": article.url or "",
        "sentence": str(cite.words),
    }
