"""`imports`: the imports of the past, who made them, and how to take one back."""

from __future__ import annotations

import argparse

from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json, table
from crm_desktop.cli.session import shop_of
from crm_desktop.services.import_history import imports
from crm_desktop.services.import_views import ImportEntry
from crm_desktop.services.open_shop import ShopOptions

_COUNTS = ("created", "updated", "unchanged", "skipped", "errors")


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """List the imports, the newest first."""
    with shop_of(options) as shop:
        found = imports(shop.workplace, arguments.limit)
    if arguments.json:
        say_json([_as_json(entry) for entry in found])
    elif not found:
        say(_T("Command", "Nothing has been imported yet."))
    else:
        say(*table([_headings(), *map(_line, found)]))


def _as_json(entry: ImportEntry) -> dict[str, object]:
    return {
        "id": entry.id,
        "operation": entry.operation,
        "at": entry.at.isoformat(),
        "file": entry.file,
        "kind": entry.kind,
        "person": entry.person,
        **{name: getattr(entry, name) for name in _COUNTS},
        "undone": entry.undone,
        "can_undo": entry.can_undo,
    }


def _headings() -> list[str]:
    return [
        _T("Command", "undo"),
        _T("Command", "when"),
        _T("Command", "who"),
        _T("Command", "new"),
        _T("Command", "changed"),
        _T("Command", "as before"),
        _T("Command", "left out"),
        _T("Command", "errors"),
        _T("Command", "file"),
        "",
    ]


def _line(entry: ImportEntry) -> list[str]:
    counts = [str(getattr(entry, name)) for name in _COUNTS]
    when = entry.at.astimezone().strftime("%Y-%m-%d %H:%M")
    state = _T("Command", "taken back") if entry.undone else ""
    return [str(entry.operation or "-"), when, entry.person or "", *counts, entry.file, state]
