"""What the shop owes its customers: unspent points, stored value and visits as money, by the month they end in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from crm_desktop.domain.loyalty.rules import PointsRules, Rules, Spending, VisitRules
from crm_desktop.domain.loyalty.words import LotKind, ProgrammeKind
from crm_desktop.domain.loyalty.worth import PointWorth, point_worth
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.programmes import KeptProgramme, kept_programmes
from crm_desktop.store.queries import owed as queries
from crm_desktop.store.shop_time import shop_time


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
    """Accounts that hold something."""
    debts: int
    """Points that customers owe the shop."""
    worth: PointWorth
    """What points were counted at."""

    @property
    def owed(self) -> int:
        """Return what is owed altogether; gifts of stored value are spent like money and belong to it."""
        return self.points_owed + self.principal + self.gift + self.uses_owed


def liability(workplace: Workplace) -> Liability:
    """Return what is owed today; what has ended counts no more, whether it was booked or not.

    Points are counted at what they pay, else at the best reward with a price; uses at what was paid for them, else at
    their part of the card's price.
    """
    workplace.require(Right.REPORTS)
    with workplace.store.read() as connection:
        day = shop_time(connection).day_of(workplace.now())
        programmes = {one.programme_id: one for one in kept_programmes(connection)}
        worth = _worth(programmes.values(), queries.priced_rewards(connection))
        rows = list(queries.owed_rows(connection, day.isoformat()))
        accounts, debts = queries.accounts_holding(connection), queries.points_owing(connection)
    lines = _lines(rows, programmes, worth)
    sums = {kind: sum(row.left for row in rows if row.kind is kind) for kind in LotKind}
    owed = {kind: sum(line.owed for line in lines if line.kind is kind) for kind in ProgrammeKind}
    return Liability(
        day=day,
        lines=tuple(lines),
        points=sums[LotKind.POINTS],
        points_owed=owed[ProgrammeKind.POINTS],
        principal=sums[LotKind.PRINCIPAL],
        gift=sums[LotKind.GIFT],
        uses=sums[LotKind.VISITS],
        uses_owed=owed[ProgrammeKind.VISITS],
        accounts=accounts,
        debts=debts,
        worth=worth,
    )


def _worth(programmes: Iterable[KeptProgramme], rewards: list[tuple[int, int]]) -> PointWorth:
    rules = (one.rules for one in programmes if one.active)
    return point_worth(next((one.spending for one in rules if isinstance(one, PointsRules)), Spending()), rewards)


def _lines(rows: Iterable[queries.OwedRow], programmes: dict[int, KeptProgramme], worth: PointWorth) -> list[OwedLine]:
    """Return a line for each programme and month, in the shop's order, the soonest first; principal and gift in one."""
    grouped: dict[tuple[int, str | None], list[queries.OwedRow]] = {}
    for row in rows:
        grouped.setdefault((row.programme_id, row.month), []).append(row)
    order = list(programmes)
    keys = sorted(grouped, key=lambda key: (order.index(key[0]), key[1] is None, key[1] or ""))
    return [_line(programmes[programme_id], month, grouped[programme_id, month], worth) for programme_id, month in keys]


def _line(programme: KeptProgramme, month: str | None, rows: Iterable[queries.OwedRow], worth: PointWorth) -> OwedLine:
    rows = list(rows)
    left = sum(row.left for row in rows)
    return OwedLine(
        programme_id=programme.programme_id,
        kind=programme.kind,
        name=programme.name,
        month=None if month is None else date.fromisoformat(f"{month}-01"),
        quantity=left,
        gift=sum(row.left for row in rows if row.kind is LotKind.GIFT),
        owed=worth.of(left)
        if programme.kind is ProgrammeKind.POINTS
        else sum(_owed(row, programme.rules) for row in rows),
        lots=sum(row.lots for row in rows),
    )


def _owed(row: queries.OwedRow, rules: Rules) -> int:
    """Return what stored value or uses are owed at."""
    if row.kind is not LotKind.VISITS:
        return row.left
    each = rules.price // rules.uses if isinstance(rules, VisitRules) else 0
    return row.worth + row.bare * each
