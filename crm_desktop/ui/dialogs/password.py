"""Set, change or remove the password of the customer book."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.passwords import remove_password, set_password
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.dialogs.new_password import NewPasswordForm
from crm_desktop.ui.dialogs.sheet import Sheet
from crm_desktop.ui.page import Frame


class PasswordJob(Enum):
    """What is to be done about the password."""

    SET = auto()
    CHANGE = auto()
    REMOVE = auto()


class PasswordDialog(Sheet):
    """Asks for the present password where there is one, and for the new one where there is to be one."""

    def __init__(
        self, parent: QWidget, frame: Frame, shop: OpenShop, job: PasswordJob, on_key: Callable[[object], object]
    ) -> None:
        title, lead, verb = _words(job)
        super().__init__(parent, frame.theme, "passwordDialog", title, ems=52)
        self._frame, self._shop, self._what, self._on_key = frame, shop, job, on_key
        self.say_lead(lead)
        self.form = NewPasswordForm(frame.theme, "password")
        self.form.ask(current=job is not PasswordJob.SET, new=job is not PasswordJob.REMOVE)
        self.form.grown.connect(self.fit)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self._cancel = self.add_verb("passwordCancel", _T("Password", "Leave as it is"), self.reject)
        self._verb = self.add_verb("passwordVerb", verb, self._do, "primary")
        self.form.setFocus()

    def reject(self) -> None:
        """Close, unless the new key header is being written."""
        if self._verb.isEnabled():
            super().reject()

    def _do(self) -> None:
        new = self.form.password() if self._what is not PasswordJob.REMOVE else ""
        if new is None:
            return
        shop, current = self._shop, self.form.current.text()
        self.say_fault("")
        self._set_running(True)
        if self._what is PasswordJob.REMOVE:
            self._frame.work.write(lambda: remove_password(shop, current), self._done, self._refused)
        else:
            self._frame.work.write(lambda: set_password(shop, new, current), self._done, self._refused)

    def _done(self, key: object) -> None:
        self._on_key(key)
        self._frame.notices.toast(_said(self._what))
        self.accept()

    def _refused(self, fault: Fault) -> None:
        self._set_running(False)
        self.say_fault(sentence_for(fault))
        if fault.kind in (FaultKind.BOOK_PASSWORD_WRONG, FaultKind.TRY_LATER):
            self.form.refuse_current()

    def _set_running(self, running: bool) -> None:
        for widget in (self.form, self._cancel, self._verb):
            widget.setEnabled(not running)


def _words(job: PasswordJob) -> tuple[str, str, str]:
    """Return title, lead and verb."""
    return {
        PasswordJob.SET: (
            _T("Password", "Set a password"),
            _T(
                "Password",
                "From the next start on, the program asks for it. Who forgets it comes in with the recovery sheet; "
                "who has neither does not come in, and nobody can help.",
            ),
            _T("Password", "Set the password"),
        ),
        PasswordJob.CHANGE: (
            _T("Password", "Change the password"),
            _T(
                "Password",
                "The backups in the shop's own folder take the new password as well. Copies of them elsewhere keep "
                "the old one: if somebody knows it, choose “It leaked” instead.",
            ),
            _T("Password", "Change the password"),
        ),
        PasswordJob.REMOVE: (
            _T("Password", "Open without a password"),
            _T(
                "Password",
                "The key is then kept on this computer, and the customer book opens by itself for whoever is signed "
                "in to it.",
            ),
            _T("Password", "Open without a password"),
        ),
    }[job]


def _said(job: PasswordJob) -> str:
    return {
        PasswordJob.SET: _T("Password", "The password is set. The next start asks for it."),
        PasswordJob.CHANGE: _T("Password", "The password is changed."),
        PasswordJob.REMOVE: _T("Password", "The customer book opens without a password now."),
    }[job]


def show_password(
    parent: QWidget, frame: Frame, shop: OpenShop, job: PasswordJob, on_key: Callable[[object], object]
) -> PasswordDialog:
    """Open the dialog; `on_key` gets the key with its new header."""
    dialog = PasswordDialog(parent, frame, shop, job, on_key)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
