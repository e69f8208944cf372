"""A customer's record as a PDF file: asks where it goes, draws it, and offers its folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.ui.long_job import LongJob
from crm_desktop.ui.pages.customer.model import RecordModel


def save_record(model: RecordModel, parent: QWidget) -> None:
    """Ask for a file and write the record in sight to it."""
    from crm_desktop.ui.dialogs.choose_file import choose_save

    if model.record is None:
        return
    customer = model.record.customer
    choose_save(
        parent.window(),
        _T("Record", "Save the record as PDF"),
        _T("Export", "PDF (*.pdf)"),
        proposed=f"{_plain(customer.name)}.pdf",
        on_file=_Saving(model, customer.id, parent).write,
        memory=model.frame.memory,
        purpose="export",
    )


class _Saving(QObject):
    """One record on its way to a file; it lives as long as the menu it was asked from."""

    def __init__(self, model: RecordModel, customer_id: int, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._customer_id = customer_id
        self._path = Path()
        self._job: LongJob | None = None

    def write(self, path: Path) -> None:
        """Draw the record beside the two threads of the window: a save must not wait for it."""
        self._path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        job = self._job = LongJob(lambda _progress: self._draw())
        job.done.connect(self._written)
        job.failed.connect(self._refused)
        job.crashed.connect(self._crashed)
        job.start()

    def _draw(self) -> None:
        from crm_desktop.services.export_person import export_person

        export_person(self._model.workplace, self._customer_id, self._path)

    def _refused(self, fault: Fault) -> None:
        self._model.frame.notices.tell_fault(fault)

    def _crashed(self, error: BaseException) -> None:
        self._model.frame.notices.tell_crash(error)

    def _written(self, _nothing: object) -> None:
        from crm_desktop.ui.dialogs.export_flow import open_folder
        from crm_desktop.ui.notices import Choice

        folder = self._path.parent
        choice = Choice(_T("Export", "Open folder"), lambda: open_folder(folder))
        said = _T("Record", "The record is in {file}.").format(file=self._path.name)
        self._model.frame.notices.toast(said, choice=choice)


def _plain(name: str) -> str:
    return "".join("-" if letter in '\\/:*?"<>|' or not letter.isprintable() else letter for letter in name).strip(" .")
