"""`void`: write the inverse of a slip."""

from __future__ import annotations

import argparse

from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.cli.tilling import recorded_as_json, recorded_lines, slip_named
from crm_desktop.services.describe_changes import change_sentence
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.say_money import currency_of
from crm_desktop.services.void_sale import void_sale


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Void, and say the number of the void and what the customer holds now."""
    with shop_of(options) as shop:
        currency = currency_of(shop.workplace)
        done = void_sale(shop.workplace, slip_named(shop.workplace, arguments.slip).sale_id, arguments.reason)
    if arguments.json:
        say_json(recorded_as_json(done))
    else:
        say(change_sentence(done.changes), *recorded_lines(done, currency))
