"""Knows the sample rows that blank templates come with, when they were left in a file that is brought in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from crm_desktop.exchange.clean import half_width, shown
from crm_desktop.exchange.mapping import data_rows
from crm_desktop.exchange.plan import ImportPlan, Target
from crm_desktop.exchange.table import Cell, Table, is_empty

_MARKS = ("示例", "样例", "范例", "例:", "(例)", "(示例)", "example:", "example ", "sample ", "(example)", "e.g.")
_ROWS = 5
_NAMES = frozenset({Target.NAME, Target.GIVEN_NAME, Target.FAMILY_NAME})


def sample_rows(table: Table, plan: ImportPlan) -> tuple[int, ...]:
    """Return the numbers of the first rows that say of themselves that they are samples."""
    names = [column.index for column in plan.columns if column.target in _NAMES]
    found = []
    for number, cells in islice(data_rows(table, plan.heading_row, plan.heading_rows), _ROWS):
        if not _is_sample(cells, names):
            break
        found.append(number)
    return tuple(found)


def _is_sample(cells: Sequence[Cell], names: Sequence[int]) -> bool:
    first = next((cell for cell in cells if not is_empty(cell)), None)
    looked_at = [first, *(cells[index] for index in names if index < len(cells))]
    return any(half_width(shown(cell)).casefold().startswith(_MARKS) for cell in looked_at)
