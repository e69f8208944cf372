"""A copy of the user's own file with only the rows that could not be taken, and what to do about each beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from crm_desktop.exchange.limits import MAX_CELL_CHARACTERS
from crm_desktop.exchange.plan import ImportPlan
from crm_desktop.exchange.table import BadCell, Cell, Table
from crm_desktop.exchange.writers import replacing, sheet_name

_PROBLEM_COLOUR = "FFFDE9C8"
_HEADING_COLOUR = "FFE8EEF4"
_LARGEST_EXACT = 1e15
_WIDTH, _WORDS_WIDTH = 16, 44


def write_error_copy(
    target: Path, table: Table, plan: ImportPlan, headings: Sequence[str], rows: Mapping[int, Sequence[str]]
) -> int:
    """Write the rows named by their numbers, each with its words behind it; return how many.

    `headings` are those of the two added columns. Mended in this file, the rows can be imported as they are.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page = book.create_sheet(sheet_name(table.sheet.name or Path(plan.file).stem))
    page.freeze_panes = "A2"
    columns = [column for column in plan.columns if column.made is None]
    labels = [column.heading for column in columns]
    _set_widths(page, len(labels), len(headings))
    page.append([_heading(page, text) for text in (*labels, *headings)])
    count = 0
    for number, cells in table.rows():
        words = rows.get(number)
        if words is not None:
            mended = plan.cells.get(number, {})
            line = [_cell(page, mended.get(column.index, _at(cells, column.index))) for column in columns]
            page.append([*line, *(_problem(page, word) for word in words)])
            count += 1
    with replacing(target) as draft:
        book.save(draft)
    return count


def _at(cells: Sequence[Cell], index: int) -> Cell:
    return cells[index] if index < len(cells) else None


def _set_widths(page: Any, columns: int, added: int) -> None:
    from openpyxl.utils import get_column_letter

    for place in range(1, columns + added + 1):
        page.column_dimensions[get_column_letter(place)].width = _WIDTH if place <= columns else _WORDS_WIDTH


def _heading(page: Any, text: str) -> Any:
    from openpyxl.styles import Font, PatternFill

    cell = _as_text(page, text)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor=_HEADING_COLOUR)
    return cell


def _problem(page: Any, text: str) -> Any:
    from openpyxl.styles import Alignment, PatternFill

    cell = _as_text(page, text)
    cell.fill = PatternFill("solid", fgColor=_PROBLEM_COLOUR)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _cell(page: Any, value: Cell) -> Any:
    """Return a cell as it was; texts stay texts whatever they begin with, digits of phones stay digits."""
    if isinstance(value, BadCell):
        return _as_text(page, value.text)
    if isinstance(value, float) and value.is_integer() and abs(value) < _LARGEST_EXACT:
        return int(value)
    return _as_text(page, value) if isinstance(value, str) else value


def _as_text(page: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub("", text)[:MAX_CELL_CHARACTERS])
    cell.data_type = "s"  # a text that begins with "=" is no formula
    return cell
