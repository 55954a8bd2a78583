"""Which formats are there, and who writes each?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mahdar.export.formats.atom import atom_bytes
from mahdar.export.formats.bibtex import bibtex_bytes
from mahdar.export.formats.csl import csl_bytes
from mahdar.export.formats.csv import csv_bytes
from mahdar.export.formats.ical import ical_bytes
from mahdar.export.formats.jsonfeed import jsonfeed_bytes
from mahdar.export.formats.plain import plain_bytes
from mahdar.export.formats.ris import ris_bytes
from mahdar.export.formats.xlsx import xlsx_bytes
from mahdar.export.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: the ending of its files, its media type, who writes it, and whether a browser shows it in place."""

    suffix: str
    media: str
    write: Callable[[Table], bytes]
    is_shown: bool = False


FORMATS: dict[str, Format] = {
    "csv": Format(suffix="csv", media="text/csv; charset=utf-8", write=csv_bytes),
    "xlsx": Format(suffix="xlsx", media="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write=xlsx_bytes),
    "atom": Format(suffix="atom", media="application/atom+xml", write=atom_bytes, is_shown=True),
    "feed": Format(suffix="json", media="application/feed+json", write=jsonfeed_bytes, is_shown=True),
    "ics": Format(suffix="ics", media="text/calendar; charset=utf-8", write=ical_bytes),
    "bib": Format(suffix="bib", media="application/x-bibtex; charset=utf-8", write=bibtex_bytes),
    "csl": Format(suffix="json", media="application/vnd.citationstyles.csl+json", write=csl_bytes),
    "ris": Format(suffix="ris", media="application/x-research-info-systems; charset=utf-8", write=ris_bytes),
    "cite": Format(suffix="txt", media="text/plain; charset=utf-8", write=plain_bytes, is_shown=True),
}
"""The formats by the name that an address gives them: `format=csv`, or `/meetings.csv`."""
