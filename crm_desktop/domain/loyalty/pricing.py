"""What a slip comes to: lines at the member's price, then rewards, coupons and discounts in a fixed order.

The order: each line's own price and discount; goods for nothing; per cents off; money off; what is taken off the bill.
Everything but the first is a discount of the bill and lies on the lines it is meant for, by largest remainder, so that
the lines always add up to the total: `Σ net == total`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.rules import EVERYTHING, TierRules
from crm_desktop.domain.loyalty.shares import apportion
from crm_desktop.domain.sales import ONE


class CutKind(StrEnum):
    """How something lowers a bill; in the order in which it is done."""

    PRODUCT = "product"
    PERCENT = "percent"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One line before it is priced; `member_price` is for one, where the catalogue has one and the customer a card."""

    unit_price: int
    quantity: int = ONE
    discount: int = 0
    product_id: int | None = None
    category_id: int | None = None
    member_price: int | None = None
    fixed: bool = False
    """A price that was agreed on: neither a member's nor a tier's price takes anything off it."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A coupon, a reward or a discount by hand: `value` is minor units, hundredths of a per cent, or a quantity.

    `minimum` is what the lines it is meant for must come to before any cut. `key` comes back with what it saved.
    """

    kind: CutKind
    value: int
    name: str = ""
    key: str = ""
    minimum: int = 0
    product_id: int | None = None
    category_id: int | None = None


@dataclass(frozen=True, slots=True)
class PricedLine:
    """One line as it is sold.

    `gross` is price × quantity, `saved` what the member's or the tier's price spares, `discount` that and what
    was taken off by hand, `amount` is gross − discount, `net` is amount less its share of all cuts.
    """

    gross: int
    saved: int
    discount: int
    amount: int
    net: int


@dataclass(frozen=True, slots=True)
class CutMade:
    """What one cut saved, and on which lines."""

    cut: Cut
    saved: int
    by_line: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Priced:
    """A slip's sums: `subtotal` is Σ amount, `discount` Σ cuts, `total` what is to be paid and Σ net."""

    lines: tuple[PricedLine, ...]
    cuts: tuple[CutMade, ...]
    subtotal: int
    discount: int
    total: int


def price(lines: Sequence[PriceLine], tier: TierRules | None = None, cuts: Sequence[Cut] = (), off: int = 0) -> Priced:
    """Price a slip; `off` is what is taken off the whole bill by hand, minor units.

    Raises Fault AMOUNT_WRONG with `what` (lines, quantity, price, discount), and COUPON_NOT_VALID with `why` "minimum"
    or "goods", `name`, and `minimum` where a cut asks for more.
    """
    if not lines:
        raise Fault(FaultKind.AMOUNT_WRONG, what="lines", value=0)
    own = [_own_price(line, tier) for line in lines]
    amounts = [line.amount for line in own]
    nets = list(amounts)
    made = [_cut(one, lines, amounts, nets) for one in sorted(cuts, key=_order)]
    if off < 0 or off > sum(nets):
        raise Fault(FaultKind.AMOUNT_WRONG, what="discount", value=off)
    for place, part in enumerate(apportion(off, nets)):
        nets[place] -= part
    priced = tuple(
        PricedLine(line.gross, line.saved, line.discount, line.amount, net) for line, net in zip(own, nets, strict=True)
    )
    return Priced(priced, tuple(made), sum(amounts), sum(amounts) - sum(nets), sum(nets))


def gross_of(unit_price: int, quantity: int) -> int:
    """Return the price of so many thousandths, half a unit rounded up."""
    return (unit_price * quantity * 2 + ONE) // (2 * ONE)


def _own_price(line: PriceLine, tier: TierRules | None) -> PricedLine:
    for what, value in (("quantity", line.quantity), ("price", line.unit_price), ("discount", line.discount)):
        if value < 0 or (what == "quantity" and value == 0):
            raise Fault(FaultKind.AMOUNT_WRONG, what=what, value=value)
    gross = gross_of(line.unit_price, line.quantity)
    saved = 0 if line.fixed else max(_member_saves(line, gross), _tier_saves(tier, gross))
    discount = saved + line.discount
    if discount > gross:
        raise Fault(FaultKind.AMOUNT_WRONG, what="discount", value=line.discount)
    return PricedLine(gross, saved, discount, gross - discount, gross - discount)


def _member_saves(line: PriceLine, gross: int) -> int:
    if line.member_price is None:
        return 0
    return max(gross - gross_of(line.member_price, line.quantity), 0)


def _tier_saves(tier: TierRules | None, gross: int) -> int:
    """Return what a tier spares, rounded for the shop's customer: half a unit up."""
    return (gross * tier.price_off * 2 + EVERYTHING) // (2 * EVERYTHING) if tier else 0


def _order(cut: Cut) -> int:
    return list(CutKind).index(cut.kind)


def _cut(cut: Cut, lines: Sequence[PriceLine], amounts: Sequence[int], nets: list[int]) -> CutMade:
    """Make one cut, lowering `nets`."""
    meant = [place for place, line in enumerate(lines) if _meant(cut, line)]
    if not meant:
        raise Fault(FaultKind.COUPON_NOT_VALID, why="goods", name=cut.name)
    if sum(amounts[place] for place in meant) < cut.minimum:
        raise Fault(FaultKind.COUPON_NOT_VALID, why="minimum", name=cut.name, minimum=cut.minimum)
    open_ = sum(nets[place] for place in meant)
    if cut.kind is CutKind.PRODUCT:
        meant, saved = _goods(cut, lines, nets, meant)
    elif cut.kind is CutKind.PERCENT:
        saved = min((open_ * cut.value * 2 + EVERYTHING) // (2 * EVERYTHING), open_)
    else:
        saved = min(cut.value, open_)
    parts = [0] * len(lines)
    for place, part in zip(meant, apportion(saved, [nets[place] for place in meant]), strict=True):
        parts[place] = part
        nets[place] -= part
    return CutMade(cut, saved, tuple(parts))


def _meant(cut: Cut, line: PriceLine) -> bool:
    return (cut.product_id is None or cut.product_id == line.product_id) and (
        cut.category_id is None or cut.category_id == line.category_id
    )


def _goods(cut: Cut, lines: Sequence[PriceLine], nets: Sequence[int], meant: Sequence[int]) -> tuple[list[int], int]:
    """Return the line of which goods are free, the dearest for one, and what that spares."""
    place = max(meant, key=lambda one: (nets[one] * ONE // lines[one].quantity, -one))
    line = lines[place]
    free = min(cut.value or ONE, line.quantity)
    return [place], (nets[place] * free * 2 + line.quantity) // (2 * line.quantity)
