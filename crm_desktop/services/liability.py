"""What the shop owes its customers: unspent points, stored value and visits as money, by the month they end in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.services.workplace import Workplace


@dataclass(frozen=True)
class OwedLine:
    """What of one programme ends in one month; `month` is its first day, None is what never ends.

    `quantity` is points, minor units or uses; of stored value `gift` is the part that was not paid for.
    """

    programme_id: int
    kind: ProgrammeKind
    name: str
    month: date | None
    quantity: int
    gift: int
    owed: int
    lots: int


@dataclass(frozen=True)
class Liability:
    """What is owed on a day, in minor units. Debts of points are counted by themselves and lower nothing."""

    day: date
    lines: tuple[OwedLine, ...]
    points: int
    points_owed: int
    principal: int
    gift: int
    uses: int
    uses_owed: int
    accounts: int
    debts: int
    """Points that customers owe the shop."""

    @property
    def owed(self) -> int:
        """Return what is owed altogether; gifts of stored value are spent like money and belong to it."""
        return self.points_owed + self.principal + self.gift + self.uses_owed


def liability(workplace: Workplace) -> Liability:
    """Return what is owed today; what has ended counts no more, whether it was booked or not."""
    raise NotImplementedError
