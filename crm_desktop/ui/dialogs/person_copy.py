"""A copy of everything for a person: how it was made sure who she is, and into which folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.person_copy import PersonCopy, copy_person
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.choose_file import choose_folder
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.file_writing import FileWriting, plain_file_name
from crm_desktop.ui.long_job import Progress
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.named import named


class PersonCopyDialog(Sheet):
    """One question, then the folder."""

    def __init__(self, frame: Frame, workplace: Workplace, parent: QWidget, customer_id: int, name: str) -> None:
        super().__init__(parent, frame.theme, "personCopyDialog", _T("PersonCopy", "A copy for the person"), ems=52)
        self._frame, self._place, self._customer_id, self._name = frame, workplace, customer_id, name
        self._writing = FileWriting(frame.notices, frame.notices)
        lead = _T("PersonCopy", "All that is held of {name}: PDF and workbook to read, JSON, and the files.")
        self.say_lead(lead.format(name=name))
        asked = _T("PersonCopy", "How did you make sure who she is?")
        self.checked = named(QLineEdit(), "personCopy.checked", asked)
        self.checked.setPlaceholderText(_T("PersonCopy", "seen the identity card, known for years …"))
        said = _T("PersonCopy", "Write no numbers down. The answer goes into the history; the files are not encrypted.")
        self.body.addWidget(text_label(asked, "personCopy.asked", "muted"))
        self.body.addWidget(self.checked)
        self.body.addWidget(text_label(said, "personCopy.said", "caption"))
        self.add_verb("personCopyClose", _T("PersonCopy", "Close"), self.reject)
        self.verb = self.add_verb("personCopyVerb", _T("PersonCopy", "Choose the folder …"), self._choose, "primary")
        self.verb.setEnabled(False)
        self.checked.textChanged.connect(self._fit_verb)
        self.checked.setFocus()

    def _fit_verb(self) -> None:
        self.verb.setEnabled(bool(self.checked.text().strip()))

    def _choose(self) -> None:
        choose_folder(self, _T("PersonCopy", "Where the copy goes"), self._write)

    def _write(self, folder: Path) -> None:
        place, customer_id, checked = self._place, self._customer_id, self.checked.text()
        day = place.now().astimezone().date().isoformat()
        target = folder / plain_file_name(f"{self._name} {day}")

        def copy(_progress: Progress) -> PersonCopy:
            return copy_person(place, customer_id, target, checked=checked)

        self._writing.write(target / "data.pdf", copy, _said)
        self.accept()


def _said(made: PersonCopy) -> str:
    return _T("PersonCopy", "The copy is in the folder {folder}.").format(folder=made.folder.name)


def show_person_copy(
    frame: Frame, workplace: Workplace, parent: QWidget, customer_id: int, name: str
) -> PersonCopyDialog:
    """Open the question for one customer."""
    dialog = PersonCopyDialog(frame, workplace, parent, customer_id, name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
