"""The bill that is being made out: lines, customer, discounts, and how it is paid; no Qt.

The total is the service's: what a bill costs is known once `price_sale` has answered. The bill then says how it is
paid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.sales import ONE, LineDraft, PayBy, Payment, Product, RefundDraft, SaleDraft, StaffShare


@dataclass(frozen=True)
class Part:
    """So much of the bill is paid in another way than the rest."""

    method: str
    amount: int


@dataclass
class Bill:
    """What the dialog holds. `method` pays what `parts`, points and stored value leave."""

    customer_id: int | None = None
    lines: list[LineDraft] = field(default_factory=list)
    discount: str = ""
    """As it is typed: an amount, "10%" or 85折."""
    discount_amount: int = 0
    points: int = 0
    rewards: tuple[int, ...] = ()
    coupons: list[str] = field(default_factory=list)
    method: str = PayBy.CASH
    parts: tuple[Part, ...] = ()
    tendered: int | None = None
    staff: tuple[StaffShare, ...] = ()
    channel: str = ""
    note: str = ""
    returns: RefundDraft | None = None
    """What comes back in exchange, written together with the sale."""
    returned: int = 0
    """What that is worth."""
    slip_id: str = field(default_factory=new_public_id)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is on it."""
        return not self.lines

    def with_lines(self, more: Sequence[LineDraft]) -> Bill:
        """Return a bill with lines that are still being typed."""
        return replace(self, lines=[*self.lines, *more]) if more else self

    def add_amount(self, amount: int, name: str, quantity: int = ONE) -> int:
        """Put a plain amount on the bill; return its place."""
        self.lines.append(LineDraft(name, amount, quantity))
        return len(self.lines) - 1

    def add_product(self, product: Product, quantity: int = ONE) -> int:
        """Put something of the catalogue on the bill, or one more of it; return its place."""
        for place, line in enumerate(self.lines):
            if line.product_id == product.product_id and line.unit_price == (product.price or 0):
                self.lines[place] = replace(line, quantity=line.quantity + quantity)
                return place
        line = LineDraft(product.name, product.price or 0, quantity, product.product_id, product.category_id)
        self.lines.append(line)
        return len(self.lines) - 1

    def change(
        self,
        place: int,
        *,
        quantity: int | None = None,
        unit_price: int | None = None,
        discount: int | None = None,
        staff: tuple[StaffShare, ...] | None = None,
    ) -> None:
        """Change a line; None leaves a value as it is."""
        line = self.lines[place]
        self.lines[place] = replace(
            line,
            quantity=line.quantity if quantity is None else quantity,
            unit_price=line.unit_price if unit_price is None else unit_price,
            discount=line.discount if discount is None else discount,
            staff=line.staff if staff is None else staff,
        )

    def remove(self, place: int) -> None:
        """Take a line off."""
        del self.lines[place]

    def subtotal(self) -> int:
        """Return what the lines come to before any price of a member; halves of a minor unit round up."""
        return sum(price_of(line) for line in self.lines)

    def draft(self, payments: tuple[Payment, ...] = ()) -> SaleDraft:
        """Return what the service is given; without payments it is good for a preview."""
        return SaleDraft(
            self.slip_id,
            tuple(self.lines),
            self.customer_id,
            payments,
            self.discount_amount,
            self.points,
            self.rewards,
            tuple(self.coupons),
            self.staff,
            self.channel,
            self.note,
        )

    def payments(self, total: int, points_value: int = 0, stored: int = 0) -> tuple[Payment, ...]:
        """Return how a total is paid; `stored` is what stands on the customer's stored value.

        Where stored value was chosen and does not reach, the rest is in cash.
        """
        found = [Payment(PayBy.POINTS, points_value)] if points_value else []
        rest = total - points_value
        for part in self.parts:
            found.append(Payment(part.method, part.amount))
            rest -= part.amount
        method = self.method
        if method == PayBy.STORED_VALUE and 0 <= stored < rest:
            if stored:
                found.append(Payment(method, stored))
            rest, method = rest - stored, PayBy.CASH.value
        if rest or not found:
            found.append(Payment(method, rest, self.tendered if method == PayBy.CASH else None))
        return tuple(found)

    def problem_with_parts(self, total: int, points_value: int = 0) -> bool:
        """Say whether the parts come to more than the bill."""
        return sum(part.amount for part in self.parts) > max(0, total - points_value)


def cash_part(payments: Sequence[Payment], cash_like: frozenset[str] = frozenset({PayBy.CASH})) -> int:
    """Return what of the payments goes through the drawer."""
    return sum(payment.amount for payment in payments if payment.method in cash_like)


def change_due(due: int, tendered: int | None) -> int | None:
    """Return the change on what is due in cash, None where nothing was handed over or too little."""
    return None if tendered is None or tendered < due else tendered - due


def price_of(line: LineDraft) -> int:
    """Return a line's amount after its own discount."""
    return (line.unit_price * line.quantity + ONE // 2) // ONE - line.discount


def usual_notes(due: int, places: int) -> tuple[int, ...]:
    """Return sums people hand over for an amount: the amount, and round ones above it."""
    unit = 10**places
    found = [due]
    for step in (1, 5, 10, 20, 50, 100, 200, 500, 1000):
        rounded = -(-due // (step * unit)) * step * unit
        if rounded not in found:
            found.append(rounded)
    return tuple(found[:4])
