"""Where an import stands, free of Qt: its steps, what was chosen, what must be read anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from crm_desktop.exchange.plan import ColumnPlan, ImportPlan, MatchPolicy, Target
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.import_views import FileLook, Tab, TabCounts


class Step(StrEnum):
    """The steps of an import, in their order."""

    FILE = "file"
    KIND = "kind"
    COLUMNS = "columns"
    CLEAN = "clean"
    MATCH = "match"
    DRY_RUN = "dry_run"
    RESULT = "result"


STEPS = tuple(Step)


@dataclass(frozen=True)
class Draft:
    """One import under the user's hands; every change makes a new one."""

    source: ImportSource
    look: FileLook
    plan: ImportPlan
    visited: frozenset[Step] = frozenset({Step.FILE})
    own_fields: tuple[str, ...] = field(default=())
    """Names of the fields the shop has."""

    def with_plan(self, plan: ImportPlan) -> Draft:
        """Return the draft with a changed plan."""
        return replace(self, plan=plan)

    def with_rows_of(self, plan: ImportPlan) -> Draft:
        """Return the draft with what was decided and mended row by row, and all else as it is."""
        rows = replace(self.plan, decisions=plan.decisions, matches=plan.matches, cells=plan.cells)
        return replace(self, plan=rows)

    def at(self, step: Step) -> Draft:
        """Return the draft with one more step looked at."""
        return replace(self, visited=self.visited | {step})

    def is_touched(self) -> bool:
        """Say whether the user has decided anything that would be lost."""
        return self.plan != self.look.plan


def reading_part(plan: ImportPlan) -> ImportPlan:
    """Return what of a plan decides how the file is read; where it differs, the file must be read anew."""
    return replace(plan, policy=MatchPolicy(), decisions={}, matches={}, as_of=None, reason="", earn=False)


def step_after(step: Step) -> Step | None:
    """Return the next step; None after the last."""
    number = STEPS.index(step) + 1
    return STEPS[number] if number < len(STEPS) else None


def step_before(step: Step) -> Step | None:
    """Return the step before; None before the first."""
    number = STEPS.index(step) - 1
    return STEPS[number] if number >= 0 else None


@dataclass(frozen=True)
class PlanSummary:
    """How many columns have a place, become new fields, go into the note or are left out."""

    placed: int
    new_fields: tuple[str, ...]
    noted: int
    left_out: int


def plan_summary(plan: ImportPlan, own_fields: Sequence[str]) -> PlanSummary:
    """Count where the columns go."""
    fresh = tuple(dict.fromkeys(field_name(c) for c in plan.columns if is_new_field(c, own_fields)))
    left = sum(column.target is Target.SKIP for column in plan.columns)
    noted = sum(is_noted(column) for column in plan.columns)
    placed = sum(not is_new_field(c, own_fields) and c.target is not Target.SKIP for c in plan.columns) - noted
    return PlanSummary(placed, fresh, noted, left)


def is_new_field(column: ColumnPlan, own_fields: Sequence[str]) -> bool:
    """Say whether a column becomes a field that the shop does not have yet."""
    return column.target is Target.CUSTOM and own_field(column, own_fields) is None


def own_field(column: ColumnPlan, own_fields: Sequence[str]) -> str | None:
    """Return the shop's field a column goes to, as the shop writes it."""
    name = field_name(column).casefold()
    return next((known for known in own_fields if known.casefold() == name), None)


def field_name(column: ColumnPlan) -> str:
    """Return what the field of a column is called."""
    return (column.label or column.heading).strip() or f"#{column.index + 1}"


def is_noted(column: ColumnPlan) -> bool:
    """Say whether a column goes into the note with its heading, for want of a place."""
    return column.target is Target.NOTE and bool(column.label)


def lacks_place(column: ColumnPlan, own_fields: Sequence[str]) -> bool:
    """Say whether nobody has found a place for a column yet: it is left out or becomes a field by default."""
    homeless = column.target is Target.SKIP or is_new_field(column, own_fields)
    return homeless and column.guessed_by != "user"


def will_change(counts: TabCounts) -> int:
    """Return how many rows an import would write."""
    return counts[Tab.NEW] + counts[Tab.UPDATE]
