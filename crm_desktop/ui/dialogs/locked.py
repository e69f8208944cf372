"""The customer book has a password: ask for it before there is a window; who forgot it comes in with the code."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.unlock_shop import LockedShop
from crm_desktop.ui.dialogs.code_field import code_field
from crm_desktop.ui.dialogs.crash import show_crash
from crm_desktop.ui.dialogs.new_password import NewPasswordForm
from crm_desktop.ui.dialogs.sheet import Sheet
from crm_desktop.ui.long_job import LongJob
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.password_field import PasswordField

_SECOND = 1_000


class _Step(Enum):
    """What is asked for."""

    PASSWORD = auto()
    CODE = auto()
    NEW_PASSWORD = auto()


class LockedDialog(Sheet):
    """Accepted once the book can be opened; rejected when the user gives up."""

    def __init__(self, theme: Theme, locked: LockedShop) -> None:
        super().__init__(None, theme, "locked", _T("Locked", "Your customer book is locked"), ems=50)
        self._locked = locked
        self._job: LongJob | None = None
        self._wait = QTimer(self, interval=_SECOND)
        self._wait.timeout.connect(self._say_wait)
        said = _T("Locked", "Password")
        self.password = PasswordField(theme, "lockedPassword", said)
        self._ask_password = FormGrid("lockedPasswordForm")
        self._ask_password.add(said, self.password)
        said = _T("Locked", "Recovery code")
        self.code = code_field("lockedCode", said)
        self._ask_code = FormGrid("lockedCodeForm")
        self._ask_code.add(said, self.code)
        self.new = NewPasswordForm(theme, "locked")
        for part in (self._ask_password, self._ask_code, self.new):
            self.body.addWidget(part)
        self.body.addStretch(1)
        for typed in (self.password, self.new):
            typed.grown.connect(self.fit)
        self._verbs()
        self._turn(_Step.PASSWORD)
        self._say_wait()

    def _verbs(self) -> None:
        close = _T("Locked", "Close the program")
        self._close = self.add_verb("lockedClose", close, self.reject, at_left=True)
        self._forgot = self.add_verb("lockedForgot", _T("Locked", "I forgot it …"), self._begin_code)
        self._back = self.add_verb("lockedBack", _T("Locked", "Back to the password"), self._begin_password)
        without = _T("Locked", "Open without a password from now on")
        self._without = self.add_verb("lockedWithout", without, self._go_without)
        self._open = self.add_verb("lockedOpen", _T("Locked", "Open"), self._use_password, "primary")
        self._use = self.add_verb("lockedUseCode", _T("Locked", "Open with this code"), self._use_code, "primary")
        choose = _T("Locked", "Set the new password and open")
        self._choose = self.add_verb("lockedChoose", choose, self._choose_password, "primary")

    def reject(self) -> None:
        """Give up, unless a key is being worked out."""
        if self.isEnabled():
            super().reject()

    # the steps

    def _turn(self, step: _Step) -> None:
        shown: dict[_Step, tuple[QWidget, ...]] = {
            _Step.PASSWORD: (self._ask_password, self._forgot, self._open),
            _Step.CODE: (self._ask_code, self._back, self._use),
            _Step.NEW_PASSWORD: (self.new, self._without, self._choose),
        }
        for widgets in shown.values():
            for widget in widgets:
                widget.setVisible(widget in shown[step])
        self.say_lead(_lead(step))
        self.say_fault("")
        primary = shown[step][-1]
        if isinstance(primary, QPushButton):
            primary.setDefault(True)
        {_Step.PASSWORD: self.password, _Step.CODE: self.code, _Step.NEW_PASSWORD: self.new}[step].setFocus()
        self.fit(may_shrink=True)

    def _begin_password(self) -> None:
        self._turn(_Step.PASSWORD)
        self._say_wait()

    def _begin_code(self) -> None:
        self._wait.stop()
        self._turn(_Step.CODE)

    def _use_password(self) -> None:
        typed = self.password.text()
        self._run(lambda: self._locked.open_with_password(typed), self.accept)

    def _use_code(self) -> None:
        typed = self.code.text()
        self._run(lambda: self._locked.open_with_code(typed), self._code_was_right)

    def _code_was_right(self) -> None:
        if self._locked.has_password():
            self._turn(_Step.NEW_PASSWORD)
        else:
            self.accept()

    def _choose_password(self) -> None:
        typed = self.new.password()
        if typed is not None:
            self._run(lambda: self._locked.choose_password(typed), self.accept)

    def _go_without(self) -> None:
        self._run(self._locked.go_without_password, self.accept)

    # work beside the window

    def _run(self, job: Callable[[], object], on_done: Callable[[], object]) -> None:
        self.say_fault("")
        self.setEnabled(False)

        def done(_result: object) -> None:
            self.setEnabled(True)
            on_done()

        self._job = LongJob(lambda _progress: job())
        self._job.done.connect(done)
        self._job.failed.connect(self._refused)
        self._job.crashed.connect(self._crashed)
        self._job.start()

    def _refused(self, fault: Fault) -> None:
        self.setEnabled(True)
        self.say_fault(sentence_for(fault))
        if fault.kind is FaultKind.BOOK_PASSWORD_WRONG:
            self.password.field.selectAll()
            self._say_wait()
        for part in (self.password, self.code, self.new):
            if part.isVisible():
                part.setFocus()

    def _crashed(self, error: BaseException) -> None:
        self.setEnabled(True)
        show_crash(self, error, self._locked.places.data.logs)

    def _say_wait(self) -> None:
        """Count down to the next try, and let nobody try before."""
        seconds = self._locked.seconds_to_wait()
        self._open.setEnabled(seconds == 0)
        if seconds:
            self.fault_text.setText(sentence_for(Fault(FaultKind.TRY_LATER, seconds=seconds)))
            if not self._wait.isActive():
                self.say_fault(self.fault_text.text())
                self._wait.start()
        elif self._wait.isActive():
            self._wait.stop()
            self.say_fault("")


def _lead(step: _Step) -> str:
    return {
        _Step.PASSWORD: _T("Locked", "Type its password to open it."),
        _Step.CODE: _T(
            "Locked",
            "Take the sheet that was printed when the book was set up, or since. The code on it opens the book, and "
            "then you choose a new password.",
        ),
        _Step.NEW_PASSWORD: _T(
            "Locked", "The code is right. Choose a new password, or let the book open without one on this computer."
        ),
    }[step]
