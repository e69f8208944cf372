"""What is left on all accounts, by programme and by the month it ends in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, text

from crm_desktop.domain.loyalty.words import LotKind, ProgrammeKind, RewardKind


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


_USABLE = '"left" > 0 AND (expires_on IS NULL OR expires_on >= :day)'
_BY_INDEX = text(
    'SELECT kind, substr(expires_on, 1, 7), sum("left"), 0, 0, count(*) FROM lot INDEXED BY ix_lot_expires '
    f"WHERE {_USABLE} AND kind IN (SELECT value FROM json_each(:kinds)) GROUP BY 1, 2"
)
"""By the index alone: where only one programme gives lots of a kind, nobody has to look at each lot's account."""
_BY_ACCOUNT = text(
    'SELECT a.programme_id, l.kind, substr(l.expires_on, 1, 7), sum(l."left"), '
    'COALESCE(sum(l.worth * l."left"), 0), COALESCE(sum(l."left") FILTER (WHERE l.worth IS NULL), 0), count(*) '
    f"FROM (SELECT * FROM lot WHERE {_USABLE} AND kind IN (SELECT value FROM json_each(:kinds))) l "
    "CROSS JOIN account a ON a.id = l.account_id GROUP BY 1, 2, 3"
)
_PROGRAMMES = text("SELECT kind, min(id), count(*) FROM programme GROUP BY kind")
_LOTS_OF = {
    ProgrammeKind.POINTS: (LotKind.POINTS,),
    ProgrammeKind.STORED: (LotKind.PRINCIPAL, LotKind.GIFT),
    ProgrammeKind.VISITS: (LotKind.VISITS,),
}
_DEBTS = text('SELECT COALESCE(-sum("left"), 0) FROM lot WHERE source = \'debt\' AND "left" < 0')
_HOLDING = text("SELECT count(*) FROM account WHERE balance > 0")
_REWARDS = text(
    "SELECT r.cost, CASE r.kind WHEN :product THEN p.price ELSE r.value END FROM reward r "
    "LEFT JOIN product p ON p.id = r.product_id WHERE r.active = 1 AND r.kind IN (:product, :money)"
)


def owed_rows(connection: Connection, day: str) -> Iterator[OwedRow]:
    """Yield what can still be used on a day."""
    shared: list[ProgrammeKind] = []
    for name, programme_id, many in connection.execute(_PROGRAMMES).all():
        kind = ProgrammeKind(name)
        if many > 1 or kind is ProgrammeKind.VISITS:
            shared.append(kind)
            continue
        for lot_kind, *rest in connection.execute(_BY_INDEX, {"day": day, "kinds": _kinds([kind])}):
            yield OwedRow(programme_id, LotKind(lot_kind), *rest)
    if shared:
        for programme_id, lot_kind, *rest in connection.execute(_BY_ACCOUNT, {"day": day, "kinds": _kinds(shared)}):
            yield OwedRow(programme_id, LotKind(lot_kind), *rest)


def _kinds(kinds: Iterable[ProgrammeKind]) -> str:
    return json.dumps([lot.value for kind in kinds for lot in _LOTS_OF[kind]])


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
