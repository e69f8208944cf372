"""Columns of what customers have (points, stored value, visits, tier): opening balances where they can be some."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from crm_desktop.exchange.balance_words import WORDS
from crm_desktop.exchange.clean import ValueProblem
from crm_desktop.exchange.plan import ColumnPlan, Target
from crm_desktop.exchange.sale_values import scaled
from crm_desktop.exchange.table import Cell

AMOUNTS = frozenset({Target.POINTS, Target.PRINCIPAL, Target.GIFT, Target.VISITS})
"""Places whose values are numbers."""
_WHOLE = frozenset({Target.POINTS, Target.VISITS})
_OF_VISITS = frozenset({Target.VISIT_SERVICE, Target.EXPIRES_ON})


def keep_own_fields(columns: Sequence[ColumnPlan], own_fields: frozenset[str]) -> list[ColumnPlan]:
    """Leave columns to fields of the shop that have their very name: there they went before."""
    return [
        as_field(column) if column.target in WORDS and column.heading.casefold() in own_fields else column
        for column in columns
    ]


def settle_balances(columns: Sequence[ColumnPlan], values: Mapping[int, Sequence[Cell]]) -> list[ColumnPlan]:
    """Keep as fields what cannot be opening balances: other words than numbers, parts of a point, a service alone."""
    settled = [_settled(column, values.get(column.index, ())) for column in columns]
    if any(column.target is Target.VISITS for column in settled):
        return settled
    return [as_field(column) if column.target in _OF_VISITS else column for column in settled]


def _settled(column: ColumnPlan, cells: Sequence[Cell]) -> ColumnPlan:
    if column.guessed_by != "heading" or column.target not in WORDS:
        return column
    fits = column.target not in AMOUNTS or all(_is_balance(cell, column.target) for cell in cells)
    return column if fits and cells else as_field(column)


def _is_balance(cell: Cell, target: Target) -> bool:
    try:
        value = scaled(cell, 1_000)
    except ValueProblem:
        return False
    return value is None or (value >= 0 and (target not in _WHOLE or value % 1_000 == 0))


def as_field(column: ColumnPlan) -> ColumnPlan:
    """Return a column as a field of the shop's own."""
    return replace(column, target=Target.CUSTOM, label=column.heading, guessed_by="")
