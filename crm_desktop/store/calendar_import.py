"""Writing what a calendar file brings: new follow-ups and series by the thousand, changes of those that are there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table

from crm_desktop.base.ids import new_public_id
from crm_desktop.store.series_end import dissolve
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import follow_up, follow_up_series, series_exception
from crm_desktop.store.unit_of_work import UnitOfWork

_AT_ONCE = 5_000
Values = dict[str, Any]


@dataclass
class PlannedSeries:
    """A new series: its values, what is taken out of it, and the follow-ups that are of it."""

    values: Values
    excluded: set[str] = field(default_factory=set)
    rows: list[Values] = field(default_factory=list)
    joins: list[tuple[int, str]] = field(default_factory=list)
    """Follow-ups of the shop that become its occurrences: id and original."""

    def has_no(self, original: str) -> bool:
        """Tell whether none of its follow-ups stands for a day."""
        rows = any(row["original"] == original for row in self.rows)
        return not rows and all(original != joined for _, joined in self.joins)


@dataclass
class CalendarPlan:
    """Everything that a calendar file changes."""

    rows: list[Values] = field(default_factory=list)
    """New follow-ups, those of known series with `series_id` and `original`."""
    series: list[PlannedSeries] = field(default_factory=list)
    row_changes: dict[int, Values] = field(default_factory=dict)
    series_changes: dict[int, Values] = field(default_factory=dict)
    exceptions: list[tuple[int, str]] = field(default_factory=list)
    dissolved: list[int] = field(default_factory=list)
    """Series that the file knows as single entries now."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes."""
        new = self.rows or self.series or self.exceptions
        return not (new or self.row_changes or self.series_changes or self.dissolved)


def write_plan(work: UnitOfWork, plan: CalendarPlan) -> None:
    """Write a plan as part of an operation."""
    for series_id in plan.dissolved:
        dissolve(work, series_id)
    ids = _insert(work, follow_up_series, [_named(one.values) for one in plan.series])
    rows = [*plan.rows]
    exceptions = [{"series_id": series_id, "original": original} for series_id, original in plan.exceptions]
    for series_id, one in zip(ids, plan.series, strict=True):
        rows += [{**row, "series_id": series_id} for row in one.rows]
        exceptions += [{"series_id": series_id, "original": original} for original in sorted(one.excluded)]
        for row_id, original in one.joins:
            plan.row_changes.setdefault(row_id, {}).update(series_id=series_id, original=original)
    _insert(work, follow_up, [_named(row) for row in rows])
    _insert(work, series_exception, exceptions)
    _update(work, follow_up, plan.row_changes)
    _update(work, follow_up_series, plan.series_changes)


def _named(values: Mapping[str, Any]) -> Values:
    return {**values, "public_id": values.get("public_id") or new_public_id()}


def _insert(work: UnitOfWork, table: Table, rows: Sequence[Values]) -> list[int]:
    ids: list[int] = []
    for first in range(0, len(rows), _AT_ONCE):
        ids += work.insert(table, rows[first : first + _AT_ONCE])
    return ids


def _update(work: UnitOfWork, table: Table, changes: Mapping[int, Values]) -> None:
    """Update rows, those that get the same values at once."""
    alike: dict[tuple[tuple[str, Any], ...], list[int]] = {}
    for row_id, values in changes.items():
        alike.setdefault(tuple(sorted(values.items())), []).append(row_id)
    for same, ids in alike.items():
        work.update_where(table, ids_in(table.c.id, ids), dict(same))
