"""Coupons: batches with their terms, single coupons with codes to print and scan, and what one is good for today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.loyalty.coupons import tidy_code, why_unknown
from crm_desktop.domain.loyalty.words import CouponKind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.sales import WHOLE
from crm_desktop.services.booked import checked_reason
from crm_desktop.services.values import checked_line, clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import coupons as rows
from crm_desktop.store import parts, tables
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.unit_of_work import UnitOfWork

NAME_LENGTH = 60
MOST_AT_ONCE = 10_000
LONGEST_VALID = 3_650
SHORTEST_CODE = 4


@dataclass(frozen=True)
class BatchDraft:
    """The terms of a batch. `value` is minor units, hundredths of a per cent, or nothing for a product."""

    name: str
    kind: CouponKind
    value: int = 0
    minimum: int = 0
    """The bill from which it counts, minor units."""
    starts_on: date | None = None
    ends_on: date | None = None
    valid_days: int | None = None
    """Days from the day it is given out; the earlier of both ends counts."""
    uses: int | None = 1
    """How often each coupon can be used; None: any number."""
    product_id: int | None = None
    category_id: int | None = None
    note: str = ""
    comes_back: bool = True
    """Whether a coupon can be used again when everything that was bought with it came back."""


@dataclass(frozen=True)
class Batch(BatchDraft):
    """A batch as it is kept, with what became of it."""

    batch_id: int = 0
    active: bool = True
    issued: int = 0
    used: int = 0
    saved: int = 0
    """What customers were spared by it, minor units."""


@dataclass(frozen=True)
class CouponShown:
    """One coupon: what it is good for, until when, and how often still."""

    coupon_id: int
    code: str
    batch_id: int
    name: str
    kind: CouponKind
    value: int
    minimum: int
    starts_on: date | None
    ends_on: date | None
    uses_left: int | None
    """None: any number."""
    customer_id: int | None = None
    customer_name: str = ""
    product_name: str = ""
    category_name: str = ""
    cancelled: bool = False
    problem: str = ""
    """Why it cannot be used today, as COUPON_NOT_VALID says it in `why`; "" where it can."""
    note: str = ""


@dataclass(frozen=True)
class Issued:
    """Coupons given out: what was written, and the coupons to print."""

    changes: ChangeSet
    coupons: tuple[CouponShown, ...] = ()


def read_batches(workplace: Workplace) -> list[Batch]:
    """Return every batch, the newest first."""
    workplace.require(Right.LOYALTY_READ)
    with workplace.store.read() as connection:
        return [_batch(row) for row in rows.batch_rows(connection)]


def _batch(row: rows.BatchRow) -> Batch:
    return Batch(**vars(row))


def save_batch(workplace: Workplace, draft: BatchDraft, batch_id: int | None = None) -> ChangeSet:
    """Keep a batch, new or changed; coupons that are out keep their dates.

    Raises Fault VALUE_INVALID with the `field` that cannot be kept.
    """
    workplace.require(Right.COUPONS)
    values = _columns(draft)
    with workplace.unit_of_work(Kind.COUPON_BATCH) as work:
        if batch_id is None:
            work.insert_one(tables.coupon_batch, public_id=new_public_id(), active=1, created_at=work.at, **values)
        else:
            parts.get_part(work.connection, tables.coupon_batch, batch_id)
            most = rows.most_uses(work.connection, batch_id)
            _check("uses", draft.uses is None or draft.uses >= most, "used_more_often")
            work.update(tables.coupon_batch, batch_id, **values)
        return work.commit()


def _columns(draft: BatchDraft) -> dict[str, Any]:
    most = {CouponKind.MONEY: 10**11, CouponKind.PERCENT: WHOLE, CouponKind.PRODUCT: 0}[draft.kind]
    _check("value", draft.value <= most and draft.value >= min(most, 1))
    _check("minimum", draft.minimum >= 0)
    _check("uses", draft.uses is None or draft.uses >= 1)
    _check("valid_days", draft.valid_days is None or 0 <= draft.valid_days <= LONGEST_VALID)
    _check("product_id", draft.kind is not CouponKind.PRODUCT or draft.product_id is not None, "empty")
    in_order = draft.starts_on is None or draft.ends_on is None or draft.starts_on <= draft.ends_on
    _check("ends_on", in_order, "ends_before")
    return {
        "name": checked_line(draft.name, NAME_LENGTH),
        "kind": draft.kind.value,
        "value": draft.value,
        "minimum": draft.minimum,
        "starts_on": draft.starts_on.isoformat() if draft.starts_on else None,
        "ends_on": draft.ends_on.isoformat() if draft.ends_on else None,
        "valid_days": draft.valid_days,
        "uses": draft.uses,
        "product_id": draft.product_id,
        "category_id": draft.category_id,
        "note": clean_text(draft.note),
        "comes_back": int(draft.comes_back),
    }


def _check(field: str, holds: bool, reason: str = "not_a_number") -> None:
    if not holds:
        raise Fault(FaultKind.VALUE_INVALID, field=field, reason=reason)


def put_aside_batch(workplace: Workplace, batch_id: int, active: bool = False) -> ChangeSet:
    """Give out no more of a batch, or again; what is out stays good."""
    workplace.require(Right.COUPONS)
    with workplace.unit_of_work(Kind.COUPON_BATCH) as work:
        parts.get_part(work.connection, tables.coupon_batch, batch_id)
        work.update(tables.coupon_batch, batch_id, active=int(active))
        return work.commit()


def issue_coupons(
    workplace: Workplace, batch_id: int, count: int = 1, customer_ids: Sequence[int] = (), code: str = ""
) -> Issued:
    """Give out coupons with codes of their own: one for each customer, or `count` for whoever brings one.

    `code` is one word for all, "SPRING", for a batch of many uses. Raises Fault NOT_FOUND, VALUE_TAKEN for a code that
    is out, VALUE_INVALID for a count that is not 1 to 10,000.
    """
    workplace.require(Right.COUPONS)
    whose: list[int | None] = list(dict.fromkeys(customer_ids)) or [None] * count
    _check("count", 1 <= (len(whose) if customer_ids else count) <= MOST_AT_ONCE)
    with workplace.unit_of_work(Kind.COUPON_ISSUE) as work:
        batch = _active_batch(work, batch_id)
        for customer_id in customer_ids:
            parts.get_part(work.connection, tables.customer, customer_id)
        word = _checked_code(work, code, len(whose)) if code.strip() else ""
        day = shop_time(work.connection).day_of(workplace.now())
        given = rows.issue(work, batch, day, whose, code=word)
        work.about(whose[0] if len(whose) == 1 else None, count=len(customer_ids and whose))
        made = [_shown(row, day) for row in rows.coupons_by_id(work.connection, given)]
        return Issued(replace(work.commit(), thing=batch.name), tuple(made))


def _active_batch(work: UnitOfWork, batch_id: int) -> rows.BatchRow:
    batch = next(iter(rows.batch_rows(work.connection, batch_id)), None)
    if batch is None or not batch.active:
        raise Fault(FaultKind.NOT_FOUND, entity=tables.coupon_batch.name, id=batch_id)
    return batch


def _checked_code(work: UnitOfWork, code: str, count: int) -> str:
    word = tidy_code(code)
    _check("code", count == 1, "one_code_for_one")
    _check("code", len(word) >= SHORTEST_CODE and word.isascii() and word.isalnum(), "not_a_code")
    if rows.coupon_by_code(work.connection, word) is not None:
        raise Fault(FaultKind.VALUE_TAKEN, field="code", value=word)
    return word


def _shown(row: rows.CouponRow, day: date, customer_id: int | None = None) -> CouponShown:
    return CouponShown(
        row.coupon_id,
        row.code,
        row.batch_id,
        row.name,
        row.kind,
        row.value,
        row.minimum,
        row.starts_on,
        row.ends_on,
        row.uses_left,
        row.customer_id,
        row.customer_name,
        row.product_name,
        row.category_name,
        row.cancelled,
        row.problem_on(day, customer_id),
        row.note,
    )


def coupons_of_batch(workplace: Workplace, batch_id: int, offset: int = 0, limit: int = 200) -> list[CouponShown]:
    """Return the coupons of a batch, the newest first."""
    workplace.require(Right.LOYALTY_READ)
    with workplace.store.read() as connection:
        day = shop_time(connection).day_of(workplace.now())
        return [_shown(row, day) for row in rows.coupons_of_batch(connection, batch_id, offset, limit)]


def coupons_of(workplace: Workplace, customer_id: int, *, usable_only: bool = True) -> list[CouponShown]:
    """Return a customer's own coupons, the one that ends first before the others."""
    workplace.require(Right.LOYALTY_READ)
    with workplace.store.read() as connection:
        return own_coupons(connection, customer_id, shop_time(connection).day_of(workplace.now()), usable_only)


