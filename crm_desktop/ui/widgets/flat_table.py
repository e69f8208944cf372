"""What every table of the program looks like, and which keys it leaves alone."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget


def flatten(table: QTableView, *, shows_row_heads: bool = False) -> None:
    """Draw no grid and one line a row, scroll by pixels, and let Tab leave the table."""
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setCornerButtonEnabled(False)
    table.setCornerWidget(QWidget())  # the style's own is a small framed square
    table.horizontalHeader().setHighlightSections(False)
    rows = table.verticalHeader()
    rows.setVisible(shows_row_heads)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setMinimumSectionSize(1)
