"""What month, hours and agenda have in common: taking what is dropped on a day, and beginning to type there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QInputMethodEvent, QKeyEvent

from crm_desktop.ui.carried import customers_of, follow_ups_of, is_ours

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

    _Base = QAbstractItemView
else:
    _Base = object


class TakesDrops(_Base):
    """Takes customers and follow-ups that are dragged; a widget says where, by `drop_place` and `mark_drop`."""

    dropped_customers: Any
    dropped_follow_ups: Any

    def take_drops(self) -> None:
        """Begin to take them."""
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    def drop_place(self, point: QPoint) -> object | None:
        """Return what the signals name of a place; None where nothing can be dropped."""
        raise NotImplementedError

    def mark_drop(self, point: QPoint | None) -> None:
        """Show where it would be dropped; None: nowhere any more."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take customers and follow-ups; leave the rest to the window."""
        if is_ours(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would be dropped."""
        point = event.position().toPoint()
        self.mark_drop(point)
        if is_ours(event.mimeData()) and self.drop_place(point) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing any more."""
        self.mark_drop(None)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Plan for the customers, or move the follow-ups, that were dropped."""
        self.mark_drop(None)
        place = self.drop_place(event.position().toPoint())
        if place is None:
            return
        if customers := customers_of(event.mimeData()):
            self.dropped_customers.emit(customers, place)
        elif keys := follow_ups_of(event.mimeData()):
            self.dropped_follow_ups.emit(keys, place)
        event.acceptProposedAction()


class BeginsTyping(_Base):
    """Hands letters and what an input method composes to whoever opens a line to type in."""

    typed: Any

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to type with an input method."""
        if event.preeditString() or event.commitString():
            self.typed.emit(event)

    def begins_text(self, event: QKeyEvent) -> bool:
        """Tell whether a key begins a text."""
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        return bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & held


def with_alt(event: QKeyEvent) -> bool:
    """Tell whether Alt is held: then arrows move the chosen entry."""
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
