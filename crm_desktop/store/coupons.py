"""Coupons in the database: batches, giving out codes, what a code is good for, and noting that one was used.

How often a coupon was used is the sum of its uses: a slip that is void, or whose goods all came back, answers its use
with another of −1.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from crm_desktop.base.errors import Fault
from crm_desktop.domain.loyalty.coupons import Coupon, check_coupon, new_code, tidy_code, valid_through
from crm_desktop.domain.loyalty.words import CouponKind
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import coupon, coupon_batch, coupon_use, customer, product, product_category
from crm_desktop.store.unit_of_work import UnitOfWork

_batch, _coupon, _use = coupon_batch.c, coupon.c, coupon_use.c


@dataclass(frozen=True)
class BatchRow:
    """The terms of a batch, and what became of its coupons."""

    batch_id: int
    name: str
    kind: CouponKind
    value: int
    minimum: int
    starts_on: date | None
    ends_on: date | None
    valid_days: int | None
    uses: int | None
    product_id: int | None
    category_id: int | None
    note: str
    active: bool
    issued: int = 0
    used: int = 0
    saved: int = 0
    comes_back: bool = True
    """Whether a coupon can be used again when everything that was bought with it came back."""


@dataclass(frozen=True)
class CouponRow:
    """One coupon with its terms; `used` counts the uses that stand."""

    coupon_id: int
    code: str
    batch_id: int
    name: str
    kind: CouponKind
    value: int
    minimum: int
    starts_on: date | None
    ends_on: date | None
    uses: int | None
    used: int
    product_id: int | None
    category_id: int | None
    customer_id: int | None
    customer_name: str
    product_name: str
    category_name: str
    cancelled: bool
    note: str

    @property
    def uses_left(self) -> int | None:
        """Return how often it can still be used; None: any number."""
        return None if self.uses is None else max(self.uses - self.used, 0)

    def terms(self) -> Coupon:
        """Return it as the engine judges it."""
        return Coupon(
            self.code,
            self.name,
            self.kind,
            self.value,
            self.minimum,
            self.starts_on,
            self.ends_on,
            self.uses,
            self.used,
            self.customer_id,
            self.product_id,
            self.category_id,
            self.cancelled,
            self.coupon_id,
        )

    def problem_on(self, day: date, customer_id: int | None = None) -> str:
        """Return why it cannot be used by somebody on a day, as COUPON_NOT_VALID says it in `why`; "" where it can."""
        try:
            check_coupon(self.terms(), day, customer_id if customer_id is not None else self.customer_id)
        except Fault as fault:
            return str(fault.values["why"])
        return ""


# batches


def batch_rows(connection: Connection, batch_id: int | None = None) -> list[BatchRow]:
    """Return every batch, the newest first, or one."""
    rows = select(coupon_batch).order_by(_batch.id.desc())
    if batch_id is not None:
        rows = rows.where(_batch.id == batch_id)
    issued = _by_batch(connection, select(_coupon.batch_id, func.count()).group_by(_coupon.batch_id))
    uses = select(_coupon.batch_id, func.sum(_use.delta), func.sum(_use.saved)).join(
        coupon, _use.coupon_id == _coupon.id
    )
    used = _by_batch(connection, uses.group_by(_coupon.batch_id))
    return [_batch_row(row, *issued.get(row.id, (0,)), *used.get(row.id, (0, 0))) for row in connection.execute(rows)]


def most_uses(connection: Connection, batch_id: int) -> int:
    """Return how often the coupon of a batch was used that was used most."""
    mine = select(_coupon.id).where(_coupon.batch_id == batch_id)
    uses = select(func.sum(_use.delta).label("used")).where(_use.coupon_id.in_(mine)).group_by(_use.coupon_id)
    return connection.execute(select(func.max(uses.subquery().c.used))).scalar() or 0


def _by_batch(connection: Connection, query: Select[Any]) -> dict[int, tuple[int, ...]]:
    return {row[0]: tuple(row[1:]) for row in connection.execute(query)}


def _batch_row(row: Row[Any], issued: int, used: int, saved: int) -> BatchRow:
    return BatchRow(
        row.id,
        row.name,
        CouponKind(row.kind),
        row.value,
        row.minimum,
        _day(row.starts_on),
        _day(row.ends_on),
        row.valid_days,
        row.uses,
        row.product_id,
        row.category_id,
        row.note or "",
        bool(row.active),
        issued,
        used,
        saved,
        bool(row.comes_back),
    )


# coupons


def coupon_by_code(connection: Connection, typed: str) -> CouponRow | None:
    """Return the coupon of a code as somebody typed or scanned it."""
    return next(coupon_rows(connection, _coupon.code == tidy_code(typed)), None)


def coupons_by_id(connection: Connection, coupon_ids: Iterable[int]) -> list[CouponRow]:
    """Return coupons by their ids, in the order in which they were given out."""
    return list(coupon_rows(connection, ids_in(_coupon.id, coupon_ids)))


def used_with(connection: Connection, sale_ids: Iterable[int]) -> list[tuple[CouponRow, bool, int]]:
    """Return the coupons whose use with slips stands: each, whether its batch lets it come back, and what it saved."""
    uses = select(_use.coupon_id, func.sum(_use.saved).label("saved")).where(ids_in(_use.sale_id, sale_ids))
    standing = connection.execute(uses.group_by(_use.coupon_id).having(func.sum(_use.delta) > 0)).all()
    saved = {row.coupon_id: row.saved for row in standing}
    backs = select(_coupon.id).join(coupon_batch, _batch.id == _coupon.batch_id).where(_batch.comes_back == 1)
    back = set(connection.execute(backs.where(ids_in(_coupon.id, saved))).scalars())
    found = coupons_by_id(connection, saved)
    return [(row, row.coupon_id in back, saved[row.coupon_id]) for row in found]


def coupons_of_customer(connection: Connection, customer_id: int) -> list[CouponRow]:
    """Return a customer's own coupons, used and ended ones too, in the order in which they were given out."""
    return list(coupon_rows(connection, _coupon.customer_id == customer_id))


