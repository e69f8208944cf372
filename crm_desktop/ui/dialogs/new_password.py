"""Two fields for a new password: typed twice, because nobody can look at it later."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.passwords import refuse_weak
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.dialogs.sheet import text_label
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.password_field import PasswordField


class NewPasswordForm(QWidget):
    """The new password twice, what is wrong with it under the field, and what makes a good one.

    Where there is a password already, it is asked for above them: `current`.
    """

    grown = Signal()
    """It needs another height: a hint or a complaint came or went."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}NewForm")
        present, first, again = (
            _T("Password", "Present password"),
            _T("Password", "New password"),
            _T("Password", "Once more"),
        )
        self.current = PasswordField(theme, f"{name}Current", present)
        self.first = PasswordField(theme, f"{name}New", first)
        self.again = PasswordField(theme, f"{name}Again", again)
        self._form = FormGrid(f"{name}NewGrid")
        for said, field in ((present, self.current), (first, self.first), (again, self.again)):
            self._form.add(said, field)
        advice = _T(
            "Password",
            "Three or four words that have nothing to do with each other are hard to guess and easy to remember.",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)
        self._advice = text_label(advice, f"{name}Advice", "muted")
        column.addWidget(self._advice)
        for place in (self.current, self.first, self.again):
            place.grown.connect(self.grown)
        self.first.field.textEdited.connect(self._forgive)
        self.again.field.textEdited.connect(self._forgive)

        self.ask(current=False)

    def ask(self, *, current: bool, new: bool = True) -> None:
        """Ask for the present password, for a new one, or for both."""
        self._form.set_shown(self.current, current)
        for field in (self.first, self.again):
            self._form.set_shown(field, new)
        self._advice.setVisible(new)
        self.setFocusProxy(self.current.field if current else self.first.field)

    def refuse_current(self) -> None:
        """Let the present password be typed again."""
        self.current.field.selectAll()
        self.current.setFocus()

    def password(self) -> str | None:
        """Return the new password, or say what is wrong with it and return None."""
        typed = self.first.text()
        try:
            refuse_weak(typed)
        except Fault as fault:
            self._complain(self.first, sentence_for(fault))
            return None
        if self.again.text() != typed:
            self._complain(self.again, _T("Password", "The two are not the same. Type it once more."))
            return None
        return typed

    def _complain(self, place: PasswordField, sentence: str) -> None:
        self._forgive()
        self._form.set_problem(place, sentence)
        place.mark(wrong=True)
        place.field.selectAll()
        place.setFocus()
        self.grown.emit()

    def _forgive(self) -> None:
        for place in (self.first, self.again):
            self._form.set_problem(place, "")
            place.mark(wrong=False)
