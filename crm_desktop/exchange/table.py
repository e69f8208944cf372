"""What every reader hands on: a table of raw cells with the row numbers the user sees in his own program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum


class FileKind(StrEnum):
    """What a file is by its first bytes, whatever its name says."""

    XLSX = "xlsx"
    XLS = "xls"
    XLSB = "xlsb"
    ODS = "ods"
    CSV = "csv"
    HTML = "html"
    VCARD = "vcf"


WORKBOOKS = frozenset({FileKind.XLSX, FileKind.XLS, FileKind.XLSB, FileKind.ODS})


class CellProblem(StrEnum):
    """Why a cell of the file itself has no usable value."""

    ERROR_VALUE = "error_value"
    FORMULA_WITHOUT_VALUE = "formula_without_value"
    BROKEN_CARD = "broken_card"


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that must be reported, never taken as blank."""

    problem: CellProblem
    text: str = ""


Cell = str | int | float | bool | datetime | date | time | timedelta | BadCell | None
"""A raw value: "" and None are both an empty cell."""

Row = tuple[int, list[Cell]]
"""The row's number as the user's own program shows it (from 1), and its cells."""


class NoteKind(StrEnum):
    """What a reader did that the user should be told about."""

    MISNAMED = "misnamed"
    NULS_REMOVED = "nuls_removed"
    QUOTES_IGNORED = "quotes_ignored"
    PHOTOS_LEFT_OUT = "photos_left_out"
    OTHER_SHEETS = "other_sheets"
    ERRORS_NOT_SEEN = "errors_not_seen"
    TWO_HEADING_ROWS = "two_heading_rows"
    HEADINGS_TWICE = "headings_twice"
    SAMPLE_ROWS = "sample_rows"


@dataclass(frozen=True, slots=True)
class ReadNote:
    """One remark about the file as a whole."""

    kind: NoteKind
    text: str = ""


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """One sheet of the file, as the user may choose it."""

    name: str
    rows: int
    columns: int
    hidden: bool = False
    score: float = 0.0
    """How many known headings the best of its first rows has; 0 where nobody asked."""


@dataclass(frozen=True)
class Table:
    """One sheet of one file; `rows()` may be walked more than once."""

    kind: FileKind
    sheet: SheetInfo
    rows: Callable[[], Iterator[Row]]
    sheets: tuple[SheetInfo, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
    notes: tuple[ReadNote, ...] = ()
    headings: tuple[tuple[str, str], ...] = field(default=())
    """Heading and target of each column, where the file's format itself defines them (vCard)."""


def is_empty(cell: Cell) -> bool:
    """Return whether a cell holds nothing."""
    return cell is None or cell == ""
