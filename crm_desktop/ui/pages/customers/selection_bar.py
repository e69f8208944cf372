"""The bar over a list with several rows selected: how many, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton

from crm_desktop.base.records import dataclass
from crm_desktop.base.text import _T
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named


@dataclass(frozen=True)
class BarAction:
    """One button; `run` gets it, to lay a menu under it. `in_bin`: it is for the bin, not for the rest."""

    name: str
    text: str
    icon: str
    run: Callable[[QPushButton], object]
    in_bin: bool = False
    kind: str = ""


class SelectionBar(QFrame):
    """Shows the actions that fit the place; those it has no room for are in a menu at its end."""

    def __init__(self, theme: Theme, actions: Sequence[BarAction], clear: Callable[[], object]) -> None:
        super().__init__()
        named(self, "selectionBar", _T("Selection", "What to do with the selected customers"))
        self._buttons: list[tuple[BarAction, QPushButton]] = []
        self._theme = theme
        self._in_bin = False
        self._row = row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # what does not fit gives way
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._label = named(QLabel(), "selectionCount", role="heading")
        row.addWidget(self._label)
        row.addSpacing(6)
        for action in actions:
            button = self._button(theme, action)
            self._buttons.append((action, button))
            row.addWidget(button)
        self._more = named(QPushButton(), "selection.more", _T("Selection", "More to do with them"))
        self._more.setIcon(theme.icon("ellipsis"))
        self._more.setToolTip(self._more.accessibleName())
        self._more.setAutoDefault(False)
        self._more.clicked.connect(self._open_more)
        row.addWidget(self._more)
        row.addStretch(1)
        self._cross = cross = named(QToolButton(), "selectionClear", _T("Selection", "Select nothing"))
        cross.setToolTip(_T("Selection", "Select nothing  Esc"))
        cross.setIcon(theme.icon("x", "muted"))

        def act() -> None:  # takes no argument, so that the signal's own one is dropped
            clear()

        cross.clicked.connect(act)
        row.addWidget(cross)

    def show_count(self, text: str, *, in_bin: bool) -> None:
        """Say how many are selected and offer what fits."""
        self._label.setText(text)
        self._in_bin = in_bin
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Need room for the count and the menu."""
        return QSize(self._room_taken(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def button(self, name: str) -> QPushButton:
        """Return the button of an action, to lay its menu under."""
        return next(button for action, button in self._buttons if action.name == name)

    def _fit(self) -> None:
        gap = self._row.spacing()
        fits = [(action, button) for action, button in self._buttons if action.in_bin == self._in_bin]
        room = self.width() - self._room_taken()
        every = sum(button.sizeHint().width() + gap for _, button in fits) <= room + self._more.sizeHint().width() + gap
        for action, button in self._buttons:
            if action.in_bin == self._in_bin:
                room -= button.sizeHint().width() + gap
            button.setVisible(action.in_bin == self._in_bin and (every or room >= 0))
        self._more.setVisible(not every)

    def _room_taken(self) -> int:
        """Return the width of what always stands here."""
        fixed = (self._label, self._more, self._cross)
        return sum(widget.sizeHint().width() + self._row.spacing() for widget in fixed) + 6

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("selection.moreMenu")
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        for action, button in self._buttons:
            if action.in_bin == self._in_bin and button.isHidden():
                self._add_entry(menu, action, button)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _add_entry(self, menu: QMenu, action: BarAction, button: QPushButton) -> None:
        entry = menu.addAction(self._theme.icon(action.icon), action.text)
        entry.setEnabled(button.isEnabled())
        entry.setToolTip(button.toolTip() or action.text)

        def act() -> None:  # takes no argument, so that the signal's own one is dropped
            action.run(self._more)

        entry.triggered.connect(act)

    def _button(self, theme: Theme, action: BarAction) -> QPushButton:
        button = named(QPushButton(action.text), f"selection.{action.name}", action.text, kind=action.kind)
        button.setIcon(theme.icon(action.icon, "danger" if action.kind == "danger" else "text"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: action.run(button))
        return button
