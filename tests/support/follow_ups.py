"""Short ways to plan follow-ups and series in a test shop, straight through a unit of work."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import text

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.journal import Kind
from crm_desktop.store import tables as t
from crm_desktop.store.check_derived import Rebuilt
from crm_desktop.store.check_rules import Finding
from tests.support.shop import Shop

TODAY = date(2026, 11, 22)
"""The day on which the test shop's clock starts, a Sunday."""


def plan(shop: Shop, day: date, **values: Any) -> int:
    """Plan a single follow-up; return its id."""
    row = {"kind": "call", "title": "回访", "origin": "hand", "day": day.isoformat(), **values}
    with shop.workplace.unit_of_work(Kind.FOLLOW_UP_ADD) as work:
        found = work.insert_one(t.follow_up, public_id=new_public_id(), created_at=work.at, **row)
        work.commit()
    return found


def plan_series(shop: Shop, rule: str, start: date = TODAY, **values: Any) -> int:
    """Plan a series; return its id."""
    row = {
        "kind": "call",
        "title": "每周回访",
        "origin": "hand",
        "rule": rule,
        "anchor": "fixed",
        "on_closed": "keep",
        "start_day": start.isoformat(),
        **values,
    }
    with shop.workplace.unit_of_work(Kind.FOLLOW_UP_ADD) as work:
        found = work.insert_one(t.follow_up_series, public_id=new_public_id(), created_at=work.at, **row)
        work.commit()
    return found


def change(shop: Shop, table: Any, row_id: int, **values: Any) -> None:
    """Set values of a row."""
    with shop.workplace.unit_of_work(Kind.FOLLOW_UP_EDIT) as work:
        work.update(table, row_id, **values)
        work.commit()


def remove(shop: Shop, table: Any, row_id: int) -> None:
    """Take a row away."""
    with shop.workplace.unit_of_work(Kind.FOLLOW_UP_REMOVE) as work:
        work.delete_where(table, table.c.id == row_id)
        work.commit()


def take_out(shop: Shop, series_id: int, original: str) -> int:
    """Take one occurrence out of its series; return the id of the exception."""
    with shop.workplace.unit_of_work(Kind.FOLLOW_UP_REMOVE) as work:
        found = work.insert_one(t.series_exception, series_id=series_id, original=original)
        work.commit()
    return found


def days_of(shop: Shop, series_id: int) -> list[str]:
    """Return the days of a series' open occurrences."""
    sql = text("SELECT day FROM occurrence WHERE series_id = :id ORDER BY day, time")
    with shop.store.read() as connection:
        return list(connection.execute(sql, {"id": series_id}).scalars())


def next_of(shop: Shop, customer_id: int) -> str | None:
    """Return the day of a customer's next follow-up."""
    sql = text("SELECT next_follow_up FROM customer WHERE id = :id")
    with shop.store.read() as connection:
        found: str | None = connection.execute(sql, {"id": customer_id}).scalar()
    return found


def derived_findings(shop: Shop) -> list[Finding]:
    """Return what is derived and not what it would be if it were made anew."""
    with Rebuilt(shop.store) as rebuilt:
        return [*rebuilt.derived_findings(), *rebuilt.search_findings()]
