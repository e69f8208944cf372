"""Takes the cells of opening balances, and of sales for the report on cleaning, into the draft of a row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from crm_desktop.exchange import clean
from crm_desktop.exchange.clean import Problem, ValueProblem
from crm_desktop.exchange.plan import ColumnPlan
from crm_desktop.exchange.sale_values import scaled
from crm_desktop.exchange.table import Cell

if TYPE_CHECKING:
    from crm_desktop.exchange.rows import Draft

_FOR_EVER = frozenset({"永久", "永久有效", "长期", "长期有效", "不限", "无限期", "forever", "never", "unlimited"})
_NAME_LENGTH = 200


def put_whole(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
    """Take points or visits: whole numbers."""
    value = scaled(cell, 1_000)
    if value is not None and value % 1_000:
        raise ValueProblem(Problem.NOT_WHOLE, clean.shown(cell))
    put_balance(draft, column, cell, None if value is None else value // 1_000)


def put_balance(draft: Draft, column: ColumnPlan, cell: Cell, value: int | None) -> None:
    """Keep an opening balance; nothing for what is zero. Raises ValueProblem BELOW_ZERO."""
    if value is not None and value < 0:
        raise ValueProblem(Problem.BELOW_ZERO, clean.shown(cell))
    if value:
        draft.row.balances[column.target._value_] = value


def put_service(draft: Draft, _column: ColumnPlan, cell: Cell) -> None:
    """Take the service that visits are for."""
    draft.row.service = _short_word(cell)


def put_tier(draft: Draft, _column: ColumnPlan, cell: Cell) -> None:
    """Take the name of a tier."""
    draft.row.tier = _short_word(cell)


def put_word(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
    """Take a word of a slip; slips themselves are put together by `sale_reader`, this is for the report on cleaning."""
    draft.row.values[column.target._value_] = clean.kept_text(cell)


def put_number(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
    """Take a number of a line."""
    if scaled(cell, 1) is not None:
        draft.row.values[column.target._value_] = clean.shown(cell)


def put_day(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
    """Take the day, or the moment, of a slip."""
    moment = clean.to_moment(cell, column.date_order)
    if moment is not None:
        draft.row.values[column.target._value_] = moment.isoformat(" ", "minutes")


def _short_word(cell: Cell) -> str:
    text = clean.single_spaces(clean.kept_text(cell))
    if len(text) > _NAME_LENGTH:
        raise ValueProblem(Problem.TOO_LONG, text)
    return "" if clean.is_blank_word(text) else text


def put_last_day(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
    """Take the last day of visits; words for ever are none."""
    if not isinstance(cell, date) and clean.to_text(cell) in _FOR_EVER:
        return
    day = clean.to_date(cell, column.date_order)
    if day is None:
        return
    if day.year is None or day.calendar == "lunar":
        raise ValueProblem(Problem.NOT_A_DATE, clean.to_text(cell))
    draft.row.expires_on = f"{day.year:04d}-{day.month:02d}-{day.day:02d}"
