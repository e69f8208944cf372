"""A day or a month of the shop as tables: the page shows them, paper and workbooks hold the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.domain.sales import PayBy
from crm_desktop.domain.takings import Amounts, Close, DayFigures, DayShown, MonthDay, MonthShown
from crm_desktop.services.say_money import MINUS, money_text, plain_money
from crm_desktop.services.say_recurrence import weekday_words

Cell = str | int | date | None
_NO_MONEY = frozenset({PayBy.POINTS, PayBy.STORED_VALUE})
"""Ways to pay by which no money comes into the shop."""


class Holds(StrEnum):
    """What the cells of a column are: figures stand at the right."""

    TEXT = "text"
    MONEY = "money"
    NUMBER = "number"
    DAY = "day"


@dataclass(frozen=True)
class Column:
    """A heading and what stands below it."""

    heading: str
    holds: Holds = Holds.MONEY


@dataclass(frozen=True)
class Table:
    """A table with a title; money in minor units. `total` is the place of the row that is the sum of the others."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int | None = None


def cell_text(cell: Cell, holds: Holds, currency: str) -> str:
    """Return a cell as people read it: nothing for a zero, a proper minus."""
    if cell is None or cell == 0:
        return ""
    if isinstance(cell, date):
        return f"{cell.isoformat()} {weekday_words()[cell.weekday()]}"
    if isinstance(cell, int):
        return plain_money(cell, currency) if holds is Holds.MONEY else f"{cell:,}".replace("-", MINUS)
    return cell


def day_tables(figures: DayFigures, currency: str) -> tuple[Table, ...]:
    """Return a day's figures by sort of slip, way of payment, clerk and programme."""
    return (_sums(figures), _methods(figures), _clerks(figures), _programmes(figures, currency))


def month_tables(shown: MonthShown) -> tuple[Table, ...]:
    """Return a month with its sum, and day by day, the newest first."""
    columns = (
        Column(_T("Takings", "Day"), Holds.DAY),
        Column(_T("Takings", "Sales"), Holds.NUMBER),
        Column(_T("Takings", "Turnover")),
        Column(_T("Takings", "Stored value sold")),
        Column(_T("Takings", "Visitors"), Holds.NUMBER),
        Column(_T("Takings", "First purchase"), Holds.NUMBER),
        Column(_T("Takings", "Came again"), Holds.NUMBER),
        Column(_T("Takings", "New customers"), Holds.NUMBER),
    )
    rows = [_month_row(day.day, day) for day in reversed(shown.days)]
    rows.insert(0, _month_row(_T("Takings", "The whole month"), shown.total))
    return (Table("month", _T("Takings", "Day by day"), columns, tuple(rows), total=0),)


def compared_text(shown: MonthShown, currency: str) -> str:
    """Return how a month stands to the one before, in a sentence."""
    now, before = shown.total.turnover, shown.before.turnover
    said = _T("Takings", "{now} by now; the month before had {before} by the same day.")
    text = said.format(now=money_text(now, currency), before=money_text(before, currency))
    if before <= 0:
        return text
    return f"{text} {_T('Takings', '{percent} %').format(percent=f'{(now - before) * 100 / before:+.0f}')}"


def close_text(close: Close, currency: str) -> str:
    """Return how a day was closed, in a sentence."""
    amounts = {"counted": money_text(close.counted, currency), "expected": money_text(close.expected, currency)}
    who = {"name": close.person_name, "at": f"{close.at.astimezone():%Y-%m-%d %H:%M}"}
    if not close.difference:
        said = _T("Takings", "Closed by {name} on {at}: {counted} in the drawer, as it should be.")
        return said.format(**who, **amounts)
    missing = _T("Takings", "Closed by {name} on {at}: {counted} in the drawer, {amount} less than expected. {note}")
    more = _T("Takings", "Closed by {name} on {at}: {counted} in the drawer, {amount} more than expected. {note}")
    said = missing if close.difference < 0 else more
    return said.format(**who, **amounts, amount=money_text(abs(close.difference), currency), note=close.note)


