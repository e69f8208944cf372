"""The shortcut sheet: every verb that has a key, by menu, with a search."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.text import _T
from crm_desktop.ui.actions import Menu, Verb, VerbBook, key_texts, menu_titles, plain, sequences
from crm_desktop.ui.dialogs.close_box import close_box
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.flat_table import flatten
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.search_field import SearchField


class ShortcutSheet(QDialog):
    """Read from the registry each time it is opened."""

    def __init__(self, parent: QWidget, book: VerbBook, theme: Theme) -> None:
        super().__init__(parent)
        named(self, "shortcutSheet", _T("Shortcuts", "Keyboard shortcuts"))
        self.setWindowTitle(_T("Shortcuts", "Keyboard shortcuts"))
        self.search = SearchField(theme, _T("Shortcuts", "Find a shortcut"), "shortcutSearch")
        self.search.asked.connect(self._filter)
        self.table = self._table(theme)
        titles = menu_titles()
        verbs = [verb for verb in book.verbs() if sequences(verb)]
        for verb in sorted(verbs, key=lambda verb: list(Menu).index(verb.menu) if verb.menu else 99):
            self._add(verb, plain(titles[verb.menu]) if verb.menu else _T("Shortcuts", "On this page"))
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addWidget(self._more())
        column.addWidget(close_box(self))
        self.resize(620, 560)

    def _more(self) -> QPushButton:
        def show() -> None:
            from crm_desktop.ui.help.asking import ask_guide

            self.accept()
            ask_guide(self, "shortcuts#pages")

        more = named(QPushButton(_T("Guide", "More keys, page by page")), "shortcutMore", kind="link")
        more.setAutoDefault(False)
        more.clicked.connect(show)
        return more

    def _table(self, theme: Theme) -> QTableWidget:
        table = named(QTableWidget(0, 3), "shortcutTable", _T("Shortcuts", "Keyboard shortcuts"))
        heads = [_T("Shortcuts", "What it does"), _T("Shortcuts", "Key"), _T("Shortcuts", "Where")]
        table.setHorizontalHeaderLabels(heads)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        flatten(table)
        table.verticalHeader().setDefaultSectionSize(theme.row_height())
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        return table

    def _add(self, verb: Verb, where: str) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate((plain(verb.text), "  ·  ".join(key_texts(verb)), where)):
            self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnToContents(1)

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for row in range(self.table.rowCount()):
            cells = (self.table.item(row, column) for column in range(3))
            held = " ".join(cell.text() for cell in cells if cell).casefold()
            self.table.setRowHidden(row, not all(word in held for word in words))
