"""Small pictures of photos and attached images, kept in the main file so that lists and cards show them at once."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from crm_desktop.store.tables import thumbnail
from crm_desktop.store.unit_of_work import UnitOfWork


def put_thumbnail(work: UnitOfWork, sha256: str, png: bytes) -> None:
    """Keep the small picture of a content; derived from it, so never journaled."""
    row = insert(thumbnail).values(sha256=sha256, png=png)
    work.connection.execute(row.on_conflict_do_nothing())


def get_thumbnail(connection: Connection, sha256: str) -> bytes | None:
    """Return the small picture of a content as PNG, None where there is none."""
    return connection.execute(select(thumbnail.c.png).where(thumbnail.c.sha256 == sha256)).scalar()
