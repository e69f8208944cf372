"""Sentences for what the till and the ledger refuse."""

from __future__ import annotations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T


def sale_texts() -> dict[FaultKind, str]:
    """Return the sentences for refused slips and bookings."""
    return {
        FaultKind.AMOUNT_WRONG: _T("Faults", "This amount cannot be booked. Give one that is more than nothing."),
        FaultKind.NOT_ENOUGH: _T("Faults", "There is not enough on this account. Nothing was booked: spend less."),
        FaultKind.REFUND_TOO_HIGH: _T(
            "Faults", "More is to come back than is left of this slip. Give at most what has not come back yet."
        ),
        FaultKind.ALREADY_SPENT: _T(
            "Faults",
            "What this gave has been spent since, so it cannot be taken back. Ask for the difference in money, or "
            "allow balances below zero in the rules.",
        ),
        FaultKind.ALREADY_VOID: _T("Faults", "This slip has been voided already. Nothing was changed."),
        FaultKind.PAYMENTS_DIFFER: _T(
            "Faults", "The payments do not add up to the total of the slip. Correct them and save again."
        ),
        FaultKind.COUPON_NOT_VALID: _T("Faults", "This coupon cannot be used here. Leave it out, or take another."),
        FaultKind.CARD_NOT_VALID: _T("Faults", "This visit card cannot be used now. Choose another, or take payment."),
        FaultKind.OUT_OF_STOCK: _T("Faults", "This is not in stock. Book what has come in, or sell something else."),
        FaultKind.RULES_INVALID: _T("Faults", "These rules do not fit together. Correct the field that is marked."),
        FaultKind.LIMIT_REACHED: _T("Faults", "The rules of the programme do not allow this much. Choose less."),
        FaultKind.DAY_CLOSED: _T(
            "Faults", "This day has been closed. Write a correction of the day, or date the slip to a day that is open."
        ),
        FaultKind.TIME_BEHIND: _T(
            "Faults",
            "The clock of this computer is behind the newest slip. Set the clock right, or say the time of this sale "
            "yourself.",
        ),
    }


def amount_wrong(fault: Fault) -> str | None:
    """Return the sentence for the kind of amount that cannot be."""
    return {
        "lines": _T("Faults", "A slip needs at least one line and at most 1,000. Add what was sold."),
        "quantity": _T("Faults", "This quantity cannot be sold. Give one that is more than nothing."),
        "price": _T("Faults", "This price cannot be kept. Give one that is not below zero."),
        "discount": _T("Faults", "This discount is more than there is to pay. Give a smaller one."),
        "top_up": _T("Faults", "This cannot be topped up. Give an amount that is more than nothing."),
        "gift": _T("Faults", "What is given on top cannot be below zero. Give nothing, or more."),
        "withdrawal": _T("Faults", "This cannot be paid out. Give an amount that is more than nothing."),
        "uses": _T("Faults", "A card needs at least one use and at most 10,000. Give such a number."),
        "points": _T("Faults", "Nothing is to be booked. Say how many more, or with a minus how many less."),
        "payment": _T("Faults", "A payment must be more than nothing, and cash handed over no less. Correct it."),
    }.get(str(fault.values.get("what")))


def not_enough(fault: Fault) -> str | None:
    """Return the sentence that says how much there is."""
    if "available" in fault.values and "asked" in fault.values:
        return _T("Faults", "Only {available} is there, and {asked} was asked for. Nothing was booked: spend less.")
    return None


def payments_differ(fault: Fault) -> str | None:
    """Return the sentence for a slip that is paid too little or too much."""
    missing = fault.values.get("missing")
    if not isinstance(missing, int):
        return None
    if missing > 0:
        return _T("Faults", "The payments do not reach the total of the slip. Add what is missing and save again.")
    return _T("Faults", "The payments are more than the total of the slip. Correct them and save again.")


def coupon_not_valid(fault: Fault) -> str | None:
    """Return the sentence that says why a coupon cannot be used."""
    return {
        "unknown": _T("Faults", "The shop has given out no coupon with this code. Check how it is written."),
        "mistyped": _T(
            "Faults", "No coupon has this code: one character is probably wrong. Scan it, or type it again."
        ),
        "cancelled": _T("Faults", "This coupon has been cancelled. Take another, or leave it out."),
        "used": _T("Faults", "This coupon has been used already. Take another, or leave it out."),
        "early": _T("Faults", "This coupon cannot be used yet. Keep it for later."),
        "not_yet": _T("Faults", "This coupon cannot be used yet. Keep it for later."),
        "ended": _T("Faults", "This coupon has ended. Take another, or leave it out."),
        "other": _T("Faults", "This coupon belongs to another customer. Choose her, or leave it out."),
        "not_hers": _T("Faults", "This coupon belongs to another customer. Choose her, or leave it out."),
        "minimum": _T("Faults", "The bill is too small for “{name}”. Add something, or leave it out."),
        "goods": _T("Faults", "“{name}” is for goods that are not on this slip. Add them, or leave it out."),
        "twice": _T("Faults", "The same coupon stands on this slip twice. Leave one out."),
    }.get(_why(fault))


def card_not_valid(fault: Fault) -> str | None:
    """Return the sentence that says why a visit card cannot be used."""
    return {
        "count": _T("Faults", "Say how many uses: at least one."),
        "household": _T("Faults", "This visit card is only for its holder. Choose the holder, or take payment."),
        "goods": _T("Faults", "This visit card is not for this service. Choose another, or take payment."),
        "weekday": _T("Faults", "This visit card is not for this day of the week. Choose another, or take payment."),
        "hours": _T("Faults", "This visit card is not for this time of the day. Choose another, or take payment."),
        "ended": _T("Faults", "This visit card has ended. Sell a new one, or take payment."),
    }.get(_why(fault))


def out_of_stock(fault: Fault) -> str | None:
    """Return the sentence that names what is not there."""
    if "name" not in fault.values:
        return None
    return _T("Faults", "“{name}” is not in stock. Book what has come in, or sell something else.")


def already_void(fault: Fault) -> str | None:
    """Return the sentence for a slip that has to wait for others, or is a void itself."""
    if fault.values.get("why") == "void":
        return _T("Faults", "A void stands for good. Record the sale again instead.")
    return None


def _why(fault: Fault) -> str:
    return str(fault.values.get("why") or fault.values.get("reason"))
