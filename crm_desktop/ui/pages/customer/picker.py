"""Chooses another customer by typing part of her name, pinyin or phone."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from crm_desktop.base.text import _T
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services import read_customers
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.named import named

HITS = 8
_ID = Qt.ItemDataRole.UserRole + 1


class CustomerPicker(QLineEdit):
    """Emits `picked` with a customer's id, `given_up` on Esc, `passed` on Enter where nothing is typed."""

    picked = Signal(int)
    given_up = Signal()
    passed = Signal()

    def __init__(self, frame: Frame, workplace: Workplace, name: str, spoken: str) -> None:
        super().__init__()
        named(self, name, spoken)
        self.setPlaceholderText(_T("Picker", "Name, pinyin or phone"))
        self._frame, self._workplace, self._group = frame, workplace, f"picker.{name}.{id(self)}"
        self._hits = QStandardItemModel(self)
        completer = QCompleter(self._hits, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(HITS)
        completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        self.setCompleter(completer)
        self.textEdited.connect(self._search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the first hit on Enter, give up on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._hits.rowCount():
                self._pick(int(self._hits.item(0).data(_ID)))
            elif not self.text().strip():
                self.passed.emit()
        else:
            super().keyPressEvent(event)

    def _search(self, text: str) -> None:
        place = self._workplace
        if not text.strip():
            self._hits.clear()
            return

        def find() -> list[tuple[int, str, str]]:
            ids = read_customers.first_screen(place, CustomerQuery(text))[:HITS]
            rows = read_customers.rows(place, ids, ("name", "phone"))
            return [(row.id, str(row.values["name"]), str(row.values["phone"] or "")) for row in rows]

        self._frame.work.read(find, self._show, group=self._group)

    def _show(self, hits: list[tuple[int, str, str]]) -> None:
        self._hits.clear()
        for customer_id, name, phone in hits:
            item = QStandardItem(f"{name}  {phone}".strip())
            item.setData(customer_id, _ID)
            self._hits.appendRow(item)
        if hits and self.hasFocus():
            self.completer().complete()

    def _take(self, index: QModelIndex) -> None:
        customer_id = index.data(_ID)
        if customer_id is not None:
            self._pick(int(customer_id))

    def _pick(self, customer_id: int) -> None:
        self.clear()
        self._hits.clear()
        self.picked.emit(customer_id)
