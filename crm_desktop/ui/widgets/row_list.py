"""A short list with columns for dialogs: as roomy as the program's large lists, one row chosen at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named

PADDING = 10
_FEWEST, _A_FEW = 2, 4
FAINT = Qt.ItemDataRole.UserRole + 1
"""Set on an item's first column: its texts are drawn muted."""


class RowDelegate(QStyledItemDelegate):
    """Draws a cell flat, with room at both sides."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Wish for a row of the program's height."""
        wished = super().sizeHint(option, index)
        return QSize(wished.width() + 2 * PADDING, self._theme.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, icon and text."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        rect: QRect = shown.rect
        painter.save()
        if chosen:
            painter.fillRect(rect, self._theme.colour("selected"))
        room = rect.adjusted(PADDING, 0, -PADDING, 0)
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            room.setLeft(self._paint_tick(painter, shown) + 8)
        icon: QIcon = shown.icon
        if not icon.isNull():
            side = self._theme.icon_side()
            icon.paint(painter, QRect(room.left(), room.top(), side, room.height()))
            room.setLeft(room.left() + side + 8)
        muted = index.sibling(index.row(), 0).data(FAINT)
        painter.setPen(self._theme.colour("on_selected" if chosen else "muted" if muted else "text"))
        painter.setFont(shown.font)
        metrics = shown.fontMetrics
        text = metrics.elidedText(shown.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(shown.displayAlignment | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()

    def _paint_tick(self, painter: QPainter, shown: QStyleOptionViewItem) -> int:
        """Draw the box of a row that can be ticked, where a click finds it; return its right edge."""
        tick = QStyleOptionViewItem(shown)
        style = shown.widget.style()
        tick.rect = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, shown, shown.widget)
        is_on = shown.checkState is Qt.CheckState.Checked
        tick.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if is_on else QStyle.StateFlag.State_Off
        )
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, tick, painter, shown.widget)
        return int(tick.rect.right())


class RowList(QTreeWidget):
    """A list without branches; `stretch` names the column that takes the room left."""

    def __init__(
        self, theme: Theme, name: str, spoken: str, headings: Sequence[str], *, stretch: int, rows: int
    ) -> None:
        super().__init__()
        named(self, name, spoken)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHeaderLabels(list(headings))
        named(self.header(), f"{name}.headings", spoken)
        self._delegate = RowDelegate(theme)
        self.setItemDelegate(self._delegate)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionsMovable(False)
        self._theme = theme
        self._rows = rows
        self._nothing = ""

    def say_when_empty(self, text: str) -> None:
        """Say this in the place of rows while there are none."""
        self._nothing = text
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or the sentence that says there are none."""
        super().paintEvent(event)
        if self._nothing and not self.topLevelItemCount():
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.colour("muted"))
            room = self.viewport().rect().adjusted(PADDING, PADDING, -PADDING, -PADDING)
            flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self._nothing)

    def sizeHint(self) -> QSize:
        """Wish for the rows there are, and a little room below few."""
        return QSize(super().sizeHint().width(), self._height_of(self._shown(_A_FEW)))

    def minimumSizeHint(self) -> QSize:
        """Need the rows there are, at most those asked for: in a narrow window what is below comes into sight."""
        return QSize(200, self._height_of(self._shown(_FEWEST)))

    def _shown(self, least: int) -> int:
        return min(self._rows, max(least, self.topLevelItemCount()))

    def _height_of(self, rows: int) -> int:
        return self.header().sizeHint().height() + rows * self._theme.row_height() + 4

    def set_height_in_rows(self, rows: int) -> None:
        """Take the height of so many rows."""
        self._rows = rows
        self.updateGeometry()

    def add_row(self, texts: Sequence[str], *, faint: bool = False) -> QTreeWidgetItem:
        """Add a row at the end."""
        item = QTreeWidgetItem(list(texts))
        if faint:
            item.setData(0, FAINT, True)
        self.addTopLevelItem(item)
        self.updateGeometry()
        return item

    def current_row(self) -> int:
        """Return the number of the chosen row, -1 for none."""
        item = self.currentItem()
        return self.indexOfTopLevelItem(item) if item is not None else -1

    def choose_row(self, row: int) -> None:
        """Choose a row; one that is not there chooses the nearest."""
        count = self.topLevelItemCount()
        item = self.topLevelItem(max(0, min(row, count - 1)))
        if item is not None:
            self.setCurrentItem(item)

    def texts(self) -> list[list[str]]:
        """Return what the rows say."""
        items = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        return [[item.text(column) for column in range(self.columnCount())] for item in items if item is not None]
