"""Reading the shop's own clock from its settings."""

from __future__ import annotations

import json

from sqlalchemy import Connection

from crm_desktop.base.declared_settings import DAY_STARTS_AT, OPENS_AT, TIME_ZONE
from crm_desktop.base.settings import Setting, T
from crm_desktop.base.zones import zone_of
from crm_desktop.domain.shop_time import ShopTime
from crm_desktop.store.shop_settings import all_settings


def shop_time(connection: Connection) -> ShopTime:
    """Return the shop's zone and hours."""
    stored = all_settings(connection)
    zone = zone_of(_value(stored, TIME_ZONE))
    return ShopTime(zone, _value(stored, DAY_STARTS_AT), _value(stored, OPENS_AT))


def _value(stored: dict[str, str], setting: Setting[T]) -> T:
    value = json.loads(stored[setting.key]) if setting.key in stored else setting.default
    return value if setting.accepts(value) else setting.default
