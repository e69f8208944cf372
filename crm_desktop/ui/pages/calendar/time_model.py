"""The entries beside the hours as a list: what a screen reader goes through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from crm_desktop.domain.follow_up import CalendarItem
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.pages.calendar.words import day_name, item_spoken

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class TimeModel(QAbstractListModel):
    """Entries in the order of columns and hours."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: list[CalendarItem] = []
        self._looks = KindLooks()
        self._today = date.min

    def show(self, items: Sequence[CalendarItem], looks: KindLooks, today: date) -> None:
        """Show other entries."""
        self._looks, self._today = looks, today
        if list(items) != self.items:
            self.beginResetModel()
            self.items = list(items)
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name an entry, with its day."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        return f"{day_name(item.day)}, {item_spoken(item, self._looks, self._today)}"

    def row_of(self, key: object) -> int | None:
        """Return the row of an entry by its key."""
        return next((row for row, item in enumerate(self.items) if item.key == key), None)
