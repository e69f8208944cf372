"""The first rows of a file with the row numbers Excel shows; a click says where the headings are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from crm_desktop.base.text import _T
from crm_desktop.services.import_views import FileLook, PreviewRow
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.flat_table import flatten
from crm_desktop.ui.widgets.named import named

MOST_COLUMNS = 60


class _Cells(QStyledItemDelegate):
    """Draws the row of headings bold on a ground of its own, and what stands above it faint."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.headings: range = range(0)
        self.numbers: Sequence[int] = ()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        theme = self._theme
        number = self.numbers[index.row()]
        is_heading = number in self.headings
        painter.save()
        rect = option.rect
        current = self.parent()
        if is_heading:
            painter.fillRect(rect, theme.colour("selected"))
        elif isinstance(current, QTableWidget) and current.currentRow() == index.row() and current.hasFocus():
            painter.fillRect(rect, theme.colour("hover"))
        above = bool(self.headings) and number < self.headings.start
        painter.setPen(theme.colour("on_selected" if is_heading else "faint" if above else "text"))
        painter.setFont(theme.font(1.0, bold=is_heading))
        room = rect.adjusted(8, 0, -6, 0)
        text = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


class FilePreview(QTableWidget):
    """Emits `picked` with the number of the row that has the headings."""

    picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "wizard.preview", _T("Wizard", "The first rows of the file"))
        self._theme = theme
        self._cells = _Cells(theme)
        self._cells.setParent(self)
        self.setItemDelegate(self._cells)
        self._numbers: list[int] = []
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        flatten(self, shows_row_heads=True)
        named(self.horizontalHeader(), "wizard.preview.letters", _T("Wizard", "Columns"))
        named(self.verticalHeader(), "wizard.preview.numbers", _T("Wizard", "Row numbers"))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.cellClicked.connect(self._clicked)
        self.verticalHeader().sectionClicked.connect(self._clicked)
        self.setToolTip(_T("Wizard", "Click the row that has the headings"))
        theme.changed.connect(self._fit)
        self._fit()

    def show_look(self, look: FileLook) -> None:
        """Show the first rows of a file."""
        rows = look.preview
        width = min(max((len(row.cells) for row in rows), default=0), MOST_COLUMNS)
        self._numbers = [row.number for row in rows]
        self._cells.numbers = self._numbers
        start = look.heading_row or 0
        self._cells.headings = range(start, start + look.plan.heading_rows) if start else range(0)
        self.clear()
        self.setRowCount(len(rows))
        self.setColumnCount(width)
        self.setHorizontalHeaderLabels([column_letters(number) for number in range(width)])
        self.setVerticalHeaderLabels([str(number) for number in self._numbers])
        for line, row in enumerate(rows):
            self._fill(line, row, width)
        self._fit()
        self._size_columns(rows, width)
        if start in self._numbers:
            self.setCurrentCell(self._numbers.index(start), 0)

    def numbers(self) -> Sequence[int]:
        """Return the numbers of the rows shown."""
        return tuple(self._numbers)

    def sizeHint(self) -> QSize:
        """Wish for some rows."""
        return QSize(400, self._theme.row_height() * 9)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say with Space that the headings are in the current row."""
        if event.key() == Qt.Key.Key_Space and self.currentRow() >= 0:
            self._clicked(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _fill(self, line: int, row: PreviewRow, width: int) -> None:
        for place, text in enumerate(row.cells[:width]):
            item = QTableWidgetItem(" ".join(text.split())[:200])
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.setItem(line, place, item)

    def _size_columns(self, rows: Sequence[PreviewRow], width: int) -> None:
        metrics = self.fontMetrics()
        for place in range(width):
            texts = [row.cells[place][:24] for row in rows[:20] if place < len(row.cells)]
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            self.setColumnWidth(place, max(metrics.height() * 3, widest + 26))

    def _fit(self) -> None:
        height = round(self._theme.row_height() * 0.85)
        self.verticalHeader().setDefaultSectionSize(height)
        self.viewport().update()

    def _clicked(self, line: int) -> None:
        if 0 <= line < len(self._numbers):
            self.picked.emit(self._numbers[line])


def column_letters(number: int) -> str:
    """Return what Excel calls a column: A … Z, AA … ."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
