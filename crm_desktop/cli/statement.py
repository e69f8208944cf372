"""`statement`: what a customer earned and spent, with the signed balance, as a file to hand over."""

from __future__ import annotations

import argparse

from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.read_customers import resolve_customer
from crm_desktop.services.statement import statement_of
from crm_desktop.services.statement_paper import write_statement


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Write the file, and say where it is and what stands there."""
    with shop_of(options) as shop:
        customer_id = resolve_customer(shop.workplace, arguments.id)
        made = statement_of(shop.workplace, customer_id, arguments.first, arguments.last)
        write_statement(shop.workplace, made, arguments.file)
    if arguments.json:
        parts = [{"name": one.name, "before": one.before, "after": one.after} for one in made.parts]
        say_json(
            {"file": str(arguments.file), "first": made.first, "last": made.last, "parts": parts, "signed": made.signed}
        )
    else:
        say(_T("Command", "The statement of {name} is in {file}.").format(name=made.name, file=arguments.file))
