"""Closes the last days of the sample shop: the day's cash goes to the bank, the change for the morning stays."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Connection, select

from crm_desktop.base.clock import from_stamp
from crm_desktop.domain.demo.shop import DemoShop
from crm_desktop.domain.sales import PayBy
from crm_desktop.store import tables as t
from crm_desktop.store.bulk_load import BulkLoad
from crm_desktop.store.day_closes import figures_text
from crm_desktop.store.day_figures import Methods, day_figures
from crm_desktop.store.demo_rules import next_id
from crm_desktop.store.shop_time import shop_time

_CHANGE = 50_000
"""What stays in the drawer over night, minor units."""
_DAYS = 30
_LATER = 600_000
"""Milliseconds from the last slip of a day to the counting."""
_TO_BANK, _TO_BEGIN = "存银行", "留备用金，其余存银行"
_MOVE = ("id", "day", "at", "person_id", "amount", "reason")
_CLOSE = (
    "day", "at", "person_id", "last_sale_id", "last_movement_id", "last_correction_id", "expected", "counted",
    "figures",
)  # fmt: skip
_CASH_OF_DAYS = (
    "SELECT s.day, max(s.id), max(s.at), COALESCE(sum(p.amount), 0) FROM sale s "
    f"LEFT JOIN sale_payment p ON p.sale_id = s.id AND p.method = '{PayBy.CASH.value}' GROUP BY s.day ORDER BY s.day"
)


def close_days(connection: Connection, load: BulkLoad, shop: DemoShop, methods: Methods) -> None:
    """Close the days of the last month that had any slip, up to yesterday."""
    today = shop_time(connection).day_of(from_stamp(shop.now))
    days = [row for row in connection.exec_driver_sql(_CASH_OF_DAYS) if row[0] < today.isoformat()]
    before = [row for row in days if row[0] < (today - timedelta(days=_DAYS)).isoformat()]
    owner = connection.execute(select(t.person.c.id).order_by(t.person.c.id).limit(1)).scalar_one()
    move_id = next_id(connection, t.cash_movement)
    if before:
        kept = _CHANGE - sum(row[3] for row in before)
        load.insert(t.cash_movement, _MOVE, [(move_id, before[-1][0], before[-1][2], owner, kept, _TO_BEGIN)])
    drawer = _CHANGE if before else 0
    for day, last_sale, last_at, cash in days[len(before) :]:
        at = last_at + _LATER
        if cash:
            move_id += 1
            load.insert(t.cash_movement, _MOVE, [(move_id, day, at, owner, -cash, _TO_BANK)])
        figures = figures_text(day_figures(connection, date.fromisoformat(day), methods))
        load.insert(t.day_close, _CLOSE, [(day, at, owner, last_sale, move_id, 0, drawer, drawer, figures)])
