"""Slips, read: of a customer, of a day, one of them, one by its number."""

from __future__ import annotations

from datetime import date

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.sales import Slip
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.queries import slips
from crm_desktop.store.tables import sale


def slips_of(workplace: Workplace, customer_id: int, offset: int = 0, limit: int = 50) -> list[Slip]:
    """Return a customer's slips, the newest first, voided ones too."""
    workplace.require(Right.SALES_READ)
    with workplace.store.read() as connection:
        return slips.read_slips(connection, sale.c.customer_id == customer_id, offset, limit, by_day=True)


def read_slip(workplace: Workplace, sale_id: int) -> Slip:
    """Return a slip; raise Fault NOT_FOUND."""
    workplace.require(Right.SALES_READ)
    with workplace.store.read() as connection:
        found = slips.read_slip(connection, sale_id)
    if found is None:
        raise Fault(FaultKind.NOT_FOUND, what="slip", slip=sale_id)
    return found


def slips_on(workplace: Workplace, day: date, offset: int = 0, limit: int = 200) -> list[Slip]:
    """Return the slips of a day of the shop, the newest first."""
    workplace.require(Right.SALES_READ)
    with workplace.store.read() as connection:
        return slips.read_slips(connection, sale.c.day == day.isoformat(), offset, limit, by_day=True)


def find_slip(workplace: Workplace, number: str) -> Slip | None:
    """Return the slip with a number (the newest of several), or with this public id."""
    workplace.require(Right.SALES_READ)
    with workplace.store.read() as connection:
        for where in (sale.c.number == number, sale.c.public_id == number):
            found = slips.read_slips(connection, where, limit=1)
            if found:
                return found[0]
    return None
