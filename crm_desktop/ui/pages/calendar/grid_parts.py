"""What month, hours and agenda have in common: taking drops, beginning to type, keys of the chosen entry, tool tips."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QToolTip

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


class MovesChosen(_Base):
    """Keeps Alt with an arrow for moving the chosen entry, and Tab for going among the entries of a day."""

    moving_keys: ClassVar[Collection[Qt.Key]] = ()

    def chosen_item(self) -> object | None:
        """Return the entry the keyboard stands on."""
        raise NotImplementedError

    def step(self, by: int) -> bool:  # noqa: ARG002
        """Go to the next entry; False past the last, where Tab leaves."""
        return False

    def event(self, event: QEvent) -> bool:
        """Take Tab while there is an entry to go to, and Alt with an arrow before a shortcut of the window does."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                if self.step(1 if event.key() == Qt.Key.Key_Tab else -1):
                    return True
            elif event.type() == QEvent.Type.ShortcutOverride and self._wants_alt(event):
                event.accept()
                return True
        return super().event(event)

    def _wants_alt(self, event: QKeyEvent) -> bool:
        return with_alt(event) and Qt.Key(event.key()) in self.moving_keys and self.chosen_item() is not None


class TellsTips(_Base):
    """Says in a tool tip what is cut off."""

    def tip_at(self, point: QPoint) -> str:
        """Return what stands at a place of the viewport, in full; nothing where nothing stands."""
        raise NotImplementedError

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the tip of the place, or none."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            if tip := self.tip_at(event.pos()):
                QToolTip.showText(event.globalPos(), tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)


def with_alt(event: QKeyEvent) -> bool:
    """Tell whether Alt is held: then arrows move the chosen entry."""
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
