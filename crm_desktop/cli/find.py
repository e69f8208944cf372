"""`find`: customers who match a text, the best first."""

from __future__ import annotations

import argparse

from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json, table
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.fields import standard_fields
from crm_desktop.services.find_customers import Found, find_customers
from crm_desktop.services.open_shop import ShopOptions


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Print who was found; nobody is an answer too."""
    with shop_of(options) as shop:
        found = find_customers(shop.workplace, arguments.text, arguments.limit)
    if arguments.json:
        say_json([_as_json(one) for one in found])
    elif found:
        say(*table(_row(one) for one in found))
    else:
        say(_T("Command", "Nobody was found for {text}.").format(text=arguments.text))


def _as_json(found: Found) -> dict[str, object]:
    why = "; ".join(f"{reason.field}: {reason.value}" for reason in found.why)
    return {"id": found.customer.public_id, "name": found.customer.name, "phones": found.phones, "why": why}


def _row(found: Found) -> list[str]:
    labels = {field.key: field.label for field in standard_fields()}
    why = ", ".join(f"{labels[reason.field]} {reason.value}" for reason in found.why if reason.field != "name")
    return [found.customer.public_id, found.customer.name, " ".join(found.phones), why]
