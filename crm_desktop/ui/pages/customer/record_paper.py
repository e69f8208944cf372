"""A customer's record as a PDF file: asks where it goes, draws it, and offers its folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.file_writing import FileWriting, plain_file_name, with_ending
from crm_desktop.ui.long_job import Progress
from crm_desktop.ui.pages.customer.model import RecordModel


def save_record(model: RecordModel, parent: QWidget) -> None:
    """Ask for a file and write the record in sight to it."""
    from crm_desktop.ui.dialogs.choose_file import choose_save

    if model.record is None:
        return
    customer = model.record.customer
    writing = FileWriting(model.frame.notices, parent)
    choose_save(
        parent.window(),
        _T("Record", "Save the record as PDF"),
        _T("Export", "PDF (*.pdf)"),
        proposed=f"{plain_file_name(customer.name)}.pdf",
        on_file=lambda path: _write(writing, model, customer.id, with_ending(path, ".pdf")),
        memory=model.frame.memory,
        purpose="export",
    )


def _write(writing: FileWriting, model: RecordModel, customer_id: int, path: Path) -> None:
    def draw(_progress: Progress) -> None:
        from crm_desktop.services.export_person import export_person

        export_person(model.workplace, customer_id, path)

    writing.write(path, draw, lambda _nothing: _T("Record", "The record is in {file}.").format(file=path.name))
