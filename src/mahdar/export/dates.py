"""How is a day told to a reader?"""

from __future__ import annotations

from mahdar.export.reader import Reader
from mahdar.export.wording import Wording
from mahdar.records.annotated import When


def tell_day(edtf: str, wording: Wording, reader: Reader) -> str:
    """Return an EDTF day, month, year or interval in words; nothing is rounded to a first of the month."""
    since, slash, until = edtf.rstrip("?~").partition("/")
    if not slash:
        return _tell(since, wording, reader)
    if since in {"", ".."}:
        return wording.label("day.not_after", reader).replace("{day}", _tell(until, wording, reader))
    if until in {"", ".."}:
        return wording.label("day.not_before", reader).replace("{day}", _tell(since, wording, reader))
    if since[:7] == until[:7] and len(since) == len(until) == 10:
        days = f"{reader.number(int(since[8:]))}–{reader.number(int(until[8:]))}"
        return f"{days} {_month(since, wording, reader)} {reader.number(since[:4])}"
    return f"{_tell(since, wording, reader)} – {_tell(until, wording, reader)}"


def tell_moment(moment: str, wording: Wording, reader: Reader) -> str:
    """Return the day of a moment in ISO 8601, and its time where it has one."""
    day, _, time = moment.partition("T")
    shown = _tell(day, wording, reader)
    return f"{shown}{wording.label('list.comma', reader)}{reader.number(time[:5])}" if time else shown


def first_day(when: When | None) -> str | None:
    """Return what a day or interval is put in order by: its first known end.

    >>> first_day(When(edtf="../2024-04-09", precision=4, basis="stated"))
    '2024-04-09'
    """
    if when is None:
        return None
    ends = [end for end in when.edtf.rstrip("?~").split("/") if end not in {"", ".."}]
    return ends[0] if ends else None


def _tell(day: str, wording: Wording, reader: Reader) -> str:
    parts = day.split("-")
    if len(parts) == 1:
        return reader.number(parts[0])
    if len(parts) == 2 or not parts[2][:2].isdigit():
        return f"{_month(day, wording, reader)} {reader.number(parts[0])}"
    return f"{reader.number(int(parts[2][:2]))} {_month(day, wording, reader)} {reader.number(parts[0])}"


def _month(day: str, wording: Wording, reader: Reader) -> str:
    """Return the name of a month; `day` has at least a year and a month."""
    number = day.split("-")[1]
    if reader.lang == "en":
        return wording.label(f"month.{number}", reader)
    sets = ("yulyu", "tammuz") if reader.months == "both" else (reader.months,)
    arabic = [wording.label(f"month.{number}" if one == "yulyu" else f"month_levant.{number}", reader) for one in sets]
    return "/".join(arabic)
