"""`template`: a blank workbook to fill in."""

from __future__ import annotations

import argparse

from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.services.import_templates import write_template
from crm_desktop.services.open_shop import ShopOptions


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Write the template of a kind."""
    target = arguments.file.expanduser().resolve()
    target = target if target.suffix else target.with_suffix(".xlsx")
    with shop_of(options) as shop:
        write_template(shop.workplace, arguments.kind, target)
    if arguments.json:
        say_json({"file": str(target)})
    else:
        say(_T("Command", "The blank workbook is {file}.").format(file=target))
