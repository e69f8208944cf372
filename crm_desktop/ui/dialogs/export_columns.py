"""The columns of a file: ticks say which, dragging or Alt+arrows in which order, F2 under which name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.text import _T
from crm_desktop.domain.layout import LayoutColumn
from crm_desktop.services.export_cells import Choice
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named

_KEY = Qt.ItemDataRole.UserRole
_FIELD, _HEADING = 0, 1
_ROWS = 7


class ColumnEditor(QWidget):
    """Every column there is, the chosen ones first; `edited` follows each change of the user's."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.list = _ColumnList(theme)
        self.list.edited.connect(self.edited)
        row = QHBoxLayout()
        row.setSpacing(6)
        for name, icon, text, run in (
            ("exportColumnUp", "chevron-up", _T("Export", "Up"), lambda: self.list.shift(-1)),
            ("exportColumnDown", "chevron-down", _T("Export", "Down"), lambda: self.list.shift(1)),
            ("exportColumnName", "pencil", _T("Export", "Name …"), self.list.edit_heading),
        ):
            button = make_button(name, text, run)
            button.setIcon(theme.icon(icon))
            row.addWidget(button)
        row.addStretch(1)
        hint = _T("Export", "Drag or Alt+arrows move a column; F2 gives it another name.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(text_label(hint, "exportColumnHint", "muted"))

    def offer(self, choices: Sequence[Choice], chosen: Sequence[LayoutColumn]) -> None:
        """Show the columns: those chosen in their order and ticked, the others behind them."""
        self.list.fill(choices, chosen)

    def columns(self) -> tuple[LayoutColumn, ...]:
        """Return what is ticked, in its order, with the names of the user's own."""
        return self.list.columns()


class _ColumnList(QTreeWidget):
    """The list itself; dropping a row puts it between two others."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "exportColumnList", _T("Export", "Columns of the file"))
        self._theme = theme
        self._headings = _HeadingDelegate(theme)
        self.setItemDelegate(self._headings)
        self.setHeaderLabels([_T("Export", "Column"), _T("Export", "Its name in the file")])
        named(self.header(), "exportColumnList.headings", _T("Export", "Columns of the file"))
        self.header().setSectionResizeMode(_FIELD, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(_HEADING, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionsMovable(False)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._changed)
        self.itemDoubleClicked.connect(self._double_clicked)

    def fill(self, choices: Sequence[Choice], chosen: Sequence[LayoutColumn]) -> None:
        known = {choice.key: choice for choice in choices}
        first = [column for column in chosen if column.key in known]
        keys = {column.key for column in first}
        rows = [(known[column.key], column.heading, True) for column in first]
        rows += [(choice, "", False) for choice in choices if choice.key not in keys]
        self.blockSignals(True)
        self.clear()
        self.addTopLevelItems([_item(*row) for row in rows])
        if first_item := self.topLevelItem(0):
            self.setCurrentItem(first_item)
        self.blockSignals(False)

    def columns(self) -> tuple[LayoutColumn, ...]:
        items = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        return tuple(
            LayoutColumn(str(item.data(_FIELD, _KEY)), _own_heading(item))
            for item in items
            if item is not None and item.checkState(_FIELD) is Qt.CheckState.Checked
        )

    def shift(self, step: int) -> None:
        """Move the chosen column up or down."""
        item = self.currentItem()
        row = self.indexOfTopLevelItem(item) if item is not None else -1
        if item is None or not 0 <= row + step < self.topLevelItemCount():
            return
        self.blockSignals(True)
        self.takeTopLevelItem(row)
        self.insertTopLevelItem(row + step, item)
        self.setCurrentItem(item)
        self.blockSignals(False)
        self.scrollToItem(item)
        self.edited.emit()

    def edit_heading(self) -> None:
        """Let the user type another name for the chosen column."""
        item = self.currentItem()
        if item is not None:
            self.setFocus()
            self.editItem(item, _HEADING)

    def sizeHint(self) -> QSize:
        """Wish for some rows in sight."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Need some rows in sight."""
        return QSize(280, self.header().sizeHint().height() + _ROWS * _row_height(self._theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move, F2 names."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.shift(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_F2:
            self.edit_heading()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a dragged row."""
        super().dropEvent(event)
        self.edited.emit()

    def _changed(self, _item: QTreeWidgetItem, _column: int) -> None:
        self.edited.emit()

    def _double_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        if column == _HEADING:
            self.editItem(item, _HEADING)


class _HeadingDelegate(QStyledItemDelegate):
    """Lets a name be typed; an empty one is the field's own again."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Wish for a row that is easy to hit."""
        return QSize(super().sizeHint(option, index).width(), _row_height(self._theme))

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return a field that shows the usual name as long as it is empty."""
        name = str(index.sibling(index.row(), _FIELD).data())
        editor = named(QLineEdit(parent), "exportColumnList.name", name)
        editor.setPlaceholderText(name)
        editor.setMaxLength(120)
        return editor


def _row_height(theme: Theme) -> int:
    return theme.row_height() * 3 // 4


def _item(choice: Choice, heading: str, ticked: bool) -> QTreeWidgetItem:
    item = QTreeWidgetItem([choice.name, heading])
    item.setData(_FIELD, _KEY, choice.key)
    item.setCheckState(_FIELD, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
    item.setFlags(flags | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled)
    return item


def _own_heading(item: QTreeWidgetItem) -> str:
    typed = item.text(_HEADING).strip()
    return "" if typed == item.text(_FIELD) else typed
