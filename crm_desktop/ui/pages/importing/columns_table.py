"""The table of a file's columns: the cell of the place looks like what it is, a choice, and opens by key and click."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from crm_desktop.base.text import _T
from crm_desktop.ui.pages.importing.columns_model import EXAMPLES, GUESSED, HEADING, PLACE, ColumnsModel
from crm_desktop.ui.pages.importing.words import guessed_word
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.flat_table import flatten
from crm_desktop.ui.widgets.named import named


class _PlaceDelegate(QStyledItemDelegate):
    """Draws the cells; the place with a frame and an arrow, warning where there is none yet."""

    def __init__(self, theme: Theme, model: ColumnsModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        theme, rect = self._theme, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, theme.colour("selected"))
        room = rect.adjusted(10, 0, -8, 0)
        if index.column() == PLACE:
            room = self._paint_frame(painter, rect, self._model.is_homeless(index.row()))
        muted = index.column() in (EXAMPLES, GUESSED)
        homeless = index.column() == PLACE and self._model.is_homeless(index.row())
        token = "warning" if homeless else "muted" if muted and not chosen else "on_selected" if chosen else "text"
        painter.setFont(theme.font(1.0, bold=index.column() == HEADING))
        painter.setPen(theme.colour("text" if index.column() == PLACE and chosen and not homeless else token))
        text = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_frame(self, painter: QPainter, rect: QRect, homeless: bool) -> QRect:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(rect).adjusted(4.5, 3.5, -4.5, -4.5)
        painter.setPen(QPen(theme.colour("warning" if homeless else "border"), 1))
        painter.setBrush(theme.colour("warning_soft" if homeless else "surface"))
        painter.drawRoundedRect(frame, 5, 5)
        side = theme.icon_side(0.85)
        arrow = frame.toRect().adjusted(frame.toRect().width() - side - 6, 0, -6, 0)
        theme.icon("chevron-down", "muted").paint(painter, arrow)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return rect.adjusted(13, 0, -side - 16, 0)


class ColumnsTable(QTableView):
    """Emits `wanted` when the place of the current column is to be chosen, with what was typed already."""

    wanted = Signal(str)
    moved = Signal()
    cleared = Signal()
    """Delete was pressed: the column is to be left out."""

    def __init__(self, theme: Theme, model: ColumnsModel) -> None:
        super().__init__()
        named(self, "wizard.columns.table", _T("Wizard", "The columns of the file"))
        self._theme = theme
        self._delegate = _PlaceDelegate(theme, model)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        flatten(self)
        header = named(self.horizontalHeader(), "wizard.columns.headings", _T("Wizard", "The columns of the file"))
        header.setSectionsClickable(False)
        for section, mode in (
            (HEADING, QHeaderView.ResizeMode.Interactive),
            (EXAMPLES, QHeaderView.ResizeMode.Stretch),
            (PLACE, QHeaderView.ResizeMode.Interactive),
            (GUESSED, QHeaderView.ResizeMode.Interactive),
        ):
            header.setSectionResizeMode(section, mode)
        self.clicked.connect(self._clicked)
        self.selectionModel().currentRowChanged.connect(self.moved)
        self.selectionModel().selectionChanged.connect(self.moved)
        theme.changed.connect(self._fit)
        self._fit()

    def rows_chosen(self) -> list[int]:
        """Return the selected rows from above."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def stand_on(self, row: int) -> None:
        """Choose a row."""
        if row >= 0:
            self.selectRow(row)
            self.setCurrentIndex(self.model().index(row, PLACE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the choice with Space, F2, Alt+Down or by typing; leave a column out with Delete."""
        key, text = event.key(), event.text()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        alt_down = key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self.currentIndex().isValid() and (key in (Qt.Key.Key_Space, Qt.Key.Key_F2) or alt_down):
            self.wanted.emit("")
        elif self.currentIndex().isValid() and key == Qt.Key.Key_Delete:
            self.cleared.emit()
        elif plain and text.strip() and text.isprintable() and self.currentIndex().isValid():
            self.wanted.emit(text)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave typed letters to the choice of the place."""

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == PLACE:
            self.wanted.emit("")

    def _fit(self) -> None:
        line = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(max(self._theme.row_height(), round(line * 2.1)))
        self.horizontalHeader().resizeSection(HEADING, line * 10)
        self.horizontalHeader().resizeSection(PLACE, line * 13)
        words = [guessed_word(key) for key in ("heading", "values", "memory", "user")]
        widest = max(self.fontMetrics().horizontalAdvance(word) for word in words)
        self.horizontalHeader().resizeSection(GUESSED, widest + 26)
        self.viewport().update()
