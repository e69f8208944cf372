"""What a scanned code belongs to: a customer's card, a coupon, a slip, or something of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.services.catalogue import find_products
from crm_desktop.services.coupons import find_coupon
from crm_desktop.services.find_customers import find_customers
from crm_desktop.services.read_sales import find_slip
from crm_desktop.services.workplace import Workplace

_LOOKED_AT = 5


class CodeOf(StrEnum):
    """What a code may belong to."""

    CUSTOMER = "customer"
    COUPON = "coupon"
    PRODUCT = "product"
    SLIP = "slip"


@dataclass(frozen=True)
class KnownCode:
    """Whose a code is."""

    what: CodeOf
    row_id: int
    name: str


def know_code(workplace: Workplace, code: str) -> KnownCode | None:
    """Return what a code belongs to, cards first; None for one the shop does not know."""
    return _customer(workplace, code) or _coupon(workplace, code) or _product(workplace, code) or _slip(workplace, code)


def _customer(workplace: Workplace, code: str) -> KnownCode | None:
    wanted = code.casefold()
    for found in find_customers(workplace, code, _LOOKED_AT):
        numbers = (found.customer.card_number, found.customer.file_number, *found.customer.former_numbers)
        if wanted in {number.casefold() for number in numbers if number}:
            return KnownCode(CodeOf.CUSTOMER, found.customer.id, found.customer.name)
    return None


def _coupon(workplace: Workplace, code: str) -> KnownCode | None:
    try:
        coupon = find_coupon(workplace, code)
    except Fault as fault:
        if fault.kind is not FaultKind.COUPON_NOT_VALID:
            raise
        return None
    return KnownCode(CodeOf.COUPON, coupon.coupon_id, coupon.name)


def _product(workplace: Workplace, code: str) -> KnownCode | None:
    wanted = code.casefold()
    for product in find_products(workplace, code, _LOOKED_AT):
        if wanted in (product.barcode.casefold(), product.code.casefold()):
            return KnownCode(CodeOf.PRODUCT, product.product_id, product.name)
    return None


def _slip(workplace: Workplace, code: str) -> KnownCode | None:
    slip = find_slip(workplace, code)
    return None if slip is None else KnownCode(CodeOf.SLIP, slip.sale_id, slip.number)
