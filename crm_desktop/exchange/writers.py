"""Writes tables for the user: .xlsx with typed cells, .csv that no spreadsheet mistakes; complete or not at all."""

from __future__ import annotations

import csv
import errno
import os
import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange.formula_guard import guard
from crm_desktop.exchange.limits import MAX_CELL_CHARACTERS, MAX_ROWS
from crm_desktop.exchange.protocol import Column

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_FORMATS = {"date": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm"}
_FIRST_SHEET_YEAR = 1900
_SHEET_NAME_LENGTH = 31
_OS_ERROR = re.compile(r"\(os error (\d+)\)")


class WriteReport:
    """What could not be written as it was."""

    def __init__(self) -> None:
        self.rows = 0
        self.cut: list[tuple[int, str]] = []
        """Row number and heading of cells longer than a spreadsheet keeps."""
        self.cleaned: list[tuple[int, str]] = []
        """Row number and heading of cells that held control characters."""


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a name to write to; when the block ends well, the file stands at its target in one step.

    Raises Fault: FILE_IN_USE where another program holds the old file, DISK_FULL, FILE_NOT_READABLE.
    """
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with _as_fault(target):
            yield draft
            with draft.open("rb+") as stream:
                os.fsync(stream.fileno())
            draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def _as_fault(target: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError:
        kind = FaultKind.FILE_IN_USE if target.exists() else FaultKind.FOLDER_NOT_WRITABLE
        raise Fault(kind, file=target.name) from None
    except FileNotFoundError:
        raise Fault(FaultKind.FILE_MISSING, file=str(target.parent)) from None
    except OSError as error:
        if error.errno in _FULL:
            raise Fault(FaultKind.DISK_FULL, file=target.name) from None
        raise Fault(FaultKind.FOLDER_NOT_WRITABLE, file=target.name) from None


@contextmanager
def _os_errors() -> Iterator[None]:
    """Raise what the system told the fast writer as the `OSError` it was; the writer passes on only its words."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        told = _OS_ERROR.search(str(error))
        if told is None:
            raise
        code = int(told[1])
        raise (OSError(0, "", None, code) if os.name == "nt" else OSError(code, "")) from None


def write_xlsx(target: Path, columns: Sequence[Column], rows: Iterable[Sequence[Any]], sheet: str) -> WriteReport:
    """Write rows (values in the order of the columns) to a workbook with a frozen, filtered heading."""
    report = WriteReport()
    with replacing(target) as draft:
        records = _records(columns, rows, report)
        first = next(records, None)
        if first is None:
            _write_empty(draft, columns, sheet)
        else:
            _write_fast(draft, columns, _chain(first, records), sheet)
    return report


def _write_fast(draft: Path, columns: Sequence[Column], records: Iterator[dict[str, Any]], sheet: str) -> None:
    from rustpy_xlsxwriter import Format, write_worksheet

    formats = [Format().set_num_format(_FORMATS.get(c.type, "General" if c.type == "number" else "@")) for c in columns]
    texts = [
        heading
        for heading, column in zip(unique_headings(columns), columns, strict=True)
        if column.type not in ("number", *_FORMATS)
    ]
    with _os_errors():
        write_worksheet(
            records,
            str(draft),
            sheet_name=sheet_name(sheet),
            freeze_row=1,
            autofilter=True,
            header_format=Format().set_bold().set_background_color("#E8EEF4").set_border_bottom("thin"),
            column_widths=[column.width for column in columns],
            column_formats=formats,
            ignore_errors=texts,
        )


def _write_empty(draft: Path, columns: Sequence[Column], sheet: str) -> None:
    """Write only the headings; the fast writer takes them from its first record."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    page = book.active
    page.title = sheet_name(sheet)
    page.append(unique_headings(columns))
    for cell in page[1]:
        cell.font = Font(bold=True)
    page.freeze_panes = "A2"
    book.save(draft)


def sheet_name(name: str) -> str:
    """Return a name every spreadsheet takes for a sheet."""
    plain = "".join(c for c in name if c not in "[]:*?/\\" and c.isprintable()).strip(" '")
    return plain[:_SHEET_NAME_LENGTH] or "Sheet1"


def unique_headings(columns: Sequence[Column]) -> list[str]:
    """Return the headings, repeated ones numbered."""
    seen: dict[str, int] = {}
    headings = []
    for column in columns:
        count = seen[column.heading] = seen.get(column.heading, 0) + 1
        headings.append(column.heading if count == 1 else f"{column.heading} {count}")
    return headings


def _chain(first: dict[str, Any], rest: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    yield first
    yield from rest


def _records(columns: Sequence[Column], rows: Iterable[Sequence[Any]], report: WriteReport) -> Iterator[dict[str, Any]]:
    headings = unique_headings(columns)
    for number, row in enumerate(rows, 2):
        if number > MAX_ROWS:
            raise Fault(FaultKind.FILE_TOO_LARGE, what="rows", limit=MAX_ROWS)
        report.rows += 1
        record = {}
        for heading, value in zip(headings, row, strict=True):
            if isinstance(value, str):
                if len(value) > MAX_CELL_CHARACTERS or not value.isprintable():
                    value = _fit(value, number, heading, report)  # noqa: PLW2901 - the cell in place of the raw value
            elif isinstance(value, date) and value.year < _FIRST_SHEET_YEAR:
                value = _day_text(value)  # noqa: PLW2901
            record[heading] = value
        yield record


def _day_text(day: date) -> str:
    return day.isoformat(" ", "minutes") if isinstance(day, datetime) else day.isoformat()


def _fit(text: str, row: int, heading: str, report: WriteReport) -> str:
    """Return a text a sheet can hold: no control characters, no more than its length; both are reported."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(c for c in lines if c in "\n\t" or not _is_control(c))
    if plain != lines:
        report.cleaned.append((row, heading))
    if len(plain) > MAX_CELL_CHARACTERS:
        report.cut.append((row, heading))
        plain = plain[:MAX_CELL_CHARACTERS]
    return plain


def _is_control(letter: str) -> bool:
    code = ord(letter)
    return code < 0x20 or 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF)


def write_csv(
    target: Path,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Any]],
    encoding: str = "utf-8-sig",
    *,
    guard_formulas: bool = True,
) -> WriteReport:
    """Write rows as comma-separated text, every field quoted, lines ended as Excel does."""
    report = WriteReport()
    with replacing(target) as draft, draft.open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(unique_headings(columns))
        for row in rows:
            report.rows += 1
            writer.writerow([_csv_cell(value, guard_formulas=guard_formulas) for value in row])
    return report


def _csv_cell(value: Any, *, guard_formulas: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return guard(value) if guard_formulas else value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat(" ") if isinstance(value, datetime) else str(value)
