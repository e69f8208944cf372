"""What the user chose for a file's headings, so that the next file with the same ones comes in by itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from crm_desktop.exchange.headings import normalise
from crm_desktop.exchange.plan import ColumnPlan, ImportPlan
from crm_desktop.exchange.plan_json import dump_column, load_column

_CHOSEN = ("user", "memory")


def headings_key(plan: ImportPlan) -> str:
    """Return what files of the same headings have in common; empty where the file has none."""
    headings = [normalise(column.heading) for column in plan.columns if column.made is None]
    return json.dumps([plan.kind, *headings], ensure_ascii=False) if any(headings) else ""


def memorable(plan: ImportPlan) -> str | None:
    """Return the columns the user placed, mapped or made, as JSON; None where he took the proposal as it was."""
    chosen = [column for column in plan.columns if _is_chosen(column)]
    return json.dumps([dump_column(column) for column in chosen], ensure_ascii=False) if chosen else None


def _is_chosen(column: ColumnPlan) -> bool:
    return column.guessed_by in _CHOSEN or column.made is not None or column.rules is not None or bool(column.values)


def recall(plan: ImportPlan, memory: Mapping[str, str]) -> tuple[ImportPlan, bool]:
    """Return the plan with its columns where the user put them last time, and whether there was such a time."""
    known = memory.get(headings_key(plan)) if memory else None
    if not known:
        return plan, False
    chosen = {column.index: replace(column, guessed_by="memory") for column in map(load_column, json.loads(known))}
    columns = [_as_before(column, chosen.get(column.index)) for column in plan.columns]
    made = [column for column in chosen.values() if column.made is not None]
    return replace(plan, columns=(*columns, *made)), True


def _as_before(column: ColumnPlan, chosen: ColumnPlan | None) -> ColumnPlan:
    """Put a column where it was put before; how its dates are read is still for its own values to say."""
    if chosen is None:
        return column
    return replace(chosen, heading=column.heading, date_order=chosen.date_order or column.date_order)
