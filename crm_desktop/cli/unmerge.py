"""`unmerge`: take a merge back; what came since stays with the survivor and is listed."""

from __future__ import annotations

import argparse

from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.services.describe_changes import change_sentence
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.read_customers import read_customer
from crm_desktop.services.say_likeness import total_words
from crm_desktop.services.unmerge_customers import unmerge


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Take the merge back, and say what stayed."""
    with shop_of(options) as shop:
        result = unmerge(shop.workplace, arguments.operation)
        restored = [read_customer(shop.workplace, row_id) for row_id in result.restored]
        survivor = read_customer(shop.workplace, result.survivor_id)
    if arguments.json:
        say_json(
            {
                "operation": result.changes.operation_id,
                "survivor": survivor.public_id,
                "restored": [one.public_id for one in restored],
                "later": [{"what": one.what.value, "count": one.count} for one in result.later],
                "kept": [{"table": c.entity, "row": c.row_id, "field": c.field} for c in result.changes.conflicts],
            }
        )
        return
    names = ", ".join(one.name for one in restored)
    words = total_words()
    came = ", ".join(f"{words[one.what]} {one.count}" for one in result.later)
    say(change_sentence(result.changes), _T("Command", "There again: {names}.").format(names=names))
    if came:
        text = _T("Command", "What came after the merge stays with {name}: {what}.")
        say(text.format(name=survivor.name, what=came))
