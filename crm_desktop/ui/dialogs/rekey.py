"""Something leaked: say what a new key does and what not, take the new password, and do it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.passwords import has_password
from crm_desktop.services.rekey_shop import rekey_shop
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.dialogs.new_password import NewPasswordForm
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.widgets.named import named


class RekeyDialog(Sheet):
    """Changes the data key; the shop is opened anew afterwards."""

    def __init__(self, window: MainWindow, shop: OpenShop, on_done: Callable[[], object]) -> None:
        title = _T("Rekey", "My password or code leaked")
        super().__init__(window, window.frame.theme, "rekeyDialog", title, ems=58)
        self._window, self._shop, self._on_done = window, shop, on_done
        self._asks = has_password(shop.key)
        self.say_lead(
            _T("Rekey", "Everything is encrypted anew, under a new key with a new recovery code. That takes a moment.")
        )
        for number, sentence in enumerate(_sentences()):
            self.body.addWidget(text_label(f"•  {sentence}", f"rekeySentence{number}"))
        self.form = NewPasswordForm(window.frame.theme, "rekey")
        self.form.ask(current=True)
        self.form.grown.connect(self.fit)
        self.form.setVisible(self._asks)
        self.body.addWidget(self.form)
        self._bar = named(QProgressBar(), "rekeyProgress", _T("Rekey", "Encrypting anew …"))
        self._bar.setMaximum(0)
        self._bar.hide()
        self.body.addWidget(self._bar)
        self.body.addStretch(1)
        self._cancel = self.add_verb("rekeyCancel", _T("Rekey", "Leave as it is"), self.reject)
        self._verb = self.add_verb("rekeyVerb", _T("Rekey", "Change the key"), self._do, "primary")
        (self.form if self._asks else self._cancel).setFocus()

    def reject(self) -> None:
        """Close, unless the key is being changed."""
        if self._bar.isHidden():
            super().reject()

    def _do(self) -> None:
        new = self.form.password() if self._asks else ""
        if new is None:
            return
        shop, current = self._shop, self.form.current.text()
        self.say_fault("")
        self._set_running(True)
        self._window.set_watching(False)
        self._window.frame.work.write(lambda: rekey_shop(shop, new, current), self._done, self._refused)

    def _done(self, _rekeyed: object) -> None:
        self._set_running(False)
        self.accept()
        self._on_done()

    def _refused(self, fault: Fault) -> None:
        self._window.set_watching(True)
        self._set_running(False)
        self.say_fault(sentence_for(fault))
        if fault.kind in (FaultKind.BOOK_PASSWORD_WRONG, FaultKind.TRY_LATER):
            self.form.refuse_current()

    def _set_running(self, running: bool) -> None:
        self._bar.setVisible(running)
        for widget in (self.form, self._cancel, self._verb):
            widget.setEnabled(not running)


def _sentences() -> tuple[str, ...]:
    return (
        _T("Rekey", "A verified backup is made first; nobody else may have the customer book open."),
        _T(
            "Rekey", "The old code and the old password open the customer book no more. Print the new code right after."
        ),
        _T(
            "Rekey",
            "Backups made until now stay readable with the old code. The program offers to delete those in its own "
            "folder and in the second place; any other copy is yours to delete.",
        ),
        _T("Rekey", "What somebody has already copied and read, no new key takes back."),
    )


def show_rekey(window: MainWindow, shop: OpenShop, on_done: Callable[[], object]) -> RekeyDialog:
    """Open the dialog over a running shop; `on_done` closes the shop and opens it again."""
    dialog = RekeyDialog(window, shop, on_done)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
