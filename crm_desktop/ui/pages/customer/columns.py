"""Three columns that become two and one where the window is narrow or the text large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crm_desktop.ui.pages.customer.scrolled import ScrolledColumn

THREE_FROM, TWO_FROM = 66, 40
"""Widths, in em of ordinary text, from which three and two columns stand side by side."""


class Columns(QWidget):
    """Lays fields, timeline and associations out beside each other or below."""

    def __init__(self, left: Sequence[QWidget], centre: QWidget, right: Sequence[QWidget]) -> None:
        super().__init__()
        self._left, self._centre, self._right = list(left), centre, list(right)
        self._scrolls = [ScrolledColumn(f"column.{name}", 18, 2) for name in ("left", "centre", "right")]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        for scroll, share in zip(self._scrolls, (30, 42, 28), strict=True):
            row.addWidget(scroll, share)
        self._count = 0
        self._arrange(3)

    def count(self) -> int:
        """Return how many columns stand side by side."""
        return self._count

    def em(self) -> float:
        """Return the width of an em of ordinary text in pixels."""
        return max(self.fontMetrics().height() * 0.78, 1.0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the number of columns that fit."""
        super().resizeEvent(event)
        ems = self.width() / self.em()
        self._arrange(3 if ems >= THREE_FROM else 2 if ems >= TWO_FROM else 1)

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        plans = {
            3: (self._left, [self._centre], self._right),
            2: ([*self._left, *self._right], [self._centre], []),
            1: ([*self._left, self._centre, *self._right], [], []),
        }
        for scroll in self._scrolls:
            _empty(scroll)
        for scroll, widgets in zip(self._scrolls, plans[count], strict=True):
            self._fill(scroll, widgets)

    def _fill(self, scroll: ScrolledColumn, widgets: Sequence[QWidget]) -> None:
        column = scroll.column
        for widget in widgets:
            column.addWidget(widget, 1 if widget is self._centre else 0)
        if self._centre not in widgets:
            column.addStretch(1)
        scroll.setVisible(bool(widgets))


def _empty(scroll: ScrolledColumn) -> None:
    """Take everything out. `takeAt` alone would leave the old item as the one a widget tells of its changed size."""
    column = scroll.column
    for number in reversed(range(column.count())):
        item = column.itemAt(number)
        widget = item.widget() if item is not None else None
        if widget is not None:
            column.removeWidget(widget)
        else:
            column.takeAt(number)
