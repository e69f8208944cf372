"""Carries out an export order with the export service: which ids, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.services.read_customers import full_list
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.export_flow import Exporter, ExportOrder
from crm_desktop.ui.long_job import Progress


def exporter_for(workplace: Workplace) -> Exporter:
    """Return what the export dialog runs off the GUI thread."""

    def export(order: ExportOrder, progress: Progress) -> tuple[int, int]:
        from crm_desktop.services.export_customers import export_customers

        ids = chosen_ids(workplace, order.query, order.selection)
        written = export_customers(
            workplace,
            order.path,
            layout=order.layout,
            title=order.title,
            contact=order.contact,
            ids=ids,
            cancelled=progress.is_cancelled,
            progress=progress.report,
        )
        return written.rows, written.left_out

    return export


def chosen_ids(workplace: Workplace, query: CustomerQuery, selection: Selection | None) -> Sequence[int]:
    """Return the customers to export in the order of the list they were chosen in."""
    if selection is None:
        return full_list(workplace, query).ids
    if selection.query is not None:
        return [row for row in full_list(workplace, selection.query).ids if row not in selection.excluded]
    listed = [row for row in full_list(workplace, query).ids if row in selection.ids]
    return list(dict.fromkeys(chain(listed, sorted(selection.ids))))
