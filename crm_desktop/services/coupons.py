"""Coupons: batches with their terms, single coupons with codes to print and scan, and what one is good for today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.loyalty.words import CouponKind
from crm_desktop.services.workplace import Workplace


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
    """Why it cannot be used today, as `COUPON_NOT_VALID` says it in `reason`; "" where it can."""
    note: str = ""


@dataclass(frozen=True)
class Issued:
    """Coupons given out: what was written, and the coupons to print."""

    changes: ChangeSet
    coupons: tuple[CouponShown, ...] = ()


def read_batches(workplace: Workplace) -> list[Batch]:
    """Return every batch, the newest first."""
    raise NotImplementedError


def save_batch(workplace: Workplace, draft: BatchDraft, batch_id: int | None = None) -> ChangeSet:
    """Keep a batch, new or changed; coupons that are out keep their dates.

    Raises Fault VALUE_INVALID with the `field` that cannot be kept.
    """
    raise NotImplementedError


def put_aside_batch(workplace: Workplace, batch_id: int, active: bool = False) -> ChangeSet:
    """Give out no more of a batch, or again; what is out stays good."""
    raise NotImplementedError


def issue_coupons(
    workplace: Workplace, batch_id: int, count: int = 1, customer_ids: Sequence[int] = (), code: str = ""
) -> Issued:
    """Give out coupons with codes of their own: one for each customer, or `count` for whoever brings one.

    `code` is one word for all, "SPRING", for a batch of many uses. Raises Fault NOT_FOUND, VALUE_TAKEN for a code that
    is out, VALUE_INVALID for a count that is not 1 to 10,000.
    """
    raise NotImplementedError


def coupons_of_batch(workplace: Workplace, batch_id: int, offset: int = 0, limit: int = 200) -> list[CouponShown]:
    """Return the coupons of a batch, the newest first."""
    raise NotImplementedError


def coupons_of(workplace: Workplace, customer_id: int, *, usable_only: bool = True) -> list[CouponShown]:
    """Return a customer's own coupons, the one that ends first before the others."""
    raise NotImplementedError


def find_coupon(workplace: Workplace, code: str, customer_id: int | None = None) -> CouponShown:
    """Return the coupon of a scanned or typed code with its `problem`, if any.

    Raises Fault COUPON_NOT_VALID with the reason "unknown" where the shop has given out no such code.
    """
    raise NotImplementedError


def cancel_coupon(workplace: Workplace, coupon_id: int, reason: str) -> ChangeSet:
    """Let a coupon be good for nothing from now on; raise Fault VALUE_INVALID without a reason, NOT_FOUND."""
    raise NotImplementedError
