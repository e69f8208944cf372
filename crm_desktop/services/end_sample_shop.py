"""End a sample shop: it is put aside, and the next start begins with an empty customer book."""

from __future__ import annotations

from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.rights import Right
from crm_desktop.services.open_shop import OpenShop


def is_sample_shop(shop: OpenShop) -> bool:
    """Tell whether the customers of this shop were invented."""
    return shop.store.meta("demo") is not None


def end_sample_shop(shop: OpenShop) -> Path:
    """Close the shop's database and put everything of it aside; return where it lies now.

    Raises Fault NOT_ALLOWED for a shop that is none for trying, FOLDER_IN_USE while a command has it open.
    """
    from crm_desktop.store.put_aside import put_aside

    shop.workplace.require(Right.RESTORE)
    if not is_sample_shop(shop):
        raise Fault(FaultKind.NOT_ALLOWED)
    shop.store.close()
    with shop.use.alone():
        return put_aside(shop.places.data, shop.workplace.now())
