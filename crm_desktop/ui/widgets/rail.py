"""The rail at the left: the program's name and one button, icon and word, for each page that exists.

Customers and follow-ups that are dragged and held over a button open its page, so that they can be dropped there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.carried import is_ours
from crm_desktop.ui.page import Page
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.presses import on_press, set_checked

_HOLD_MS = 350
"""How long something is held over a button before its page opens."""


class Rail(QFrame):
    """Emits `chosen` with a page's id; arrows move between the buttons."""

    chosen = Signal(str)

    def __init__(self, pages: Sequence[Page], theme: Theme, name: str, at_foot: Sequence[Page] = ()) -> None:
        super().__init__()
        named(self, "rail", _T("Rail", "Areas"))
        self._theme = theme
        self._buttons: dict[str, QToolButton] = {}
        self._tips: dict[str, str] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 14, 6, 6)
        self._column.setSpacing(3)
        self._name = named(QLabel(name), "railName", role="heading")
        self._name.setContentsMargins(10, 0, 0, 8)
        self._column.addWidget(self._name)
        for number, page in enumerate(pages, start=1):
            self._add(page, f"{page.title}  Ctrl+{number}" if number < 10 else page.title)
        self._column.addStretch(1)
        for page in at_foot:
            self._add(page, page.title)
        self._feet: list[QWidget] = []
        self._held_over = ""
        self._hold = QTimer(self, singleShot=True, interval=_HOLD_MS)
        self._hold.timeout.connect(self._open_held)
        self.setAcceptDrops(True)
        theme.changed.connect(self._fit)
        self._fit()

    def set_foot(self, widget: QWidget) -> None:
        """Put something at the foot: who is at work."""
        self._column.addWidget(widget)
        self._feet.append(widget)
        self._fit()

    def set_name(self, name: str) -> None:
        """Show another name at the top: the shop's."""
        self._name.setText(name)

    def light(self, page_id: str) -> None:
        """Show which page is open."""
        button = self._buttons.get(page_id)
        self._group.setExclusive(button is not None)  # a page without a place on the rail lights none
        for other in self._buttons.values():
            set_checked(other, other is button)

    def set_refused(self, why_not: Callable[[str], str]) -> None:
        """Disable the pages the acting person may not open, with the reason in their place."""
        for page_id, button in self._buttons.items():
            reason = why_not(page_id)
            button.setEnabled(not reason)
            button.setAccessibleDescription(reason)
            button.setToolTip(reason or self._tips[page_id])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the buttons with the arrows."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        buttons = list(self._buttons.values())
        here = next((i for i, button in enumerate(buttons) if button.hasFocus()), 0)
        buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Follow what is dragged, if it is of the program."""
        if is_ours(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Open the page of the button that it is held over for a moment; it is not dropped here."""
        page_id = self._page_at(event.position().toPoint())
        if page_id != self._held_over:
            self._held_over = page_id
            self._hold.start()
        event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget the button."""
        self._held_over = ""
        self._hold.stop()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take nothing: the page that opened does."""
        self._hold.stop()
        event.ignore()

    def _page_at(self, place: QPoint) -> str:
        found = (page_id for page_id, button in self._buttons.items() if button.geometry().contains(place))
        return next(found, "")

    def _open_held(self) -> None:
        if self._held_over:
            self.chosen.emit(self._held_over)

    def _add(self, page: Page, tip: str) -> None:
        button = named(QToolButton(), f"rail.{page.id}", page.title)
        button.setText(f" {page.title}")
        button.setCheckable(True)
        self._tips[page.id] = tip
        button.setToolTip(self._tips[page.id])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(self._theme.icon(page.icon, "muted"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group.addButton(button)
        on_press(button, lambda: self.chosen.emit(page.id))
        self._buttons[page.id] = button
        self._column.addWidget(button)

    def _fit(self) -> None:
        side = self._theme.icon_side(1.25)
        widest = 0
        for button in self._buttons.values():
            button.setIconSize(QSize(side, side))
            widest = max(widest, button.sizeHint().width())
        wish = max(widest + 12, self._name.sizeHint().width() + 26, round(self._theme.base_points * 13))
        self.setFixedWidth(min(wish, round(self._theme.base_points * 26)))
        for widget in (*self._buttons.values(), *self._feet):
            widget.setFixedWidth(self.width() - 13)
