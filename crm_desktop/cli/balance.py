"""`balance`: what a customer's accounts hold today."""

from __future__ import annotations

import argparse

from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.cli.tilling import balance_as_json, balance_lines
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.read_balances import read_balances
from crm_desktop.services.read_customers import resolve_customer
from crm_desktop.services.say_money import currency_of


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Print the balances; none is an answer too."""
    with shop_of(options) as shop:
        currency = currency_of(shop.workplace)
        balances = read_balances(shop.workplace, resolve_customer(shop.workplace, arguments.id))
    if arguments.json:
        say_json([balance_as_json(one) for one in balances])
    else:
        say(*(balance_lines(balances, currency) or [_T("Command", "This customer holds nothing.")]))
