"""Reading the shop's own clock from its settings."""

from __future__ import annotations

from sqlalchemy import Connection

from crm_desktop.base.declared_settings import DAY_STARTS_AT, OPENS_AT, TIME_ZONE
from crm_desktop.base.zones import zone_of
from crm_desktop.domain.shop_time import ShopTime
from crm_desktop.store.shop_settings import all_settings, value_in


def shop_time(connection: Connection) -> ShopTime:
    """Return the shop's zone and hours."""
    stored = all_settings(connection)
    zone = zone_of(value_in(stored, TIME_ZONE))
    return ShopTime(zone, value_in(stored, DAY_STARTS_AT), value_in(stored, OPENS_AT))
