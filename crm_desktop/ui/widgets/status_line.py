"""The status bar: saved, last backup, recovery code, and quietly that work goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar

from crm_desktop.base.text import _T
from crm_desktop.ui.widgets.named import named


class StatusLine(QStatusBar):
    """Says in words where the shop's data stand."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self._clicks: dict[str, Callable[[], object] | None] = {}
        self._saved = named(QLabel(), "statusSaved")
        self._backup = self._link("statusBackup")
        self._recovery = self._link("statusRecovery")
        self._recovery.setProperty("urgent", "true")
        self._busy_text = named(QLabel(_T("Status", "Working …")), "statusBusy")
        self._busy_bar = named(QProgressBar(textVisible=False, maximum=0), "statusBusyBar", _T("Status", "Working …"))
        self._busy_bar.setFixedWidth(90)
        for widget in (self._saved, self._backup, self._recovery):
            self.addWidget(widget)
            widget.hide()
        for sign in (self._busy_text, self._busy_bar):
            self.addPermanentWidget(sign)
            sign.hide()

    def set_saved(self, text: str) -> None:
        """Say that everything is on disk ("Saved · 12:04"), or "" for nothing."""
        self._saved.setText(text)
        self._saved.setVisible(bool(text))

    def set_backup(self, text: str, on_click: Callable[[], object] | None = None) -> None:
        """Say when the last backup was made; a click does something about it."""
        self._put(self._backup, text, on_click)

    def set_recovery(self, text: str, on_click: Callable[[], object] | None = None) -> None:
        """Remind that the recovery code is not printed yet; "" when it is."""
        self._put(self._recovery, text, on_click)

    def set_busy(self, busy: bool) -> None:
        """Show or hide the sign of long work."""
        self._busy_text.setVisible(busy)
        self._busy_bar.setVisible(busy)

    def _link(self, name: str) -> QPushButton:
        button = named(QPushButton(), name, kind="link")
        button.clicked.connect(lambda: self._click(name))
        return button

    def _click(self, name: str) -> None:
        on_click = self._clicks.get(name)
        if on_click is not None:
            on_click()

    def _put(self, button: QPushButton, text: str, on_click: Callable[[], object] | None) -> None:
        button.setText(text)
        button.setAccessibleName(text)
        button.setVisible(bool(text))
        button.setEnabled(on_click is not None)
        self._clicks[button.objectName()] = on_click