def drawer_table(shown: DayShown) -> Table:
    """Return what was put into the drawer or taken out on a day, and what was set right later."""
    columns = (
        Column(_T("Takings", "When"), Holds.TEXT),
        Column(_T("Takings", "Why"), Holds.TEXT),
        Column(_T("Takings", "By"), Holds.TEXT),
        Column(_T("Takings", "Amount")),
    )
    moved = [(move.at, move.reason, move.person_name, move.amount) for move in shown.figures.cash_moves]
    set_right = _T("Takings", "correction: {note}")
    moved += [(one.at, set_right.format(note=one.note), one.person_name, one.amount) for one in shown.corrections]
    rows = tuple((f"{at.astimezone():%m-%d %H:%M}", why, who, amount) for at, why, who, amount in moved)
    return Table("drawer", _T("Takings", "Drawer"), columns, rows)


def money_taken(figures: DayFigures) -> int:
    """Return what came in as money: what is paid out of points or stored value came in before, or never."""
    return sum(one.amounts.taken for one in figures.methods if one.method not in _NO_MONEY)


def _sums(figures: DayFigures) -> Table:
    amounts = figures.amounts
    columns = (Column("", Holds.TEXT), Column(_T("Takings", "Slips"), Holds.NUMBER), Column(_T("Takings", "Amount")))
    rows: tuple[tuple[Cell, ...], ...] = (
        (_T("Takings", "Sales"), amounts.sales, amounts.sold),
        (_T("Takings", "Refunds"), amounts.refunds, amounts.refunded),
        (_T("Takings", "Voids"), amounts.voids, amounts.voided),
        (_T("Takings", "Turnover"), None, amounts.turnover),
        (_T("Takings", "Stored value sold"), amounts.top_ups, amounts.topped_up),
        (_T("Takings", "Taken"), None, money_taken(figures)),
    )
    return Table("sums", _T("Takings", "The day"), columns, rows, total=len(rows) - 1)


def _by(heading: str, last: str) -> tuple[Column, ...]:
    parts = (
        _T("Takings", "Sales"),
        _T("Takings", "Refunds"),
        _T("Takings", "Voids"),
        _T("Takings", "Stored value sold"),
        last,
    )
    return (Column(heading, Holds.TEXT), *map(Column, parts))


def _row(name: str, amounts: Amounts, last: int) -> tuple[Cell, ...]:
    return name, amounts.sold, amounts.refunded, amounts.voided, amounts.topped_up, last


def _methods(figures: DayFigures) -> Table:
    rows = [_row(one.name, one.amounts, 0 if one.method in _NO_MONEY else one.amounts.taken) for one in figures.methods]
    columns = _by(_T("Takings", "Way of payment"), _T("Takings", "Taken"))
    return Table("methods", _T("Takings", "By way of payment"), columns, _with_total(rows), total=len(rows))


def _clerks(figures: DayFigures) -> Table:
    nobody = _T("Takings", "nobody named")
    rows = [_row(one.name or nobody, one.amounts, one.amounts.taken) for one in figures.clerks]
    columns = _by(_T("Takings", "Clerk"), _T("Takings", "Together"))
    return Table("clerks", _T("Takings", "By clerk"), columns, _with_total(rows), total=len(rows))


def _with_total(rows: Sequence[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    if not rows:
        return ()
    figures: Iterable[int] = (sum(int(cell or 0) for cell in cells) for cells in list(zip(*rows, strict=True))[1:])
    return (*rows, (_T("Takings", "Together"), *figures))


def _programmes(figures: DayFigures, currency: str) -> Table:
    columns = (
        Column(_T("Takings", "Programme"), Holds.TEXT),
        Column(_T("Takings", "Given"), Holds.NUMBER),
        Column(_T("Takings", "Spent"), Holds.NUMBER),
        Column(_T("Takings", "Ended"), Holds.NUMBER),
    )
    rows = []
    for one in figures.programmes:
        is_money = one.kind is ProgrammeKind.STORED
        moved = (one.given, one.spent, one.expired)
        cells = (plain_money(amount, currency) if is_money and amount else amount for amount in moved)
        rows.append((one.name, *cells))
    return Table("programmes", _T("Takings", "Points, stored value, visits"), columns, tuple(rows))


def _month_row(head: Cell, day: MonthDay) -> tuple[Cell, ...]:
    sums = (day.sales, day.turnover, day.topped_up)
    return head, *sums, day.visitors, day.new_buyers, day.returning, day.new_members
