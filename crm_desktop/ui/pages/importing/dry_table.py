"""The table of the dry run: cells edited in place, decisions by key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from crm_desktop.base.text import _T
from crm_desktop.ui.pages.importing.dry_model import (
    BAD,
    DECIDED,
    FIRST_CELL,
    MENDED,
    NUMBER,
    WHAT,
    WHO,
    DryModel,
)
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.flat_table import flatten
from crm_desktop.ui.widgets.named import named


class _CellDelegate(QStyledItemDelegate):
    """Draws what is wrong on a ground of its own, and what the user did in bold."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        theme, rect = self._theme, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        bad = bool(index.data(BAD))
        painter.save()
        if bad:
            painter.fillRect(rect, theme.colour("danger_soft"))
        elif chosen:
            painter.fillRect(rect, theme.colour("selected"))
        own = bool(index.data(MENDED)) or (index.column() <= WHAT and bool(index.data(DECIDED)))
        painter.setFont(theme.font(1.0, bold=own or index.column() == WHO))
        faint = index.column() == NUMBER and not chosen
        token = "danger" if bad else "muted" if faint else "on_selected" if chosen else "text"
        painter.setPen(theme.colour(token))
        room = rect.adjusted(9, 0, -9, 0)
        text = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if index.column() == NUMBER else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("focus"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()


def is_backspace(event: QEvent) -> bool:
    """Say whether the window asks if Backspace is wanted here."""
    asks = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
    return asks and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Backspace


class DryTable(QTableView):
    """Emits `key_pressed` with a letter or digit typed outside the cells of the file."""

    key_pressed = Signal(str)
    moved = Signal()

    def __init__(self, theme: Theme, model: DryModel) -> None:
        super().__init__()
        named(self, "wizard.rows", _T("Wizard", "The rows of the file"))
        self._theme = theme
        self._delegate = _CellDelegate(theme)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        flatten(self)
        header = named(self.horizontalHeader(), "wizard.rows.headings", _T("Wizard", "The columns of the file"))
        header.setSectionsClickable(False)
        self.selectionModel().currentRowChanged.connect(self.moved)
        theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Give rows and columns the sizes of the text."""
        line = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(self._theme.row_height())
        widths = {NUMBER: line * 3.4, WHO: line * 7, WHAT: line * 15}
        for section in range(self.model().columnCount() if self.model() else 0):
            self.setColumnWidth(section, round(widths.get(section, line * 7.5)))

    def minimumSizeHint(self) -> QSize:
        """Need three rows."""
        return QSize(200, self.horizontalHeader().sizeHint().height() + 3 * self._theme.row_height())

    def spans(self) -> list[tuple[int, int]]:
        """Return the selected rows as spans (first, last)."""
        selection = self.selectionModel().selection()  # held: its parts are only as alive as it is
        return sorted({(part.top(), part.bottom()) for part in selection})  # type: ignore[attr-defined]

    def stand_on(self, row: int) -> None:
        """Choose a row, or the last one before it."""
        row = min(row, self.model().rowCount() - 1)
        if row >= 0:
            column = max(WHO, self.currentIndex().column())
            self.setCurrentIndex(self.model().index(row, column))
            self.selectRow(row)
            self.setCurrentIndex(self.model().index(row, column))

    def event(self, event: QEvent) -> bool:
        """Keep Backspace, by which the window would go back."""
        if is_backspace(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide by letters and digits beside the cells of the file; edit in them; leave Enter to the page."""
        editing = self.state() == QAbstractItemView.State.EditingState
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        index, key = self.currentIndex(), event.key()
        letter = event.text().casefold()
        if editing:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        elif key == Qt.Key.Key_F2 and index.isValid():
            self._edit(index)
        elif key == Qt.Key.Key_Delete and index.column() >= FIRST_CELL:
            self.model().setData(index, "")
        elif plain and index.column() < FIRST_CELL and (letter.isalnum() or key == Qt.Key.Key_Backspace):
            self.key_pressed.emit(letter if letter.isalnum() else "")
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Look for nothing: most rows have not been read."""

    def _edit(self, index: QModelIndex) -> None:
        """Edit the current cell; beside the file's cells, the first one that is wrong, or the first."""
        if index.column() < FIRST_CELL:
            cells = [index.siblingAtColumn(c) for c in range(FIRST_CELL, self.model().columnCount())]
            wrong = [cell for cell in cells if cell.data(BAD)]
            if not cells:
                return
            index = (wrong or cells)[0]
            self.setCurrentIndex(index)
        self.edit(index)
