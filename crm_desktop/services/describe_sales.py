"""What was done at the till and on the ledger, as sentences: for menus, notices and histories."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import Kind

SLIPS = frozenset({Kind.SALE, Kind.SALE_REFUND})
"""What writes nothing but a slip: taking it back is its void, which stays among the slips of the day."""


COUPONS = frozenset({Kind.COUPON_ISSUE, Kind.COUPON_CANCEL})
"""What names a coupon, and whose it is; nobody's are for whoever brings one."""


def coupons_name(kind: Kind, whom: str, coupon: str | None) -> str | None:
    """Return what an operation on coupons does; None for another, or where the coupon is not known."""
    if kind not in COUPONS or not coupon:
        return None
    if kind is Kind.COUPON_CANCEL:
        return _T("Operations", "Cancel the coupon “{coupon}”").format(coupon=coupon)
    if not whom:
        return _T("Operations", "Give out coupons “{coupon}”").format(coupon=coupon)
    return _T("Operations", "Give {whom} the coupon “{coupon}”").format(whom=whom, coupon=coupon)


def coupons_done(kind: Kind, whom: str, coupon: str | None) -> str | None:
    """Return what has just been done with coupons; None for another, or where the coupon is not known."""
    if kind not in COUPONS or not coupon:
        return None
    if kind is Kind.COUPON_CANCEL:
        said = _T("Changes", "Cancelled the coupon “{coupon}” of {whom}")
        return (said if whom else _T("Changes", "Cancelled the coupon “{coupon}”")).format(coupon=coupon, whom=whom)
    if not whom:
        return _T("Changes", "Gave out coupons “{coupon}”").format(coupon=coupon)
    return _T("Changes", "Gave {whom} the coupon “{coupon}”").format(whom=whom, coupon=coupon)


def anonymous() -> str:
    """Return what stands for somebody who bought without a name."""
    return _T("Changes", "a walk-in customer")


def sale_names() -> dict[Kind, str]:
    """Return what operations do, as a menu names them."""
    return {
        Kind.SALE: _T("Operations", "Sale to {whom}"),
        Kind.SALE_REFUND: _T("Operations", "Refund to {whom}"),
        Kind.SALE_VOID: _T("Operations", "Void a slip of {whom}"),
        Kind.POINTS_ADJUST: _T("Operations", "Correct the points of {whom}"),
        Kind.REDEEM: _T("Operations", "Redeem points of {whom}"),
        Kind.TOP_UP: _T("Operations", "Top up {whom}"),
        Kind.WITHDRAW: _T("Operations", "Pay stored value back to {whom}"),
        Kind.CARD_SELL: _T("Operations", "Sell a visit card to {whom}"),
        Kind.CARD_USE: _T("Operations", "Use a visit card of {whom}"),
        Kind.LEDGER_REVERSE: _T("Operations", "Take back a booking of {whom}"),
        Kind.EXPIRE: _T("Operations", "Book what has expired of {whom}"),
        Kind.TIER_SET: _T("Operations", "Change the tier of {whom}"),
        Kind.GIFT: _T("Operations", "Give something to {whom}"),
        Kind.COUPON_BATCH: _T("Operations", "Set the terms of a coupon"),
        Kind.COUPON_ISSUE: _T("Operations", "Give out coupons"),
        Kind.COUPON_CANCEL: _T("Operations", "Cancel a coupon"),
        Kind.ACCOUNT_EDIT: _T("Operations", "Change an account of {whom}"),
    }


