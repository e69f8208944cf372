"""A tag for 100,000 customers chosen in a list, and its undo."""

from __future__ import annotations

from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.services.read_customers import full_list
from crm_desktop.services.tag_customers import add_tag
from crm_desktop.services.undo import undo
from tests.bench.measure import Context, Result, seconds

NAME = "tag"
CHOSEN = 100_000


def run(context: Context) -> list[Result]:
    """Choose everybody but the rest, as Ctrl+A does in a list of 100,000."""
    shop = context.shop.copy_to(context.scratch / "shop").open()
    ids = full_list(shop.workplace, CustomerQuery()).ids[:CHOSEN]
    tagged = seconds(lambda: add_tag(shop.workplace, Selection(frozenset(ids)), "双十一"))
    undone = seconds(lambda: undo(shop.workplace))
    shop.close()
    return [
        Result(NAME, f"tag {len(ids):,} customers", tagged, "s", "≤ 3 s", tagged <= 3),
        Result(NAME, "take it back", undone, "s", "≤ 5 s", undone <= 5),
    ]
