"""The sale: what is on a slip before and after it is written, how it was paid, what came back.

Money is minor units of the shop's currency, quantities thousandths (1.5 kg = 1500), shares ten-thousandths.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date, datetime
from enum import StrEnum

from crm_desktop.base.records import dataclass

ONE = 1_000
"""A quantity of one."""

WHOLE = 10_000
"""A share of everything."""


TOP_UP = "top_up"
"""The channel of slips that sell stored value: money in the drawer, but no purchase until it is spent."""

CARD_USE = "card_use"
"""The channel of slips of nothing by which visits are taken off a card: a visit, but no money."""


class SaleKind(StrEnum):
    """What a slip is; a refund and a void have the opposite sign of what they refer to."""

    SALE = "sale"
    REFUND = "refund"
    VOID = "void"


class SaleOrigin(StrEnum):
    """Where a slip was written: at the counter, or in a file of former sales."""

    TILL = "till"
    IMPORT = "import"


class ProductKind(StrEnum):
    """What the catalogue holds."""

    PRODUCT = "product"
    SERVICE = "service"


class PayBy(StrEnum):
    """The ways to pay every shop has; its own are named `own-ID`."""

    CASH = "cash"
    WECHAT = "wechat"
    ALIPAY = "alipay"
    BANK_CARD = "bank_card"
    TRANSFER = "transfer"
    STORED_VALUE = "stored_value"
    POINTS = "points"
    OTHER = "other"


@dataclass(frozen=True)
class ProductDraft:
    """One entry of the catalogue as a user writes it."""

    name: str
    kind: ProductKind = ProductKind.PRODUCT
    code: str = ""
    barcode: str = ""
    category_id: int | None = None
    price: int | None = None
    member_price: int | None = None
    points_rate: int | None = None
    """Hundredths of the programme's rate: 200 earns double, 0 nothing; None is as the programme says."""
    warranty_months: int | None = None
    counts_stock: bool = False


@dataclass(frozen=True)
class Product(ProductDraft):
    """One entry of the catalogue as it is kept."""

    product_id: int = 0
    category: str = ""
    stock: int | None = None
    active: bool = True


@dataclass(frozen=True)
class LineDraft:
    """One line of a slip; an amount without a product is a line that has only a name."""

    name: str
    unit_price: int
    quantity: int = ONE
    product_id: int | None = None
    category_id: int | None = None
    discount: int = 0
    """Taken off this line, minor units."""
    staff: tuple[StaffShare, ...] = ()
    fixed_price: bool = False
    """Tells that the price was agreed on: no member's or tier's price takes anything off it."""


@dataclass(frozen=True)
class StaffShare:
    """Who served, and which share of the commission is theirs (ten-thousandths)."""

    person_id: int
    share: int = WHOLE


@dataclass(frozen=True)
class Payment:
    """One part of what was paid: `method` is a value of `PayBy` or `own-ID`; `tendered` is cash handed over."""

    method: str
    amount: int
    tendered: int | None = None


@dataclass(frozen=True)
class SaleDraft:
    """A slip before it is written. `slip_id` is made by the till: the same slip twice does nothing.

    `payments` must add up to the total; empty means all in cash. What is paid by stored value or points is a payment,
    too: `stored_value` of it in money, `points` in money, with the number of points in `points_spent`.
    """

    slip_id: str
    lines: tuple[LineDraft, ...]
    customer_id: int | None = None
    payments: tuple[Payment, ...] = ()
    discount: int = 0
    """Taken off the whole bill, minor units."""
    points_spent: int = 0
    reward_ids: tuple[int, ...] = ()
    coupon_codes: tuple[str, ...] = ()
    staff: tuple[StaffShare, ...] = ()
    channel: str = ""
    note: str = ""
    at: datetime | None = None
    """When it was sold, where that was not now."""
    number: str | None = None
    exchanges: int | None = None
    """The slip of which something comes back at the same time."""


@dataclass(frozen=True)
class RefundDraft:
    """What comes back of a slip: quantities by line (thousandths), or a plain amount of money, or everything."""

    slip_id: str
    sale_id: int
    quantities: dict[int, int] = field(default_factory=dict)
    amount: int | None = None
    payments: tuple[Payment, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class SaleLine:
    """One line of a slip as it was written; `net` is the amount after its share of the bill's discount."""

    line_id: int
    name: str
    quantity: int
    unit_price: int
    discount: int
    amount: int
    net: int
    product_id: int | None
    returned: int = 0
    """How much of the quantity came back since."""
    category_id: int | None = None
    refers_to: int | None = None
    """Of a refund: the line that came back."""
    money_back: int = 0
    """How much of its money went back since, with goods or without."""

    @property
    def is_back(self) -> bool:
        """Say whether nothing of it is left to come back."""
        return self.returned >= self.quantity or (self.net > 0 and self.money_back >= self.net)


@dataclass(frozen=True)
class Slip:
    """A slip as it is kept."""

    sale_id: int
    slip_id: str
    number: str
    kind: SaleKind
    at: datetime
    day: date
    customer_id: int | None
    customer_name: str
    person_id: int | None
    person_name: str
    channel: str
    note: str
    subtotal: int
    discount: int
    total: int
    origin: SaleOrigin
    refers_to: int | None
    live: bool
    reason: str
    lines: tuple[SaleLine, ...] = ()
    payments: tuple[Payment, ...] = ()
    explanation: tuple[dict[str, object], ...] = ()
