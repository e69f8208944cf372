"""The customer that was looked for, held ready: dragged onto a day, or pressed for the current one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton

from crm_desktop.base.text import _T
from crm_desktop.ui.carried import carry_customers
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named


class CustomerChip(QPushButton):
    """Emits `pressed_for` with the customer's id."""

    pressed_for = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "calendar.held", kind="chip")
        self.setIcon(theme.icon("user", "muted"))
        self.setAutoDefault(False)
        self._customer_id: int | None = None
        self._start: QPoint | None = None
        self.clicked.connect(self._press)
        self.hide()

    def hold(self, customer_id: int, name: str) -> None:
        """Hold a customer."""
        self._customer_id = customer_id
        self.setText(self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, 140))
        self.setAccessibleName(_T("Calendar", "Plan for {name}").format(name=name))
        self.setToolTip(_T("Calendar", "Drag {name} onto a day, or press to plan on the day chosen.").format(name=name))
        self.show()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a drag would begin."""
        self._start = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag her."""
        start = self._start
        way = (event.position().toPoint() - start).manhattanLength() if start is not None else 0
        if way < QApplication.startDragDistance() or self._customer_id is None:
            super().mouseMoveEvent(event)
            return
        self._start = None
        self.setDown(False)
        drag = QDrag(self)
        drag.setMimeData(carry_customers([self._customer_id]))
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.CopyAction)

    def _press(self) -> None:
        if self._customer_id is not None:
            self.pressed_for.emit(self._customer_id)
