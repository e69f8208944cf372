"""Saved layouts of export files, for everybody in the shop or for one person."""

from __future__ import annotations

from dataclasses import replace

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.layout import ExportLayout
from crm_desktop.domain.rights import Right
from crm_desktop.services.values import checked_line
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import export_layouts, parts, tables
from crm_desktop.store.owned import refuse_taken

NAME_LENGTH = 60


def read_layouts(workplace: Workplace) -> list[ExportLayout]:
    """Return the shared layouts and the acting person's own, by name."""
    workplace.require(Right.EXPORT)
    with workplace.store.read() as connection:
        return export_layouts.layouts_of(connection, workplace.person_id)


def layout_named(workplace: Workplace, name: str) -> ExportLayout:
    """Return the layout with a name, in whatever letters; raise Fault NOT_FOUND with the names there are."""
    workplace.require(Right.EXPORT)
    layouts = read_layouts(workplace)
    for layout in layouts:
        if layout.name.casefold() == name.strip().casefold():
            return layout
    raise Fault(FaultKind.NOT_FOUND, layout=name, layouts=", ".join(layout.name for layout in layouts) or "–")


def save_layout(workplace: Workplace, layout: ExportLayout) -> ChangeSet:
    """Save a layout: over the one with its id, or as a new one where that is 0.

    Raises Fault VALUE_INVALID (no name), VALUE_TAKEN (a layout in sight has it), NOT_FOUND.
    """
    workplace.require(Right.EXPORT)
    layout = replace(layout, name=checked_line(layout.name, NAME_LENGTH))
    with workplace.unit_of_work(Kind.LAYOUT_SAVE) as work:
        if layout.id:
            parts.get_part(work.connection, tables.export_layout, layout.id)
        refuse_taken(work.connection, tables.export_layout, layout)
        if layout.id:
            export_layouts.update_layout(work, layout)
        else:
            export_layouts.insert_layout(work, layout)
        work.about(count=1)
        return work.commit()


def remove_layout(workplace: Workplace, layout_id: int) -> ChangeSet:
    """Remove a layout; files written by it stay as they are."""
    workplace.require(Right.EXPORT)
    with workplace.unit_of_work(Kind.LAYOUT_REMOVE) as work:
        parts.remove_part(work, tables.export_layout, layout_id)
        work.about(count=1)
        return work.commit()
