"""Lists of follow-ups: the SELECTs behind them, and those of a customer, open ones first."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from crm_desktop.domain.follow_up import CalendarItem, FollowUpStatus, by_time
from crm_desktop.store.follow_ups import ITEM_COLUMNS, SERIES_ITEM_COLUMNS, item, occurrence_item
from crm_desktop.store.tables import cadence, customer, follow_up, follow_up_series, occurrence


def entries() -> Select[Any]:
    """Return the SELECT of follow-ups with their customers' names, in no order."""
    columns = (follow_up.c[name] for name in ITEM_COLUMNS)
    whose = customer.c.name.label("customer_name")
    return select(*columns, whose).outerjoin_from(follow_up, customer, customer.c.id == follow_up.c.customer_id)


def occurrences() -> Select[Any]:
    """Return the SELECT of open occurrences with what their series say, in no order."""
    said = (follow_up_series.c[name] for name in SERIES_ITEM_COLUMNS)
    when = (occurrence.c.series_id, occurrence.c.original, occurrence.c.day, occurrence.c.time)
    return (
        select(*when, *said, customer.c.name.label("customer_name"))
        .select_from(occurrence)
        .join(follow_up_series, follow_up_series.c.id == occurrence.c.series_id)
        .outerjoin(customer, customer.c.id == occurrence.c.customer_id)
    )


def occurrence_shown(row: Row[Any]) -> CalendarItem:
    """Return a row of `occurrences` as lists show it."""
    return occurrence_item(row, row.series_id, row.original, row.day, row.time)


def of_customer(connection: Connection, customer_id: int, limit: int) -> list[CalendarItem]:
    """Return a customer's entries: the open ones by day, then the others, the last first."""
    row = follow_up.c
    mine = entries().where(row.customer_id == customer_id)
    is_open = row.status == FollowUpStatus.OPEN.value
    rows = connection.execute(mine.where(is_open).order_by(row.day, row.time).limit(limit))
    due = occurrences().where(occurrence.c.customer_id == customer_id).order_by(occurrence.c.day).limit(limit)
    items = [item(one) for one in rows] + [occurrence_shown(one) for one in connection.execute(due)]
    closed = mine.where(~is_open).order_by(row.closed_at.desc()).limit(limit)
    return sorted(items, key=by_time)[:limit] + [item(one) for one in connection.execute(closed)]


def next_of_series(connection: Connection, series_id: int, after: date) -> date | None:
    """Return the day of the next open entry of a series after a day."""
    mine = (follow_up.c.series_id == series_id) & (follow_up.c.status == FollowUpStatus.OPEN.value)
    rows = select(func.min(follow_up.c.day)).where(mine, follow_up.c.day > after.isoformat())
    days = (occurrence.c.series_id == series_id) & (occurrence.c.day > after.isoformat())
    found = (
        connection.execute(rows).scalar(),
        connection.execute(select(func.min(occurrence.c.day)).where(days)).scalar(),
    )
    return min((date.fromisoformat(day) for day in found if day), default=None)


def next_of_run(connection: Connection, run_id: int, but_for: int) -> date | None:
    """Return the day of the next open step of a plan that goes on."""
    mine = (follow_up.c.plan_run_id == run_id) & (follow_up.c.status == FollowUpStatus.OPEN.value)
    day = connection.execute(select(func.min(follow_up.c.day)).where(mine, follow_up.c.id != but_for)).scalar()
    return date.fromisoformat(day) if day else None


def ideal_days(connection: Connection, cadence_id: int) -> int:
    """Return after how many days a cadence has customers met again."""
    return int(connection.execute(select(cadence.c.ideal_days).where(cadence.c.id == cadence_id)).scalar_one())
