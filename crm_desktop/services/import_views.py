"""What the import wizard shows, as plain values: a file's insides, what cleaning changes, the dry run, the undo."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from crm_desktop.base.declared_settings import CURRENCY
from crm_desktop.exchange.plan import ImportPlan, MatchBy, MatchClass, Rule, Target
from crm_desktop.services.import_sentences import RowError
from crm_desktop.store.prepare_balances import BalanceTotals
from crm_desktop.store.prepare_sales import SaleCounts


@dataclass(frozen=True)
class SheetView:
    """One sheet of a workbook."""

    name: str
    rows: int
    columns: int
    hidden: bool = False
    looks_like_data: bool = True


@dataclass(frozen=True)
class PreviewRow:
    """One of the first rows of a sheet, as the file has it; the number is the one Excel shows."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class ImportEntry:
    """One import of the past."""

    id: int
    at: datetime
    file: str
    person: str | None
    created: int
    updated: int
    unchanged: int
    skipped: int
    errors: int
    operation: int | None
    """None where it changed nothing."""
    undone: bool = False
    kind: str = "customers"
    can_undo: bool = False
    """Whether it changed something, stands, and lies within the time the shop keeps imports for undo."""


@dataclass(frozen=True)
class FileLook:
    """What a file holds, and the plan the program proposes for it."""

    name: str
    kind: str
    """A value of `exchange.table.FileKind`."""
    plan: ImportPlan
    sheets: tuple[SheetView, ...]
    rows: int
    """Rows under the headings of the chosen sheet."""
    preview: tuple[PreviewRow, ...]
    encoding: str | None
    delimiter: str | None
    heading_row: int | None
    notes: tuple[tuple[str, str], ...]
    """Kind (`exchange.table.NoteKind`) and text of each remark."""
    remembered: bool = False
    """Whether the columns go where they went last time for these headings."""
    sample_rows: tuple[int, ...] = ()
    """Rows left over from a blank template; the plan leaves them out."""
    seen: tuple[ImportEntry, ...] = ()
    """Earlier imports of this very file, the newest first."""
    today: date = date.min
    """The shop's day, which opening balances stand for unless the user says another."""


@dataclass(frozen=True)
class TargetView:
    """A place a column can go to, in the user's words."""

    target: Target
    title: str
    group: str
    repeatable: bool


@dataclass(frozen=True)
class Example:
    """One value before and after, and the row it stands in."""

    row: int
    before: str
    after: str


@dataclass(frozen=True)
class RuleReport:
    """What one rule does to a column; one that is off tells what it would do."""

    rule: Rule
    title: str
    count: int
    examples: tuple[Example, ...]
    on: bool = True
    can_switch: bool = False


@dataclass(frozen=True)
class ProblemReport:
    """Values of a column that cannot be taken, by reason."""

    kind: str
    title: str
    fix: str
    count: int
    examples: tuple[Example, ...]
    """`after` is empty."""


@dataclass(frozen=True)
class ValueView:
    """One distinct value of a column and what becomes of it."""

    text: str
    count: int
    becomes: str
    """What it is taken as, in the user's words; empty where the cell is left out or cannot be taken."""
    problem: str = ""
    mapped: bool = False
    """Whether the plan's own list of values has it."""


@dataclass(frozen=True)
class ColumnReport:
    """What cleaning does to one column."""

    index: int
    heading: str
    target: Target
    label: str
    filled: int
    blank: int
    rules: tuple[RuleReport, ...]
    problems: tuple[ProblemReport, ...]
    values: tuple[ValueView, ...]
    """The commonest values, at most `VALUES_SHOWN`."""
    distinct: int
    choices: tuple[tuple[str, str], ...] = ()
    """What a value can be mapped to, as key and title, where the target takes only certain words."""

    @property
    def changed(self) -> int:
        """Return how many values rules in force change."""
        return sum(report.count for report in self.rules if report.on)


@dataclass(frozen=True)
class MatchRuleView:
    """One mark by which rows find customers."""

    rule: MatchBy
    title: str
    usable: bool
    """Whether the plan's columns bring that mark at all."""


class Tab(StrEnum):
    """The parts of a dry run."""

    NEW = "new"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    SKIP = "skip"
    ERROR = "error"
    ASK = "ask"


@dataclass(frozen=True)
class Difference:
    """One value an update changes; `before` is empty for what is added."""

    field: str
    title: str
    before: str
    after: str


@dataclass(frozen=True)
class Candidate:
    """A customer of the shop a row may be."""

    id: int
    name: str
    phone: str | None
    card_number: str | None
    match_class: MatchClass
    why: tuple[str, ...]
    """Reasons in the user's words."""


@dataclass(frozen=True)
class DryRow:
    """One row of the file in the dry run."""

    number: int
    tab: Tab
    name: str
    cells: tuple[str, ...]
    """As the file has them, mended ones included, in the order of `plan.columns`."""
    summary: str = ""
    """What the row brings or why it stays out, in one line."""
    match: Candidate | None = None
    differences: tuple[Difference, ...] = ()
    errors: tuple[RowError, ...] = ()
    decided: bool = False
    """Whether the user's own decision put it here."""
    mended: tuple[int, ...] = ()
    """Indexes of columns whose cell the user mended."""


@dataclass(frozen=True)
class TabCounts:
    """How many rows each tab has."""

    counts: dict[Tab, int] = field(default_factory=dict)
    created: int = 0
    """How many customers will be new."""
    sales: SaleCounts | None = None
    """What a file of sales brings; its rows are slips."""
    balances: BalanceTotals | None = None
    """What a file brings of opening balances, with the shop's totals before and after."""
    currency: str = CURRENCY.default

    def __getitem__(self, tab: Tab) -> int:
        return self.counts.get(tab, 0)


@dataclass(frozen=True)
class KeptValue:
    """Something an undo of an import would leave, because it was changed or used since."""

    customer_id: int | None
    customer: str
    field: str
    title: str
    imported: str
    now: str
    person: str | None
    """Who changed it."""
    at: datetime | None
    put_back: str
    """What it would be again, were it put back anyway."""
    change_id: int = 0


@dataclass(frozen=True)
class KeptCustomer:
    """A created customer who does not go without being asked: something refers to her since."""

    customer_id: int
    customer: str
    why: tuple[str, ...]


@dataclass(frozen=True)
class UndoPreview:
    """What taking an import back would do."""

    entry: ImportEntry
    removed: int
    restored: int
    """Customers who get back what they had."""
    kept_values: tuple[KeptValue, ...]
    kept_customers: tuple[KeptCustomer, ...]
    """At most 500 are listed."""
    kept_customer_count: int = 0
    going: int = 0
    """Follow-ups and series of a calendar that go."""
    kept_series: int = 0
    """Series that stay, because a day of theirs was done or changed since."""
