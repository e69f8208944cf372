"""Where the user put columns before, by the headings of the file."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from crm_desktop.store.tables import import_memory
from crm_desktop.store.unit_of_work import UnitOfWork

KEPT = 200
"""How many different sets of headings are remembered; the oldest go."""


def memories(connection: Connection) -> dict[str, str]:
    """Return what is remembered: headings → columns."""
    rows = connection.execute(select(import_memory.c.headings, import_memory.c.columns))
    return {row.headings: row.columns for row in rows}


def keep_memory(work: UnitOfWork, headings: str, columns: str | None) -> None:
    """Remember where the columns of a file went; None forgets them, because the proposal itself was right."""
    work.connection.execute(delete(import_memory).where(import_memory.c.headings == headings))
    if columns is None:
        return
    work.connection.execute(insert(import_memory).values(headings=headings, columns=columns))
    newest = select(import_memory.c.id).order_by(import_memory.c.id.desc()).limit(KEPT)
    work.connection.execute(delete(import_memory).where(import_memory.c.id.not_in(newest)))
