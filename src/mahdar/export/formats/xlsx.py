"""How is a table written as a workbook?"""

from __future__ import annotations

import io
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from mahdar.export.table import Table

WIDTH, WIDEST = 12, 60
READING = {"ar": 2, "en": 1}
"""The reading order of a cell in the format: 1 from the left, 2 from the right."""


def xlsx_bytes(table: Table) -> bytes:
    """Return a table as .xlsx: one sheet of rows, and one that tells what each column holds."""
    book = Workbook()
    book.properties.title, book.properties.creator = table.title, "Mahdar"
    sheet: Any = book.active
    sheet.title = table.said.rows
    _fill(sheet, [[column.title for column in table.columns], *[row.cells for row in table.rows]], table)
    sheet.auto_filter.ref = sheet.dimensions
    told = [[column.title, column.name, column.means] for column in table.columns]
    _fill(book.create_sheet(table.said.columns), told, table, has_head=False)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _fill(sheet: Any, lines: list[Any], table: Table, *, has_head: bool = True) -> None:
    sheet.sheet_view.rightToLeft = table.lang == "ar"
    if has_head:
        sheet.freeze_panes = "A2"
    widths: dict[int, int] = {}
    for row, line in enumerate(lines, 1):
        for column, words in enumerate(line, 1):
            _write(sheet.cell(row=row, column=column), words, table, is_head=has_head and row == 1)
            widths[column] = min(max(widths.get(column, WIDTH), len(words) + 2), WIDEST)
    for column, width in widths.items():
        sheet.column_dimensions[get_column_letter(column)].width = width


def _write(cell: Any, words: str, table: Table, *, is_head: bool) -> None:
    """Write words as words: a string that begins with `=` is no formula, and signs that the format forbids are left out."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", words)
    cell.data_type = "s"
    cell.alignment = Alignment(vertical="top", wrap_text=True, readingOrder=READING[table.lang])
    if is_head:
        cell.font = Font(bold=True)
