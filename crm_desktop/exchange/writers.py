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
from itertools import chain, count
from pathlib import Path
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange.formula_guard import guard
from crm_desktop.exchange.limits import MAX_CELL_CHARACTERS, MAX_ROWS
from crm_desktop.exchange.protocol import Column, Sheet

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_FORMATS = {"date": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm", "number": "General"}
"""Every other cell is text, and says so: a spreadsheet takes nothing in it for a number or a formula."""
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


def write_xlsx(target: Path, sheets: Sequence[Sheet], rows: Sequence[Iterable[Sequence[Any]]]) -> WriteReport:
    """Write sheets with frozen, filtered headings to a workbook; the report is of the first sheet's rows.

    The rows of a sheet are asked for when those before it are written.
    """
    from rustpy_xlsxwriter import FastExcel, Format

    report = WriteReport()
    reports = [report, *(WriteReport() for _ in sheets[1:])]
    names = _unique([sheet_name(sheet.name) for sheet in sheets])
    heading = Format().set_bold().set_background_color("#E8EEF4").set_border_bottom("thin")
    with replacing(target) as draft:
        book = FastExcel(str(draft)).freeze(row=1)
        for name, sheet, given, its_report in zip(names, sheets, rows, reports, strict=True):
            headings = unique_headings(sheet.columns)
            book.sheet(
                name,
                _records(headings, given, its_report),
                autofilter=True,
                header_format=heading,
                column_widths=[column.width for column in sheet.columns],
                column_formats=[Format().set_num_format(_number_format(column)) for column in sheet.columns],
                ignore_errors=[h for h, c in zip(headings, sheet.columns, strict=True) if _number_format(c) == "@"],
            )
        with _os_errors():
            book.save()
    for other in reports[1:]:
        report.cut += other.cut
        report.cleaned += other.cleaned
    return report


def _number_format(column: Column) -> str:
    return _FORMATS.get(column.type, "@")


def sheet_name(name: str) -> str:
    """Return a name every spreadsheet takes for a sheet."""
    plain = "".join(c for c in name if c not in "[]:*?/\\" and c.isprintable()).strip(" '")
    return plain[:_SHEET_NAME_LENGTH] or "Sheet1"


def unique_headings(columns: Sequence[Column]) -> list[str]:
    """Return the headings, repeated ones numbered."""
    return _unique([column.heading for column in columns])


def _unique(names: Sequence[str]) -> list[str]:
    seen: set[str] = set()
    unique = []
    for name in names:
        forms = chain([name], (f"{name} {number}" for number in count(2)))
        free = next(form for form in forms if form not in seen)
        seen.add(free)
        unique.append(free)
    return unique


def _records(headings: Sequence[str], rows: Iterable[Sequence[Any]], report: WriteReport) -> Iterator[dict[str, Any]]:
    """Yield each row by heading; of a sheet without any one empty row, from which the headings are taken."""
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
    if not report.rows:
        yield dict.fromkeys(headings)


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
    target: Path, columns: Sequence[Column], rows: Iterable[Sequence[Any]], encoding: str = "utf-8-sig"
) -> WriteReport:
    """Write rows as comma-separated text, every field quoted and guarded, lines ended as Excel does."""
    report = WriteReport()
    with replacing(target) as draft, draft.open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(map(guard, unique_headings(columns)))
        for row in rows:
            report.rows += 1
            writer.writerow([guard(cell_text(value)) for value in row])
    return report


def cell_text(value: Any) -> str:
    """Return what a cell says as text: whole numbers without a point, days and moments as ISO writes them."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat(" ") if isinstance(value, datetime) else str(value)
