"""Reads .xlsx .xlsm .xls .xlsb .ods: the fast reader after a scan, the slow one for sheets the fast one cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange import limits
from crm_desktop.exchange.biff import scan_biff
from crm_desktop.exchange.content import UserFile, source_of
from crm_desktop.exchange.ooxml import SheetScan, WorkbookScan, scan_workbook
from crm_desktop.exchange.table import BadCell, Cell, FileKind, NoteKind, ReadNote, Row, SheetInfo, Table, is_empty

_SHEETS_TRIED = 12
"""How many sheets are opened to find the one with the customers."""


@dataclass(frozen=True)
class _Loaded:
    """A sheet that was looked at, and how its rows are read."""

    info: SheetInfo
    rows: Callable[[], Iterator[Row]]


def read_workbook(
    path: UserFile,
    kind: FileKind,
    sheet: str | None,
    score: Callable[[Iterator[Row]], float],
    *,
    all_sheets: bool = False,
) -> Table:
    """Read one sheet: the named one, or the one whose first rows score best; `all_sheets` looks into every one.

    Raises Fault: FILE_HOSTILE, FILE_TOO_LARGE, FILE_ENCRYPTED, FILE_DAMAGED, FILE_EMPTY, SHEET_UNREADABLE, NOT_FOUND.
    """
    scan = scan_biff(path) if kind is FileKind.XLS else scan_workbook(path)
    loaded = _load(path, kind, scan, sheet, all_sheets=all_sheets)
    full = [one for one in loaded if one.info.rows]
    if not full:
        raise Fault(FaultKind.FILE_EMPTY, file=path.name)
    scores = {one.info.name: score(one.rows()) for one in full} if full[1:] or all_sheets else {}
    best = max(full, key=lambda one: (one.info.name == sheet, not one.info.hidden, scores.get(one.info.name, 0.0)))
    if sheet is not None and best.info.name != sheet:
        raise Fault(FaultKind.FILE_EMPTY, file=path.name)
    notes = tuple(ReadNote(NoteKind.OTHER_SHEETS, one.info.name) for one in full if one is not best)
    if kind is FileKind.XLSB:
        notes += (ReadNote(NoteKind.ERRORS_NOT_SEEN, kind.value),)
    infos = tuple(replace(one.info, score=scores.get(one.info.name, 0.0)) for one in loaded)
    return Table(kind, best.info, best.rows, sheets=infos, notes=notes)


def _load(path: UserFile, kind: FileKind, scan: WorkbookScan, sheet: str | None, *, all_sheets: bool) -> list[_Loaded]:
    """Open the sheets, or the named one alone; where the fast reader gives up on an .xlsx, the slow one tries."""
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_object(_for_calamine(path))
    except calamine.PasswordError:
        raise Fault(FaultKind.FILE_ENCRYPTED, file=path.name) from None
    except (calamine.CalamineError, OSError, ValueError) as error:
        if "limit exceeded" in str(error):
            raise Fault(FaultKind.FILE_HOSTILE, file=path.name, why="cells") from None
        if kind is FileKind.XLSX and not isinstance(error, calamine.ZipError):
            return _load_slowly(path, scan)
        raise Fault(FaultKind.FILE_DAMAGED, file=path.name) from None
    metas = [meta for meta in book.sheets_metadata if _holds_cells(meta)]
    named = [meta for meta in metas if sheet in (None, meta.name)]
    if sheet is not None and not named:
        raise Fault(FaultKind.NOT_FOUND, what="sheet", text=sheet)
    if all_sheets and sheet is not None:
        named += [meta for meta in metas if meta.name != sheet]
    chosen = {meta.name for meta in named[:_SHEETS_TRIED]}
    return [_load_sheet(path, kind, book, meta, scan.sheets.get(meta.name)) for meta in metas if meta.name in chosen]


def _for_calamine(path: UserFile) -> Any:
    source = source_of(path)
    return str(source) if isinstance(source, Path) else source


def _holds_cells(meta: Any) -> bool:
    return str(meta.typ).rpartition(".")[2] in ("WorkSheet", "MacroSheet")


def _load_sheet(path: UserFile, kind: FileKind, book: Any, meta: Any, scan: SheetScan | None) -> _Loaded:
    import python_calamine as calamine

    hidden = not str(meta.visible).endswith(".Visible")
    if scan and kind is FileKind.XLSX and (scan.sparse or scan.columns > limits.MAX_COLUMNS):
        return _load_slow_sheet(path, meta.name, hidden, scan)
    try:
        sheet = book.get_sheet_by_name(meta.name)
    except (calamine.CalamineError, OSError, ValueError):
        if kind is FileKind.XLSX:
            return _load_slow_sheet(path, meta.name, hidden, scan)
        raise Fault(FaultKind.SHEET_UNREADABLE, file=path.name, sheet=meta.name) from None
    if not sheet.height and scan and scan.values:
        if kind is FileKind.XLSX:
            return _load_slow_sheet(path, meta.name, hidden, scan)
        raise Fault(FaultKind.SHEET_UNREADABLE, file=path.name, sheet=meta.name)
    _check_extent(path, sheet.height, sheet.width)
    info = SheetInfo(meta.name, sheet.height, sheet.width, hidden)
    return _Loaded(info, partial(_fast_rows, sheet, scan.bad_cells if scan else {}))


def _fast_rows(sheet: Any, bad_cells: dict[tuple[int, int], BadCell]) -> Iterator[Row]:
    if sheet.start is None:
        return
    top, left = sheet.start
    bad_rows: dict[int, dict[int, BadCell]] = {}
    for (row, column), cell in bad_cells.items():
        bad_rows.setdefault(row, {})[column - left] = cell
    for index, cells in enumerate(sheet.iter_rows()):
        if index < top:
            continue  # the reader fills up the rows above the first one, but not the columns before it
        bad = bad_rows.get(index)
        if bad:
            _put(cells, bad)
        yield index + 1, cells


def _put(cells: list[Cell], bad: dict[int, BadCell]) -> None:
    for column, cell in bad.items():
        if 0 <= column < len(cells) and is_empty(cells[column]):
            cells[column] = cell


def _check_extent(path: UserFile, rows: int, columns: int) -> None:
    if columns > limits.MAX_COLUMNS:
        raise Fault(FaultKind.FILE_TOO_LARGE, file=path.name, what="columns", limit=limits.MAX_COLUMNS)
    if rows > limits.MAX_ROWS:
        raise Fault(FaultKind.FILE_TOO_LARGE, file=path.name, what="rows", limit=limits.MAX_ROWS)


def _load_slowly(path: UserFile, scan: WorkbookScan) -> list[_Loaded]:
    """Open every sheet with openpyxl, which forgives what the fast reader does not."""
    book = _open_slowly(path)
    names = [sheet.title for sheet in book.worksheets[:_SHEETS_TRIED]]
    book.close()
    return [_load_slow_sheet(path, name, False, scan.sheets.get(name)) for name in names]


def _open_slowly(path: UserFile) -> Any:
    import warnings

    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions that hold no values
            return openpyxl.load_workbook(source_of(path), read_only=True, data_only=True)
    except Exception:  # noqa: BLE001 - openpyxl raises every kind there is on a damaged file
        raise Fault(FaultKind.FILE_DAMAGED, file=path.name) from None


def _load_slow_sheet(path: UserFile, name: str, hidden: bool, scan: SheetScan | None) -> _Loaded:
    """Read a sheet as a stream, keeping only rows and columns that hold something."""
    rows = _slow_rows(path, name)
    if not rows and scan and scan.values:
        raise Fault(FaultKind.SHEET_UNREADABLE, file=path.name, sheet=name)
    columns = sorted({column for _, cells in rows for column in cells})
    _check_extent(path, len(rows), len(columns))
    places = {column: place for place, column in enumerate(columns)}
    bad = {(r, places[c]): cell for (r, c), cell in (scan.bad_cells if scan else {}).items() if c in places}
    dense = partial(_dense_rows, rows, places, bad)
    return _Loaded(SheetInfo(name, len(rows), len(columns), hidden), dense)


def _slow_rows(path: UserFile, name: str) -> list[tuple[int, dict[int, Cell]]]:
    book = _open_slowly(path)
    found: list[tuple[int, dict[int, Cell]]] = []
    total = 0
    try:
        book[name].reset_dimensions()  # a sheet that claims the whole grid is not walked cell by cell
        for row in book[name].iter_rows():
            cells = {cell.column - 1: cell.value for cell in row if cell.value is not None and cell.value != ""}
            if cells:
                found.append((row_number(row), cells))
                total += len(cells)
            if total > limits.MAX_DENSE_CELLS // 10:
                raise Fault(FaultKind.FILE_TOO_LARGE, file=path.name, what="cells", limit=limits.MAX_DENSE_CELLS // 10)
    except Fault:
        raise
    except Exception:  # noqa: BLE001 - as above
        raise Fault(FaultKind.SHEET_UNREADABLE, file=path.name, sheet=name) from None
    finally:
        book.close()
    return found


def row_number(row: Any) -> int:
    """Return the sheet row of openpyxl cells, of which empty ones do not know theirs."""
    number: int = next(cell.row for cell in row if cell.value is not None)
    return number


def _dense_rows(
    rows: list[tuple[int, dict[int, Cell]]], places: dict[int, int], bad: dict[tuple[int, int], BadCell]
) -> Iterator[Row]:
    for number, cells in rows:
        line: list[Cell] = [None] * len(places)
        for column, value in cells.items():
            line[places[column]] = value
        for (row, place), cell in bad.items() if len(bad) < 1000 else ():
            if row == number - 1 and is_empty(line[place]):
                line[place] = cell
        yield number, line
