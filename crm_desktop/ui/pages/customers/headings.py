"""The headings of the list: clicks order, dragging moves and resizes, a menu shows and hides; all of it is told."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QTableView

from crm_desktop.base.text import _T
from crm_desktop.ui.pages.customers.state import NARROWEST, Columns, ListState
from crm_desktop.ui.widgets.named import named

_TELL_MS = 120
_NARROWED = 0.75


class Headings(QObject):
    """Speaks for a table's header in keys of columns."""

    clicked = Signal(str)
    arranged = Signal(object)
    """The columns (key, width) from the left, after the user moved or resized them."""
    shown = Signal(object)
    """The keys of the columns to show, from the menu."""
    more = Signal()
    """The whole list of columns is wanted."""

    def __init__(self, table: QTableView, state: ListState) -> None:
        super().__init__(table)
        self._table = table
        self._state = state
        self._header = table.horizontalHeader()
        self._placing = False
        self._timer = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._timer.timeout.connect(lambda: self.arranged.emit(self.columns()))
        self._set_up()

    def place(self) -> None:
        """Lay the columns out as the state says; the model's columns are in that order."""
        self._placing = True
        for place, width in enumerate(self._widths()):
            now = self._header.visualIndex(place)
            if now != place:
                self._header.moveSection(now, place)
            self._header.resizeSection(place, width)
        self._placing = False
        self.show_order()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit columns that nobody has arranged into a table that is shown or changes its width."""
        if event.type() == QEvent.Type.Resize and not self._state.is_arranged():
            self.place()
        return super().eventFilter(watched, event)

    def _widths(self) -> list[int]:
        """Return the widths; those nobody has set yet are narrowed a little where that spares a scroll bar."""
        widths = [width for _, width in self._state.columns]
        room = self._table.viewport().width()
        if self._state.is_arranged() or not _NARROWED * sum(widths) < room < sum(widths):
            return widths
        return [width * room // sum(widths) for width in widths]

    def show_order(self) -> None:
        """Put the arrow on the column the list is ordered by."""
        order, keys = self._state.sort_in_force(), self._state.keys()
        if order is None or order.key not in keys:
            self._header.setSortIndicatorShown(False)
            return
        way = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
        self._header.setSortIndicatorShown(True)
        self._header.setSortIndicator(keys.index(order.key), way)

    def columns(self) -> Columns:
        """Return the columns as they stand; the last one fills the width and keeps the one it had."""
        keys, widths = self._state.keys(), dict(self._state.columns)
        order = [self._header.logicalIndex(place) for place in range(len(keys))]
        found = [(keys[section], self._header.sectionSize(section)) for section in order]
        if found:
            found[-1] = (found[-1][0], widths[found[-1][0]])
        return tuple(found)

    def menu(self) -> QMenu:
        """Return the menu of columns: each can be shown or hidden."""
        menu = QMenu(self._table)
        menu.setObjectName("columnsMenu")
        shown = self._state.keys()
        usual = [field for field in self._state.all_fields() if field.key in shown]
        others = [field for field in self._state.all_fields() if field.key not in shown]
        for field in [*usual, *others]:
            action = menu.addAction(field.label.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(field.key in shown)
            action.setEnabled(shown != (field.key,))
            action.triggered.connect(partial(self._toggle, field.key))
        menu.addSeparator()
        menu.addAction(_T("Columns", "Arrange columns …"), self.more.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _set_up(self) -> None:
        header = named(self._header, "customerHeadings", _T("Columns", "Headings"))
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(NARROWEST)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_menu)
        header.sectionClicked.connect(self._click)
        header.sectionMoved.connect(self._moved)
        header.sectionResized.connect(self._resized)
        self._table.viewport().installEventFilter(self)

    def _click(self, section: int) -> None:
        keys = self._state.keys()
        if section < len(keys):
            self.clicked.emit(keys[section])

    def _moved(self) -> None:
        if not self._placing:
            self._timer.start()

    def _resized(self, section: int, _before: int, _now: int) -> None:
        """Hear of widths that somebody chose; the last column follows the width of the table by itself."""
        if self._header.visualIndex(section) != self._header.count() - 1:
            self._moved()

    def _toggle(self, key: str) -> None:
        shown = [found for found, _ in self.columns()]
        self.shown.emit([found for found in shown if found != key] if key in shown else [*shown, key])

    def _show_menu(self, point: QPoint) -> None:
        self.menu().popup(self._header.mapToGlobal(point))
