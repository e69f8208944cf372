"""The sections of the page of today."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, and_, literal

from crm_desktop.domain.follow_up import CalendarItem, FollowUpStatus, by_time
from crm_desktop.store.follow_ups import item
from crm_desktop.store.queries.follow_up_list import entries
from crm_desktop.store.tables import follow_up


def read_sections(
    connection: Connection, today: date, person_id: int | None, limit: int
) -> tuple[list[CalendarItem], list[CalendarItem]]:
    """Return what is overdue (what matters most first, then the oldest) and what is due today (by time)."""
    row = follow_up.c
    whose = literal(True) if person_id is None else row.owner_id == person_id
    is_open = and_(row.status == FollowUpStatus.OPEN.value, row.live == 1, whose)
    late = entries().where(is_open, row.day < today.isoformat()).order_by(row.priority.desc(), row.day, row.time)
    due = entries().where(is_open, row.day == today.isoformat())
    overdue = [item(one) for one in connection.execute(late.limit(limit))]
    return overdue, sorted((item(one) for one in connection.execute(due.limit(limit))), key=by_time)
