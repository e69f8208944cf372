"""What the follow-ups of a unit of work touch: occurrences, who is live, and the next follow-up of customers.

A unit of work that touches none of it asks nothing here and runs no statement more. The search text of customers is
left alone: a follow-up changes none of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Table

from crm_desktop.base.declared_settings import CLOSED_WEEKDAYS, TIME_ZONE
from crm_desktop.store.tables import customer, follow_up, follow_up_series, series_exception, setting, shop_day

if TYPE_CHECKING:
    from crm_desktop.store.occurrences import Window

MOST_AT_ONCE = 50
"""Series that are worked out in the transaction that changed them; more are left for the background."""

_FOLLOW_UP = frozenset({"customer_id", "day", "status", "series_id", "original"})
_OCCURRENCE_OF = frozenset({"series_id", "original"})
_RULE = frozenset({"start_day", "start_time", "rule", "anchor", "on_closed", "extra", "zone"})
_COPIED = frozenset({"customer_id", "priority"})
_WATCHED = {
    customer.name: frozenset({"deleted_at"}),
    follow_up.name: _FOLLOW_UP,
    follow_up_series.name: _RULE | _COPIED,
    series_exception.name: _OCCURRENCE_OF,
    shop_day.name: frozenset({"day", "closed"}),
    setting.name: frozenset({"value"}),
}

TABLES = (
    "CREATE TEMP TABLE IF NOT EXISTS dated (customer_id INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE IF NOT EXISTS dated_series (series_id INTEGER PRIMARY KEY, refill INTEGER NOT NULL)",
    "DELETE FROM temp.dated",
    "DELETE FROM temp.dated_series",
)
"""`dated`: customers whose next follow-up may be another; `dated_series`: series with occurrences that may be taken or
gone, and with `refill` those that must be worked out anew."""

_THESE = "SELECT row_id FROM temp.pending"
_DATE_PENDING = "INSERT OR IGNORE INTO temp.dated SELECT customer_id FROM temp.pending WHERE customer_id IS NOT NULL"
_DATE_PRESENT = (
    'INSERT OR IGNORE INTO temp.dated SELECT customer_id FROM "{table}" '
    f"WHERE id IN ({_THESE}) AND customer_id IS NOT NULL"
)
_NOBODYS = f"UPDATE follow_up SET live = 1 WHERE id IN ({_THESE}) AND customer_id IS NULL AND live = 0"
_NOTE_SERIES = (
    "INSERT INTO temp.dated_series SELECT DISTINCT {series}, {refill} FROM {rows} AND {series} IS NOT NULL "
    "ON CONFLICT(series_id) DO UPDATE SET refill = max(refill, excluded.refill)"
)
_SHIFTED = "follow_up_series WHERE on_closed <> 'keep'"
_ELSEWHERE = "follow_up_series WHERE zone IS NOT NULL"
_SETTINGS = (
    "SELECT COALESCE(setting.key, json_extract(before, '$.key')) FROM temp.pending "
    "LEFT JOIN setting ON setting.id = row_id"
)
_BY_SETTING = {CLOSED_WEEKDAYS.key: _SHIFTED, TIME_ZONE.key: _ELSEWHERE}
"""Which series a setting of the shop may move."""

_DATE_SERIES = (
    "INSERT OR IGNORE INTO temp.dated SELECT customer_id FROM {table} "
    "WHERE {id} IN (SELECT series_id FROM temp.dated_series) AND customer_id IS NOT NULL"
)
_DATE_OF_SERIES = (
    "INSERT OR IGNORE INTO temp.dated SELECT customer_id FROM follow_up_series WHERE id = ? AND customer_id IS NOT NULL"
)
_MINE = "series_id IN (SELECT series_id FROM temp.dated_series)"
_DROP_GONE = f"DELETE FROM occurrence WHERE {_MINE} AND series_id NOT IN (SELECT id FROM follow_up_series)"
_DROP_TAKEN = (
    f"DELETE FROM occurrence WHERE {_MINE} AND EXISTS (SELECT 1 FROM {{table}} other "
    "WHERE other.series_id = occurrence.series_id AND other.original = occurrence.original)"
)
_COPY = (
    "UPDATE occurrence SET customer_id = s.customer_id, priority = s.priority, live = s.customer_id IS NULL "
    "OR EXISTS (SELECT 1 FROM customer WHERE customer.id = s.customer_id AND deleted_at IS NULL) "
    "FROM follow_up_series s "
    f"WHERE s.id = occurrence.series_id AND {_MINE} "
    "AND (occurrence.customer_id IS NOT s.customer_id OR occurrence.priority <> s.priority)"
)
_TO_REFILL = (
    "SELECT series_id FROM temp.dated_series WHERE refill AND series_id IN (SELECT id FROM follow_up_series) LIMIT ?"
)
_LEAVE = "UPDATE follow_up_series SET filled = NULL WHERE id IN (SELECT series_id FROM temp.dated_series WHERE refill)"

IS_LIVE = (
    "(customer_id IS NULL OR EXISTS (SELECT 1 FROM customer WHERE customer.id = customer_id AND deleted_at IS NULL))"
)
"""The SQL of whether the customer of a follow-up or an occurrence is out of the bin; nobody's is, too."""
_SET_LIVE = (
    f"UPDATE {{table}} SET live = {IS_LIVE} WHERE customer_id IN (SELECT customer_id FROM temp.dated) "
    f"AND live <> {IS_LIVE}"
)
NEXT_FOLLOW_UP = (
    "CASE WHEN deleted_at IS NULL THEN (SELECT min(day) FROM ("
    "SELECT min(day) AS day FROM follow_up WHERE customer_id = customer.id AND status = 'open' "
    "UNION ALL SELECT min(day) FROM occurrence WHERE customer_id = customer.id)) END"
)
"""The SQL of a customer's next follow-up: the day of the earliest that is open; none of one who is in the bin."""
_SET_NEXT = (
    f"UPDATE customer SET next_follow_up = {NEXT_FOLLOW_UP} "
    f"WHERE id IN (SELECT customer_id FROM temp.dated) AND next_follow_up IS NOT ({NEXT_FOLLOW_UP})"
)
_ANYTHING = "SELECT EXISTS (SELECT 1 FROM follow_up) OR EXISTS (SELECT 1 FROM occurrence)"


