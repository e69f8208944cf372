"""What a user does to a plan, one small step at a time: every function returns a new plan, and its neighbours stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.dates import DateOrder
from crm_desktop.exchange.plan import ColumnPlan, ImportPlan, Made, Rule, SplitBy, Target
from crm_desktop.exchange.rules import in_force, switchable


def put(plan: ImportPlan, index: int, target: Target) -> ImportPlan:
    """Put a column to a place; a second phone becomes a second phone."""
    column = plan.at(index)
    label = column.heading if target is Target.OTHER_DATE else ""
    group = _free_group(plan, target, index)
    return _changed(plan, column, target=target, label=label, group=group, custom_type=None, rules=None)


def to_field(plan: ImportPlan, index: int, name: str, type_: FieldType | None = None) -> ImportPlan:
    """Put a column into a custom field of a name, which is made where the shop has none; `type_` is for a new one."""
    column = plan.at(index)
    type_ = type_ or column.custom_type or FieldType.TEXT
    return _changed(plan, column, target=Target.CUSTOM, label=name.strip(), group=0, custom_type=type_, rules=None)


def to_note(plan: ImportPlan, index: int) -> ImportPlan:
    """Put a column into the note, as "Heading: value"."""
    column = plan.at(index)
    label = column.heading or f"#{index + 1}"
    return _changed(plan, column, target=Target.NOTE, label=label, group=0, custom_type=None, rules=None)


def leave_out(plan: ImportPlan, index: int) -> ImportPlan:
    """Leave a column out."""
    return _changed(plan, plan.at(index), target=Target.SKIP, label="", group=0)


def split(plan: ImportPlan, index: int, by: SplitBy, targets: Sequence[Target], separator: str = "") -> ImportPlan:
    """Cut a column into pieces, each with a place of its own; the last takes what is left of the cell."""
    column = plan.at(index)
    changed = leave_out(plan, index)
    for place, target in enumerate(targets):
        rest = place == len(targets) - 1 and by is not SplitBy.PHONE
        made = Made((index,), separator, by, place, rest)
        changed = changed.with_made(f"{column.heading} {place + 1}".strip(), made, target)
    return changed


def join(plan: ImportPlan, indexes: Sequence[int], target: Target, separator: str = " ") -> ImportPlan:
    """Join columns into one place, in this order."""
    heading = " + ".join(plan.at(index).heading or f"#{index + 1}" for index in indexes)
    changed = plan
    for index in indexes:
        changed = leave_out(changed, index)
    return changed.with_made(heading, Made(tuple(indexes), separator), target)


def constant(plan: ImportPlan, target: Target, text: str, label: str = "") -> ImportPlan:
    """Give every row one value; `label` names the custom field or date it goes to."""
    return plan.with_made(label, Made(text=text), target, label)


def remove_made(plan: ImportPlan, index: int) -> ImportPlan:
    """Take away a column the plan made; its sources stay where they are."""
    return plan.without_made(index)


def set_rule(plan: ImportPlan, index: int, rule: Rule, on: bool) -> ImportPlan:
    """Switch a cleaning rule of a column; raises ValueError for one that cannot be switched."""
    column = plan.at(index)
    if rule not in switchable(column):
        raise ValueError(rule)
    rules = in_force(column) | {rule} if on else in_force(column) - {rule}
    return plan.with_column(replace(column, rules=rules))


def map_value(plan: ImportPlan, index: int, text: str, to: str | None) -> ImportPlan:
    """Let a value of a column become another; an empty one leaves the cell out, None takes the mapping back."""
    column = plan.at(index)
    values = {key: value for key, value in column.values.items() if key != text}
    if to is not None:
        values[text] = to
    return plan.with_column(replace(column, values=values))


def date_order(plan: ImportPlan, index: int, order: DateOrder | None) -> ImportPlan:
    """Say how dates like 03/04/2024 of a column are read."""
    return plan.with_column(replace(plan.at(index), date_order=order))


def phone_country(plan: ImportPlan, country: str | None) -> ImportPlan:
    """Say of which country phones without one are; None for the shop's own."""
    return replace(plan, phone_country=country)


def _changed(plan: ImportPlan, column: ColumnPlan, **values: object) -> ImportPlan:
    return plan.with_column(replace(column, guessed_by="user", **values))  # type: ignore[arg-type]


def _free_group(plan: ImportPlan, target: Target, index: int) -> int:
    taken = {column.group for column in plan.columns if column.target is target and column.index != index}
    return next(group for group in range(len(taken) + 1) if group not in taken)
