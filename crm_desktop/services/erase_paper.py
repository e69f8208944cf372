"""The receipt of an erasure on paper: what went, what stays and why, how long backups still hold her."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

from crm_desktop.base.declared_settings import SHOP_NAME
from crm_desktop.base.text import _T
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import protocol, worker
from crm_desktop.services.erase_person import Receipt
from crm_desktop.services.person_words import part_words
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.shop_settings import all_settings, value_in

_STAYS = ("sale", "account", "coupon", "gift")


def save_receipt(workplace: Workplace, receipt: Receipt, path: Path) -> None:
    """Write the receipt to a PDF file; raises Fault NO_PAPER, FILE_IN_USE, DISK_FULL, FOLDER_NOT_WRITABLE."""
    workplace.require(Right.PRIVACY)
    worker.write_page(protocol.PageRequest(str(path), receipt_title(), receipt_html(workplace, receipt)))


def receipt_title() -> str:
    """Return what the receipt is called."""
    return _T("Erase", "Receipt of an erasure")


def receipt_html(workplace: Workplace, receipt: Receipt) -> str:
    """Return the receipt as simple HTML; it names nobody, the reference is the random id she had."""
    workplace.require(Right.PRIVACY)
    with workplace.store.read() as connection:
        shop = str(value_in(all_settings(connection), SHOP_NAME) or "")
    lines = "".join(f"<p>{escape(line)}</p>" for line in receipt_lines(receipt))
    name = escape(_T("Erase", "Name (by hand): ______________________"))
    return f"<h1>{escape(receipt_title())}</h1><p>{escape(shop)}</p><p>{name}</p>{lines}"


def receipt_lines(receipt: Receipt) -> list[str]:
    """Return the receipt line by line."""
    return list(_lines(receipt))


def _lines(receipt: Receipt) -> Iterator[str]:
    on = _T("Erase", "Erased on {day}. Reference: {reference}.")
    yield on.format(day=_day(receipt.at), reference=receipt.former_id)
    yield _T("Erase", "Erased: name, contact details, address, birthday, notes, and {parts}.").format(
        parts=_listed(receipt, gone=True) or _T("Erase", "nothing else")
    )
    yield _T("Erase", "Their earlier values were taken out of %n entry(ies) of the log of changes.", n=receipt.payloads)
    yield _T(
        "Erase",
        "Kept without a name, because books and taxes require it: date, goods and money of {parts}.",
    ).format(parts=_listed(receipt, gone=False) or _T("Erase", "no purchases"))
    if receipt.left_alone:
        yield _T(
            "Erase",
            "Phone numbers and e-mail addresses are kept only as a code that no number can be read from, "
            "so that nobody is written to again by mistake.",
        )
    if receipt.backups_until:
        yield _T(
            "Erase",
            "Backups made before still hold the data, encrypted, until {day} at the latest. If one is restored, the "
            "program erases the person again before anything is shown.",
        ).format(day=_day(receipt.backups_until))
    if receipt.mentions:
        count = sum(receipt.mentions.values())
        yield _T("Erase", "%n text(s) about others may name the person; the shop looks through them.", n=count)
    if receipt.old_reasons:
        yield _T("Erase", "%n reason(s) from an older version stay in the log.", n=receipt.old_reasons)


def _listed(receipt: Receipt, *, gone: bool) -> str:
    """Return the tables with their counts."""
    words = part_words()
    named = [name for name in words if receipt.rows.get(name) and (name not in _STAYS) is gone]
    return ", ".join(f"{words[name]} ({receipt.rows[name]})" for name in named)


def _day(moment: object) -> str:
    day: date = moment.astimezone().date()  # type: ignore[attr-defined]
    return day.isoformat()
