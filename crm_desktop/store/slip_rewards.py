"""The rewards that are exchanged on a slip."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.rewards import Reward
from crm_desktop.domain.loyalty.words import RewardKind
from crm_desktop.domain.sales import ONE
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import product, reward


def rewards_by_id(connection: Connection, reward_ids: Iterable[int]) -> list[Reward]:
    """Return rewards in the order asked for, one as often as it is; raise Fault NOT_FOUND."""
    wanted = list(reward_ids)
    if not wanted:
        return []
    stock = select(product.c.stock).where(product.c.id == reward.c.product_id, product.c.counts_stock == 1)
    rows = select(reward, stock.scalar_subquery().label("stock")).where(ids_in(reward.c.id, wanted))
    found = {row.id: row for row in connection.execute(rows)}
    if missing := set(wanted) - set(found):
        raise Fault(FaultKind.NOT_FOUND, what="reward", reward=min(missing))
    return [
        Reward(
            row.id,
            row.name,
            RewardKind(row.kind),
            row.cost,
            row.value,
            row.minimum,
            row.product_id,
            row.batch_id,
            row.programme_id,
            None if row.stock is None else row.stock // ONE,
        )
        for row in map(found.__getitem__, wanted)
    ]
