"""What parent and child say to each other: requests as JSON on standard input, events as JSON lines back."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from crm_desktop.exchange.plan import ImportPlan
from crm_desktop.exchange.report_counts import ColumnCount, ProblemCount, RuleCount

VERB = "_child"
"""The hidden word on the program's own command line that starts a child."""


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
    """"text", "number", "date" or "moment"."""
    width: float = 14.0


@dataclass(frozen=True)
class WriteRequest:
    """Write rows, which follow on standard input as JSON lines, to a file."""

    path: str
    format: str
    columns: tuple[Column, ...]
    sheet: str = "Sheet1"
    encoding: str = "utf-8-sig"
    guard_formulas: bool = True


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
