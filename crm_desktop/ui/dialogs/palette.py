"""Ctrl+K: one box over commands, settings and customers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.text import _T
from crm_desktop.domain.names import spell
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.search_field import SearchField

_HINT = Qt.ItemDataRole.UserRole
MOST_SHOWN = 12


@dataclass(frozen=True)
class Entry:
    """One line of the palette: what it says, what it is found by, what it does."""

    title: str
    hint: str
    icon: str
    run: Callable[[], object]
    found_by: str = ""


Find = Callable[[str, Callable[[Sequence[Entry]], None]], None]
"""Called with a text and a callback that takes the customers found, on the GUI thread."""


class Palette(QDialog):
    """Commands and settings are matched at once; customers follow when they are found."""

    def __init__(self, parent: QWidget, entries: Sequence[Entry], theme: Theme, find: Find | None = None) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        named(self, "palette", _T("Palette", "Commands, settings and customers"), panel="raised")
        self._entries = entries
        self._theme = theme
        self._find = find
        self._people: Sequence[Entry] = ()
        self._shown: list[Entry] = []
        self.field = SearchField(theme, _T("Palette", "Type a command, a setting or a customer"), "paletteField")
        self.field.asked.connect(self._ask)
        self.field.entered.connect(self._run_current)
        self.field.installEventFilter(self)
        self._model = QStandardItemModel(self)
        self.list = self._make_list(theme)
        self._nothing = named(QLabel(_T("Palette", "Nothing is called that.")), "paletteNothing", role="muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.field)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self._place(parent)
        self._show()

    def titles(self) -> list[str]:
        """Return what is listed, best first."""
        return [entry.title for entry in self._shown]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list with the keys of the field, and close with Esc."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
                Qt.Key(event.key())
            )
            if step is not None:
                self._move(step)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.reject()
                return True
        return super().eventFilter(watched, event)

    def _make_list(self, theme: Theme) -> QListView:
        view = named(QListView(), "paletteList", _T("Palette", "What was found"))
        view.setModel(self._model)
        view.setItemDelegate(_EntryDelegate(theme, view))
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setIconSize(QSize(theme.icon_side(), theme.icon_side()))
        view.setFrameShape(QListView.Shape.NoFrame)
        view.clicked.connect(lambda index: self._run(index.row()))
        return view

    def _ask(self, text: str) -> None:
        self._people = ()
        self._show()
        if self._find is not None and text:
            self._find(text, lambda people: self._take(text, people))

    def _take(self, text: str, people: Sequence[Entry]) -> None:
        if text == self.field.query():
            self._people = people
            self._show()

    def _show(self) -> None:
        commands = match(self._entries, self.field.query())
        room = MOST_SHOWN - min(len(self._people), MOST_SHOWN // 2)
        self._shown = [*commands[:room], *self._people][:MOST_SHOWN]
        self._model.clear()
        for entry in self._shown:
            item = QStandardItem(self._icon(entry), entry.title)
            item.setData(entry.hint, _HINT)
            item.setData(f"{entry.title}, {entry.hint}", Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        self._nothing.setVisible(not self._shown)
        self.list.setVisible(bool(self._shown))
        self._move(0)

    def _icon(self, entry: Entry) -> QIcon:
        return self._theme.icon(entry.icon or "command", "muted")

    def _move(self, step: int) -> None:
        last = len(self._shown) - 1
        if last >= 0:
            row = self.list.currentIndex().row() + step
            if abs(step) == 1:
                row %= last + 1
            self.list.setCurrentIndex(self._model.index(max(0, min(last, row)), 0))

    def _run_current(self) -> None:
        self._run(self.list.currentIndex().row())

    def _run(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.accept()
            self._shown[row].run()

    def _place(self, parent: QWidget) -> None:
        width = min(parent.width() - 40, round(self._theme.base_points * 62))
        height = min(parent.height() - 80, round(self._theme.row_height() * 11.5))
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.setGeometry(corner.x() + (parent.width() - width) // 2, corner.y() + 60, width, height)


def match(entries: Sequence[Entry], text: str) -> list[Entry]:
    """Return the entries that hold every word or sound like it, those that begin with the text first."""
    words = text.casefold().split()
    found = [entry for entry in entries if all(_holds(entry, word) for word in words)]
    return sorted(found, key=lambda entry: not entry.title.casefold().startswith(text.casefold()))


def _holds(entry: Entry, word: str) -> bool:
    """Tell whether an entry holds a word, or its Chinese title is spelt or abbreviated so: 导入 is "daoru" and "dr"."""
    if word in f"{entry.title} {entry.found_by}".casefold():
        return True
    if not word.isascii() or entry.title.isascii():
        return False
    return any(form.startswith(word) for form in spell(entry.title).words)


class _EntryDelegate(QStyledItemDelegate):
    """Draws the hint (a key, a phone) muted at the right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        """Give each line the height of a list's row."""
        return QSize(super().sizeHint(option, index).width(), self._theme.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        """Draw the line."""
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(self._theme.colour("muted"))
        room = option.rect.adjusted(0, 0, -10, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(index.data(_HINT)))
        painter.restore()