def touches_dates(table: Table, action: str, columns: Iterable[str]) -> bool:
    """Tell whether a change of these columns may touch occurrences or the next follow-up of a customer."""
    watched = _WATCHED.get(table.name)
    if watched is None or (table is customer and action != "update"):
        return False  # what a customer brings or leaves is a change of its own
    return action != "update" or not watched.isdisjoint(columns)


def make_tables(connection: Connection) -> None:
    """Make the temporary tables, empty."""
    for statement in TABLES:
        connection.exec_driver_sql(statement)


def note_pending(connection: Connection, table: Table, action: str, columns: Iterable[str]) -> None:
    """Note whom and which series the rows in `temp.pending` touch; `touches_dates` said that they do."""
    changed = frozenset(columns)
    if "customer_id" in table.columns or table is customer:
        connection.exec_driver_sql(_DATE_PENDING)
        if action == "update" and "customer_id" in changed:
            connection.exec_driver_sql(_DATE_PRESENT.format(table=table.name))
            if table is follow_up:
                connection.exec_driver_sql(_NOBODYS)
    if table is follow_up or table is series_exception:
        _note_taken(connection, table, action, changed)
    elif table is follow_up_series:
        refill = action == "insert" or (action == "update" and not _RULE.isdisjoint(changed))
        _note(connection, "row_id", "temp.pending WHERE 1", refill)
    elif table is shop_day:
        _note(connection, "id", _SHIFTED, True)
    elif table is setting:
        for (key,) in connection.exec_driver_sql(_SETTINGS).all():
            if key in _BY_SETTING:
                _note(connection, "id", _BY_SETTING[key], True)


def _note_taken(connection: Connection, table: Table, action: str, changed: frozenset[str]) -> None:
    """Note the series of rows that stand for an occurrence; where one no longer does, its series is worked out."""
    if action == "update" and _OCCURRENCE_OF.isdisjoint(changed):
        return
    if action != "delete":
        _note(connection, "series_id", f"{table.name} WHERE id IN ({_THESE})", action == "update")
    if action != "insert":
        _note(connection, "json_extract(before, '$.series_id')", "temp.pending WHERE 1", True)


def _note(connection: Connection, series: str, rows: str, refill: bool) -> None:
    connection.exec_driver_sql(_NOTE_SERIES.format(series=series, rows=rows, refill=int(refill)))


def note_customers(connection: Connection, rows: str) -> None:
    """Note the customers of rows, given as SQL behind FROM."""
    connection.exec_driver_sql(f"INSERT OR IGNORE INTO temp.dated SELECT customer_id FROM {rows}")


def note_series(connection: Connection, ids: Iterable[int]) -> None:
    """Note the customers of some series."""
    for series_id in ids:
        connection.exec_driver_sql(_DATE_OF_SERIES, (series_id,))


def refresh_dates(connection: Connection, at: int) -> None:
    """Make anew what the noted customers and series show; `at` is the stamp of the unit of work."""
    run = connection.exec_driver_sql
    if run("SELECT EXISTS (SELECT 1 FROM temp.dated_series)").scalar_one():
        run(_DATE_SERIES.format(table="occurrence", id="series_id"))
        run(_DATE_SERIES.format(table="follow_up_series", id="id"))
        run(_DROP_GONE)
        _refill(connection, at)
        for table in (follow_up, series_exception):
            run(_DROP_TAKEN.format(table=table.name))
        run(_COPY)
    refresh_customers(connection)


def refresh_customers(connection: Connection) -> bool:
    """Make anew who is live and what is next for the customers in `temp.dated`; tell whether any next is another."""
    run = connection.exec_driver_sql
    if run(_ANYTHING).scalar_one():
        for table in ("follow_up", "occurrence"):
            run(_SET_LIVE.format(table=table))
    changed: int = run(_SET_NEXT).rowcount
    run("DELETE FROM temp.dated")
    return changed > 0


def _refill(connection: Connection, at: int) -> None:
    """Work the noted series out, or leave them for the background where they are many."""
    ids = list(connection.exec_driver_sql(_TO_REFILL, (MOST_AT_ONCE + 1,)).scalars())
    if len(ids) > MOST_AT_ONCE:
        connection.exec_driver_sql(_LEAVE)
    elif ids:
        from crm_desktop.store.occurrences import fill, read_window
        from crm_desktop.store.shop_calendar import shop_calendar

        fill(connection, ids, read_window(connection) or _first_window(connection, at), shop_calendar(connection))


def _first_window(connection: Connection, at: int) -> Window:
    from crm_desktop.base.clock import from_stamp
    from crm_desktop.store.occurrences import move_window
    from crm_desktop.store.shop_time import shop_time

    return move_window(connection, shop_time(connection).day_of(from_stamp(at)))
