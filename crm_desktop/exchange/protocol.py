"""What parent and child say to each other: requests as JSON on standard input, events as JSON lines back.

The rows of an export follow their request in frames. The database makes a page of them into JSON itself, the parent
passes it on unread, and the child lays the rows into their order: nothing of it keeps the window from painting.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import IO, Any, Self

from crm_desktop.exchange.plan import ImportPlan
from crm_desktop.exchange.report_counts import ColumnCount, ProblemCount, RuleCount

VERB = "_child"
"""The hidden word on the program's own command line that starts a child."""
PAPER_VERB = "_paper"
"""The one that starts a child that draws: it needs what the window is made of."""


@dataclass(frozen=True)
class ReadRequest:
    """Read, map, clean and stage a file."""

    path: str
    staging: str
    plan: str | None = None
    """A plan as JSON; without one the child proposes and uses the most likely."""
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    zone: str = "UTC"
    region: str = "CN"
    fields: tuple[dict[str, Any], ...] = ()
    """The shop's custom fields, so that values keep their types."""
    preview_only: bool = False
    text: str | None = None
    """A pasted table in the place of a file."""
    password: str | None = None
    heading_row: int | None = None
    heading_rows: int | None = None
    force: bool = False
    """Propose a plan even where no column is known."""
    memory: dict[str, str] = field(default_factory=dict)
    """Where the user put columns of known headings before: headings → columns, as JSON."""
    keep_cells: bool = False
    """Stage the cells as the file has them too, for a dry run in which they are shown and mended."""
    kind: str = "customers"
    """What the rows are taken for where there is no plan: a value of `RowsAre`, or nothing to let the headings say."""
    day_starts_at: int = 4
    opens_at: int = 9
    minor: int = 100
    """How many minor units make one of the shop's currency."""


