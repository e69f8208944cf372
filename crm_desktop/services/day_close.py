"""The day's close: what came in by payment method and clerk, the drawer counted, and the day closed for good.

A closed day is never changed: what has to be put right is a correction with its own date, which the sheet shows below.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace


@dataclass(frozen=True)
class MethodSums:
    """What came in and went out by one way to pay, minor units; `net` is all together, voids and top-ups among it."""

    method: str
    name: str
    sales: int
    refunds: int
    top_ups: int
    voided: int
    net: int
    is_cash: bool


@dataclass(frozen=True)
class ClerkSums:
    """What one person took at the till; `name` is empty where nobody was named."""

    person_id: int | None
    name: str
    slips: int
    sales: int
    refunds: int
    top_ups: int
    points_given: int
    points_spent: int
    uses: int


@dataclass(frozen=True)
class CashMove:
    """Money put into the drawer or taken out beside selling."""

    at: datetime
    person_name: str
    amount: int
    reason: str


@dataclass(frozen=True)
class Correction:
    """What was put right on a closed day: on which day, by whom, how much by which way to pay, and why."""

    at: datetime
    person_name: str
    method: str
    amount: int
    note: str


@dataclass(frozen=True)
class Closed:
    """The close of a day: what the drawer ought to have held and held, and what was said about the difference."""

    at: datetime
    person_name: str
    expected: int
    counted: int
    note: str

    @property
    def difference(self) -> int:
        """Return what was too much; below zero too little."""
        return self.counted - self.expected


@dataclass(frozen=True)
class DayFigures:
    """A shop's day in figures; money in minor units."""

    day: date
    slips: int
    refund_slips: int
    void_slips: int
    sales: int
    refunds: int
    voided: int
    top_ups: int
    withdrawals: int
    customers: int
    """Members who came."""
    points_given: int
    points_taken_back: int
    points_spent: int
    points_ended: int
    uses_sold: int
    uses: int
    methods: tuple[MethodSums, ...]
    clerks: tuple[ClerkSums, ...]
    moves: tuple[CashMove, ...]
    opening: int
    """Cash left in the drawer by the close before."""
    expected: int
    closed: Closed | None = None
    corrections: tuple[Correction, ...] = ()
    late: int = 0
    """Slips of this day that were written after it had been closed; the sheet of the close does not hold them."""

    @property
    def net(self) -> int:
        """Return turnover: sales less refunds, what was voided left out."""
        return self.sales - self.refunds


def day_figures(workplace: Workplace, day: date | None = None) -> DayFigures:
    """Return a day's figures, the shop's today where none is named; of a closed day those of its close."""
    raise NotImplementedError


def close_day(workplace: Workplace, day: date, counted: int, note: str = "") -> ChangeSet:
    """Close a day with what was counted in the drawer, minor units.

    Raises Fault DAY_CLOSED where it is closed, VALUE_INVALID with `field` "note" for a difference nobody explains,
    "day" for a day to come, AMOUNT_WRONG for less than nothing.
    """
    raise NotImplementedError


def correct_day(workplace: Workplace, day: date, method: str, amount: int, note: str) -> ChangeSet:
    """Put something right on a closed day: so much more (or less) by one way to pay, and why.

    Raises Fault VALUE_INVALID with `field` "note" or "day" (not closed: sell or refund there), AMOUNT_WRONG for zero.
    """
    raise NotImplementedError


def move_cash(workplace: Workplace, amount: int, reason: str) -> ChangeSet:
    """Put money into the drawer today, or take it out (below zero).

    Raises Fault VALUE_INVALID with `field` "reason", AMOUNT_WRONG for zero, DAY_CLOSED.
    """
    raise NotImplementedError


def open_days(workplace: Workplace) -> list[date]:
    """Return the days with slips or cash moves that nobody has closed yet, the oldest first, at most 31."""
    raise NotImplementedError


def export_day(workplace: Workplace, day: date, path: Path) -> int:
    """Write a day's sheet as a workbook and return its rows."""
    raise NotImplementedError
