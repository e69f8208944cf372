"""The first rows of an export as they would stand in the file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.zones import zone_of
from crm_desktop.domain.layout import ExportLayout, FileFormat
from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.domain.rights import Right
from crm_desktop.exchange.cells import cell_maker
from crm_desktop.exchange.writers import cell_text, unique_headings
from crm_desktop.services.export_cells import PUBLIC_ID
from crm_desktop.services.export_customers import page_reader, write_request
from crm_desktop.services.read_customers import first_screen
from crm_desktop.services.workplace import Workplace

ROWS = 3


@dataclass(frozen=True)
class Preview:
    """Headings and the texts of the first rows."""

    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def preview(
    workplace: Workplace, layout: ExportLayout, query: CustomerQuery, selection: Selection | None = None
) -> Preview:
    """Return what the first rows of the customers' sheet would say, without the mark at their end."""
    workplace.require(Right.REVEAL)
    workplace.require(Right.EXPORT)
    if layout.format is FileFormat.VCF:
        return Preview()
    request = write_request(workplace, Path(), layout, "")
    sheet = request.sheets[0]
    ids = _first(workplace, query, selection)
    page = json.loads(page_reader(workplace.store, sheet, to_stamp(workplace.now()))(ids))
    make_cells = cell_maker(sheet.columns, zone_of(request.zone))
    rows = {row.pop(): row for row in page}
    for row in rows.values():
        make_cells(row)
    shown = [place for place, column in enumerate(sheet.columns) if column.key != PUBLIC_ID]
    headings = unique_headings(sheet.columns)
    in_order = [rows[customer_id] for customer_id in ids if customer_id in rows]
    return Preview(
        tuple(headings[place] for place in shown),
        tuple(tuple(cell_text(row[place]) for place in shown) for row in in_order),
    )


def _first(workplace: Workplace, query: CustomerQuery, selection: Selection | None) -> list[int]:
    if selection is None:
        return first_screen(workplace, query)[:ROWS]
    if selection.query is None:
        listed = [row for row in first_screen(workplace, query) if row in selection.ids]
        return list(dict.fromkeys([*listed, *islice(sorted(selection.ids), ROWS)]))[:ROWS]
    listed = first_screen(workplace, selection.query)
    return [row for row in listed if row not in selection.excluded][:ROWS]
