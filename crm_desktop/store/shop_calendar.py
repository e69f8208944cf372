"""Reading on which days the shop is closed: its weekdays, and the days it entered beside the official calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from crm_desktop.base.declared_settings import CLOSED_WEEKDAYS
from crm_desktop.store.shop_settings import value_of
from crm_desktop.store.tables import shop_day

if TYPE_CHECKING:
    from crm_desktop.domain.shop_calendar import ShopCalendar


def shop_calendar(connection: Connection) -> ShopCalendar:
    """Return the shop's calendar."""
    from crm_desktop.domain.shop_calendar import ShopCalendar, SpecialDay

    weekdays = frozenset(int(day) for day in value_of(connection, CLOSED_WEEKDAYS).split(",") if day)
    rows = connection.execute(select(shop_day.c.day, shop_day.c.closed, shop_day.c.name))
    own = {date.fromisoformat(row.day): SpecialDay(row.name or "", bool(row.closed), own=True) for row in rows}
    return ShopCalendar(closed_weekdays=weekdays, added=own)
