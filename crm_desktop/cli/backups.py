"""`backups`: list the backups, here and in the second place; the shop is not opened for it."""

from __future__ import annotations

import argparse

from crm_desktop.base.paths import find_places
from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json, table
from crm_desktop.services.backup_words import place_words, reason_words, whole_words
from crm_desktop.services.list_backups import BackupEntry, every_backup
from crm_desktop.services.open_shop import ShopOptions


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """List them, the newest first."""
    entries = every_backup(find_places(options.data_dir))
    if arguments.json:
        say_json([_as_json(entry) for entry in entries])
    elif entries:
        heading = [_T("Restore", "Made"), _T("Restore", "Customers"), _T("Restore", "Why"), _T("Restore", "Size")]
        heading += [_T("Backup", "Where"), _T("Backup", "Checked"), _T("Restore", "File")]
        say(*table([heading, *(_row(entry) for entry in entries)]))
    else:
        say(_T("Backup", "There is no backup yet."))


def _row(entry: BackupEntry) -> list[str]:
    made = f"{entry.made_at.astimezone():%Y-%m-%d %H:%M}" if entry.made_at else "?"
    customers = "?" if entry.customers is None else str(entry.customers)
    size = f"{entry.size / 1_000_000:.1f} MB"
    where, whole = place_words(here=entry.here, there=entry.there), whole_words(is_whole=entry.is_whole)
    return [made, customers, reason_words(entry.reason), size, where, whole, str(entry.path)]


def _as_json(entry: BackupEntry) -> dict[str, object]:
    return {
        "file": str(entry.path),
        "made_at": entry.made_at.isoformat() if entry.made_at else None,
        "reason": entry.reason.value if entry.reason else None,
        "customers": entry.customers,
        "sales": entry.sales,
        "size": entry.size,
        "whole": entry.is_whole,
        "here": entry.here,
        "second_place": entry.there,
    }
