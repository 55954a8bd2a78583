"""How is a table written as CSV that a spreadsheet opens rightly?"""

from __future__ import annotations

import csv
import io

from mahdar.export.table import Table

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Without this mark at the head Excel takes UTF-8 for the code page of the machine, and Arabic is lost."""
ACTIVE = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run as a formula."""


def csv_bytes(table: Table) -> bytes:
    """Return a table as CSV: UTF-8 with its mark, a heading row, and no cell that a spreadsheet would run."""
    held = io.StringIO(newline="")
    writer = csv.writer(held)
    writer.writerow([column.title for column in table.columns])
    writer.writerows([[inert(cell) for cell in row.cells] for row in table.rows])
    return (MARK + held.getvalue()).encode("utf-8")


def inert(cell: str) -> str:
    """Return a cell that is shown, never run: an apostrophe stands before what begins a formula.

    >>> inert("=1+1"), inert("2025-10-13")
    ("'=1+1", '2025-10-13')
    """
    return f"'{cell}" if cell.lstrip(" \n\N{NO-BREAK SPACE}").startswith(ACTIVE) or cell.startswith(ACTIVE) else cell