def own_coupons(connection: Any, customer_id: int, day: date, usable_only: bool = True) -> list[CouponShown]:
    """Return a customer's own coupons as they are on a day, the one that ends first before the others."""
    shown = [_shown(row, day, customer_id) for row in rows.coupons_of_customer(connection, customer_id)]
    kept = [one for one in shown if not usable_only or one.problem in ("", "early")]
    return sorted(kept, key=lambda one: (bool(one.problem), one.ends_on or date.max, one.coupon_id))


def find_coupon(workplace: Workplace, code: str, customer_id: int | None = None) -> CouponShown:
    """Return the coupon of a scanned or typed code with its `problem`, if any.

    Raises Fault COUPON_NOT_VALID, its `why` "unknown" or "mistyped", where the shop has given out no such code.
    """
    workplace.require(Right.LOYALTY_READ)
    with workplace.store.read() as connection:
        row = rows.coupon_by_code(connection, code)
        if row is None:
            raise Fault(FaultKind.COUPON_NOT_VALID, why=why_unknown(tidy_code(code)), code=tidy_code(code))
        return _shown(row, shop_time(connection).day_of(workplace.now()), customer_id)


def cancel_coupon(workplace: Workplace, coupon_id: int, reason: str) -> ChangeSet:
    """Let a coupon be good for nothing from now on; raise Fault VALUE_INVALID without a reason, NOT_FOUND."""
    workplace.require(Right.COUPONS)
    why = checked_reason(reason)
    with workplace.unit_of_work(Kind.COUPON_CANCEL, reason=why) as work:
        row = parts.get_part(work.connection, tables.coupon, coupon_id)
        work.about(row.customer_id, count=int(row.customer_id is not None))
        if row.cancelled_at is None:
            work.update(tables.coupon, coupon_id, cancelled_at=work.at, reason=why)
        (coupon,) = rows.coupons_by_id(work.connection, [coupon_id])
        return replace(work.commit(), thing=coupon.name)
