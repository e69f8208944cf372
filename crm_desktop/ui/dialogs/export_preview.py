"""The first rows of a file before it is written."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from crm_desktop.base.text import _T
from crm_desktop.services.export_preview import ROWS, Preview
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.flat_table import flatten
from crm_desktop.ui.widgets.named import named

_WIDEST = 220


class PreviewTable(QTableWidget):
    """A small table that is only looked at."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "exportPreview", _T("Export", "The first rows of the file"))
        self._theme = theme
        named(self.horizontalHeader(), "exportPreview.headings", _T("Export", "Headings"))
        named(self.verticalHeader(), "exportPreview.numbers", _T("Export", "Rows"))
        flatten(self)
        self.verticalHeader().setDefaultSectionSize(theme.row_height() * 3 // 4)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(True)

    def show_preview(self, shown: Preview) -> None:
        """Show other rows."""
        self.clear()
        self.setColumnCount(len(shown.headings))
        self.setRowCount(len(shown.rows))
        self.setHorizontalHeaderLabels(list(shown.headings))
        for row, texts in enumerate(shown.rows):
            for column, text in enumerate(texts):
                self.setItem(row, column, QTableWidgetItem(" ".join(text.split())))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.resizeColumnsToContents()
        for column in range(self.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column) + 12, _WIDEST))
        self.setMinimumHeight(self.minimumSizeHint().height())

    def texts(self) -> list[list[str]]:
        """Return headings and rows as they are shown."""
        columns = range(self.columnCount())
        headings = [item.text() if (item := self.horizontalHeaderItem(column)) else "" for column in columns]
        rows = [
            [item.text() if (item := self.item(row, column)) else "" for column in columns]
            for row in range(self.rowCount())
        ]
        return [headings, *rows]

    def sizeHint(self) -> QSize:
        """Wish for the rows of a preview."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Need the rows of a preview and the bar below them."""
        rows = self.horizontalHeader().sizeHint().height() + ROWS * (self._theme.row_height() * 3 // 4)
        return QSize(200, rows + self.horizontalScrollBar().sizeHint().height() + 2)
