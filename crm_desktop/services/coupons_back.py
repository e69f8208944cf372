"""What a refund means for the coupons its slip was bought with: they are good again once everything came back.

A coupon comes back as it is, with its own last day; a batch can say that it never does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from crm_desktop.domain.loyalty.explain import Step
from crm_desktop.domain.loyalty.refunds import ReturnedLine, SoldLine
from crm_desktop.domain.loyalty.words import Reason
from crm_desktop.domain.sales import Slip
from crm_desktop.store.coupons import CouponRow, note_use, used_with
from crm_desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class CouponBack:
    """A coupon of the slip: whether this refund lets it be used again, and what it had saved (minor units)."""

    coupon: CouponRow
    saved: int
    why: str = ""
    """Why it stays used: "part" of the goods came back, or its "batch" says so; "" where it comes back."""


def coupons_back(connection: Any, slip: Slip, refunds: Sequence[Slip], done: bool) -> tuple[CouponBack, ...]:
    """Return what becomes of the coupons a slip was bought with; `done` says that with this refund all came back."""
    found = used_with(connection, [slip.sale_id, *(refund.sale_id for refund in refunds)])
    return tuple(
        CouponBack(coupon, saved, "" if done and comes_back else "part" if comes_back else "batch")
        for coupon, comes_back, saved in found
        if not coupon.cancelled
    )


def all_came_back(sold: Sequence[SoldLine], now: Sequence[ReturnedLine]) -> bool:
    """Tell whether with these lines everything came back: the money of each, and of what cost nothing the goods."""
    returned = {line.line_id: line for line in now}
    return all(_came_back(line, returned.get(line.line_id)) for line in sold)


def _came_back(line: SoldLine, now: ReturnedLine | None) -> bool:
    net, quantity = (now.net, now.quantity) if now else (0, 0)
    if line.net:
        return line.back_net + net >= line.net
    return line.back_quantity + quantity >= line.quantity


def book_coupons(work: UnitOfWork, coupons: Sequence[CouponBack], sale_id: int) -> None:
    """Answer the uses of coupons that come back."""
    for one in coupons:
        if not one.why:
            note_use(work, one.coupon.coupon_id, sale_id, -one.saved, delta=-1)


def explain_coupons(coupons: Sequence[CouponBack], day: date) -> list[Reason]:
    """Return what a refund says of the coupons."""
    return [_reason(one, day) for one in coupons]


def _reason(one: CouponBack, day: date) -> Reason:
    values: dict[str, object] = {"name": one.coupon.name}
    if one.why:
        return Reason(Step.COUPON_STAYS, values | {"why": one.why})
    ends = one.coupon.ends_on
    values |= {"until": ends.isoformat()} if ends else {}
    return Reason(Step.COUPON_ENDED if ends and ends < day else Step.COUPON_BACK, values)
