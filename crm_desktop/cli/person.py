"""`person`: write a copy of everything that is held of a person."""

from __future__ import annotations

import argparse

from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.person_copy import copy_person
from crm_desktop.services.read_customers import resolve_customer


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Write it into a folder and say what is in it."""
    folder = arguments.out.expanduser().resolve()
    with shop_of(options) as shop:
        customer_id = resolve_customer(shop.workplace, arguments.id)
        made = copy_person(shop.workplace, customer_id, folder, checked=arguments.checked or "")
    if arguments.json:
        say_json({"folder": str(folder), "rows": made.counts, "files": made.files, "pdf": made.has_pdf})
        return
    say(_T("Command", "Everything that is held is in {folder}, with %n file(s).", n=made.files).format(folder=folder))
    if not made.has_pdf:
        say(_T("Command", "There is no PDF: this computer has nothing to draw one with."))
    if made.missing_files:
        say(_T("Command", "%n file(s) could not be read any more.", n=made.missing_files))