def sale_sentences() -> dict[Kind, str]:
    """Return what has just been done."""
    return {
        Kind.SALE: _T("Changes", "Sold to {whom}"),
        Kind.SALE_REFUND: _T("Changes", "Refunded {whom}"),
        Kind.SALE_VOID: _T("Changes", "Voided a slip of {whom}"),
        Kind.POINTS_ADJUST: _T("Changes", "Corrected the points of {whom}"),
        Kind.REDEEM: _T("Changes", "Redeemed points of {whom}"),
        Kind.TOP_UP: _T("Changes", "Topped up {whom}"),
        Kind.WITHDRAW: _T("Changes", "Paid stored value back to {whom}"),
        Kind.CARD_SELL: _T("Changes", "Sold a visit card to {whom}"),
        Kind.CARD_USE: _T("Changes", "Used a visit card of {whom}"),
        Kind.LEDGER_REVERSE: _T("Changes", "Took back a booking of {whom}"),
        Kind.EXPIRE: _T("Changes", "Booked what had expired of {whom}"),
        Kind.TIER_SET: _T("Changes", "Changed the tier of {whom}"),
        Kind.GIFT: _T("Changes", "Gave something to {whom}"),
        Kind.COUPON_BATCH: _T("Changes", "Saved the terms of a coupon"),
        Kind.COUPON_ISSUE: _T("Changes", "Gave out coupons"),
        Kind.COUPON_CANCEL: _T("Changes", "Cancelled a coupon"),
        Kind.ACCOUNT_EDIT: _T("Changes", "Changed an account of {whom}"),
    }


def till_names() -> dict[Kind, str]:
    """Return what operations on the shop's own things do, as a menu names them."""
    return {
        Kind.PROGRAMME_EDIT: _T("Operations", "Change the loyalty programme"),
        Kind.REWARD_EDIT: _T("Operations", "Change a reward"),
        Kind.PRODUCT_EDIT: _T("Operations", "Change the catalogue"),
        Kind.STOCK_MOVE: _T("Operations", "Book stock"),
        Kind.CASH_MOVE: _T("Operations", "Book cash"),
        Kind.DAY_CLOSE: _T("Operations", "Close the day"),
        Kind.DAY_CORRECT: _T("Operations", "Correct a closed day"),
    }


def till_sentences() -> dict[Kind, str]:
    """Return what has just been done with the shop's own things."""
    return {
        Kind.PROGRAMME_EDIT: _T("Changes", "Changed the loyalty programme"),
        Kind.REWARD_EDIT: _T("Changes", "Changed a reward"),
        Kind.PRODUCT_EDIT: _T("Changes", "Changed the catalogue"),
        Kind.STOCK_MOVE: _T("Changes", "Booked stock"),
        Kind.CASH_MOVE: _T("Changes", "Booked cash"),
        Kind.DAY_CLOSE: _T("Changes", "Closed the day"),
        Kind.DAY_CORRECT: _T("Changes", "Corrected a closed day"),
    }


def sale_titles() -> dict[Kind, str]:
    """Return what happened in a few words, for a customer's history."""
    return {
        Kind.SALE: _T("Events", "Sale"),
        Kind.SALE_REFUND: _T("Events", "Refund"),
        Kind.SALE_VOID: _T("Events", "Slip voided"),
        Kind.POINTS_ADJUST: _T("Events", "Points corrected"),
        Kind.REDEEM: _T("Events", "Points redeemed"),
        Kind.TOP_UP: _T("Events", "Topped up"),
        Kind.WITHDRAW: _T("Events", "Stored value paid back"),
        Kind.CARD_SELL: _T("Events", "Visit card sold"),
        Kind.CARD_USE: _T("Events", "Visit card used"),
        Kind.LEDGER_REVERSE: _T("Events", "Booking taken back"),
        Kind.EXPIRE: _T("Events", "Expired"),
        Kind.TIER_SET: _T("Events", "Tier changed"),
        Kind.GIFT: _T("Events", "Given by the programme"),
        Kind.COUPON_BATCH: _T("Events", "Terms of a coupon saved"),
        Kind.COUPON_ISSUE: _T("Events", "Coupon given out"),
        Kind.COUPON_CANCEL: _T("Events", "Coupon cancelled"),
        Kind.ACCOUNT_EDIT: _T("Events", "Account changed"),
        Kind.PROGRAMME_EDIT: _T("Events", "Loyalty programme changed"),
        Kind.REWARD_EDIT: _T("Events", "Reward changed"),
        Kind.PRODUCT_EDIT: _T("Events", "Catalogue changed"),
        Kind.STOCK_MOVE: _T("Events", "Stock booked"),
        Kind.CASH_MOVE: _T("Events", "Cash booked"),
        Kind.DAY_CLOSE: _T("Events", "Day closed"),
        Kind.DAY_CORRECT: _T("Events", "Closed day corrected"),
    }
