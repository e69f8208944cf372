"""Saved views of the customer list: filter, columns and order as JSON, private to a person or shared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, func, select

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.filters import filter_from_json, filter_to_json
from crm_desktop.domain.query import SavedView, Sort
from crm_desktop.store.customer_tables import saved_view
from crm_desktop.store.owned import in_sight

if TYPE_CHECKING:
    from crm_desktop.store.unit_of_work import UnitOfWork


def views_of(connection: Connection, person_id: int | None) -> list[SavedView]:
    """Return the shared views and those of a person, in their order."""
    mine = select(saved_view).where(in_sight(saved_view, person_id))
    rows = connection.execute(mine.order_by(saved_view.c.position, saved_view.c.id))
    return [_view(row) for row in rows]


def insert_view(work: UnitOfWork, view: SavedView) -> int:
    """Insert a view behind the others; return its id."""
    last = work.connection.execute(select(func.coalesce(func.max(saved_view.c.position), 0))).scalar_one()
    return work.insert_one(saved_view, public_id=new_public_id(), **view_values(view) | {"position": last + 1})


def update_view(work: UnitOfWork, view: SavedView) -> int:
    """Write a view over the one with its id; return 1 when anything differed."""
    return work.update(saved_view, view.id, **view_values(view))


def view_values(view: SavedView) -> dict[str, Any]:
    """Return a view's own columns."""
    sort = None if view.sort is None else [view.sort.key, view.sort.descending]
    return {
        "name": view.name,
        "person_id": view.person_id,
        "filter": filter_to_json(view.filter),
        "columns": json.dumps([list(column) for column in view.columns]),
        "sort": json.dumps(sort),
        "position": view.position,
    }


def _view(row: Row[Any]) -> SavedView:
    sort = json.loads(row.sort)
    return SavedView(
        row.id,
        row.name,
        filter_from_json(row.filter),
        tuple((str(key), int(width)) for key, width in json.loads(row.columns)),
        Sort(*sort) if sort else None,
        row.person_id,
        row.position,
    )
