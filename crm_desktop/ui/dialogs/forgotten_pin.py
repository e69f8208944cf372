"""An owner's way back to work without her PIN: the code on the recovery sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.dialogs.sheet import Sheet
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.work import Work


class ForgottenPin(Sheet):
    """Takes the code and a new PIN."""

    def __init__(self, parent: QWidget, theme: Theme, work: Work, shop: OpenShop, person_id: int) -> None:
        super().__init__(parent, theme, "forgottenPin", _T("Lock", "A new PIN for the owner"))
        self._work, self._shop, self._person_id = work, shop, person_id
        self.say_lead(
            _T("Lock", "Type the code of the recovery sheet. Everybody else asks an owner, who resets the PIN.")
        )
        self.code = named(QLineEdit(), "forgottenPin.code", _T("Lock", "Recovery code"))
        self.pin = named(QLineEdit(), "forgottenPin.pin", _T("Lock", "New PIN"))
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(12)
        form = FormGrid("forgottenPin.form")
        form.add(_T("Lock", "Recovery code"), self.code)
        form.add(_T("Lock", "New PIN (4 to 12 digits)"), self.pin)
        self.body.addWidget(form)
        self.add_verb("forgottenPin.cancel", _T("Lock", "Cancel"), self.reject)
        self.add_verb("forgottenPin.set", _T("Lock", "Set the PIN"), self._set, "primary")
        self.code.setFocus()

    def _set(self) -> None:
        shop, person_id, code, pin = self._shop, self._person_id, self.code.text(), self.pin.text()

        def reset() -> None:
            from crm_desktop.services.pins import reset_by_proof, shows_code

            reset_by_proof(shop.workplace, person_id, pin, shows_code(shop.key, code))

        self.say_fault("")
        self._work.write(reset, self._done, self._refused)

    def _done(self, _nothing: None) -> None:
        self.accept()

    def _refused(self, fault: Fault) -> None:
        self.say_fault(problem_text(fault) or sentence_for(fault))


def show_forgotten_pin(parent: QWidget, theme: Theme, work: Work, shop: OpenShop, person_id: int) -> ForgottenPin:
    """Open it."""
    dialog = ForgottenPin(parent, theme, work, shop, person_id)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
