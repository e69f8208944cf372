"""The open shop of one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from crm_desktop.base.clock import Clock, system_clock
from crm_desktop.domain.journal import Source
from crm_desktop.services.open_shop import OpenShop, ShopOptions, open_shop


@contextmanager
def shop_of(options: ShopOptions, clock: Clock = system_clock) -> Iterator[OpenShop]:
    """Open the shop for the length of a command; raises Fault as `open_shop`."""
    shop = open_shop(options, Source.COMMAND, clock=clock)
    try:
        yield shop
    finally:
        shop.close()
