"""The line in which a new follow-up is typed on its day: Enter keeps it, Esc drops it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.widgets.named import named


@dataclass(frozen=True)
class Begun:
    """What is known before anything is typed: the day, perhaps the time, whose, and for which customers."""

    day: date
    at: time | None = None
    customer_ids: Sequence[int] = ()
    customer_name: str = ""
    owner_id: int | None = None


class DayEntry(QLineEdit):
    """Lies over a day while one types; emits `kept` with a Begun and the text."""

    kept = Signal(object, str)
    left = Signal()

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        named(self, "calendar.entry", _T("Calendar", "New follow-up"))
        self.begun = Begun(date.min)
        self.hide()

    def begin(self, begun: Begun, place: QRect, event: QEvent | None = None) -> None:
        """Open over a place; the key or input method event that began it goes in."""
        self.begun = begun
        self.clear()
        self.setPlaceholderText(_hint(begun))
        wish = place.united(QRect(place.topLeft(), self.sizeHint()))
        wish.setWidth(max(place.width(), 150))
        ground = self._ground.rect()
        wish.moveRight(min(wish.right(), ground.right() - 2))
        wish.moveBottom(min(wish.bottom(), ground.bottom() - 2))
        self.setGeometry(wish)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(event, QKeyEvent | QInputMethodEvent):
            QApplication.sendEvent(self, event)

    def say_name(self, name: str) -> None:
        """Say for whom it is, once her name is known."""
        if self.isVisible() and self.begun.customer_ids:
            self.setPlaceholderText(_hint(replace(self.begun, customer_name=name)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep on Enter, drop on Esc; the rest is typing. What an input method composes never comes here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
            event.accept()  # arrows at the ends of the text are not for the days below

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close where nothing was typed; a text stays until it is kept or dropped."""
        super().focusOutEvent(event)
        if not self.text().strip() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.hide()

    def _keep(self) -> None:
        text = " ".join(self.text().split())
        if not text and not self.begun.customer_ids:
            self._leave()
            return
        begun = self.begun
        self._leave()
        self.kept.emit(begun, text)

    def _leave(self) -> None:
        self.clear()
        self.hide()
        self.left.emit()


def _hint(begun: Begun) -> str:
    if begun.customer_name:
        return _T("Calendar", "For {name}: what is to be done").format(name=begun.customer_name)
    if begun.customer_ids:
        return _T("Calendar", "For %n customer(s): what is to be done", None, len(begun.customer_ids))
    return _T("Calendar", "15:00 call back …", "example of a text that makes a new follow-up")
