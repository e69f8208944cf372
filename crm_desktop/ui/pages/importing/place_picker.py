"""The places a column can go to, in groups, found by typing; it opens at a column's row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.exchange.plan import Target
from crm_desktop.services.import_views import TargetView
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named

NEW_FIELD, NOTE, SKIP, OWN = "new", "to_note", Target.SKIP.value, "own:"
"""Keys of places that are no target of their own; OWN begins the key of a field the shop has."""
_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Place:
    """One choice: its key, its words, the group it stands in."""

    key: str
    title: str
    group: str = ""


def places(targets: Sequence[TargetView], own_fields: Sequence[str], heading: str) -> tuple[Place, ...]:
    """Return everything a column can go to, what needs no place first."""
    first = (
        Place(NEW_FIELD, _T("ImportPlace", "New field: {name}").format(name=heading)),
        Place(NOTE, _T("ImportPlace", "Into the note, with its heading")),
        Place(SKIP, _T("ImportPlace", "Leave out")),
    )
    listed = [
        Place(view.target.value, view.title, view.group)
        for view in targets
        if view.target not in (Target.SKIP, Target.CUSTOM)
    ]
    group = _T("ImportPlace", "Fields of your own")
    own = [Place(OWN + name, name, group) for name in own_fields]
    return (*first, *listed, *own)


class PlacePicker(QFrame):
    """Emits `picked` with the key of a place; Esc leaves things as they are."""

    picked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        named(self, "wizard.picker", _T("Wizard", "Where the column goes"), panel="raised")
        self._theme = theme
        self._places: Sequence[Place] = ()
        self.search = named(QLineEdit(), "wizard.picker.search", _T("Wizard", "Type to find a place"))
        self.search.setPlaceholderText(_T("Wizard", "Type to find a place"))
        self.list = named(QListWidget(), "wizard.picker.list", _T("Wizard", "Places"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.hide()
        self.list.itemClicked.connect(self._take)

    def ask(self, found: Sequence[Place], current: str, rect: QRect, typed: str = "") -> None:
        """Open beside a cell (in pixels of the window), with what was typed already."""
        self._places = found
        self.search.setText(typed)
        self._filter(typed)
        if not typed:
            self._choose(current)
        self._place(rect)
        self.show()
        self.raise_()
        self.search.setFocus()

    def shown(self) -> list[str]:
        """Return the titles in the list, without groups."""
        return [
            self.list.item(row).text().strip() for row in range(self.list.count()) if self.list.item(row).data(_KEY)
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down, take with Enter, leave with Esc."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the keyboard goes elsewhere."""
        if event.type() == QEvent.Type.FocusOut and self.isVisible() and self.window().isActiveWindow():
            self.hide()
        return super().eventFilter(watched, event)

    def _place(self, rect: QRect) -> None:
        """Stand under the cell where there is room, else over it."""
        ground, line = self.window().rect().adjusted(4, 4, -4, -4), self.fontMetrics().height()
        wanted = min(line * 22, ground.height())
        below, above = ground.bottom() - rect.bottom(), rect.top() - ground.top()
        height = min(wanted, max(below, above, line * 10))
        top = rect.bottom() + 1 if below >= min(wanted, above) or below >= above else rect.top() - height
        width = min(max(rect.width(), line * 15), ground.width())
        left = max(ground.left(), min(rect.left(), ground.right() - width))
        self.setGeometry(left, max(ground.top(), min(top, ground.bottom() - height)), width, height)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        self.list.clear()
        group = ""
        for place in self._places:
            words = f"{place.title} {place.group} {place.key}".casefold()
            if not all(word in words for word in wanted):
                continue
            if place.group and place.group != group:
                self._add_group(place.group)
            group = place.group
            item = QListWidgetItem(f"   {place.title}" if place.group else place.title)
            item.setData(_KEY, place.key)
            item.setSizeHint(QSize(0, round(self.fontMetrics().height() * 1.5)))
            self.list.addItem(item)
        self.list.setCurrentRow(-1)
        self._step(1)

    def _add_group(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(self._theme.font(0.85, bold=True))
        item.setSizeHint(QSize(0, round(self.fontMetrics().height() * 1.6)))
        item.setForeground(self._theme.colour("muted"))
        self.list.addItem(item)

    def _choose(self, key: str) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(_KEY) == key:
                self.list.setCurrentRow(row)
                self.list.scrollToItem(self.list.item(row), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _step(self, by: int) -> None:
        row = self.list.currentRow() + by
        while 0 <= row < self.list.count() and not self.list.item(row).data(_KEY):
            row += by
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _take(self, item: QListWidgetItem | None) -> None:
        key = item.data(_KEY) if item is not None else None
        if key:
            self.hide()
            self.picked.emit(str(key))
