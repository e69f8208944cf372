"""One door to every file a user may drop: what it is, what it holds, and what was odd about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange.content import UserFile, unlock
from crm_desktop.exchange.delimited import read_delimited, text_table
from crm_desktop.exchange.html_table import read_html
from crm_desktop.exchange.sniff import is_misnamed, sniff
from crm_desktop.exchange.table import WORKBOOKS, FileKind, NoteKind, ReadNote, Row, Table
from crm_desktop.exchange.vcards import read_vcards
from crm_desktop.exchange.workbook import read_workbook


def _no_preference(_rows: Iterator[Row]) -> float:
    """Score sheets alike, so that the first one is taken."""
    return 0.0


def read_table(
    path: Path,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    score: Callable[[Iterator[Row]], float] = _no_preference,
    *,
    password: str | None = None,
    all_sheets: bool = False,
) -> Table:
    """Read one table of a file, whatever its name says it is.

    `score` judges a sheet by its rows where the workbook has several and none is named; `all_sheets` looks into the
    others also where one is. Raises Fault of the kinds the readers name; a table always has at least one row.
    """
    read = partial(_read, sheet=sheet, encoding=encoding, delimiter=delimiter, score=score, all_sheets=all_sheets)
    try:
        return read(path)
    except Fault as fault:
        if fault.kind is not FaultKind.FILE_ENCRYPTED:
            raise
    opened = unlock(path, password)
    if opened is path:
        raise Fault(FaultKind.FILE_ENCRYPTED, file=path.name)
    return read(opened)


def read_text(text: str, name: str, delimiter: str | None = None) -> Table:
    """Read a table from the clipboard; raises Fault FILE_EMPTY, FILE_TOO_LARGE or FILE_DAMAGED."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise Fault(FaultKind.FILE_EMPTY, file=name)
    return text_table(text, name, None, delimiter)


def _read(
    path: UserFile,
    *,
    sheet: str | None,
    encoding: str | None,
    delimiter: str | None,
    score: Callable[[Iterator[Row]], float],
    all_sheets: bool,
) -> Table:
    kind = sniff(path)
    if kind in WORKBOOKS:
        table = read_workbook(path, kind, sheet, score, all_sheets=all_sheets)
    else:
        table = _read_text(path, kind, encoding, delimiter)
    if not table.sheet.rows:
        raise Fault(FaultKind.FILE_EMPTY, file=path.name)
    if is_misnamed(path, kind):
        table = replace(table, notes=(ReadNote(NoteKind.MISNAMED, kind.value), *table.notes))
    return table


def _read_text(path: UserFile, kind: FileKind, encoding: str | None, delimiter: str | None) -> Table:
    if kind is FileKind.HTML:
        return read_html(path, encoding)
    if kind is FileKind.VCARD:
        return read_vcards(path, encoding)
    return read_delimited(path, encoding, delimiter)
