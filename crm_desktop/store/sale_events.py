"""Whom the sales of a shop start plans for: who bought for the first time, and whose warranty ends."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select

from crm_desktop.domain.sales import SaleKind, SaleOrigin
from crm_desktop.domain.warranty import sold_on
from crm_desktop.store.tables import product, sale, sale_line


def warranties(connection: Connection) -> tuple[int, ...]:
    """Return how many months the warranties of the shop's goods last."""
    months = select(product.c.warranty_months).where(product.c.warranty_months > 0).distinct()
    return tuple(connection.execute(months.order_by(product.c.warranty_months)).scalars())


def bought_first(slips: Select[Any]) -> Select[Any]:
    """Return the customers who had bought nothing before one of these slips.

    A slip that was voided does not count, nor does one of a file start anything; but who has former sales in a file
    buys for the first time no more.
    """
    before = sale.alias()
    earlier = or_(before.c.day < sale.c.day, and_(before.c.day == sale.c.day, before.c.id < sale.c.id))
    had = exists().where(before.c.customer_id == sale.c.customer_id, _stands(before), earlier)
    till = sale.c.origin == SaleOrigin.TILL.value
    return select(sale.c.customer_id).where(sale.c.id.in_(slips), till, _stands(sale), ~had)


def bought_first_since(day: date) -> Select[Any]:
    """Return the customers whose first purchase was on a day or later."""
    first = func.min(sale.c.day) >= day.isoformat()
    mine = select(sale.c.customer_id).where(sale.c.customer_id.is_not(None), _stands(sale))
    return mine.group_by(sale.c.customer_id).having(first)


def warranty_ends(day: date, months: Iterable[int]) -> Select[Any]:
    """Return the customers of goods whose warranty ends on a day; what came back has none any more."""
    ends = [
        and_(product.c.warranty_months == one, sale.c.day.in_([sold.isoformat() for sold in sold_on(day, one)]))
        for one in months
    ]
    return _with_warranty().where(or_(*ends))


def have_warranty() -> Select[Any]:
    """Return the customers who bought goods with a warranty."""
    return _with_warranty().where(product.c.warranty_months > 0)


def _with_warranty() -> Select[Any]:
    slip, line = sale.alias(), sale_line.alias()
    given_back = (
        select(func.sum(line.c.quantity))
        .join(slip, slip.c.id == line.c.sale_id)
        .where(line.c.refers_to == sale_line.c.id, slip.c.live == 1)
        .correlate(sale_line)
        .scalar_subquery()
    )
    kept = sale_line.c.quantity + func.coalesce(given_back, 0) > 0
    return (
        select(sale.c.customer_id)
        .join(sale_line, sale_line.c.sale_id == sale.c.id)
        .join(product, product.c.id == sale_line.c.product_id)
        .where(_stands(sale), sale.c.customer_id.is_not(None), kept)
    )


def _stands(slip: Any) -> ColumnElement[bool]:
    """Return whether a slip is a sale that was not voided."""
    return and_(slip.c.kind == SaleKind.SALE.value, slip.c.live == 1)
