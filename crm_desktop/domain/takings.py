"""What a shop took on a day or in a month, by way of payment, clerk and programme; money in minor units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from crm_desktop.domain.loyalty.words import ProgrammeKind


@dataclass(frozen=True)
class Amounts:
    """How many slips of each sort, and what they come to; refunds and voids of sales are below zero."""

    sales: int = 0
    sold: int = 0
    refunds: int = 0
    refunded: int = 0
    voids: int = 0
    voided: int = 0
    top_ups: int = 0
    topped_up: int = 0
    """Stored value sold, less what was paid back: money in the drawer, but no turnover yet."""

    @property
    def turnover(self) -> int:
        """What was sold, less what came back or was void."""
        return self.sold + self.refunded + self.voided

    @property
    def taken(self) -> int:
        """Everything that was paid, stored value bought included."""
        return self.turnover + self.topped_up


@dataclass(frozen=True)
class MethodTakings:
    """What was paid in one way: `method` is a value of `PayBy` or `own-ID`."""

    method: str
    name: str
    is_cash: bool
    amounts: Amounts


@dataclass(frozen=True)
class ClerkTakings:
    """What one clerk rang up."""

    person_id: int | None
    name: str
    amounts: Amounts


@dataclass(frozen=True)
class ProgrammeMoves:
    """What a programme gave and what was spent of it on a day; spent and expired are below zero."""

    programme_id: int
    kind: ProgrammeKind
    name: str
    given: int
    spent: int
    expired: int


@dataclass(frozen=True)
class CashMove:
    """Money put into the drawer or taken out without a sale."""

    at: datetime
    amount: int
    reason: str
    person_name: str


@dataclass(frozen=True)
class DayFigures:
    """One day of the shop."""

    day: date
    amounts: Amounts
    methods: tuple[MethodTakings, ...] = ()
    clerks: tuple[ClerkTakings, ...] = ()
    programmes: tuple[ProgrammeMoves, ...] = ()
    cash_moves: tuple[CashMove, ...] = ()


@dataclass(frozen=True)
class Correction:
    """What was set right about a closed day, dated when that was."""

    at: datetime
    method: str
    amount: int
    note: str
    person_name: str


@dataclass(frozen=True)
class Close:
    """A day that was closed: what should have been in the drawer, what was."""

    day: date
    at: datetime
    person_name: str
    expected: int
    counted: int
    note: str
    figures: DayFigures

    @property
    def difference(self) -> int:
        """What is too much in the drawer; below zero, what is missing."""
        return self.counted - self.expected


@dataclass(frozen=True)
class DayShown:
    """A day as its page shows it: the figures as they are now, and how it was closed.

    `expected` is what should be in the drawer now: what was counted last, and every cash payment, movement and
    correction since.
    """

    figures: DayFigures
    expected: int
    close: Close | None = None
    corrections: tuple[Correction, ...] = ()
    last_closed: date | None = None


@dataclass(frozen=True)
class MonthDay:
    """One day of a month: slips, turnover, who came, and who became a customer."""

    day: date
    sales: int = 0
    turnover: int = 0
    topped_up: int = 0
    visitors: int = 0
    """Different customers who bought, and each sale to nobody known."""
    new_buyers: int = 0
    returning: int = 0
    new_members: int = 0


@dataclass(frozen=True)
class MonthShown:
    """A month day by day, its sum, and the sum of the month before up to the same day."""

    days: tuple[MonthDay, ...]
    total: MonthDay
    before: MonthDay
