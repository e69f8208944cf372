"""The table in which the user compares and chooses, by key as by mouse."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from crm_desktop.base.text import _T
from crm_desktop.ui.pages.duplicates.side import RowKind
from crm_desktop.ui.pages.duplicates.side_model import SideModel
from crm_desktop.ui.pages.duplicates.side_paint import FieldsHeader, PeopleHeader, SideDelegate
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.flat_table import flatten
from crm_desktop.ui.widgets.named import named

NARROWEST_EM = 13
"""Width, in points of ordinary text, below which columns scroll instead of shrinking."""

LEAST_ROWS = 5
"""How many rows are in sight at least; where the window is too low for them, all of it scrolls."""


class SideTable(QTableView):
    """Emits what is chosen; 1–9 choose in the row of the cell at hand, 0 chooses all, X leaves a customer out."""

    chosen = Signal(int, int)
    """Row and column; the column after the last customer stands for all of them."""
    left_out = Signal(int)

    def __init__(self, theme: Theme, model: SideModel) -> None:
        super().__init__()
        named(self, "side.table", _T("Merge", "Customers side by side"))
        self._theme = theme
        self.side = model
        self.setModel(model)
        self.setItemDelegate(SideDelegate(theme, model, self))
        self.setHorizontalHeader(PeopleHeader(theme, model, self))
        self.setVerticalHeader(FieldsHeader(theme, model, self))
        named(self.horizontalHeader(), "side.people", _T("Merge", "Customers"))
        named(self.verticalHeader(), "side.fields", _T("Merge", "Fields"))
        flatten(self, shows_row_heads=True)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._choose_at)
        self.horizontalHeader().sectionClicked.connect(self._choose_person)
        self._wrap = QTimer(self, singleShot=True, interval=0)
        self._wrap.timeout.connect(self.resizeRowsToContents)
        self.horizontalHeader().sectionResized.connect(self._wrap_soon)
        theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take the sizes of text and columns anew."""
        self.horizontalHeader().setMinimumSectionSize(round(self._theme.base_points * NARROWEST_EM))
        self.verticalHeader().setFixedWidth(self.verticalHeader().sizeHint().width())
        self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + LEAST_ROWS * self._theme.row_height())
        self.resizeRowsToContents()
        self.updateGeometries()

    def stand_on_survivor(self) -> None:
        """Put the cell at hand where a number chooses who stays."""
        column = next((place for place, one in enumerate(self.side.parties) if one.id == self.side.survivor), 0)
        if self.side.rowCount():
            self.setCurrentIndex(self.side.index(0, column))
            self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number, Space and Enter; leave out with X; the page has the other letters."""
        index, text = self.currentIndex(), event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (index.isValid() and plain):
            super().keyPressEvent(event)
        elif text.isdigit() and text.isascii():
            self._choose_number(index, int(text))
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_at(index)
        elif event.key() in (Qt.Key.Key_X, Qt.Key.Key_Delete):
            self.left_out.emit(index.column())
        elif text.isalpha():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: letters are keys of the page here."""

    def _wrap_soon(self) -> None:
        self._wrap.start()

    def _choose_number(self, index: QModelIndex, number: int) -> None:
        count = len(self.side.parties)
        if number == 0:
            self.chosen.emit(index.row(), count)
        elif number <= count:
            row = index.row() if self.side.rows[index.row()].kind is not RowKind.TOTAL else 0
            self.setCurrentIndex(self.side.index(row, number - 1))
            self.chosen.emit(row, number - 1)

    def _choose_at(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.chosen.emit(index.row(), index.column())

    def _choose_person(self, section: int) -> None:
        if not self.side.is_result(section):
            self.chosen.emit(0, section)
