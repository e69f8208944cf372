"""What is left on all accounts, by programme and by the month it ends in: one walk over lots that hold something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, text

from crm_desktop.domain.loyalty.words import LotKind, RewardKind


@dataclass(frozen=True)
class OwedRow:
    """What of one kind ends in one month ("2026-12", None for never) in one programme.

    `worth` is what its uses were paid for, `bare` how many uses nobody knows the price of.
    """

    programme_id: int
    kind: LotKind
    month: str | None
    left: int
    worth: int
    bare: int
    lots: int


_OWED = text(
    'SELECT a.programme_id, l.kind, substr(l.expires_on, 1, 7), sum(l."left"), '
    'COALESCE(sum(l.worth * l."left"), 0), COALESCE(sum(l."left") FILTER (WHERE l.worth IS NULL), 0), count(*) '
    "FROM lot l CROSS JOIN account a ON a.id = l.account_id "
    'WHERE l."left" > 0 AND (l.expires_on IS NULL OR l.expires_on >= :day) GROUP BY 1, 2, 3'
)
_DEBTS = text('SELECT COALESCE(-sum("left"), 0) FROM lot WHERE source = \'debt\' AND "left" < 0')
_HOLDING = text("SELECT count(*) FROM account WHERE balance > 0")
_REWARDS = text(
    "SELECT r.cost, CASE r.kind WHEN :product THEN p.price ELSE r.value END FROM reward r "
    "LEFT JOIN product p ON p.id = r.product_id WHERE r.active = 1 AND r.kind IN (:product, :money)"
)


def owed_rows(connection: Connection, day: str) -> Iterator[OwedRow]:
    """Yield what can still be used on a day."""
    for programme_id, kind, *rest in connection.execute(_OWED, {"day": day}):
        yield OwedRow(programme_id, LotKind(kind), *rest)


def points_owing(connection: Connection) -> int:
    """Return the points that customers owe the shop."""
    found: int = connection.execute(_DEBTS).scalar_one()
    return found


def accounts_holding(connection: Connection) -> int:
    """Return how many accounts hold something."""
    found: int = connection.execute(_HOLDING).scalar_one()
    return found


def priced_rewards(connection: Connection) -> list[tuple[int, int]]:
    """Return what rewards with a price cost in points and are worth in money."""
    kinds = {"product": RewardKind.PRODUCT.value, "money": RewardKind.MONEY.value}
    return [(cost, money) for cost, money in connection.execute(_REWARDS, kinds) if money]
