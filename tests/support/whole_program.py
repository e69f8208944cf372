"""A day of a shop in one process: window, import, sale, export, copy, erasure, backup, a mistake. Run as a module.

Arguments: the data folder, a folder for files, and a file that says when everything was done.
"""

from __future__ import annotations

import sys
from pathlib import Path

NAME, PHONE, NOTE = "Quuxanthippe 金丝雀", "13712345678", "canarynote"


def main(data: Path, files: Path, done: Path) -> None:
    """Work through the day."""
    from crm_desktop.app import Program, make_application
    from crm_desktop.domain.customer import CustomerDraft
    from crm_desktop.domain.journal import Source
    from crm_desktop.services.back_up import back_up
    from crm_desktop.services.export_customers import export_customers
    from crm_desktop.services.import_customers import import_customers
    from crm_desktop.services.open_shop import ShopOptions, open_shop
    from crm_desktop.services.person_copy import copy_person
    from crm_desktop.services.register_customer import register_customer
    from tests.support import loyalty_shop
    from tests.support.keys import MemoryVault
    from tests.support.shop import phone_contact

    application = make_application()
    options = ShopOptions(data, "en")
    shop = open_shop(options, Source.WINDOW, MemoryVault())
    program = Program(application, shop, options)
    program.keeper.open("customers")
    _settle(application, program)
    place = shop.workplace
    one = register_customer(place, CustomerDraft(NAME, {"note": NOTE}, (phone_contact(PHONE),))).subject_id or 0
    old = files / "old.csv"
    old.write_text(f"姓名,手机,备注\n{NAME},{PHONE},{NOTE}\n李娜,13911112222,{NOTE}\n", encoding="utf-8")
    import_customers(place, old)
    loyalty_shop.begin(place)
    loyalty_shop.sell(place, one, 18800)
    export_customers(place, files / "all.xlsx")
    copy_person(place, one, files / "copy", checked="known")
    for page in ("today", "till", "privacy", "customers"):
        program.keeper.window.stack.open(page)
        _settle(application, program)
    program.keeper.window.search.setText("Quux") if hasattr(program.keeper.window, "search") else None
    back_up(place, shop.places, shop.key)
    program.work.write(_mistake)
    _settle(application, program)
    program.close()
    done.write_text("all", encoding="utf-8")


def _mistake() -> None:
    raise LookupError(f"{NAME} with {PHONE} has no {NOTE!r}")


def _settle(application: object, program: object) -> None:
    from PySide6.QtTest import QTest

    for _ in range(200):
        QTest.qWait(30)
        if program.work.is_idle():  # type: ignore[attr-defined]
            return
    raise AssertionError("the window does not come to rest")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
