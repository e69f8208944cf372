"""The words of loyalty in the window: how much of what, until when, what a coupon or a card is good for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.words import CouponKind, LotKind, ProgrammeKind
from crm_desktop.services.coupons import BatchDraft, CouponShown
from crm_desktop.services.read_loyalty import CardHeld
from crm_desktop.services.say_recurrence import weekday_words
from crm_desktop.ui.amounts import Amounts, count, share
from crm_desktop.ui.pages.calendar.kind_look import day_text


def quantity_text(kind: LotKind | ProgrammeKind, quantity: int, amounts: Amounts) -> str:
    """Return how much of something: 320 points, ¥10.00, 7 visits."""
    if kind in (LotKind.PRINCIPAL, LotKind.GIFT, ProgrammeKind.STORED):
        return amounts.money(quantity)
    if kind == ProgrammeKind.POINTS:  # equal to LotKind.POINTS, whose value is the same
        return _T("Loyalty", "{count} points").format(count=count(quantity))
    return _T("Loyalty", "%n visit(s)", n=quantity)


def until_text(day: date | None, today: date) -> str:
    """Return until when something can be used."""
    if day is None:
        return _T("Loyalty", "for ever")
    if day == today:
        return _T("Loyalty", "until today")
    return _T("Loyalty", "until {day}").format(day=day_text(day, today))


def weekdays_text(days: Iterable[int]) -> str:
    """Return days of the week, Monday 0, as a list: Mon, Tue."""
    names = weekday_words()
    comma = _T("Filters", ", ", "between the values of a list")
    return comma.join(names[day] for day in sorted(days))


def coupon_worth(kind: CouponKind, value: int, product: str, amounts: Amounts) -> str:
    """Return what a coupon gives: ¥10.00 off, 10 % off, a 250 g tin."""
    if kind is CouponKind.MONEY:
        return _T("Loyalty", "{amount} off").format(amount=amounts.money(value))
    if kind is CouponKind.PERCENT:
        return _T("Loyalty", "{percent} off").format(percent=share(value))
    return product or _T("Loyalty", "a product")


def coupon_terms(coupon: CouponShown, today: date, amounts: Amounts) -> str:
    """Return what a coupon is worth and when: ¥10.00 off from ¥100.00 · until Wed 31 Dec."""
    parts = [coupon_worth(coupon.kind, coupon.value, coupon.product_name, amounts)]
    if coupon.category_name:
        parts.append(_T("Loyalty", "on {category}").format(category=coupon.category_name))
    if coupon.minimum:
        parts.append(_T("Loyalty", "from {amount}").format(amount=amounts.money(coupon.minimum)))
    if coupon.uses_left is not None and coupon.uses_left > 1:
        parts.append(_T("Loyalty", "%n use(s) left", n=coupon.uses_left))
    return " · ".join([*parts, until_text(coupon.ends_on, today)])


def batch_terms(batch: BatchDraft, product: str, today: date, amounts: Amounts) -> str:
    """Return the terms of a batch in one line."""
    parts = [coupon_worth(batch.kind, batch.value, product, amounts)]
    if batch.minimum:
        parts.append(_T("Loyalty", "from {amount}").format(amount=amounts.money(batch.minimum)))
    if batch.valid_days:
        parts.append(_T("Loyalty", "good for %n day(s)", n=batch.valid_days))
    if batch.ends_on is not None:
        parts.append(until_text(batch.ends_on, today))
    if batch.uses is None:
        parts.append(_T("Loyalty", "any number of uses"))
    elif batch.uses > 1:
        parts.append(_T("Loyalty", "%n use(s) each", n=batch.uses))
    return " · ".join(parts)


def card_terms(card: CardHeld, today: date, customer_id: int) -> str:
    """Return what a visit card is good for: 7 left · until 31 Dec · Hair wash · Mon, Tue; whose it is if not hers."""
    parts = [_T("Loyalty", "%n left", n=card.left), until_text(card.expires_on, today)]
    if card.services:
        parts.append(_T("Filters", ", ", "between the values of a list").join(card.services))
    if card.weekdays:
        parts.append(weekdays_text(card.weekdays))
    if card.per_day:
        parts.append(
            _T("Loyalty", "{used} of {most} used today").format(used=card.used_today, most=card.per_day)
            if card.used_today
            else _T("Loyalty", "at most %n a day", n=card.per_day)
        )
    if card.holder_id != customer_id:
        parts.append(_T("Loyalty", "card of {name}").format(name=card.holder_name))
    elif card.for_household:
        parts.append(_T("Loyalty", "shared with her household"))
    return " · ".join(parts)
