"""Taking the import of a calendar back: what was done with its follow-ups and series since stays, with all it rests on.

A series of which one day was done, moved or taken out since stays whole: without its exceptions, days that the file had
moved would come back as open ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from crm_desktop.domain.journal import Conflict
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import change, follow_up, person
from crm_desktop.store.unit_of_work import UnitOfWork

_MAKE = (
    "CREATE TEMP TABLE IF NOT EXISTS undo_series (series_id INTEGER PRIMARY KEY)",
    "DELETE FROM temp.undo_series",
)
_BROUGHT = "SELECT 1 FROM change c WHERE c.operation_id = ? AND c.entity = '{table}' AND c.row_id = p.id"
_TOUCHED = "SELECT 1 FROM temp.undo_touched t WHERE t.entity = '{table}' AND t.row_id = p.id"
_USED = (
    "INSERT OR IGNORE INTO temp.undo_series SELECT i.row_id FROM temp.undo_inserted i "
    "WHERE i.entity = 'follow_up_series' AND ("
    "EXISTS (SELECT 1 FROM temp.undo_touched t WHERE t.entity = i.entity AND t.row_id = i.row_id) "
    + "".join(
        f'OR EXISTS (SELECT 1 FROM "{table}" p WHERE p.series_id = i.row_id '
        f"AND (NOT EXISTS ({_BROUGHT.format(table=table)}) OR EXISTS ({_TOUCHED.format(table=table)})))"
        for table in ("follow_up", "series_exception")
    )
    + ")"
)
_SPARE = (
    "DELETE FROM temp.undo_inserted WHERE entity = 'follow_up_series' "
    "AND row_id IN (SELECT series_id FROM temp.undo_series)",
    *(
        f"DELETE FROM temp.undo_inserted WHERE entity = '{table}' "
        f'AND row_id IN (SELECT id FROM "{table}" WHERE series_id IN (SELECT series_id FROM temp.undo_series))'
        for table in ("follow_up", "series_exception")
    ),
)
_EDITED = (
    "SELECT i.row_id, t.last_change FROM temp.undo_inserted i JOIN temp.undo_touched t USING (entity, row_id) "
    "JOIN follow_up f ON f.id = i.row_id "
    "WHERE i.entity = 'follow_up' AND COALESCE(f.series_id, 0) NOT IN (SELECT series_id FROM temp.undo_series) "
    "ORDER BY i.row_id LIMIT {limit}"
)
_GOING = (
    "SELECT count(*) FROM temp.undo_inserted i WHERE i.entity IN ('follow_up', 'follow_up_series') "
    "AND NOT EXISTS (SELECT 1 FROM temp.undo_touched t WHERE t.entity = i.entity AND t.row_id = i.row_id) "
    "AND NOT (i.entity = 'follow_up_series' AND i.row_id IN (SELECT series_id FROM temp.undo_series)) "
    "AND NOT (i.entity = 'follow_up' AND EXISTS (SELECT 1 FROM follow_up f WHERE f.id = i.row_id AND f.series_id "
    "IN (SELECT series_id FROM temp.undo_series)))"
)
_WHO = "SELECT o.person_id, o.at FROM change c JOIN operation o ON o.id = c.operation_id WHERE c.id = ?"
_MADE_BY = "SELECT id FROM change WHERE operation_id = ? AND entity = 'follow_up' AND row_id = ? AND action = 'insert'"


@dataclass(frozen=True)
class KeptEntry:
    """A follow-up of the import that stays, because it was changed since; `change_id` is what made it."""

    change_id: int
    row_id: int
    title: str
    day: str
    status: str
    person: str | None
    at: int | None


def stage_kept_series(connection: Connection, operation_id: int) -> None:
    """Note which series of the import stay; `undo_inserted` and `undo_touched` are noted already."""
    for statement in _MAKE:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(_USED, (operation_id, operation_id))


def spare_series(connection: Connection) -> None:
    """Let series stay that were used since, with their days and exceptions."""
    for statement in _SPARE:
        connection.exec_driver_sql(statement)


def series_conflicts(connection: Connection) -> list[Conflict]:
    """Return the series that stay as what could not be taken back."""
    query = "SELECT s.id, s.customer_id FROM follow_up_series s JOIN temp.undo_series u ON u.series_id = s.id"
    return [Conflict("follow_up_series", row[0], "id", row[1]) for row in connection.exec_driver_sql(query)]


def remove_ticked(work: UnitOfWork, operation_id: int, ticked: Iterable[int]) -> None:
    """Remove follow-ups of the import whatever was done with them since: the user said so of each."""
    brought = select(change.c.row_id).where(
        change.c.operation_id == operation_id,
        change.c.entity == follow_up.name,
        change.c.action == "insert",
        ids_in(change.c.id, ticked),
    )
    work.delete_where(follow_up, follow_up.c.id.in_(brought))


def count_kept_series(connection: Connection) -> int:
    """Return how many series stay."""
    return int(connection.exec_driver_sql("SELECT count(*) FROM temp.undo_series").scalar_one())


def count_going(connection: Connection) -> int:
    """Return how many follow-ups and series of the import go."""
    return int(connection.exec_driver_sql(_GOING).scalar_one())


def kept_entries(connection: Connection, operation_id: int, limit: int) -> Iterator[KeptEntry]:
    """Yield the follow-ups of the import that were changed since and stay, those of kept series aside."""
    for row_id, last_change in connection.exec_driver_sql(_EDITED.format(limit=limit)).all():
        row = connection.execute(select(follow_up).where(follow_up.c.id == row_id)).one()
        who = connection.exec_driver_sql(_WHO, (last_change,)).one_or_none()
        change_id = connection.exec_driver_sql(_MADE_BY, (operation_id, row_id)).scalar_one()
        names = select(person.c.name).where(person.c.id == (who.person_id if who else None))
        name = connection.execute(names).scalar()
        yield KeptEntry(change_id, row_id, row.title, row.day, row.status, name, who.at if who else None)
