"""The shop's own clock, for whoever shows days and hours."""

from __future__ import annotations

from crm_desktop.domain.shop_time import ShopTime
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.shop_time import shop_time


def shop_clock(workplace: Workplace) -> ShopTime:
    """Return the shop's zone and hours."""
    with workplace.store.read() as connection:
        return shop_time(connection)
