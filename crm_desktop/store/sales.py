"""Writing slips. A slip is written once; what comes back, or never was, is a slip of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from crm_desktop.domain.loyalty.explain import to_values
from crm_desktop.domain.loyalty.words import Reason
from crm_desktop.domain.sales import Payment, SaleKind, SaleOrigin, StaffShare
from crm_desktop.store import tables
from crm_desktop.store.ledger import When
from crm_desktop.store.unit_of_work import UnitOfWork

_sale = tables.sale


@dataclass(frozen=True)
class NewLine:
    """One line to be written; of a refund the quantity and all amounts are below zero."""

    name: str
    quantity: int
    unit_price: int
    amount: int
    net: int
    discount: int = 0
    product_id: int | None = None
    category_id: int | None = None
    refers_to: int | None = None
    staff: tuple[StaffShare, ...] = ()


@dataclass(frozen=True)
class NewSlip:
    """A slip to be written; without a number it gets the next one of its day."""

    slip_id: str
    kind: SaleKind
    when: When
    lines: tuple[NewLine, ...]
    payments: tuple[Payment, ...]
    subtotal: int
    discount: int
    total: int
    customer_id: int | None = None
    number: str | None = None
    channel: str = ""
    note: str = ""
    reason: str = ""
    refers_to: int | None = None
    staff: tuple[StaffShare, ...] = ()
    explanation: tuple[Reason, ...] = ()
    origin: SaleOrigin = SaleOrigin.TILL
    outside_id: str | None = None


@dataclass(frozen=True)
class WrittenSlip:
    """The ids and the number a slip got; lines in their order."""

    sale_id: int
    number: str
    line_ids: tuple[int, ...]


def insert_slip(work: UnitOfWork, slip: NewSlip) -> WrittenSlip:
    """Write a slip with its lines, payments and staff."""
    number = slip.number or next_number(work.connection, slip.when)
    sale_id = work.insert_one(_sale, **_head(slip, number, work.person_id))
    lines = tuple(work.insert(tables.sale_line, [_line(sale_id, at, line) for at, line in enumerate(slip.lines)]))
    work.insert(tables.sale_payment, [_payment(sale_id, one) for one in slip.payments])
    served = [_share(sale_id, None, one) for one in slip.staff]
    for line_id, line in zip(lines, slip.lines, strict=True):
        served += [_share(sale_id, line_id, one) for one in line.staff]
    work.insert(tables.sale_staff, served)
    return WrittenSlip(sale_id, number, lines)


def next_number(connection: Connection, when: When) -> str:
    """Return the next free number of a day: the day and a count, 261122-007."""
    head = f"{when.day:%y%m%d}-"
    count = func.max(func.cast(func.substr(_sale.c.number, len(head) + 1), tables.sale.c.id.type))
    last = connection.execute(select(count).where(_sale.c.number.between(head, head + "~"))).scalar()
    return f"{head}{(last or 0) + 1:03d}"


def slip_with(connection: Connection, slip_id: str) -> int | None:
    """Return the slip that a till wrote under this id of its own making."""
    return connection.execute(select(_sale.c.id).where(_sale.c.public_id == slip_id)).scalar()


def staff_of(connection: Connection, sale_id: int) -> dict[int | None, tuple[StaffShare, ...]]:
    """Return who served, by line; under None who served for the whole slip."""
    share = tables.sale_staff.c
    found: dict[int | None, tuple[StaffShare, ...]] = {}
    for row in connection.execute(select(tables.sale_staff).where(share.sale_id == sale_id).order_by(share.id)):
        found[row.line_id] = (*found.get(row.line_id, ()), StaffShare(row.person_id, row.share))
    return found


# Told which index: without one, the newest of two million slips is looked for among all of them.
_NEWEST = (
    "SELECT at FROM sale INDEXED BY ix_sale_day WHERE origin = 'till' AND live = 1 ORDER BY day DESC, at DESC LIMIT 1"
)


def newest_at(connection: Connection) -> int | None:
    """Return the stamp of the newest slip of the counter that counts; None where there is none."""
    found: int | None = connection.exec_driver_sql(_NEWEST).scalar()
    return found


def _head(slip: NewSlip, number: str, person_id: int | None) -> dict[str, object]:
    said = json.dumps(to_values(slip.explanation), ensure_ascii=False) if slip.explanation else None
    return {
        "public_id": slip.slip_id,
        "number": number,
        "kind": slip.kind.value,
        "customer_id": slip.customer_id,
        "at": slip.when.at,
        "day": slip.when.day.isoformat(),
        "person_id": person_id,
        "channel": slip.channel or None,
        "note": slip.note or None,
        "subtotal": slip.subtotal,
        "discount": slip.discount,
        "total": slip.total,
        "refers_to": slip.refers_to,
        "reason": slip.reason or None,
        "origin": slip.origin.value,
        "outside_id": slip.outside_id,
        "explanation": said,
    }


def _line(sale_id: int, position: int, line: NewLine) -> dict[str, object]:
    names = ("name", "quantity", "unit_price", "discount", "amount", "net", "product_id", "category_id", "refers_to")
    return {"sale_id": sale_id, "position": position} | {name: getattr(line, name) for name in names}


def _payment(sale_id: int, payment: Payment) -> dict[str, object]:
    return {
        "sale_id": sale_id,
        "method": payment.method,
        "amount": payment.amount,
        "tendered": payment.tendered,
    }


def _share(sale_id: int, line_id: int | None, share: StaffShare) -> dict[str, object]:
    return {"sale_id": sale_id, "line_id": line_id, "person_id": share.person_id, "share": share.share}
