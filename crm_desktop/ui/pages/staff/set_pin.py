"""A new PIN: one's own, with the old one, or somebody else's, by whoever manages the staff."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.pins import remove_own_pin, reset_pin, set_own_pin
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.lock_view import honest_word
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named


class SetPin(Sheet):
    """Twice the new one, and for one's own the old one."""

    def __init__(
        self, parent: QWidget, frame: Frame, workplace: Workplace, person_id: int, name: str, *, has_pin: bool
    ) -> None:
        super().__init__(parent, frame.theme, "setPin", _T("Staff", "PIN of {name}").format(name=name), ems=38)
        self._frame, self._workplace, self._person_id = frame, workplace, person_id
        self._is_own = person_id == workplace.person_id
        self.say_lead(_T("Staff", "4 to 12 digits. Whoever has a PIN is asked for it when she comes to work here."))
        self._form = FormGrid("setPin.form")
        self.old = self._field("setPin.old", _T("Staff", "PIN until now"), shown=self._is_own and has_pin)
        self.new = self._field("setPin.new", _T("Staff", "New PIN"))
        self.again = self._field("setPin.again", _T("Staff", "The same again"))
        self.body.addWidget(self._form)
        self.body.addWidget(text_label(honest_word(), "setPin.honest", "caption"))
        if has_pin:
            self.add_verb("setPin.remove", _T("Staff", "Take the PIN away"), self._remove, "danger", at_left=True)
        self.add_verb("setPin.cancel", _T("Staff", "Cancel"), self.reject)
        self.add_verb("setPin.set", _T("Staff", "Set the PIN"), self._set, "primary")
        (self.old if self._is_own and has_pin else self.new).setFocus()

    def _field(self, name: str, text: str, *, shown: bool = True) -> QLineEdit:
        field = named(QLineEdit(), name, text)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setMaxLength(12)
        field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
        self._form.add(text, field)
        self._form.set_shown(field, shown)
        return field

    def _set(self) -> None:
        new, old, place, person_id = self.new.text(), self.old.text(), self._workplace, self._person_id
        self._form.set_problem(self.again, "")
        if new != self.again.text():
            self._form.set_problem(self.again, _T("Staff", "These are two different PINs."))
            return
        if self._is_own:
            self._write(lambda: set_own_pin(place, new, old or None))
        else:
            self._write(lambda: reset_pin(place, person_id, new))

    def _remove(self) -> None:
        old, place, person_id = self.old.text(), self._workplace, self._person_id
        if self._is_own:
            self._write(lambda: remove_own_pin(place, old))
        else:
            self._write(lambda: reset_pin(place, person_id))

    def _write(self, job: Callable[[], ChangeSet]) -> None:
        self.say_fault("")
        self._form.set_problem(self.new, "")
        self._frame.work.write(job, self._done, self._refused)

    def _done(self, _changes: ChangeSet) -> None:
        self.accept()

    def _refused(self, fault: Fault) -> None:
        said = problem_text(fault)
        if said is not None:
            self._form.set_problem(self.new, said)
        else:
            self.say_fault(sentence_for(fault))


def show_set_pin(
    parent: QWidget, frame: Frame, workplace: Workplace, person_id: int, name: str, *, has_pin: bool
) -> SetPin:
    """Open it."""
    dialog = SetPin(parent, frame, workplace, person_id, name, has_pin=has_pin)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
