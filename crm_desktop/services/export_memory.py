"""Remembers what headings of the shop's own stand for, so that an exported file comes back by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crm_desktop.domain.layout import ExportLayout, FileFormat
from crm_desktop.exchange.headings import map_headings
from crm_desktop.exchange.memory import headings_key, memorable
from crm_desktop.exchange.plan import ColumnPlan, ImportPlan
from crm_desktop.exchange.protocol import Column
from crm_desktop.exchange.writers import unique_headings
from crm_desktop.services.export_cells import usual_headings
from crm_desktop.store.custom_values import all_fields
from crm_desktop.store.import_memory import keep_memory
from crm_desktop.store.unit_of_work import UnitOfWork

_TABLES = frozenset({FileFormat.XLSX, FileFormat.CSV})


def remember_headings(work: UnitOfWork, layout: ExportLayout, columns: Sequence[Column]) -> None:
    """Keep the places of a table's columns where a heading is not the field's own name."""
    if layout.format not in _TABLES or not any(column.heading for column in layout.columns):
        return
    written, usual = unique_headings(columns), usual_headings(all_fields(work.connection), columns)
    places = map_headings(usual)
    plan = ImportPlan("", columns=tuple(map(_as_chosen, places, written, usual)))
    keep_memory(work, headings_key(plan), memorable(plan))


def _as_chosen(place: ColumnPlan, written: str, usual: str) -> ColumnPlan:
    """Return a column under the heading it was written with; one that has another than usual counts as chosen."""
    return place if written == usual else replace(place, heading=written, guessed_by="user")
