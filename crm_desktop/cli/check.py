"""`check`: prove that the whole customer book is in order."""

from __future__ import annotations

import argparse

from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.services.check_database import check_database, check_since_backup, report_to_json, report_to_text
from crm_desktop.services.open_shop import ShopOptions


def run(options: ShopOptions, arguments: argparse.Namespace) -> int:
    """Check and tell; 1 where something is wrong."""
    with shop_of(options) as shop:
        if arguments.quick:
            report = check_since_backup(shop.workplace, shop.places)
        else:
            report = check_database(shop.workplace, places=shop.places)
    if arguments.json:
        say_json(report_to_json(report))
    else:
        say(report_to_text(report))
    return 0 if report.is_clean else 1
