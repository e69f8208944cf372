"""What stands on a printed slip: the shop, lines, totals, payments, points with their why, balances; no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from crm_desktop.base.declared_settings import CURRENCY, SHOP_NAME, SLIP_ADDRESS, SLIP_BARCODE, SLIP_FOOTER
from crm_desktop.base.text import _T
from crm_desktop.domain.code128 import can_be_barcode
from crm_desktop.domain.loyalty.explain import from_values
from crm_desktop.domain.loyalty.words import Balance, ProgrammeKind
from crm_desktop.domain.sales import CARD_USE, ONE, TOP_UP, PayBy, SaleKind, Slip
from crm_desktop.services.say_money import money_text, plain_money, quantity_text
from crm_desktop.services.shop_clock import shop_clock
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.shop_settings import all_settings, value_in


class Look(StrEnum):
    """How a row of a slip is set."""

    TITLE = "title"
    CENTRE = "centre"
    PLAIN = "plain"
    STRONG = "strong"
    SMALL = "small"
    RULE = "rule"
    BARS = "bars"
    """The text at the left as a barcode."""


@dataclass(frozen=True)
class SlipRow:
    """One row: what stands at the left, and an amount at the right."""

    left: str = ""
    right: str = ""
    look: Look = Look.PLAIN


@dataclass(frozen=True)
class SlipPaper:
    """A slip ready to be set, and what its file is called."""

    title: str
    rows: tuple[SlipRow, ...]


@dataclass(frozen=True)
class SlipWords:
    """What a slip says beside what was kept of it: the shop, ways to pay, balances and the why."""

    shop_name: str
    address: str
    footer: str
    currency: str
    methods: Mapping[str, str]
    at: datetime
    balances: Sequence[Balance] = ()
    why: Sequence[str] = ()
    with_bars: bool = False


def slip_paper(workplace: Workplace, sale_id: int) -> SlipPaper:
    """Return a slip as it is printed, with the customer's balances of now; raise Fault NOT_FOUND."""
    from crm_desktop.services.read_sales import read_slip

    slip = read_slip(workplace, sale_id)
    return set_slip(slip, _words(workplace, slip))


def set_slip(slip: Slip, words: SlipWords) -> SlipPaper:
    """Return a slip set in rows, from top to bottom."""
    rows = [*_head(slip, words), *_lines(slip, words), *_totals(slip, words), *_loyalty(words)]
    if words.footer:
        rows += [SlipRow(look=Look.RULE), SlipRow(words.footer, look=Look.CENTRE)]
    if words.with_bars and can_be_barcode(slip.number):
        rows.append(SlipRow(slip.number, look=Look.BARS))
    return SlipPaper(_T("Slip", "Slip {number}").format(number=slip.number), tuple(rows))


def method_words() -> dict[str, str]:
    """Return what the ways to pay every shop has are called."""
    return {
        PayBy.CASH: _T("PayBy", "Cash"),
        PayBy.WECHAT: _T("PayBy", "WeChat Pay"),
        PayBy.ALIPAY: _T("PayBy", "Alipay"),
        PayBy.BANK_CARD: _T("PayBy", "Bank card"),
        PayBy.TRANSFER: _T("PayBy", "Transfer"),
        PayBy.STORED_VALUE: _T("PayBy", "Stored value"),
        PayBy.POINTS: _T("PayBy", "Points"),
        PayBy.OTHER: _T("PayBy", "Other"),
    }


def kind_words() -> dict[SaleKind, str]:
    """Return what the kinds of slips are called."""
    return {
        SaleKind.SALE: _T("Slip", "Sale"),
        SaleKind.REFUND: _T("Slip", "Refund"),
        SaleKind.VOID: _T("Slip", "Void"),
    }


def kind_word(slip: Slip) -> str:
    """Return what a slip is called: money taken in for later is no sale, nor is a visit off a card."""
    if slip.kind is SaleKind.SALE and slip.channel == TOP_UP:
        return _T("Slip", "Top-up") if slip.total >= 0 else _T("Slip", "Payment out")
    if slip.kind is SaleKind.SALE and slip.channel == CARD_USE:
        return _T("Slip", "Visit")
    return kind_words()[slip.kind]


def balance_text(balance: Balance, currency: str) -> str:
    """Return what an account holds as people read it: 1,240, ¥120.00, 3 times."""
    if balance.kind is ProgrammeKind.STORED:
        return money_text(balance.available, currency)
    if balance.kind is ProgrammeKind.VISITS:
        return _T("Slip", "%n time(s)", n=balance.available)
    return f"{balance.available:,}"


