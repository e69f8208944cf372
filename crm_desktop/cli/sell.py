"""`sell`: record a sale."""

from __future__ import annotations

import argparse
from datetime import datetime

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.cli.tilling import amount_of, line_of, payment_of, recorded_as_json, recorded_lines
from crm_desktop.domain.sales import LineDraft, SaleDraft
from crm_desktop.services.describe_changes import change_sentence
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.read_customers import resolve_customer
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.say_money import currency_of
from crm_desktop.services.workplace import Workplace


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Sell, and say the number of the slip and what the customer holds now."""
    with shop_of(options) as shop:
        currency = currency_of(shop.workplace)
        done = record_sale(shop.workplace, _draft(shop.workplace, arguments, currency))
    if arguments.json:
        say_json(recorded_as_json(done))
    else:
        said = [] if done.was_there else [change_sentence(done.changes)]
        say(*said, *recorded_lines(done, currency))


def _draft(workplace: Workplace, arguments: argparse.Namespace, currency: str) -> SaleDraft:
    lines = [line_of(text, currency) for text in arguments.line]
    if arguments.amount is not None:
        lines.append(LineDraft(_T("Command", "Sale"), amount_of(arguments.amount, currency)))
    return SaleDraft(
        arguments.slip_id or new_public_id(),
        tuple(lines),
        resolve_customer(workplace, arguments.customer) if arguments.customer else None,
        tuple(payment_of(text, currency) for text in arguments.pay),
        amount_of(arguments.discount, currency) if arguments.discount else 0,
        arguments.points,
        coupon_codes=tuple(arguments.coupon),
        note=arguments.note,
        at=_moment(arguments.at),
    )


def _moment(text: str | None) -> datetime | None:
    try:
        return None if text is None else datetime.fromisoformat(text).astimezone()
    except ValueError:
        raise Fault(FaultKind.VALUE_INVALID, field="at", value=text, reason="not_a_date") from None
