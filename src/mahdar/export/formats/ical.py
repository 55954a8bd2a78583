"""How is a table written as a calendar, without a guess at any day?"""

from __future__ import annotations

from datetime import UTC, date, datetime

from icalendar import Calendar, Event, vText

from mahdar.export.table import Row, Table

EPOCH = "1970-01-01T00:00:00+00:00"
STATUS = {"held": "CONFIRMED", "cancelled": "CANCELLED", "postponed": "CANCELLED"}
"""What is none of these, as a plan or one that nothing was heard of again, is tentative."""


def ical_bytes(table: Table) -> bytes:
    """Return the rows whose day is known to the day as .ics; what is left out is counted in the calendar's description."""
    told = [(row, day) for row in table.rows if (day := exact_day(row)) is not None]
    left = sum(row.when is None or exact_day(row) is None for row in table.rows)
    calendar = Calendar()
    calendar.add("prodid", "-//Mahdar//The diplomatic record//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(table.title))
    calendar.add("x-wr-caldesc", vText(table.said.left_out.replace("{n}", str(left))))
    calendar.add("x-mahdar-left-out", vText(str(left)))
    for row, day in told:
        calendar.add_component(_event(row, day, table))
    return bytes(calendar.to_ical())


def exact_day(row: Row) -> date | None:
    """Return the one day on which something was, None where the day is not known to the day."""
    if row.when is None or row.when.precision != 1:
        return None
    try:
        return date.fromisoformat(row.when.edtf)
    except ValueError:
        return None


def _event(row: Row, day: date, table: Table) -> Event:
    event = Event()
    event.add("uid", table.address(row.path))
    event.add("dtstamp", datetime.fromisoformat(row.updated or EPOCH).astimezone(UTC))
    event.add("dtstart", day)
    event.add("summary", row.title)
    event.add("url", table.address(row.path))
    event.add("status", STATUS.get(row.status, "TENTATIVE"))
    event.add("transp", "TRANSPARENT")
    if row.place:
        event.add("location", row.place)
    lines = [f"«{cite.words}» {cite.article.outlet or ''} {cite.article.url or ''}".strip() for cite in row.cites]
    event.add("description", "\n".join(dict.fromkeys(lines)))
    return event
