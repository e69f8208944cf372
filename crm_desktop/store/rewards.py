"""The shop's rewards in the database, with the names of what they give and how much of it is there."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from crm_desktop.domain.loyalty.words import RewardKind
from crm_desktop.store.tables import coupon_batch, product, programme, reward


@dataclass(frozen=True)
class RewardRow:
    """A reward as it is kept; `stock` is thousandths of its product, None where nobody counts."""

    reward_id: int
    name: str
    kind: RewardKind
    cost: int
    value: int
    minimum: int
    product_id: int | None
    batch_id: int | None
    programme_id: int | None
    active: bool
    product_name: str
    batch_name: str
    programme_name: str
    stock: int | None


def reward_rows(connection: Connection) -> list[RewardRow]:
    """Return every reward, in the shop's order."""
    named = {
        "product_name": product.c.name,
        "batch_name": coupon_batch.c.name,
        "programme_name": programme.c.name,
    }
    columns = (column.label(name) for name, column in named.items())
    rows = (
        select(reward, *columns, product.c.stock, product.c.counts_stock)
        .outerjoin(product, product.c.id == reward.c.product_id)
        .outerjoin(coupon_batch, coupon_batch.c.id == reward.c.batch_id)
        .outerjoin(programme, programme.c.id == reward.c.programme_id)
        .order_by(reward.c.position, reward.c.id)
    )
    return [
        RewardRow(
            row.id,
            row.name,
            RewardKind(row.kind),
            row.cost,
            row.value,
            row.minimum,
            row.product_id,
            row.batch_id,
            row.programme_id,
            bool(row.active),
            row.product_name or "",
            row.batch_name or "",
            row.programme_name or "",
            (row.stock or 0) if row.counts_stock else None,
        )
        for row in connection.execute(rows)
    ]


def next_position(connection: Connection) -> int:
    """Return the place behind every reward."""
    place: int = connection.execute(select(func.coalesce(func.max(reward.c.position), -1) + 1)).scalar_one()
    return place
