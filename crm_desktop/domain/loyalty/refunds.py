"""What comes back with returned goods: money by line, earned points by line, spent points and value by payment.

Whatever is returned in however many parts, together they are exactly the whole: each part is worked out from all that
came back before, and the last takes the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.shares import apportion, share
from crm_desktop.domain.sales import Payment


@dataclass(frozen=True, slots=True)
class SoldLine:
    """A line of the slip: what was sold and earned, and what came back of it since (all above zero)."""

    line_id: int
    quantity: int
    net: int
    earned: int = 0
    back_quantity: int = 0
    back_net: int = 0
    back_earned: int = 0


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """What comes back of one line now (above zero); an allowance in money has no quantity."""

    line_id: int
    quantity: int
    net: int
    earned: int


def return_goods(lines: Sequence[SoldLine], quantities: Mapping[int, int]) -> tuple[ReturnedLine, ...]:
    """Return what so much of each line brings back; quantities in thousandths.

    Raises Fault REFUND_TOO_HIGH with `asked`, `most` and `line`, AMOUNT_WRONG for nothing or less, NOT_FOUND for a line
    that is not of the slip.
    """
    by_id = {line.line_id: line for line in lines}
    unknown = set(quantities) - set(by_id)
    if unknown:
        raise Fault(FaultKind.NOT_FOUND, what="line", id=min(unknown))
    if not any(quantities.values()) or min(quantities.values()) < 0:
        raise Fault(FaultKind.AMOUNT_WRONG, what="quantity", value=min(quantities.values(), default=0))
    return tuple(_return(by_id[line_id], quantity) for line_id, quantity in quantities.items() if quantity)


def _return(line: SoldLine, quantity: int) -> ReturnedLine:
    left = line.quantity - line.back_quantity
    if quantity > left:
        raise Fault(FaultKind.REFUND_TOO_HIGH, asked=quantity, most=left, line=line.line_id)
    open_ = line.net - line.back_net
    net = open_ if quantity == left else min(share(line.net, line.quantity, line.back_quantity, quantity), open_)
    return ReturnedLine(line.line_id, quantity, net, _earned_back(line, net, done=quantity == left))


def return_everything(lines: Sequence[SoldLine]) -> tuple[ReturnedLine, ...]:
    """Return all that has not come back yet. Raises Fault REFUND_TOO_HIGH where nothing is left."""
    left = tuple(
        ReturnedLine(line.line_id, line.quantity - line.back_quantity, line.net - line.back_net, _left(line))
        for line in lines
        if line.quantity > line.back_quantity or line.net > line.back_net or _left(line)
    )
    if not left:
        raise Fault(FaultKind.REFUND_TOO_HIGH, asked=0, most=0)
    return left


def return_money(lines: Sequence[SoldLine], amount: int) -> tuple[ReturnedLine, ...]:
    """Return what an amount of money without goods brings back, laid on the lines by what is left of them.

    Raises Fault AMOUNT_WRONG for nothing or less, REFUND_TOO_HIGH with `asked` and `most`.
    """
    if amount <= 0:
        raise Fault(FaultKind.AMOUNT_WRONG, what="amount", value=amount)
    open_ = [line.net - line.back_net for line in lines]
    if amount > sum(open_):
        raise Fault(FaultKind.REFUND_TOO_HIGH, asked=amount, most=sum(open_))
    parts = zip(lines, apportion(amount, open_), strict=True)
    return tuple(
        ReturnedLine(line.line_id, 0, part, _earned_back(line, part, done=amount == sum(open_)))
        for line, part in parts
        if part or (amount == sum(open_) and _left(line))
    )


def _earned_back(line: SoldLine, net: int, *, done: bool) -> int:
    """Return the points that go with so much money of a line, the rest with the last of it."""
    if done or line.back_net + net >= line.net > 0:
        return _left(line)
    if line.net == 0:
        return 0
    return max(line.earned * (line.back_net + net) // line.net - line.back_earned, 0)


def _left(line: SoldLine) -> int:
    return line.earned - line.back_earned


def to_take_back(due: int, earned: int, taken_before: int, ended: int) -> int:
    """Return how many points are to be taken of the customer where `due` go with what is returned.

    `earned` is what the slip gave, `taken_before` what earlier returns took, `ended` what has ended of it unused: that
    is gone already and is not taken a second time.
    """
    return max(min(due, earned - ended - taken_before), 0)


def points_to_give_back(spent: int, paid: int, back_before: int, back_now: int) -> int:
    """Return how many of the `spent` points come back, where they paid `paid` and so much of that is paid back now."""
    return share(spent, paid, back_before, back_now)


def pay_back(paid: Sequence[Payment], returned: Mapping[str, int], amount: int) -> tuple[Payment, ...]:
    """Return how an amount is paid back: in the measure in which it was paid, from what is left of each.

    `returned` is what came back by each method since. Raises Fault REFUND_TOO_HIGH with `asked` and `most`.
    """
    left: dict[str, int] = {}
    for payment in paid:
        left[payment.method] = left.get(payment.method, 0) + payment.amount
    for method, gone in returned.items():
        left[method] = left.get(method, 0) - gone
    open_ = {method: max(one, 0) for method, one in left.items()}
    most = sum(open_.values())
    if amount > most:
        raise Fault(FaultKind.REFUND_TOO_HIGH, asked=amount, most=most)
    parts = apportion(amount, list(open_.values())) if amount else []
    return tuple(Payment(method, part) for method, part in zip(open_, parts, strict=False) if part)
