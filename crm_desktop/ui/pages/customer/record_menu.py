"""The "…" menu of a record, the same in the pane and on the page."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import ContactKind, Customer
from crm_desktop.domain.rights import Right
from crm_desktop.services import words
from crm_desktop.services.say_dates import date_text
from crm_desktop.ui.clipboard import copy_for_a_moment
from crm_desktop.ui.pages.customer import bin_banner
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.pages.customer.record_paper import save_record
from crm_desktop.ui.pages.privacy.page import PRIVACY_PAGE, EraseWhom
from crm_desktop.ui.widgets.named import named


class RecordMenu(QMenu):
    """Copy what one pastes elsewhere, take back, delete or restore."""

    def __init__(self, model: RecordModel, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        named(self, name)
        self._model, self._window = model, parent
        theme = model.frame.theme
        self.copy_card = QAction(theme.icon("copy"), _T("Record", "Copy name and contact details"), self)
        self.paper = QAction(theme.icon("file-down"), _T("Record", "Save as PDF …"), self)
        self.past = QAction(theme.icon("history"), _T("Record", "As the record was …"), self)
        self.person_copy = QAction(theme.icon("copy-check"), _T("Record", "Copy of everything for the person …"), self)
        self.erase = QAction(theme.icon("user-x"), _T("Record", "Erase for good …"), self)
        self.delete = QAction(theme.icon("trash-2"), _T("Record", "Delete"), self)
        self.restore = QAction(theme.icon("archive-restore"), _T("Record", "Restore"), self)
        for action, part, run in (
            (self.copy_card, "copy", self._copy),
            (self.paper, "paper", lambda: save_record(model, parent)),
            (self.past, "past", self._show_past),
            (self.person_copy, "personCopy", self._copy_for_person),
            (self.delete, "delete", lambda: bin_banner.delete(model)),
            (self.restore, "restore", lambda: bin_banner.restore(model)),
            (self.erase, "erase", self._erase),
        ):
            action.setObjectName(f"{name}.{part}")
            action.triggered.connect(run)
            self.addAction(action)
        self.insertSeparator(self.delete)
        self.aboutToShow.connect(self._fit)

    def _fit(self) -> None:
        record = self._model.record
        deleted = record is not None and record.customer.deleted_at is not None
        rights = self._model.workplace.rights()
        self.past.setVisible(Right.AUDIT in rights)
        for action in (self.person_copy, self.erase):
            action.setVisible(Right.PRIVACY in rights)
        self.delete.setVisible(not deleted)
        self.restore.setVisible(deleted)

    def _show_past(self) -> None:
        from crm_desktop.ui.pages.history.as_it_was import show_as_it_was

        record = self._model.record
        if record is not None:
            show_as_it_was(self._window.window(), self._model.frame, self._model.workplace, record.customer.id)

    def _copy_for_person(self) -> None:
        from crm_desktop.ui.dialogs.person_copy import show_person_copy

        record, model = self._model.record, self._model
        if record is not None:
            customer = record.customer
            show_person_copy(model.frame, model.workplace, self._window, customer.id, customer.name)

    def _erase(self) -> None:
        """Go to the page of privacy, which asks for the name first."""
        if self._model.record is not None:
            self._model.frame.navigator.open(PRIVACY_PAGE, EraseWhom(self._model.record.customer.id))

    def _copy(self) -> None:
        if self._model.record is not None:
            copy_for_a_moment(card_text(self._model.record.customer))


def card_text(customer: Customer) -> str:
    """Return a customer's name and contact details, a line each, for pasting."""
    lines = [customer.name, *(part for part in (customer.company, customer.job_title) if part)]
    labels = words.contact_words()
    for kind in ContactKind:
        lines += [f"{labels[kind]}: {contact.shown}" for contact in customer.contacts_of(kind)]
    lines += [f"{date.label or words.date_words()[date.kind]}: {date_text(date)}" for date in customer.dates]
    return "\n".join(lines)
