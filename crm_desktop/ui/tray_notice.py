"""A notice of the system, where it has a place for one: it only says that something waits, the window does the rest."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from crm_desktop.base.text import _T
from crm_desktop.ui.theme.theme import Theme


class TrayNotice(QObject):
    """Shows an icon while something waits; closing the window ends the program as ever."""

    clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon: QSystemTrayIcon | None = None

    def say(self, title: str, text: str) -> None:
        """Show a notice; nothing where the system has no place for it."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(self)
            self._icon.activated.connect(self._activated)
            self._icon.messageClicked.connect(self.clicked)
        picture = self._theme.icon("bell", "accent_text")
        self._icon.setIcon(picture)
        self._icon.setToolTip(_T("Reminders", "Reminders are waiting"))
        self._icon.show()
        if QSystemTrayIcon.supportsMessages():
            self._icon.showMessage(title, text, picture)

    def clear(self) -> None:
        """Take the icon away."""
        if self._icon is not None:
            self._icon.hide()

    def _activated(self, _reason: QSystemTrayIcon.ActivationReason) -> None:
        self.clicked.emit()
