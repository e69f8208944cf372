"""The open shop of one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from crm_desktop.base.clock import Clock, system_clock
from crm_desktop.domain.journal import Source
from crm_desktop.services.open_shop import OpenShop, ShopOptions, open_shop
from crm_desktop.services.sign_in import act_as


@contextmanager
def shop_of(options: ShopOptions, clock: Clock = system_clock) -> Iterator[OpenShop]:
    """Open the shop for the length of a command, as whoever it acts for; raises Fault as `open_shop` and `act_as`."""
    shop = open_shop(options, Source.COMMAND, clock=clock)
    try:
        act_as(shop.workplace, options.person, options.pin)
        yield shop
    finally:
        shop.close()
