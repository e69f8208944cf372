"""`erase`: erase a person for good, keeping what was sold without her."""

from __future__ import annotations

import argparse

from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.backup import BackupReason
from crm_desktop.services.back_up import back_up_before
from crm_desktop.services.erase_paper import receipt_lines, save_receipt
from crm_desktop.services.erase_person import erase_person, look_before_erasing
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.read_customers import resolve_customer
from crm_desktop.services.say_money import currency_of, money_text


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Say what would go, let the name be typed, make a backup, erase, and print the receipt."""
    with shop_of(options) as shop:
        found = look_before_erasing(shop.workplace, resolve_customer(shop.workplace, arguments.id))
        if found.stored_value and not arguments.json:
            owed = money_text(found.stored_value, currency_of(shop.workplace))
            say(_T("Command", "{amount} that was paid in is still there: pay it out before.").format(amount=owed))
        typed = arguments.name
        if typed is None:
            typed = _asked(_T("Command", "Nothing brings a person back. Type the name to erase: "))

        def back_up() -> None:
            back_up_before(shop.workplace, shop.places, shop.key, BackupReason.ERASE)

        receipt = erase_person(
            shop.workplace,
            found.customer_id,
            typed,
            leave_alone=not arguments.may_contact_again,
            before=None if arguments.no_backup else back_up,
        )
        if arguments.receipt is not None:
            save_receipt(shop.workplace, receipt, arguments.receipt.expanduser().resolve())
    if arguments.json:
        say_json({"former_id": receipt.former_id, "rows": receipt.rows, "payloads": receipt.payloads})
    else:
        say(*receipt_lines(receipt))


def _asked(question: str) -> str:
    """Return what is typed; "" where nobody can type anything."""
    try:
        return input(question)
    except (EOFError, RuntimeError):  # a script without an input; a program that has none at all
        return ""
