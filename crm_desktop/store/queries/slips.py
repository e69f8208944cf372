"""Slips, read with their lines and payments."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from crm_desktop.base.clock import from_stamp
from crm_desktop.domain.loyalty.explain import from_values
from crm_desktop.domain.sales import Payment, SaleKind, SaleLine, SaleOrigin, Slip
from crm_desktop.store import tables
from crm_desktop.store.sqlite_sql import ids_in

_sale, _line, _payment = tables.sale, tables.sale_line, tables.sale_payment


def read_slips(
    connection: Connection, where: ColumnElement[bool], offset: int = 0, limit: int = 200, *, by_day: bool = False
) -> list[Slip]:
    """Return the slips of a condition, the newest first; `by_day` where the index of days answers."""
    order = (_sale.c.day.desc(), _sale.c.at.desc(), _sale.c.id.desc()) if by_day else (_sale.c.id.desc(),)
    rows = connection.execute(_slips().where(where).order_by(*order).offset(offset).limit(limit)).all()
    ids = [row.id for row in rows]
    lines, payments = _lines(connection, ids), _payments(connection, ids)
    return [_slip(row, lines[row.id], payments[row.id]) for row in rows]


def read_slip(connection: Connection, sale_id: int) -> Slip | None:
    """Return one slip."""
    return next(iter(read_slips(connection, _sale.c.id == sale_id)), None)


def refunds_of(connection: Connection, sale_id: int) -> list[Slip]:
    """Return the refunds of a slip that count, the oldest first."""
    mine = (_sale.c.refers_to == sale_id) & (_sale.c.kind == SaleKind.REFUND.value) & (_sale.c.live == 1)
    return read_slips(connection, mine)[::-1]


def _slips() -> Select[Any]:
    joined = _sale.outerjoin(tables.customer, tables.customer.c.id == _sale.c.customer_id)
    joined = joined.outerjoin(tables.person, tables.person.c.id == _sale.c.person_id)
    names = (tables.customer.c.name.label("customer_name"), tables.person.c.name.label("person_name"))
    return select(_sale, *names).select_from(joined)


def _lines(connection: Connection, ids: Iterable[int]) -> dict[int, list[SaleLine]]:
    found: dict[int, list[SaleLine]] = defaultdict(list)
    rows = select(_line).where(ids_in(_line.c.sale_id, ids)).order_by(_line.c.sale_id, _line.c.position)
    read = connection.execute(rows).all()
    returned = _returned(connection, [row.id for row in read])
    for row in read:
        quantity, money = returned.get(row.id, (0, 0))
        amounts = (row.quantity, row.unit_price, row.discount, row.amount, row.net)
        whence = (row.product_id, quantity, row.category_id, row.refers_to, money)
        line = SaleLine(row.id, row.name, *amounts, *whence)
        found[row.sale_id].append(line)
    return found


def _returned(connection: Connection, line_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return how much of lines came back by refunds that count: the quantity, and the money."""
    sums = func.sum(-_line.c.quantity).label("quantity"), func.sum(-_line.c.net).label("money")
    rows = (
        select(_line.c.refers_to, *sums)
        .join(_sale, _sale.c.id == _line.c.sale_id)
        .where(ids_in(_line.c.refers_to, line_ids), _sale.c.live == 1)
        .group_by(_line.c.refers_to)
    )
    return {row.refers_to: (row.quantity, row.money) for row in connection.execute(rows)}


def _payments(connection: Connection, ids: Iterable[int]) -> dict[int, list[Payment]]:
    found: dict[int, list[Payment]] = defaultdict(list)
    for row in connection.execute(select(_payment).where(ids_in(_payment.c.sale_id, ids)).order_by(_payment.c.id)):
        found[row.sale_id].append(Payment(row.method, row.amount, row.tendered))
    return found


def _slip(row: Row[Any], lines: list[SaleLine], payments: list[Payment]) -> Slip:
    said = from_values(json.loads(row.explanation)) if row.explanation else ()
    return Slip(
        sale_id=row.id,
        slip_id=row.public_id,
        number=row.number,
        kind=SaleKind(row.kind),
        at=from_stamp(row.at),
        day=date.fromisoformat(row.day),
        customer_id=row.customer_id,
        customer_name=row.customer_name or "",
        person_id=row.person_id,
        person_name=row.person_name or "",
        channel=row.channel or "",
        note=row.note or "",
        subtotal=row.subtotal,
        discount=row.discount,
        total=row.total,
        origin=SaleOrigin(row.origin),
        refers_to=row.refers_to,
        live=bool(row.live),
        reason=row.reason or "",
        lines=tuple(lines),
        payments=tuple(payments),
        explanation=tuple({"step": one.step, "values": one.values} for one in said),
    )
