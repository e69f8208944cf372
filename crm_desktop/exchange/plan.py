"""The import plan: which column goes where, how rows are matched, what happens to each; the wizard shows and edits it.

It is plain data that crosses to the child process and to plan files as JSON.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.dates import DateOrder
from crm_desktop.exchange.plan_words import (
    ADDRESS_PARTS,
    BALANCES,
    DOUBTFUL,
    SALES,
    Conflict,
    MatchBy,
    MatchClass,
    OnMatch,
    Repeats,
    RowDecision,
    RowsAre,
    Rule,
    SplitBy,
    Target,
)

__all__ = (
    "ADDRESS_PARTS",
    "BALANCES",
    "SALES",
    "ColumnPlan",
    "Conflict",
    "ImportPlan",
    "Made",
    "MatchBy",
    "MatchClass",
    "MatchPolicy",
    "OnMatch",
    "Repeats",
    "RowDecision",
    "RowsAre",
    "Rule",
    "SplitBy",
    "Target",
)

FIRST_MADE = 10_000
"""Columns the plan makes itself are numbered from here; a file has at most 500."""


@dataclass(frozen=True, slots=True)
class Made:
    """How a column that the file does not have is made: a constant, a piece of one column, or several joined.

    Without a source `text` is the value of every row; with `split` it is piece number `place` of the one source; else
    the sources are joined by `text`.
    """

    sources: tuple[int, ...] = ()
    text: str = ""
    split: SplitBy | None = None
    place: int = 0
    rest: bool = False
    """Whether the piece takes all behind it too, so that nothing of the cell is lost."""


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """One column of the file, or one the plan makes, and its place in the program."""

    index: int
    heading: str
    target: Target = Target.SKIP
    label: str = ""
    """Phone or address label ("mobile", "work" …), name of another date, or name of the custom field."""
    group: int = 0
    """Columns of one target and group belong together: a phone and its type, the parts of one address."""
    custom_type: FieldType | None = None
    date_order: DateOrder | None = None
    """Set where the column has dates with two readings."""
    guessed_by: str = ""
    """"heading", "values", "memory" or "user"; empty for a column nothing was known about."""
    made: Made | None = None
    """Set for a column the file does not have."""
    rules: frozenset[Rule] | None = None
    """The cleaning rules in force, of those that can be switched; None for the usual ones of the target."""
    values: dict[str, str] = field(default_factory=dict)
    """What a value of the file becomes before anything else: "金卡" → "Gold"; an empty text leaves the cell out."""


@dataclass(frozen=True, slots=True)
class MatchPolicy:
    """How rows find their customers, in this order, and what an update may change."""

    order: tuple[MatchBy, ...] = tuple(rule for rule in MatchBy if rule not in DOUBTFUL)
    on_match: OnMatch = OnMatch.UPDATE
    """What happens to a row that is surely a customer's (class EXACT)."""
    create_new: bool = True
    """Whether rows of nobody become customers; else they are left out."""
    on_probable: OnMatch = OnMatch.ASK
    on_possible: OnMatch = OnMatch.ASK
    conflict: Conflict = Conflict.FILE
    """Whose value stays where both have one and they differ."""
    repeats: Repeats = Repeats.MERGE
    """What happens to a row of somebody an earlier row of the file has brought already."""

    def action(self, match_class: MatchClass) -> OnMatch:
        """Return what happens to rows of a class."""
        return {MatchClass.EXACT: self.on_match, MatchClass.PROBABLE: self.on_probable}.get(
            match_class, self.on_possible
        )


@dataclass(frozen=True)
class ImportPlan:
    """All decisions of one import; equal plans on equal files do the same."""

    file: str
    kind: str = "customers"
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    heading_row: int | None = None
    """Row number of the headings as the user's program shows it; None where the file has none."""
    columns: tuple[ColumnPlan, ...] = ()
    policy: MatchPolicy = field(default_factory=MatchPolicy)
    decisions: dict[int, RowDecision] = field(default_factory=dict)
    """By row number of the file."""
    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    """Cells mended in the dry run: row number → column index → text."""
    heading_rows: int = 1
    """How many rows the headings take: 2 where a row of groups stands over them."""
    matches: dict[int, int] = field(default_factory=dict)
    """Rows whose customer the user named: row number → id of the customer."""
    only_rows: tuple[int, ...] | None = None
    """Take these rows alone: those an earlier import of the file has left over; None for all."""
    phone_country: str | None = None
    """Country of phones without one, as "CN"; None for the shop's own."""
    earn: bool = False
    """Whether old sales that are brought in earn points, by the rules of today."""
    as_of: str | None = None
    """The day opening balances stand for, as 2026-11-22; None for the day they are brought in."""
    reason: str = ""
    """What stands beside opening balances in the ledger; empty for the name of the file."""

    @property
    def brings_balances(self) -> bool:
        """Tell whether any column is an opening balance."""
        return any(column.target in BALANCES for column in self.columns)

    def column(self, target: Target) -> ColumnPlan | None:
        """Return the first column of a target."""
        return next((column for column in self.columns if column.target is target), None)

    def at(self, index: int) -> ColumnPlan:
        """Return the column of an index; raises StopIteration where there is none."""
        return next(column for column in self.columns if column.index == index)

    def with_column(self, changed: ColumnPlan) -> ImportPlan:
        """Return the plan with one column put elsewhere."""
        columns = tuple(changed if column.index == changed.index else column for column in self.columns)
        return replace(self, columns=columns)

    def with_made(self, heading: str, made: Made, target: Target, label: str = "") -> ImportPlan:
        """Return the plan with one more column, which it makes itself."""
        index = max((column.index + 1 for column in self.columns if column.made), default=FIRST_MADE)
        column = ColumnPlan(index, heading, target, label, index, guessed_by="user", made=made)
        return replace(self, columns=(*self.columns, column))

    def without_made(self, index: int) -> ImportPlan:
        """Return the plan without a column it made."""
        return replace(self, columns=tuple(c for c in self.columns if c.index != index or c.made is None))

    def to_json(self) -> str:
        """Return the plan as JSON, as plan files hold it."""
        from crm_desktop.exchange.plan_json import dump_plan

        return dump_plan(self)

    @classmethod
    def from_json(cls, text: str) -> ImportPlan:
        """Read a plan from JSON; raises ValueError, KeyError or TypeError for anything else."""
        from crm_desktop.exchange.plan_json import load_plan

        return load_plan(text)
