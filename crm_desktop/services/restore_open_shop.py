"""Goes back to a backup from an open shop, where whoever is at work may: the shop is closed for it."""

from __future__ import annotations

from pathlib import Path

from crm_desktop.domain.rights import Right
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.restore_backup import restore_backup
from crm_desktop.store.restore import Restored


def restore_open_shop(shop: OpenShop, backup: Path, code: str | None = None) -> Restored:
    """Close the shop's database and put a backup in its place; the next start opens it.

    Raises Fault NOT_ALLOWED, PIN_NEEDED, and what `restore_backup` raises.
    """
    shop.workplace.require(Right.RESTORE, fresh=True)
    shop.store.close()
    return restore_backup(shop.places, shop.vault, backup, shop.workplace.clock, code=code, use=shop.use)
