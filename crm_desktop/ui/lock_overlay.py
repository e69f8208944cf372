"""The opaque sheet over a window: first nothing can be read any more, then everything else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from crm_desktop.ui.lock_view import LockView
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named


class LockOverlay(QWidget):
    """Covers a window and takes every other one from the screen; what was being typed in them stays as it is."""

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        super().__init__(window)
        named(self, "lockOverlay")
        self.setAutoFillBackground(True)
        self._window = window
        self._hidden: list[QWidget] = []
        self._allowed: list[QWidget] = []
        self._focus: QWidget | None = None
        self.view = LockView(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.hide()
        window.installEventFilter(self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._hide_late_ones)

    @property
    def is_up(self) -> bool:
        """Say whether the window is covered."""
        return not self.isHidden()

    def cover(self) -> None:
        """Hide everything now, before anything else is done."""
        if self.is_up:
            return
        self._focus = QApplication.focusWidget()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.repaint()  # opaque before this function returns, whatever is still in the queue
        self._hide_others()
        self.view.setFocus()
        self._set_behind(False)

    def uncover(self) -> None:
        """Show everything as it was, with the keyboard where it was."""
        if not self.is_up:
            return
        self._set_behind(True)
        self.hide()
        hidden, self._hidden = self._hidden, []
        for other in hidden:
            if isValid(other):
                other.show()
        if self._focus is not None and isValid(self._focus):
            self._focus.window().activateWindow()
            self._focus.setFocus()
        self._focus = None

    def allow(self, window: QWidget) -> None:
        """Let a window stay in sight: it belongs to signing in."""
        self._allowed.append(window)

    def forget_others(self) -> None:
        """Close the dialogs that were hidden: somebody else goes on."""
        hidden, self._hidden = self._hidden, []
        for other in hidden:
            if isValid(other) and isinstance(other, QDialog):
                other.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window however large it becomes."""
        if watched is self._window and event.type() == QEvent.Type.Resize and self.is_up:
            self.setGeometry(self._window.rect())
        return False

    def _set_behind(self, able: bool) -> None:
        for part in (self._window.centralWidget(), self._window.menuBar(), self._window.statusBar()):
            if part is not None:
                part.setEnabled(able)

    def _hide_late_ones(self, _window: object = None) -> None:
        """Hide what opens while nobody is at work: a job of before may have come to its end."""
        if self.is_up:
            QTimer.singleShot(0, self, self._hide_others)

    def _hide_others(self) -> None:
        if not self.is_up:
            return
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        allowed = [one for one in self._allowed if isValid(one)]
        for other in QApplication.topLevelWidgets():
            if other.isVisible() and other is not self._window and other not in allowed and _says_something(other):
                self._hidden.append(other)
                other.hide()


def _says_something(window: QWidget) -> bool:
    return window.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Tool, Qt.WindowType.Sheet)
