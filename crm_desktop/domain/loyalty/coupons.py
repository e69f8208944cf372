"""Coupons: their codes, when they can be used, and what they take off a bill."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.expiry import days_on
from crm_desktop.domain.loyalty.pricing import Cut, CutKind
from crm_desktop.domain.loyalty.words import CouponKind

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Letters and digits of codes: none that is read as another (0 O, 1 I)."""

CODE_LENGTH = 10
"""The last character proves the others."""

_READ_AS = str.maketrans("01OI", "OIOI")


@dataclass(frozen=True, slots=True)
class Coupon:
    """A coupon with what its batch says; `uses` None is as often as one likes."""

    code: str
    name: str
    kind: CouponKind
    value: int
    minimum: int = 0
    starts_on: date | None = None
    ends_on: date | None = None
    uses: int | None = 1
    used: int = 0
    customer_id: int | None = None
    product_id: int | None = None
    category_id: int | None = None
    cancelled: bool = False
    coupon_id: int = 0


def new_code(choose: Callable[[str], str]) -> str:
    """Return a new code; `choose` picks a character of a text by chance (`secrets.choice`)."""
    body = "".join(choose(ALPHABET) for _ in range(CODE_LENGTH - 1))
    return body + _proof(body)


def tidy_code(text: str) -> str:
    """Return a code as it is kept, from what was typed or scanned: no blanks or marks, capitals."""
    return "".join(letter for letter in text.upper() if letter.isalnum())


def is_our_code(code: str) -> bool:
    """Tell whether a tidy code can be one this program made: a slip of the finger is told from an unknown coupon."""
    return len(code) == CODE_LENGTH and set(code) <= set(ALPHABET) and _proof(code[:-1]) == code[-1]


def why_unknown(code: str) -> str:
    """Return why no coupon has a tidy code: "mistyped" where it is one of ours but for a character, else "unknown"."""
    looks_like_ours = len(code) == CODE_LENGTH and set(code) <= set(ALPHABET)
    return "mistyped" if looks_like_ours and not is_our_code(code) else "unknown"


def _proof(body: str) -> str:
    """Return the character that proves others: each counts differently, so that two swapped are noticed."""
    total = sum((2 * place + 1) * ALPHABET.index(letter) for place, letter in enumerate(body))
    return ALPHABET[total % len(ALPHABET)]


def valid_through(ends_on: date | None, valid_days: int | None, issued_on: date) -> date | None:
    """Return the last day of a coupon issued on a day: the batch's or so many days on, whichever is first."""
    ends = [one for one in (ends_on, days_on(issued_on, valid_days) if valid_days else None) if one]
    return min(ends, default=None)


def check_coupon(coupon: Coupon, day: date, customer_id: int | None) -> None:
    """Raise Fault COUPON_NOT_VALID with `code` and `why`: cancelled, used, early, ended (with `day`), or not theirs."""
    why, when = _refusal(coupon, day, customer_id)
    if why:
        values: dict[str, object] = {"day": when} if when else {}
        raise Fault(FaultKind.COUPON_NOT_VALID, why=why, code=coupon.code, name=coupon.name, **values)


def _refusal(coupon: Coupon, day: date, customer_id: int | None) -> tuple[str, date | None]:
    if coupon.cancelled:
        return "cancelled", None
    if coupon.uses is not None and coupon.used >= coupon.uses:
        return "used", None
    if coupon.starts_on and day < coupon.starts_on:
        return "early", coupon.starts_on
    if coupon.ends_on and day > coupon.ends_on:
        return "ended", coupon.ends_on
    if coupon.customer_id is not None and coupon.customer_id != customer_id:
        return "other", None
    return "", None


def coupon_cut(coupon: Coupon) -> Cut:
    """Return what a coupon takes off a bill; its key is the code."""
    kind = CutKind(coupon.kind.value)
    goods = {"product_id": coupon.product_id, "category_id": coupon.category_id}
    return Cut(kind, coupon.value, coupon.name, coupon.code, coupon.minimum, **goods)
