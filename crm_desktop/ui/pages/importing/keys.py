"""The wizard's own keys, taken from whatever has the keyboard: a table would move its cursor, the window its pages."""

from __future__ import annotations

from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class WizardKey(Enum):
    """What a key of the page's own means."""

    BACK = auto()
    ON = auto()
    PASTE = auto()


class Taker(Protocol):
    """Whom the keys are for."""

    def takes(self, key: WizardKey) -> bool:
        """Say whether a key means something now."""
        ...

    def take(self, key: WizardKey) -> None:
        """Do it."""
        ...


class WizardKeys(QObject):
    """Listens to the one widget of a page that has the keyboard: Alt with the arrows, and Ctrl+V."""

    def __init__(self, page: QWidget, taker: Taker) -> None:
        super().__init__(page)
        self._page = page
        self._taker = taker
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim a key before the shortcuts of the window, then act on it."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = _meaning(event)
        if key is None or not self._taker.takes(key):
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._taker.take(key)
        return True

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None and (now is self._page or self._page.isAncestorOf(now)):
            now.installEventFilter(self)


def _meaning(event: QKeyEvent) -> WizardKey | None:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.AltModifier:
        return {Qt.Key.Key_Left: WizardKey.BACK, Qt.Key.Key_Right: WizardKey.ON}.get(Qt.Key(event.key()))
    pastes = modifiers == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_V
    return WizardKey.PASTE if pastes else None