def coupons_of_batch(connection: Connection, batch_id: int, offset: int, limit: int) -> list[CouponRow]:
    """Return a page of the coupons of a batch, the newest first."""
    rows = _coupons().where(_coupon.batch_id == batch_id).order_by(_coupon.id.desc()).offset(offset).limit(limit)
    return [_coupon_row(row) for row in connection.execute(rows)]


def coupon_rows(connection: Connection, where: ColumnElement[bool]) -> Iterator[CouponRow]:
    """Yield coupons with their terms."""
    yield from map(_coupon_row, connection.execute(_coupons().where(where).order_by(_coupon.id)))


def _coupons() -> Select[Any]:
    used = select(func.coalesce(func.sum(_use.delta), 0)).where(_use.coupon_id == _coupon.id).scalar_subquery()
    terms = (_batch.name, _batch.kind, _batch.value, _batch.minimum, _batch.uses, _batch.note)
    return (
        select(
            coupon,
            *terms,
            _batch.product_id,
            _batch.category_id,
            used.label("used"),
            customer.c.name.label("customer_name"),
            product.c.name.label("product_name"),
            product_category.c.name.label("category_name"),
        )
        .join(coupon_batch, _batch.id == _coupon.batch_id)
        .outerjoin(customer, customer.c.id == _coupon.customer_id)
        .outerjoin(product, product.c.id == _batch.product_id)
        .outerjoin(product_category, product_category.c.id == _batch.category_id)
    )


def _coupon_row(row: Row[Any]) -> CouponRow:
    return CouponRow(
        row.id,
        row.code,
        row.batch_id,
        row.name,
        CouponKind(row.kind),
        row.value,
        row.minimum,
        _day(row.starts_on),
        _day(row.ends_on),
        row.uses,
        row.used,
        row.product_id,
        row.category_id,
        row.customer_id,
        row.customer_name or "",
        row.product_name or "",
        row.category_name or "",
        row.cancelled_at is not None,
        row.note or "",
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


# writing


def issue(
    work: UnitOfWork,
    batch: BatchRow,
    day: date,
    customer_ids: Sequence[int | None],
    *,
    code: str = "",
    sale_id: int | None = None,
) -> range:
    """Give out one coupon of a batch for each customer (None: whoever brings it) and return their ids.

    `code` is the word of a single one. Each carries its own days: those of the batch, or fewer by `valid_days`.
    """
    last = valid_through(batch.ends_on, batch.valid_days, max(day, batch.starts_on or day))
    rows = [
        {
            "batch_id": batch.batch_id,
            "code": code or new_code(secrets.choice),
            "customer_id": customer_id,
            "issued_at": work.at,
            "starts_on": batch.starts_on.isoformat() if batch.starts_on else None,
            "ends_on": last.isoformat() if last else None,
            "sale_id": sale_id,
        }
        for customer_id in customer_ids
    ]
    return work.insert(coupon, rows)


def note_use(work: UnitOfWork, coupon_id: int, sale_id: int | None, saved: int, *, delta: int = 1) -> int:
    """Note that a coupon was used with a slip and what it spared; −1 answers a use whose slip came back or is void."""
    return work.insert_one(coupon_use, coupon_id=coupon_id, sale_id=sale_id, at=work.at, delta=delta, saved=saved)
