"""What came due between two moments and is open still: counted by index alone, and the first of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, text

from crm_desktop.domain.follow_up import CalendarItem, by_time
from crm_desktop.domain.shop_time import ShopTime
from crm_desktop.store.follow_ups import item, minutes_of
from crm_desktop.store.occurrences import BEHIND
from crm_desktop.store.queries.follow_up_list import entries, occurrence_shown, occurrences
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import follow_up, follow_up_series, occurrence

# An entry without a time comes due when its day is over.
_CAME_DUE = (
    "{day} BETWEEN :first AND :last AND CASE WHEN {time} IS NULL THEN {day} >= :since_day AND {day} < :today "
    "ELSE ({day}, {time}) > (:since, :since_time) AND ({day}, {time}) <= (:last, :now_time) END"
)
_ROWS = (
    "FROM follow_up INDEXED BY ix_follow_up_open WHERE status = 'open' AND live = 1 "
    "AND (owner_id IS NULL OR owner_id = :person) AND " + _CAME_DUE.format(day="day", time="time")
)


def missed_between(
    connection: Connection, person_id: int, clock: ShopTime, since: datetime, now: datetime, *, limit: int
) -> tuple[int, list[CalendarItem]]:
    """Return how many entries of a person, or of nobody, came due since a moment, and the first of them."""
    asked = _asked(person_id, clock, max(since, now - BEHIND), now)
    count = connection.execute(text(f"SELECT count(*) {_ROWS}"), asked).scalar_one()
    ids = connection.execute(text(f"SELECT id {_ROWS} ORDER BY day, time LIMIT :limit"), {**asked, "limit": limit})
    rows = connection.execute(entries().where(ids_in(follow_up.c.id, list(ids.scalars())))).all()
    came = text(f"occurrence.live = 1 AND {_CAME_DUE.format(day='occurrence.day', time='occurrence.time')}")
    mine = follow_up_series.c.owner_id.is_(None) | (follow_up_series.c.owner_id == person_id)
    theirs = occurrences().where(came.bindparams(**_named_in(asked)), mine)
    count += connection.execute(select(func.count()).select_from(theirs.subquery())).scalar_one()
    days = connection.execute(theirs.order_by(occurrence.c.day, occurrence.c.time).limit(limit))
    first = [item(row) for row in rows] + [occurrence_shown(row) for row in days]
    return count, sorted(first, key=by_time)[:limit]


def _asked(person_id: int, clock: ShopTime, since: datetime, now: datetime) -> dict[str, Any]:
    first, last = clock.local(since), clock.local(now)
    return {
        "person": person_id,
        "first": min(first.date(), clock.day_of(since)).isoformat(),
        "last": last.date().isoformat(),
        "since": first.date().isoformat(),
        "since_time": minutes_of(first.time()),
        "now_time": minutes_of(last.time()),
        "since_day": clock.day_of(since).isoformat(),
        "today": clock.day_of(now).isoformat(),
    }


def _named_in(asked: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in asked.items() if name != "person"}
