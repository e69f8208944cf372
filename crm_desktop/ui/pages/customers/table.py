"""The table of customers: rows of one height, keys, hovering, and a selection that can be everything."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QTableView, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.ui.carried import MOST, carry_customers
from crm_desktop.ui.models.customer_model import CustomerModel
from crm_desktop.ui.pages.customers.delegate import CellDelegate
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.flat_table import flatten
from crm_desktop.ui.widgets.named import named

AHEAD = 120
"""Rows are read this far before they come into sight: two screens at the fastest turn of a wheel."""

_KEPT_SELECTION = 2_000
"""A selection by hand of up to this many rows is found again in a list that was read anew."""

Flag = QItemSelectionModel.SelectionFlag
_ROWS = Flag.Rows
Hint = QAbstractItemDelegate.EndEditHint
Kept = tuple[list[int], int | None, int, bool]
"""What was chosen before a list is read anew: some ids, the current id, the place of the scroll bar, "everything"."""


class CustomerTable(QTableView):
    """Speaks of customers where Qt speaks of rows. `customers` is its model."""

    opened = Signal(int)
    typed = Signal(str)
    left_up = Signal()
    menu_wanted = Signal(QPoint)
    chosen = Signal()
    """The selection changed."""
    moved = Signal()
    """The current row changed."""

    def __init__(self, model: CustomerModel, delegate: CellDelegate, theme: Theme) -> None:
        super().__init__()
        named(self, "customers", _T("Customers", "Customers"))
        self.customers = model
        self._delegate = delegate
        self._theme = theme
        self._everything = False
        self._place = 0
        self._pressed: tuple[QPoint, list[int]] | None = None
        self._set_up()
        self.setItemDelegate(delegate)
        self.setModel(model)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        model.modelReset.connect(self._emptied)
        self.selectionModel().currentRowChanged.connect(self.moved)
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)
        theme.changed.connect(self.fit_rows)
        self.fit_rows()

    def fit_rows(self) -> None:
        """Give every row the height of the text size and density in use."""
        self.verticalHeader().setDefaultSectionSize(self._theme.row_height())
        self.viewport().update()

    def rows_in_sight(self) -> int:
        """Return how many rows fit."""
        return self.viewport().height() // max(1, self.verticalHeader().defaultSectionSize()) + 2

    # what is chosen

    def current_id(self) -> int | None:
        """Return the customer the keyboard stands on."""
        return self.customers.id_at(self.currentIndex().row())

    def selected_count(self) -> int:
        """Return how many rows are selected."""
        return sum(last - first + 1 for first, last in self._spans())

    def is_everything(self) -> bool:
        """Tell whether all rows were selected at once, perhaps less a few."""
        return self._everything

    def selection(self, query: CustomerQuery) -> Selection:
        """Return the selected customers: the query with its exceptions, or ids."""
        ids = self.customers.ids
        if self._everything:
            return Selection(query=query, excluded=frozenset(self._unselected()))
        return Selection(frozenset(row_id for first, last in self._spans() for row_id in ids[first : last + 1]))

    def selected_ids(self, most: int) -> list[int]:
        """Return the first selected ids, at most so many."""
        found: list[int] = []
        for first, last in self._spans():
            found += self.customers.ids[first : min(last + 1, first + most - len(found))]
        return found[:most]

    def choose(self, ids: Iterable[int], current: int | None) -> None:
        """Select customers and stand on one, without scrolling; those that are not listed are left out."""
        wanted = set(ids)
        chosen = QItemSelection()
        last_column = max(0, self.customers.columnCount() - 1)
        for row in self._rows_of(wanted):
            chosen.select(self.customers.index(row, 0), self.customers.index(row, last_column))
        row_now = None if current is None else self.customers.row_of(current)
        model = self.selectionModel()
        if row_now is not None:
            column = max(0, self.currentIndex().column())
            model.setCurrentIndex(self.customers.index(row_now, column), Flag.NoUpdate)
        model.select(chosen, Flag.ClearAndSelect)

    def kept(self) -> Kept:
        """Return what must survive that the list is read anew: selection, current row, place, everything."""
        few = not self._everything and self.selected_count() <= _KEPT_SELECTION
        place = self.verticalScrollBar().value()
        return self.selected_ids(_KEPT_SELECTION) if few else [], self.current_id(), place, self._everything

    def bring_back(self, kept: Kept) -> None:
        """Take back what `kept` returned."""
        ids, current, place, everything = kept
        self.choose(ids, current)
        if everything:
            self.selectAll()
        self.verticalScrollBar().setValue(place)

    def show_customer(self, customer_id: int) -> bool:
        """Stand on a customer and bring her into sight; False where she is not listed."""
        row = self.customers.row_of(customer_id)
        if row is None:
            return False
        index = self.customers.index(row, 0)
        self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect | _ROWS)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def is_on_first(self) -> bool:
        """Tell whether the first row is in sight and is all that is chosen."""
        current, at_top = self.currentIndex(), not self.verticalScrollBar().value()
        is_first = current.isValid() and current.row() == current.column() == 0
        return is_first and at_top and not self.is_editing() and self._spans() == [(0, 0)]

    def stand_on_first(self) -> None:
        """Stand on the first row where nothing else is chosen."""
        if self.customers.rowCount() and not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(self.customers.index(0, 0), Flag.ClearAndSelect | _ROWS)

    def is_editing(self) -> bool:
        """Tell whether a cell is being edited."""
        return self.state() == QAbstractItemView.State.EditingState

    def edit_current(self) -> None:
        """Edit the current cell; on a cell that cannot be edited, the first one of the row that can."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = self._next_editable(index.siblingAtColumn(0), 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def grew(self) -> None:
        """Say that rows came behind: "everything" holds them too."""
        if self._everything:
            self.selectAll()
        self._look_ahead(self.verticalScrollBar().value())

    # Qt's own names

    def selectAll(self) -> None:
        """Select everything: the query, however many rows it has."""
        super().selectAll()
        self._everything = self.customers.rowCount() > 0
        self.chosen.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint whole rows: cell by cell, Qt asks the model and the style for what is the same in every cell."""
        columns = self._columns_in(event.rect())
        if self.model() is not self.customers or not columns:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        try:
            self._paint_rows(painter, event.region(), columns)
        finally:  # a painter that outlives its event, held by the report of a mistake, takes the program down
            painter.end()

    def keyboardSearch(self, search: str) -> None:
        """Hand typed letters to the search field: looking through a million rows would take a while."""
        if search.strip():
            self.typed.emit(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, toggle on Space, go to the search field from the first row; the rest is Qt's."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        editing = self.is_editing()
        current = self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and not editing:
            if (customer_id := self.current_id()) is not None:
                self.opened.emit(customer_id)
        elif key == Qt.Key.Key_Space and current.isValid() and not editing:
            self.selectionModel().select(current, Flag.Toggle | _ROWS)
        elif key == Qt.Key.Key_Up and plain and current.row() <= 0:
            self.left_up.emit()
        elif key == Qt.Key.Key_Escape and self.selected_count() > 1:
            self.choose([], self.current_id())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and current.isValid():
            self._leap(to_end=key == Qt.Key.Key_End, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a record on a double click."""
        index = self.indexAt(event.position().toPoint())
        customer_id = self.customers.id_at(index.row())
        if event.button() == Qt.MouseButton.LeftButton and customer_id is not None:
            self.opened.emit(customer_id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select; what was selected already can be dragged from here, onto a day of the calendar for one."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        held = plain and index.isValid() and self.selectionModel().isSelected(index)
        self._pressed = (place, self.selected_ids(MOST)) if held else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what was pressed."""
        self._pressed = None
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag selected customers, or light the row under the pointer."""
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            start, ids = self._pressed
            if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self._drag(ids)
            return
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Let the light go with the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the chosen rows: at the pointer, or at the current row by key."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid() and not self.selectionModel().isSelected(index):
                self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect | _ROWS)
            self.menu_wanted.emit(event.globalPos())
        else:
            place = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        """Leave an editor; Tab and Shift+Tab go on to the next cell of the row that can be edited."""
        step = {Hint.EditNextItem: 1, Hint.EditPreviousItem: -1}.get(hint)
        index = self.currentIndex()
        super().closeEditor(editor, Hint.NoHint if step else hint)
        if step and index.isValid():
            following = self._next_editable(index.siblingAtColumn(index.column() + step), 0, step)
            if following.isValid():
                self.setCurrentIndex(following)
                self.edit(following)

    # inside

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setMouseTracking(True)
        flatten(self)

    def _paint_rows(self, painter: QPainter, region: QRegion, columns: list[tuple[int, int, int]]) -> None:
        ring_row, ring_at = self._ring()
        selected, index = self.selectionModel().isSelected, self.customers.index
        for row in self._rows_in(region):
            self._delegate.paint_row(
                painter,
                row,
                self.customers.painted(row),
                columns,
                (self.rowViewportPosition(row), self.rowHeight(row)),
                selected=selected(index(row, 0)),
                ring_at=ring_at if row == ring_row else -1,
            )

    def _columns_in(self, place: QRect) -> list[tuple[int, int, int]]:
        """Return the columns that show in a part of the list: which, their left ends and widths."""
        heads = self.horizontalHeader()
        found = []
        for column in range(heads.count()):
            width = heads.sectionSize(column)
            left = heads.sectionViewportPosition(column)
            if width and left <= place.right() and left + width > place.left():
                found.append((column, left, width))
        return found

    def _rows_in(self, region: QRegion) -> Iterable[int]:
        """Return the rows that a region touches, each once."""
        rows: dict[int, None] = {}
        for part in region:  # type: ignore[attr-defined]
            first, last = self.rowAt(part.top()), self.rowAt(part.bottom())
            if first >= 0:
                rows |= dict.fromkeys(range(first, (last if last >= 0 else self.customers.rowCount() - 1) + 1))
        return rows

    def _ring(self) -> tuple[int, int]:
        """Return row and column of the cell with the focus ring, outside the list where there is none."""
        current = self.currentIndex()
        if self.hasFocus() or self.viewport().hasFocus():
            return current.row(), current.column()
        return -1, -1

    def _drag(self, ids: list[int]) -> None:
        self.choose(ids, self.current_id())
        drag = QDrag(self)
        drag.setMimeData(carry_customers(ids))
        drag.exec(Qt.DropAction.CopyAction)

    def _spans(self) -> list[tuple[int, int]]:
        """Return the selected rows as spans (first, last), each row in one of them."""
        selection = self.selectionModel().selection()  # held: its parts are only as alive as it is
        spans = sorted({(part.top(), part.bottom()) for part in selection})  # type: ignore[attr-defined]
        joined: list[tuple[int, int]] = []
        for first, last in spans:
            if joined and first <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
            else:
                joined.append((first, last))
        return joined

    def _unselected(self) -> list[int]:
        ids, found, end = self.customers.ids, list[int](), 0
        for first, last in [*self._spans(), (len(ids), len(ids))]:
            found += ids[end:first]
            end = last + 1
        return found

    def _rows_of(self, wanted: set[int]) -> list[int]:
        if len(wanted) <= 20:
            return [row for row in map(self.customers.row_of, wanted) if row is not None]
        return [row for row, row_id in enumerate(self.customers.ids) if row_id in wanted]

    def _selection_changed(self) -> None:
        if self._everything and self.selected_count() * 2 < self.customers.rowCount():
            self._everything = False
        self.chosen.emit()

    def _emptied(self) -> None:
        """Say that nothing is chosen any more: Qt empties the selection with the list in silence."""
        self._everything = False
        self.chosen.emit()

    def _leap(self, *, to_end: bool, extend: bool) -> None:
        row = self.customers.rowCount() - 1 if to_end else 0
        index = self.customers.index(row, max(0, self.currentIndex().column()))
        if extend:
            between = QItemSelection(self.currentIndex(), index)
            self.selectionModel().select(between, Flag.Select | _ROWS)
        self.selectionModel().setCurrentIndex(index, Flag.NoUpdate if extend else Flag.ClearAndSelect | _ROWS)
        self.scrollTo(index)

    def _next_editable(self, index: QModelIndex, tried: int, step: int = 1) -> QModelIndex:
        while index.isValid() and tried < self.customers.columnCount():
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                return index
            index, tried = index.siblingAtColumn(index.column() + step), tried + 1
        return QModelIndex()

    def _look_ahead(self, place: int) -> None:
        """Have the rows read that come next, on the side the list is scrolled to."""
        down, self._place = place >= self._place, place
        height = max(1, self.verticalHeader().defaultSectionSize())
        first = place // height
        last = first + self.viewport().height() // height + 1
        self.customers.look_ahead(*((last, last + AHEAD) if down else (first - AHEAD, first)))

    def _hover(self, row: int) -> None:
        before, self._delegate.hovered_row = self._delegate.hovered_row, row
        if before != row:
            for changed in (before, row):
                if changed >= 0:
                    place = self.rowViewportPosition(changed)
                    self.viewport().update(0, place, self.viewport().width(), self.rowHeight(changed))
