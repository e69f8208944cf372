"""`refund`: take back what was sold on a slip."""

from __future__ import annotations

import argparse

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.cli.tilling import (
    amount_of,
    payment_of,
    quantity_of,
    recorded_as_json,
    recorded_lines,
    slip_named,
)
from crm_desktop.domain.sales import RefundDraft, Slip
from crm_desktop.services.describe_changes import change_sentence
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.refund_sale import refund_sale
from crm_desktop.services.say_money import currency_of


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Refund, and say the number of the refund and what the customer holds now."""
    with shop_of(options) as shop:
        currency = currency_of(shop.workplace)
        slip = slip_named(shop.workplace, arguments.slip)
        done = refund_sale(shop.workplace, _draft(slip, arguments, currency))
    if arguments.json:
        say_json(recorded_as_json(done))
    else:
        said = [] if done.was_there else [change_sentence(done.changes)]
        say(*said, *recorded_lines(done, currency))


def _draft(slip: Slip, arguments: argparse.Namespace, currency: str) -> RefundDraft:
    return RefundDraft(
        arguments.slip_id or new_public_id(),
        slip.sale_id,
        dict(_line(slip, text) for text in arguments.line),
        amount_of(arguments.amount, currency) if arguments.amount is not None else None,
        tuple(payment_of(text, currency) for text in arguments.pay),
        arguments.reason,
    )


def _line(slip: Slip, text: str) -> tuple[int, int]:
    """Return the line and the quantity of "2=1", counted from one."""
    place, _, quantity = text.partition("=")
    if not place.strip().isdecimal() or not 0 < int(place) <= len(slip.lines):
        raise Fault(FaultKind.NOT_FOUND, what="line", line=place)
    line = slip.lines[int(place) - 1]
    return line.line_id, quantity_of(quantity) if quantity else line.quantity - line.returned
