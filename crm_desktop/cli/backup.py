"""`backup`: make a verified copy of the customer book."""

from __future__ import annotations

import argparse

from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.services.back_up import back_up
from crm_desktop.services.open_shop import ShopOptions


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Make it and say where it is."""
    folder = arguments.folder.expanduser().resolve() if arguments.folder else None
    with shop_of(options) as shop:
        made = back_up(shop.workplace, shop.places, shop.key, folder)
    customers = made.manifest.counts.get("customer", 0)
    if arguments.json:
        say_json({"file": str(made.path), "customers": customers, "size": made.path.stat().st_size})
    else:
        text = _T("Command", "The backup with %n customer(s) is proven and lies in {file}.", n=customers)
        say(text.format(file=made.path))