@dataclass(frozen=True)
class ReadResult:
    """What a file holds and what became of its rows."""

    kind: str
    plan: ImportPlan
    sheets: tuple[dict[str, Any], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    preview: tuple[tuple[str, ...], ...] = ()
    """The first rows as text, as the wizard shows them."""
    rows: int = 0
    customers: int = 0
    repeated: int = 0
    failed: int = 0
    asked: int = 0
    """Rows of somebody an earlier row has brought, which wait for the user's word."""
    left_out: int = 0
    """Rows the plan leaves out that bring nobody; the others are among the customers."""
    preview_numbers: tuple[int, ...] = ()
    """The row number of each row of the preview."""
    data_rows: int = 0
    """Rows under the headings; counted for a preview only."""
    sample_rows: tuple[int, ...] = ()
    remembered: bool = False
    slips: int = 0
    """How many slips the rows make, in a file of sales."""

    def to_event(self) -> dict[str, Any]:
        """Return the result as a JSON event."""
        return {**asdict(self), "plan": self.plan.to_json()}

    @classmethod
    def from_event(cls, event: dict[str, Any]) -> Self:
        """Read the result from its JSON event."""
        data = dict(event)
        data["plan"] = ImportPlan.from_json(data["plan"])
        data["sheets"] = tuple(data["sheets"])
        data["notes"] = tuple((kind, text) for kind, text in data["notes"])
        data["preview"] = tuple(tuple(row) for row in data["preview"])
        data["preview_numbers"] = tuple(data["preview_numbers"])
        data["sample_rows"] = tuple(data["sample_rows"])
        return cls(**data)


@dataclass(frozen=True)
class CleanReport:
    """What cleaning does to each column, as `report.report` counts it."""

    columns: tuple[ColumnCount, ...]

    @classmethod
    def from_event(cls, event: dict[str, Any]) -> Self:
        """Read the report from its JSON event."""
        return cls(tuple(_column_count(column) for column in event["columns"]))


def _column_count(data: dict[str, Any]) -> ColumnCount:
    rules = {name: RuleCount(**{**rule, "examples": _rows(rule["examples"])}) for name, rule in data["rules"].items()}
    problems = {name: ProblemCount(one["count"], _rows(one["examples"])) for name, one in data["problems"].items()}
    return ColumnCount(**{**data, "rules": rules, "problems": problems, "values": _rows(data["values"])})


def _rows(rows: list[list[Any]]) -> list[Any]:
    return [tuple(row) for row in rows]


@dataclass(frozen=True)
class Column:
    """One column of an export: its key in the rows, its heading, and how its cells are written."""

    key: str
    heading: str
    type: str = "text"
    """One of those `exchange.cells` knows."""
    width: float = 14.0
    words: dict[str, str] = field(default_factory=dict)
    """What values are called."""


@dataclass(frozen=True)
class Sheet:
    """One table of an export: its name and its columns."""

    name: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class WriteRequest:
    """Write sheets to a file; their rows follow on standard input in frames, sheet after sheet."""

    path: str
    format: str
    sheets: tuple[Sheet, ...]
    zone: str = "UTC"
    encoding: str = "utf-8-sig"
    title: str = ""
    """What stands above a list on paper."""

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> Self:
        """Read the request from its JSON."""
        sheets = [Sheet(s["name"], tuple(Column(**column) for column in s["columns"])) for s in values["sheets"]]
        return cls(**{**values, "sheets": tuple(sheets)})


@dataclass(frozen=True)
class CalendarRequest:
    """Read a calendar file: the shop's zone, its day, and the hour it opens."""

    path: str
    zone: str
    today: str
    opens_at: int = 9


@dataclass(frozen=True)
class WriteCalendarRequest:
    """Write a calendar file; its entries follow on standard input in one column of plain frames."""

    path: str
    zone: str
    stamp: str
    """When it is written, as 20261122T090000Z."""
    name: str = ""
    opens_at: int = 9


@dataclass(frozen=True)
class PageRequest:
    """Draw simple HTML onto the pages of a PDF."""

    path: str
    title: str
    html: str


@dataclass(frozen=True)
class ErrorCopyRequest:
    """Copy the bad rows of a user's file with two more columns."""

    source: str
    target: str
    plan: str
    headings: tuple[str, str]
    """Headings of the two columns: what is wrong, how to mend it."""
    rows: dict[int, tuple[str, str]] = field(default_factory=dict)
    text: str | None = None
    password: str | None = None


@dataclass(frozen=True)
class TemplateColumn:
    """One column of a blank template."""

    heading: str
    help: str
    samples: tuple[str, ...]
    choices: tuple[str, ...] = ()
    only_choices: bool = True
    """Whether the spreadsheet refuses any other word."""
    width: float = 16.0


@dataclass(frozen=True)
class TemplateRequest:
    """Write a blank template."""

    path: str
    sheet: str
    explanations: tuple[str, str, str, str]
    """Name of the sheet that explains the columns, and its three headings."""
    columns: tuple[TemplateColumn, ...]


def dumps(value: Any) -> str:
    """Return one JSON line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


_LENGTH_BYTES = 4
_PAGE, _ORDER, _PLAIN, _END = b"P", b"O", b"R", b"E"
END_OF_ROWS = _END + bytes(_LENGTH_BYTES)
"""What closes the rows of a sheet; without it they were broken off."""


def page_frame(page: bytes) -> bytes:
    """Return a page of rows ready to send: a JSON array of arrays, each with its customer's id behind its values."""
    return _frame(_PAGE, page)


def plain_frame(page: bytes) -> bytes:
    """Return a page of rows, without ids, that are wanted as they come."""
    return _frame(_PLAIN, page)


def order_frame(ids: Sequence[int]) -> bytes:
    """Return the order in which the rows sent so far are wanted; those not named, and ids without a row, drop out."""
    return _frame(_ORDER, array("q", ids).tobytes())


def _frame(kind: bytes, packed: bytes) -> bytes:
    return kind + len(packed).to_bytes(_LENGTH_BYTES, "little") + packed


def read_rows(stream: IO[bytes], prepare: Callable[[list[Any]], object]) -> Iterator[list[Any]]:
    """Yield the values of each row of a sheet in the order wanted; raise EOFError where the stream ends too early.

    `prepare` is given each row when it comes, while others are still being read.
    """
    held: dict[int, list[Any]] = {}
    while True:
        kind, length = stream.read(1), int.from_bytes(stream.read(_LENGTH_BYTES), "little")
        packed = stream.read(length)
        if kind == _END:
            return
        if not kind or len(packed) < length:
            raise EOFError
        if kind == _PAGE:
            for row in json.loads(packed):
                held[row.pop()] = row
                prepare(row)
        elif kind == _PLAIN:
            for row in json.loads(packed):
                prepare(row)
                yield row
        else:
            yield from filter(None, map(held.get, array("q", packed)))
            held.clear()
