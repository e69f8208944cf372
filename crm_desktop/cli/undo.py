"""`undo`: take back the last action, or one by its number; taking back an undo does it again."""

from __future__ import annotations

import argparse

from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.services.describe_changes import change_sentence
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.undo import undo


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Take back, and say what was and what had to stay."""
    with shop_of(options) as shop:
        changes = undo(shop.workplace, arguments.operation)
    if not arguments.json:
        say(change_sentence(changes))
        return
    conflicts = [{"table": c.entity, "row": c.row_id, "field": c.field} for c in changes.conflicts]
    say_json(
        {"operation": changes.operation_id, "undoes": changes.undoes, "kind": changes.kind.value, "kept": conflicts}
    )
