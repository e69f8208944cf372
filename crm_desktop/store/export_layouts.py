"""Saved layouts of export files: columns and sheets as JSON, private to a person or shared."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Row, func, select

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.layout import CsvEncoding, ExportLayout, ExtraSheet, FileFormat, LayoutColumn
from crm_desktop.store.owned import in_sight
from crm_desktop.store.tables import export_layout
from crm_desktop.store.unit_of_work import UnitOfWork


def layouts_of(connection: Connection, person_id: int | None) -> list[ExportLayout]:
    """Return the shared layouts and those of a person, by name."""
    mine = select(export_layout).where(in_sight(export_layout, person_id))
    rows = connection.execute(mine.order_by(func.lower(export_layout.c.name)))
    return [_layout(row) for row in rows]


def insert_layout(work: UnitOfWork, layout: ExportLayout) -> int:
    """Insert a layout; return its id."""
    return work.insert_one(export_layout, public_id=new_public_id(), **_values(layout))


def update_layout(work: UnitOfWork, layout: ExportLayout) -> int:
    """Write a layout over the one with its id; return 1 when anything differed."""
    return work.update(export_layout, layout.id, **_values(layout))


def _values(layout: ExportLayout) -> dict[str, Any]:
    return {
        "name": layout.name,
        "person_id": layout.person_id,
        "format": layout.format.value,
        "encoding": layout.encoding.value,
        "columns": json.dumps([[column.key, column.heading] for column in layout.columns], ensure_ascii=False),
        "sheets": json.dumps([sheet.value for sheet in layout.sheets]),
    }


def _layout(row: Row[Any]) -> ExportLayout:
    return ExportLayout(
        tuple(LayoutColumn(key, heading) for key, heading in json.loads(row.columns)),
        FileFormat(row.format),
        CsvEncoding(row.encoding),
        tuple(map(ExtraSheet, json.loads(row.sheets))),
        row.name,
        row.id,
        row.person_id,
    )
