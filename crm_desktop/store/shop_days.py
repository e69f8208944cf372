"""The days a shop enters beside the official calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from crm_desktop.store.tables import shop_day
from crm_desktop.store.unit_of_work import UnitOfWork


def keep(work: UnitOfWork, day: date, *, closed: bool, name: str) -> None:
    """Insert a day, or change the one that is there."""
    values = {"closed": int(closed), "name": name or None}
    known = work.connection.execute(select(shop_day.c.id).where(shop_day.c.day == day.isoformat())).scalar()
    if known is None:
        work.insert_one(shop_day, day=day.isoformat(), **values)
    else:
        work.update(shop_day, known, **values)


def remove(work: UnitOfWork, days: Sequence[date]) -> int:
    """Take days away; return how many were there."""
    return work.delete_where(shop_day, shop_day.c.day.in_([day.isoformat() for day in days]))
