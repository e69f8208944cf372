"""Writes a blank workbook to be filled in: headings, drop-downs, sample rows, and a sheet that explains each column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from crm_desktop.exchange.protocol import TemplateColumn, TemplateRequest
from crm_desktop.exchange.writers import replacing, sheet_name

_HEADING_COLOUR, _SAMPLE_COLOUR = "FFE8EEF4", "FF8A94A0"
_FILLED_ROWS = 5_000
"""So many rows have text format and drop-downs."""
_STYLED_ROWS = 200
"""Rows whose cells are text one by one, for programs that do not heed the format of a column."""
_AS_TEXT = "@"
_LISTS = "lists"
_EXPLAINED_WIDTHS = (22, 70, 40)


def write_template(request: TemplateRequest) -> None:
    """Write the template; raises Fault as every writer."""
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    page.title = sheet_name(request.sheet)
    _write_table(page, request)
    _write_explanations(book.create_sheet(sheet_name(request.explanations[0])), request)
    _write_lists(book, page, request.columns)
    with replacing(Path(request.path)) as draft:
        book.save(draft)


def _write_table(page: Any, request: TemplateRequest) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    page.freeze_panes = "B2"
    for place, column in enumerate(request.columns, 1):
        letter = get_column_letter(place)
        page.column_dimensions[letter].width = column.width
        page.column_dimensions[letter].number_format = _AS_TEXT
        _put(page, 1, place, column.heading, heading=True)
        for offset, sample in enumerate(column.samples):
            cell = _put(page, 2 + offset, place, sample)
            cell.font = Font(italic=True, color=_SAMPLE_COLOUR)
        first_empty = 2 + len(column.samples)
        for number in range(first_empty, first_empty + _STYLED_ROWS):
            page.cell(number, place).number_format = _AS_TEXT


def _put(page: Any, row: int, column: int, text: str, *, heading: bool = False) -> Any:
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = page.cell(row, column, text or None)
    cell.number_format = _AS_TEXT
    if text:
        cell.data_type = "s"  # a text that begins with "=" is no formula
    if heading:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=_HEADING_COLOUR)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    return cell


def _write_explanations(page: Any, request: TemplateRequest) -> None:
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    page.freeze_panes = "A2"
    for place, (title, width) in enumerate(zip(request.explanations[1:], _EXPLAINED_WIDTHS, strict=True), 1):
        page.column_dimensions[get_column_letter(place)].width = width
        _put(page, 1, place, title, heading=True)
    for row, column in enumerate(request.columns, 2):
        for place, text in enumerate((column.heading, column.help, " / ".join(column.choices)), 1):
            _put(page, row, place, text).alignment = Alignment(vertical="top", wrap_text=True)


def _write_lists(book: Any, page: Any, columns: tuple[TemplateColumn, ...]) -> None:
    """Give columns of certain words their drop-downs; the words lie in a hidden sheet, so that any number fits."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    lists = book.create_sheet(_LISTS)
    lists.sheet_state = "hidden"
    for place, column in enumerate(columns, 1):
        if not column.choices:
            continue
        letter = get_column_letter(place)
        for row, choice in enumerate(column.choices, 1):
            _put(lists, row, place, choice)
        source = f"={_LISTS}!${letter}$1:${letter}${len(column.choices)}"
        validation = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=column.only_choices)
        validation.add(f"{letter}2:{letter}{_FILLED_ROWS}")
        page.add_data_validation(validation)
