"""The list of the page of today: its model, and the view with the finish strip under the line it is for."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import FollowUpKey
from crm_desktop.ui.clipboard import copy_for_a_moment
from crm_desktop.ui.pages.today.delegate import LINE, TodayDelegate
from crm_desktop.ui.pages.today.look import Look
from crm_desktop.ui.pages.today.rows import Row, Section, after
from crm_desktop.ui.widgets.finish_strip import FinishStrip
from crm_desktop.ui.widgets.named import named

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TodayModel(QAbstractListModel):
    """The lines; heads and the strip's place cannot be chosen."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def insert(self, place: int, row: Row) -> None:
        """Put a line in."""
        self.beginInsertRows(QModelIndex(), place, place)
        self.rows.insert(place, row)
        self.endInsertRows()

    def remove(self, place: int) -> None:
        """Take a line out."""
        self.beginRemoveRows(QModelIndex(), place, place)
        del self.rows[place]
        self.endRemoveRows()

    def place_of(self, key: FollowUpKey) -> int:
        """Return the place of an entry, -1 where it is not shown."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), -1)

    def strip_place(self) -> int:
        """Return the place of the strip, -1 where none is open."""
        return next((place for place, row in enumerate(self.rows) if row.is_strip), -1)

    def shown_in(self, section: Section) -> int:
        """Return how many entries of a section are shown."""
        return sum(row.section is section and not row.is_head and not row.is_strip for row in self.rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line for the delegate, its words for a screen reader."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == LINE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._look.spoken(row, self.shown_in(row.section) if row.is_head else 0)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only entries and birthdays be chosen."""
        row = self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None
        if row is None or row.is_head or row.is_strip:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class TodayList(QListView):
    """Emits what the user asks of a line: `log` (L, Enter), `opened` (O, double click), `edited` (E, F2)."""

    log = Signal(object)
    opened = Signal(object)
    edited = Signal(object)
    planned = Signal(object)
    copied = Signal(str)
    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        named(self, "today.list", _T("Today", "What is to be done"))
        self._look = look
        self.strip: FinishStrip | None = None
        self.lines = TodayModel(look, self)
        self.setModel(self.lines)
        self.painter = TodayDelegate(look, self)
        self.setItemDelegate(self.painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        look.theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: list[Row]) -> None:
        """Show other lines; what was chosen stays chosen, or what stands in its place now."""
        kept, place = self.chosen_keys(), max(self.currentIndex().row(), 0)
        current = self.current_row()
        self.strip = None
        self.lines.show(rows)
        here = self.lines.place_of(current.key) if current and current.key else -1
        self.go_to(here if here >= 0 else after(rows, place))
        if len(kept) > 1:
            self.choose_keys(kept)

    def current_row(self) -> Row | None:
        """Return the line the keyboard is on."""
        place = self.currentIndex().row()
        return self.lines.rows[place] if 0 <= place < len(self.lines.rows) else None

    def chosen_keys(self) -> list[FollowUpKey]:
        """Return the keys of the chosen entries, from the top."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [key for row in rows if (key := self.lines.rows[row].key) is not None]

    def count_entries(self) -> int:
        """Return how many entries have a line."""
        return sum(row.key is not None for row in self.lines.rows)

    def choose_keys(self, keys: Iterable[FollowUpKey]) -> None:
        """Choose these entries besides."""
        for key in keys:
            place = self.lines.place_of(key)
            if place >= 0:
                self.selectionModel().select(self.lines.index(place), QItemSelectionModel.SelectionFlag.Select)

    def go_to(self, place: int) -> None:
        """Put the keyboard on a line."""
        index = self.lines.index(place) if place >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    # the strip

    def open_strip(self, row: Row) -> FinishStrip | None:
        """Open the strip under an entry and return it; None where the entry is gone."""
        self.close_strip()
        place = self.lines.place_of(row.key) if row.key else -1
        if place < 0:
            return None
        self.lines.insert(place + 1, Row(row.section))
        strip = FinishStrip(self._look.theme, "today.finish")
        strip.installEventFilter(self)
        strip.given_up.connect(self._give_up)
        self.strip = strip
        self.setIndexWidget(self.lines.index(place + 1), strip)
        self.fit_strip()
        return strip

    def close_strip(self) -> None:
        """Take the strip away."""
        place = self.lines.strip_place()
        self.strip = None
        if place >= 0:
            self.lines.remove(place)

    def fit_strip(self) -> None:
        """Give the strip the height it needs now, and bring it into sight with its line."""
        place = self.lines.strip_place()
        if self.strip is None or place < 0:
            return
        self.painter.strip_height = self.strip.needed_height(self.viewport().width())
        self.painter.sizeHintChanged.emit(self.lines.index(place))
        self.scheduleDelayedItemsLayout()
        self.doItemsLayout()
        self.scrollTo(self.lines.index(place))

    def done_with(self, key: FollowUpKey) -> None:
        """Take an entry and its strip away and stand on the next one."""
        self.close_strip()
        place = self.lines.place_of(key)
        if place >= 0:
            self.lines.remove(place)
            rows = self.lines.rows
            if place >= 1 and rows[place - 1].is_head and (place == len(rows) or rows[place].is_head):
                self.lines.remove(place - 1)
                place -= 1
            self.go_to(after(rows, place))
        self.setFocus()

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the strip grow when it asks for more room."""
        if watched is self.strip and event.type() == QEvent.Type.LayoutRequest:
            self.fit_strip()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the strip anew."""
        super().resizeEvent(event)
        if self.strip is not None:
            self.fit_strip()

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: letters are keys of the page here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Work on the line by one key."""
        row, key = self.current_row(), Qt.Key(event.key())
        is_plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if is_plain and row is not None and self._act(row, key):
            return
        if is_plain and event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the customer."""
        row = self._row_at(event.position().toPoint())
        if row is not None and not row.is_head and not row.is_strip:
            self.opened.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Copy the phone that was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._row_at(event.position().toPoint())
        if row is None or not row.phone or event.button() != Qt.MouseButton.LeftButton:
            return
        if self.painter.phone_rect(self.visualRect(index), row).contains(event.position().toPoint()):
            self._copy(row)

    def copy(self) -> None:
        """Copy the phone of the line (Ctrl+C)."""
        row = self.current_row()
        if row is not None and row.phone:
            self._copy(row)

    # inside

    def _act(self, row: Row, key: Qt.Key) -> bool:
        if key in (*_ENTER, Qt.Key.Key_L):
            (self.log if row.entry else self.opened).emit(row)
        elif key == Qt.Key.Key_O:
            self.opened.emit(row)
        elif key in (Qt.Key.Key_E, Qt.Key.Key_F2) and row.entry:
            self.edited.emit(row)
        elif key == Qt.Key.Key_P:
            self.planned.emit(row)
        else:
            return False
        return True

    def _row_at(self, point: QPoint) -> Row | None:
        index = self.indexAt(point)
        return self.lines.rows[index.row()] if index.isValid() else None

    def _copy(self, row: Row) -> None:
        copy_for_a_moment(row.phone)
        self.copied.emit(row.phone)

    def _give_up(self) -> None:
        self.close_strip()
        self.setFocus()

    def _tell_chosen(self, *_selections: object) -> None:
        self.chosen.emit()