def _words(workplace: Workplace, slip: Slip) -> SlipWords:
    from crm_desktop.services.payment_methods import payment_methods
    from crm_desktop.services.read_loyalty import loyalty_of
    from crm_desktop.services.say_loyalty import explanation_lines

    with workplace.store.read() as connection:
        stored = all_settings(connection)
    currency = value_in(stored, CURRENCY)
    own = {method.key: method.name for method in payment_methods(workplace, aside_too=True)}
    balances = () if slip.customer_id is None else loyalty_of(workplace, slip.customer_id).balances
    return SlipWords(
        value_in(stored, SHOP_NAME),
        value_in(stored, SLIP_ADDRESS),
        value_in(stored, SLIP_FOOTER),
        currency,
        {**method_words(), **own},
        shop_clock(workplace).local(slip.at),
        balances,
        explanation_lines(from_values(slip.explanation), currency),
        value_in(stored, SLIP_BARCODE),
    )


def _head(slip: Slip, words: SlipWords) -> Iterator[SlipRow]:
    if words.shop_name:
        yield SlipRow(words.shop_name, look=Look.TITLE)
    if words.address:
        yield SlipRow(words.address, look=Look.CENTRE)
    if slip.kind is not SaleKind.SALE:
        yield SlipRow(kind_words()[slip.kind], look=Look.TITLE)
    elif not slip.live:
        yield SlipRow(_T("Slip", "Voided"), look=Look.TITLE)
    yield SlipRow(look=Look.RULE)
    yield SlipRow(_T("Slip", "No. {number}").format(number=slip.number), f"{words.at:%Y-%m-%d %H:%M}", Look.SMALL)
    if slip.customer_name:
        yield SlipRow(_T("Slip", "Member"), slip.customer_name, Look.SMALL)
    if slip.person_name:
        yield SlipRow(_T("Slip", "Served by"), slip.person_name, Look.SMALL)
    if slip.note:
        yield SlipRow(slip.note, look=Look.SMALL)
    yield SlipRow(look=Look.RULE)


def _lines(slip: Slip, words: SlipWords) -> Iterator[SlipRow]:
    for line in slip.lines:
        amount = plain_money(line.amount, words.currency)
        if line.quantity == ONE and not line.discount:
            yield SlipRow(line.name, amount)
            continue
        yield SlipRow(line.name)
        detail = f"  {quantity_text(line.quantity)} × {plain_money(line.unit_price, words.currency)}"
        if line.discount:
            detail += f" {plain_money(-line.discount, words.currency)}"
        yield SlipRow(detail, amount)
    if slip.lines:
        yield SlipRow(look=Look.RULE)


def _totals(slip: Slip, words: SlipWords) -> Iterator[SlipRow]:
    if slip.discount:
        yield SlipRow(_T("Slip", "Subtotal"), plain_money(slip.subtotal, words.currency))
        yield SlipRow(_T("Slip", "Discount"), plain_money(-slip.discount, words.currency))
    yield SlipRow(_T("Slip", "Total"), money_text(slip.total, words.currency), Look.STRONG)
    for payment in slip.payments:
        name = words.methods.get(payment.method, payment.method)
        yield SlipRow(name, plain_money(payment.amount, words.currency))
        if payment.tendered is not None and payment.tendered > payment.amount:
            yield SlipRow(_T("Slip", "Handed over"), plain_money(payment.tendered, words.currency), Look.SMALL)
            back = payment.tendered - payment.amount
            yield SlipRow(_T("Slip", "Change"), plain_money(back, words.currency), Look.SMALL)


def _loyalty(words: SlipWords) -> Iterator[SlipRow]:
    if words.why or words.balances:
        yield SlipRow(look=Look.RULE)
    for line in words.why:
        yield SlipRow(line, look=Look.SMALL)
    for balance in words.balances:
        yield SlipRow(_T("Slip", "{account} left").format(account=balance.name), balance_text(balance, words.currency))
        if balance.next_expiry is not None and balance.expiring:
            ends = _T("Slip", "of which until {day}").format(day=balance.next_expiry.isoformat())
            shown = money_text(balance.expiring, words.currency) if balance.kind is ProgrammeKind.STORED else ""
            yield SlipRow(f"  {ends}", shown or f"{balance.expiring:,}", Look.SMALL)
