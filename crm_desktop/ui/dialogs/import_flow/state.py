"""The plan under the user's hands, free of Qt: where each column goes, what the file shows of it, what is left open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crm_desktop.exchange.plan import ColumnPlan, ImportPlan, OnMatch, Target
from crm_desktop.exchange.protocol import ReadResult

NEW_FIELD = "new"
"""The place of a column that becomes a field of its own heading."""
OWN_FIELD = "own:"
"""Begins the place of a column that goes into a field the shop has already."""
SAMPLES = 3


def place_of(column: ColumnPlan, own_fields: Iterable[str]) -> str:
    """Return the key of the place a column goes to: a target, a field of the shop, or a new one."""
    if column.target is not Target.CUSTOM:
        return column.target.value
    name = column.label or column.heading
    known = next((field for field in own_fields if field.casefold() == name.casefold()), None)
    return OWN_FIELD + known if known else NEW_FIELD


def put(plan: ImportPlan, index: int, place: str) -> ImportPlan:
    """Return the plan with one column put to another place; its neighbours keep theirs."""
    column = next(column for column in plan.columns if column.index == index)
    if place == NEW_FIELD or place.startswith(OWN_FIELD):
        name = place.removeprefix(OWN_FIELD) if place.startswith(OWN_FIELD) else new_field_name(column)
        moved = replace(column, target=Target.CUSTOM, label=name, group=0)
    else:
        target = Target(place)
        label = column.heading if target is Target.OTHER_DATE else ""
        moved = replace(column, target=target, label=label, group=_free_group(plan, target, index), custom_type=None)
    return plan.with_column(replace(moved, guessed_by="user"))


def new_field_name(column: ColumnPlan) -> str:
    """Return what a new field made of a column is called."""
    return column.heading.strip() or f"#{column.index + 1}"


def with_policy(plan: ImportPlan, on_match: OnMatch) -> ImportPlan:
    """Return the plan with another answer to customers the shop has already."""
    return replace(plan, policy=replace(plan.policy, on_match=on_match))


def samples(read: ReadResult) -> dict[int, str]:
    """Return the first different values of each column, as a person would glance at them."""
    rows = _rows_under_headings(read.plan, read.preview)
    found = {}
    for column in read.plan.columns:
        values = dict.fromkeys(row[column.index].strip() for row in rows if column.index < len(row))
        found[column.index] = " · ".join(value for value in list(values)[:12] if value)
    return {index: text[:120] for index, text in found.items()}


@dataclass(frozen=True)
class Summary:
    """How many columns have a place, become new fields, or are left out."""

    placed: int
    new_fields: tuple[str, ...]
    left_out: int


def summary(plan: ImportPlan, own_fields: Sequence[str]) -> Summary:
    """Count where the columns go."""
    places = [(column, place_of(column, own_fields)) for column in plan.columns]
    fresh = tuple(column.label or new_field_name(column) for column, place in places if place == NEW_FIELD)
    left = sum(place == Target.SKIP.value for _, place in places)
    return Summary(len(places) - len(fresh) - left, fresh, left)


def _free_group(plan: ImportPlan, target: Target, index: int) -> int:
    """Return a group no other column of the target has, so that a second phone becomes a second phone."""
    taken = {column.group for column in plan.columns if column.target is target and column.index != index}
    return next(group for group in range(len(taken) + 1) if group not in taken)


def _rows_under_headings(plan: ImportPlan, preview: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    headings = [column.heading.strip() for column in plan.columns]
    if plan.heading_row is None:
        return preview
    for number, row in enumerate(preview):
        cells = [cell.strip() for cell in row[: len(headings)]]
        if cells == headings[: len(cells)]:
            return preview[number + 1 :]
    return preview
