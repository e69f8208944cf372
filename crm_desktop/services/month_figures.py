"""A month in figures: sales, visits, new and returning members, day by day and beside the month before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crm_desktop.services.workplace import Workplace


@dataclass(frozen=True)
class DaySums:
    """One day of the month: turnover in minor units, slips, members who came."""

    day: date
    turnover: int
    slips: int
    visits: int


@dataclass(frozen=True)
class MonthSums:
    """A month's sums; money in minor units.

    `visits` counts each member once a day. `new_members` were registered in the month, `first_buyers` bought for the
    first time, `returning` had bought before it and came again.
    """

    month: date
    turnover: int
    refunds: int
    slips: int
    visits: int
    members: int
    """Different members who bought."""
    new_members: int
    first_buyers: int
    returning: int
    by_members: int
    """The part of the turnover that members brought."""
    top_ups: int

    @property
    def average(self) -> int:
        """Return the turnover of a slip, rounded down."""
        return self.turnover // self.slips if self.slips else 0


@dataclass(frozen=True)
class MonthFigures:
    """A month, day by day, and the sums of the month before and of the same month a year ago."""

    sums: MonthSums
    days: tuple[DaySums, ...]
    before: MonthSums
    year_ago: MonthSums


def month_figures(workplace: Workplace, month: date) -> MonthFigures:
    """Return the figures of the month a day lies in."""
    raise NotImplementedError
