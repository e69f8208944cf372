"""A verified backup against the bare VACUUM INTO and the bare signature check of the same file."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from crm_desktop.services.back_up import back_up
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.store.driver import raw_connection
from crm_desktop.store.file_state import open_read_only
from tests.bench.measure import Context, Result, seconds

NAME = "backup"


def run(context: Context) -> list[Result]:
    """Make both twice, by turns."""
    shop = context.shop.open()
    floor = ours = float("inf")
    for _ in range(2):
        floor = min(floor, seconds(lambda: _bare(shop, context.scratch / "bare.db")))
        ours = min(ours, seconds(lambda: back_up(shop.workplace, shop.places, shop.key, context.scratch / "ours")))
    shop.close()
    return [Result(NAME, "verified backup", ours, "s", "≤ 1.5 ×", ours <= 1.5 * floor, floor)]


def _bare(shop: OpenShop, target: Path) -> None:
    with closing(raw_connection(shop.store.path, shop.key.key)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    with closing(open_read_only(target, shop.key.key)) as connection:
        connection.execute("PRAGMA cipher_integrity_check").fetchall()
    target.unlink()
